/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of reading a REFI-QDA project.
 *
 *   plx-qdpx-project.c  container, notes, links, the order of things
 *   plx-qdpx-codes.c    people, codes, cases
 *   plx-qdpx-sources.c  articles and passages
 *   plx-qdpx-fields.c   own fields of articles, out and in
 *   plx-qdpx-read.c     guids, times and values of elements
 *
 * Members are kept in memory, known by their names.  The first look at
 * project.qde takes what stands behind the passages that need it: notes, links,
 * sets, and the unit of positions; the second takes everything else.
 */

#pragma once

#include "format/plx-format-qdpx.h"
#include "format/plx-qdpx-units.h"
#include "format/plx-xml-read.h"

G_BEGIN_DECLS

/* What a code stands for. */
typedef enum
{
  PLX_QDPX_CODE_TAG,
  PLX_QDPX_CODE_ENTITY,
  PLX_QDPX_CODE_QUESTION,
  PLX_QDPX_CODE_SILENCE, /* of a question */
  PLX_QDPX_CODE_FIELD,   /* of a claim */
} PlxQdpxCodeKind;

typedef struct
{
  PlxQdpxCodeKind kind;
  PlxId id;    /* of the row in the file */
  char *field; /* (owned): `polarity: denies` */
} PlxQdpxCode;

typedef struct
{
  char *text; /* (owned) */
  char *user; /* (owned) */
  gint64 created;
} PlxQdpxNote;

typedef struct
{
  char *guid; /* (owned) */
  char *name;
  char *origin;
  char *target;
  char *note;
  gboolean directed;
} PlxQdpxLink;

typedef struct
{
  PlxImport *import;
  PlxXmlRead xml;
  GHashTable *members; /* (owned) (element-type utf8 GBytes): by their names in lower case */
  GBytes *project;     /* (owned) (nullable): project.qde */
  char *project_name;  /* (owned) */
  gboolean own;        /* whether Parallax wrote it */

  GHashTable *codes;     /* (owned) (element-type utf8 PlxQdpxCode) */
  GHashTable *notes;     /* (owned) (element-type utf8 PlxQdpxNote) */
  GHashTable *kinds;     /* (owned) (element-type utf8 int): of codes, from sets */
  GHashTable *variables; /* (owned) (element-type utf8 utf8): names */
  GHashTable *next;      /* (owned) (element-type utf8 utf8): pieces */
  GHashTable *later;     /* (owned) (element-type utf8): pieces that are not the first */
  GHashTable *said_by;   /* (owned) (element-type utf8 utf8) */
  GHashTable *places;    /* (owned) (element-type utf8 utf8) */
  GPtrArray *relations;  /* (owned) (element-type PlxQdpxLink) */
  GHashTable *ends;      /* (owned) (element-type utf8 PlxId): annotations by the guid of their passage */
  GHashTable *pieces;    /* (owned) (element-type utf8 PlxSpan): of the source that is read */
  int scores[PLX_QDPX_N_UNITS];
  guint unit;
  int n_media;
} PlxQdpxRead;

/**
 * plx_qdpx_dup_guid:
 *
 * Returns: (transfer full): in lower case, without braces; empty if there is none
 */
char *plx_qdpx_dup_guid (const xmlNode *node,
                         const char *attribute);
PlxId plx_qdpx_get_id (PlxQdpxRead *self,
                       const char *guid);

/**
 * plx_qdpx_keep_guid:
 *
 * Lets the row be known by that guid again.
 */
gboolean plx_qdpx_keep_guid (PlxQdpxRead *self,
                             PlxId id,
                             const char *guid,
                             GError **error);

/* 0 if there is no time. */
gint64 plx_qdpx_get_time (const xmlNode *node,
                          const char *attribute);

/**
 * plx_qdpx_dup_value:
 *
 * Returns: (transfer full): of that variable, empty if there is none
 */
char *plx_qdpx_dup_value (PlxQdpxRead *self,
                          const xmlNode *node,
                          const char *variable);
/* Own fields: which there are, and what a source says in them.  Variables that
 * other programs have for sources become some. */
gboolean plx_qdpx_read_fields (PlxQdpxRead *self,
                               xmlNode *node,
                               GError **error);
gboolean plx_qdpx_read_field_values (PlxQdpxRead *self,
                                     xmlNode *source,
                                     PlxId document,
                                     GError **error);
gboolean plx_qdpx_read_user (PlxQdpxRead *self,
                             xmlNode *node,
                             GError **error);
gboolean plx_qdpx_read_codes (PlxQdpxRead *self,
                              xmlNode *parent,
                              PlxId above,
                              const char *parent_name,
                              GError **error);
gboolean plx_qdpx_read_case (PlxQdpxRead *self,
                             xmlNode *node,
                             GError **error);

/* Tries all units on the passages of a source. */
void plx_qdpx_look_at_source (PlxQdpxRead *self,
                              xmlNode *node);
void plx_qdpx_choose_unit (PlxQdpxRead *self);
gboolean plx_qdpx_read_source (PlxQdpxRead *self,
                               xmlNode *node,
                               GError **error);

G_END_DECLS

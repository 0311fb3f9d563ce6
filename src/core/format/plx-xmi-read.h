/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader of XMI knows of the file that it reads.
 *
 * A file is read twice: first texts, pieces, and what relations lead to, then
 * annotations in their order, relations last.
 */

#pragma once

#include "format/plx-features.h"
#include "format/plx-xml-read.h"

G_BEGIN_DECLS

/* A text of the file. */
typedef struct
{
  PlxId document;       /* PLX_ID_NONE if it has none */
  PlxText *text;        /* (owned) (nullable) */
  GArray *map;          /* (owned) (nullable) (element-type int): for each UTF-16 unit of the file the offset in the text */
  char *raw;            /* (owned): as it stands in the file */
  char *name;           /* (owned): of the view */
  GHashTable *features; /* (owned) (element-type utf8 utf8): of the article */
} PlxXmiSofa;

/* Begin and end, of a piece. */
typedef struct
{
  char *begin; /* (owned) */
  char *end;   /* (owned) */
} PlxXmiPiece;

typedef struct
{
  PlxImport *import;
  const char *name; /* (unowned): of the file, for titles */

  /* Of the type system */
  GHashTable *types;      /* (owned) (element-type utf8): full names */
  GHashTable *references; /* (owned) (element-type utf8): `type feature`, of features that are no plain values */

  /* Of all files */
  GPtrArray *waiting;   /* (owned) (element-type GHashTable): relations between articles */
  GHashTable *left_out; /* (owned) (element-type utf8 int): how many of which type */
  int n_undeclared;

  /* Of the file */
  GHashTable *sofas;    /* (owned) (element-type utf8 PlxXmiSofa): by number */
  GHashTable *pieces;   /* (owned) (element-type utf8 PlxXmiPiece): fragments, by number */
  GHashTable *links;    /* (owned) (element-type utf8 utf8): number of a link → of its target */
  GHashTable *lists;    /* (owned) (element-type utf8 utf8): number of an array → of its elements */
  GHashTable *ends;     /* (owned) (element-type utf8 PlxId): numbers that relations lead to → what they became */
  GHashTable *ids;      /* (owned) (element-type utf8): numbers that were there */
  GArray *ours;         /* (owned) (element-type guint64): places of custom.Span, sorted */
  GPtrArray *relations; /* (owned) (element-type GHashTable): of the file */
} PlxXmiRead;

/* In plx-xmi-collect.c */

/**
 * plx_xmi_dup_type:
 *
 * Returns: (transfer full): the full name of the type of an element
 */
char *plx_xmi_dup_type (const xmlNode *node);

/**
 * plx_xmi_read_types:
 *
 * Reads a type system.
 */
gboolean plx_xmi_read_types (PlxXmiRead *self,
                             const char *bytes,
                             gsize length,
                             GError **error);

/* Forgets the file before, and takes what comes first of the next one. */
void plx_xmi_collect_begin (PlxXmiRead *self);
void plx_xmi_collect (PlxXmiRead *self,
                      xmlNode *node);
gboolean plx_xmi_collect_end (PlxXmiRead *self,
                              GError **error);

/**
 * plx_xmi_read_place:
 * @spans: (element-type PlxSpan): where an annotation lies
 *
 * In plx-xmi-places.c.  Returns: whether that is in the text; if not, it is told
 */
gboolean plx_xmi_read_place (PlxXmiRead *self,
                             const PlxXmiSofa *sofa,
                             GHashTable *features,
                             GArray *spans);

/* In plx-xmi-rows.c */
gboolean plx_xmi_read_row (PlxXmiRead *self,
                           xmlNode *node,
                           GError **error);
gboolean plx_xmi_read_relations (PlxXmiRead *self,
                                 GError **error);

G_END_DECLS

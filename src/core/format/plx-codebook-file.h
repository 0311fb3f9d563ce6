/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Codebooks in files of their own: REFI-QDA (.qdc) and JSON.
 *
 * A file is read as a whole into this value before anything is done with it.
 * Files are hostile: no entities, no network, limits on size, number and depth;
 * what breaks the format is refused with the line it stands in.  What a file
 * says and we cannot keep is told in remarks.
 */

#pragma once

#include "base/plx-error.h"
#include "model/plx-relation.h"
#include "model/plx-tag.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_CODEBOOK_MAX_BYTES (16 << 20)
#define PLX_CODEBOOK_MAX_TAGS 20000

/* Extensions, with their dot. */
#define PLX_CODEBOOK_QDC ".qdc"
#define PLX_CODEBOOK_JSON ".codebook.json"

/* A tag of a file.  Strings of @tag are empty where the file says nothing;
 * neither ids nor paths are set. */
typedef struct
{
  PlxTag *tag;   /* (owned) */
  int parent;    /* index of an entry before this one, -1 at the top */
  char **uuids;  /* (owned): by which it is known, its own first; in lower case */
  gboolean kind; /* whether the file says of which kind it is */
} PlxCodebookEntry;

typedef struct
{
  PlxRelationKind *kind; /* (owned) */
  char **uuids;          /* (owned) */
} PlxCodebookRelationKind;

typedef struct
{
  char *name;                /* (owned): of the file, for messages */
  GPtrArray *tags;           /* (owned) (element-type PlxCodebookEntry): parents before their children */
  GPtrArray *relation_kinds; /* (owned) (element-type PlxCodebookRelationKind) */
  GPtrArray *remarks;        /* (owned) (element-type utf8): lines on what the file says and we cannot keep */
  GHashTable *places;        /* (owned) (element-type utf8 int): names taken at each place, how often asked for */
} PlxCodebookFile;

/**
 * plx_codebook_file_is_one:
 * @file: a file of any kind
 *
 * Returns: whether its beginning or its name says that it is a codebook
 */
gboolean plx_codebook_file_is_one (GFile *file);

/**
 * plx_codebook_file_read:
 * @error: %PLX_FORMAT_ERROR_MALFORMED with the line, %PLX_FORMAT_ERROR_UNKNOWN
 *   for what is no codebook, or a #GIOErrorEnum; the message names the file
 *
 * Returns: (transfer full) (nullable): what the file says
 */
PlxCodebookFile *plx_codebook_file_read (GFile *file,
                                         GCancellable *cancellable,
                                         GError **error);

/**
 * plx_codebook_file_parse:
 * @name: of the file
 */
PlxCodebookFile *plx_codebook_file_parse (const char *name,
                                          const char *bytes,
                                          gsize length,
                                          GError **error);
PlxCodebookFile *plx_codebook_file_ref (PlxCodebookFile *self);
void plx_codebook_file_unref (PlxCodebookFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCodebookFile, plx_codebook_file_unref)

G_END_DECLS

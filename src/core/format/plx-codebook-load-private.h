/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A codebook on its way into a project. */

#pragma once

#include "format/plx-codebook-load.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_CODEBOOK_STATE_FAILED,
  PLX_CODEBOOK_STATE_NEW,
  PLX_CODEBOOK_STATE_CHANGED,
  PLX_CODEBOOK_STATE_SAME,
} PlxCodebookState;

typedef struct
{
  PlxConnection *connection; /* (unowned) */
  PlxCodebookReport *report; /* (unowned) */
  GArray *ids;               /* (owned) (element-type PlxId): of the entries so far, PLX_ID_NONE for what failed */
  GArray *states;            /* (owned) (element-type PlxCodebookState): what became of them */
  GHashTable *found;         /* (owned) (element-type PlxId): tags that belong to an entry */
  GHashTable *keys;          /* (owned) (element-type utf8): that were given, unowned */
} PlxCodebookLoader;

/* Kinds of relations are added, or described. */
gboolean plx_codebook_load_relation_kinds (PlxCodebookLoader *self,
                                           const PlxCodebookFile *file,
                                           GError **error);

/* Tags are added, changed, and given their keys. */
gboolean plx_codebook_load_tags (PlxCodebookLoader *self,
                                 const PlxCodebookFile *file,
                                 GError **error);

/* Of the UUIDs that the file gives a row of ours: an id that was ours once is ours
 * again, the others are kept as foreign ones. */
PlxId plx_codebook_choose_id (char **uuids);
gboolean plx_codebook_keep_uuids (PlxCodebookLoader *self,
                                  char **uuids,
                                  PlxId id,
                                  GError **error);

/* What the file does not say stays as it is. */
gboolean plx_codebook_says_other (const char *said,
                                  const char *is);
void plx_codebook_take (char **field,
                        const char *said);

G_END_DECLS

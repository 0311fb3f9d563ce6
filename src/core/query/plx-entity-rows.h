/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All entities of a project with what a list of them shows. */

#pragma once

#include "model/plx-entity.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef struct
{
  PlxEntity *entity; /* (owned) */
  guint n_mentions;
  guint n_documents; /* in how many articles */
  char *key;         /* (owned): orders by name */
  char *folded;      /* (owned): name and aliases folded, a line each */
} PlxEntityRow;

void plx_entity_row_free (PlxEntityRow *self);

/**
 * plx_entity_row_equal:
 *
 * Returns: whether both would be shown the same
 */
gboolean plx_entity_row_equal (const PlxEntityRow *a,
                               const PlxEntityRow *b);

/**
 * plx_entity_row_matches:
 * @words: (array zero-terminated=1): folded
 *
 * Returns: whether the name or one alias holds each of @words
 */
gboolean plx_entity_row_matches (const PlxEntityRow *self,
                                 char **words);

/**
 * plx_entity_rows_list:
 *
 * Corpus-wide: not for the main thread.
 *
 * Returns: (transfer container) (element-type PlxEntityRow): by name, as
 *   people sort names, then id
 */
GPtrArray *plx_entity_rows_list (PlxConnection *connection,
                                 GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names and aliases of all actors and places, folded, for finding some of
 * them as one types.
 *
 * Loading takes time in proportion to their number and is done on any thread
 * with a connection of its own; after that the index never changes and any
 * thread may search it: 5,000 entities in about a millisecond.
 */

#pragma once

#include "model/plx-name-match.h"
#include "model/plx-tag.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef struct _PlxNameIndex PlxNameIndex;

/* One entity that was found.  Strings belong to the index. */
typedef struct
{
  PlxId id;
  PlxKind kind;
  const char *sort;
  const char *name;
  const char *alias; /* (nullable): by which it was found, if not by its name */
  guint n_mentions;
  guint n_documents;
  PlxNameRank rank;
} PlxNameHit;

/**
 * plx_name_index_load:
 *
 * Returns: (transfer full): an index of what is in the project now
 */
PlxNameIndex *plx_name_index_load (PlxConnection *connection,
                                   GError **error);
void plx_name_index_free (PlxNameIndex *self);
guint plx_name_index_get_n_entities (PlxNameIndex *self);

/**
 * plx_name_index_find:
 * @query: what was typed
 * @worst: what does not match as well is left out
 * @recent: (array length=n_recent): entities used lately, the latest first
 * @limit: how many at most
 *
 * Searches all names and aliases.  The best match comes first; among equals
 * those of @recent, then those with more mentions, then by name.
 *
 * Returns: (transfer full) (element-type PlxNameHit): valid as long as the index
 */
GArray *plx_name_index_find (PlxNameIndex *self,
                             const char *query,
                             PlxNameRank worst,
                             const PlxId *recent,
                             gsize n_recent,
                             guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNameIndex, plx_name_index_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a search found, as rows: hits, and before those of one article, or of one
 * kind, a row that names it. */

#pragma once

#include "query/plx-search.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_TYPE_SEARCH_ITEM (plx_search_item_get_type ())

G_DECLARE_FINAL_TYPE (PlxSearchItem, plx_search_item, PLX, SEARCH_ITEM, GObject)

/* (nullable): the hit; %NULL for a row that names those that follow. */
const PlxSearchHit *plx_search_item_get_hit (PlxSearchItem *self);

/* Of a row that names others: the first of them, and how many there are. */
const PlxSearchHit *plx_search_item_get_first (PlxSearchItem *self);
guint plx_search_item_get_n (PlxSearchItem *self);

/* A #GListModel of #PlxSearchItem. */
#define PLX_TYPE_SEARCH_LIST (plx_search_list_get_type ())

G_DECLARE_FINAL_TYPE (PlxSearchList, plx_search_list, PLX, SEARCH_LIST, GObject)

PlxSearchList *plx_search_list_new (void);

/**
 * plx_search_list_set:
 * @hits: (element-type PlxSearchHit): kept, and not to be changed any more
 * @order: in which they are; only by article are they put under names
 *
 * Rows that are the same as before stay, so that more hits of the same search do
 * not move what somebody looks at.
 */
void plx_search_list_set (PlxSearchList *self,
                          GPtrArray *hits,
                          PlxSearchOrder order);

/* (transfer none) (element-type PlxSearchHit): all that were set. */
GPtrArray *plx_search_list_get_hits (PlxSearchList *self);

/* How many articles have passages among them. */
guint plx_search_list_count_articles (PlxSearchList *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of what was found: a hit in the middle of its context, or the name of
 * the article or kind that the following hits belong to. */

#pragma once

#include "list/plx-search-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_SEARCH_ROW (plx_search_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxSearchRow, plx_search_row, PLX, SEARCH_ROW, GtkWidget)

GtkWidget *plx_search_row_new (void);

/**
 * plx_search_row_set_item:
 * @item: (nullable):
 * @names_article: whether each hit says which article it is in
 */
void plx_search_row_set_item (PlxSearchRow *self,
                              PlxSearchItem *item,
                              gboolean names_article);

G_END_DECLS

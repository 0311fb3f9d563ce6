/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a type-ahead offers: the items of a list that match what is typed, one
 * of them marked.  The focus stays in the entry, which hands on its keys.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_PICK_LIST (plx_pick_list_get_type ())

/* Signal "picked" (GObject *item): by a click or by plx_pick_list_activate(). */
G_DECLARE_FINAL_TYPE (PlxPickList, plx_pick_list, PLX, PICK_LIST, GtkWidget)

/* Returns: (transfer none): the words of @item that are searched. */
typedef const char *(*PlxPickWords) (gpointer item);

GtkWidget *plx_pick_list_new (void);

/**
 * plx_pick_list_set_items:
 * @items: (nullable): a list of objects
 * @words: what is searched
 * @factory: (nullable): how they look; %NULL shows @words
 */
void plx_pick_list_set_items (PlxPickList *self,
                              GListModel *items,
                              PlxPickWords words,
                              GtkListItemFactory *factory);

/**
 * plx_pick_list_search:
 * @query: beginnings of words, in any order; all items match an empty one
 * @mark_first: whether the first match is marked; otherwise none is
 *
 * Returns: the number of matches
 */
guint plx_pick_list_search (PlxPickList *self,
                            const char *query,
                            gboolean mark_first);

/* Marks the next or previous match; before the first there is none. */
void plx_pick_list_move (PlxPickList *self,
                         gboolean down);

/**
 * plx_pick_list_activate:
 *
 * Picks the marked item.
 *
 * Returns: %FALSE if none is marked
 */
gboolean plx_pick_list_activate (PlxPickList *self);

G_END_DECLS

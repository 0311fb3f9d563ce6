/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry that finds tags, actors and places as one types, over a short list of
 * them.
 *
 * Before anything is typed the list shows only what is called exactly like the
 * selected text, and commands; with the focus in the entry, all that there is.
 * Enter chooses the row that is marked, the first unless the arrow keys moved
 * the mark; what would make a new entity, and commands, are never marked by
 * themselves. */

#pragma once

#include <gtk/gtk.h>

#include "reader/plx-pick-row.h"
#include "session/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_TAG_SEARCH (plx_tag_search_get_type ())

/* Signals:
 *   "chosen" (PlxPickRow *)
 *   "cancelled" ()           Escape
 *   "marked" ()              there is another row that Enter chooses
 */
G_DECLARE_FINAL_TYPE (PlxTagSearch, plx_tag_search, PLX, TAG_SEARCH, GtkBox)

/**
 * plx_tag_search_new:
 * @commands: (element-type PlxPickRow): the rows at the end of the list, whatever
 *   is typed
 */
GtkWidget *plx_tag_search_new (PlxSession *session,
                               GListModel *commands);

/**
 * plx_tag_search_reset:
 * @selected: the text that is to be tagged
 *
 * Empties the entry and offers what suits @selected.
 */
void plx_tag_search_reset (PlxTagSearch *self,
                           const char *selected);

/**
 * plx_tag_search_get_entry:
 *
 * Returns: (transfer none): what takes the typing
 */
GtkWidget *plx_tag_search_get_entry (PlxTagSearch *self);

/**
 * plx_tag_search_get_marked:
 *
 * Returns: (transfer none) (nullable): the row that Enter chooses
 */
PlxPickRow *plx_tag_search_get_marked (PlxTagSearch *self);

/* Does what Enter does in the entry. */
void plx_tag_search_choose_marked (PlxTagSearch *self);

G_END_DECLS

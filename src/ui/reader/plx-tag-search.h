/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry that finds tags as one types, over a short list of them.
 *
 * Enter chooses the selected one, the first unless the arrow keys moved it. */

#pragma once

#include <gtk/gtk.h>

#include "list/plx-codebook.h"

G_BEGIN_DECLS

#define PLX_TYPE_TAG_SEARCH (plx_tag_search_get_type ())

/* Signals:
 *   "chosen" (gint64 tag)
 *   "cancelled" ()         Escape
 */
G_DECLARE_FINAL_TYPE (PlxTagSearch, plx_tag_search, PLX, TAG_SEARCH, GtkBox)

GtkWidget *plx_tag_search_new (PlxCodebook *codebook);

/* Empties the entry and hides the list. */
void plx_tag_search_reset (PlxTagSearch *self);

/**
 * plx_tag_search_get_entry:
 *
 * Returns: (transfer none): what takes the typing
 */
GtkWidget *plx_tag_search_get_entry (PlxTagSearch *self);

/**
 * plx_tag_search_rank:
 * @path: of a tag, `Actor/Armed group`
 * @query: what was typed
 *
 * Returns: how well they match: 0 if the tag's own name starts with @query, 1 if
 *   a word of the path does, 2 if it is anywhere in the path, -1 if it is not
 */
int plx_tag_search_rank (const char *path,
                         const char *query);

G_END_DECLS

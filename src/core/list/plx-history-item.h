/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One edit as it stands in a list of the history. */

#pragma once

#include "store/plx-history.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define PLX_TYPE_HISTORY_ITEM (plx_history_item_get_type ())

/* Properties, all of which may change:
 *   "state"       int (PlxEditState)
 *   "is-here"     gboolean  the last edit that is done: the project is as it left it
 *   "starts-day"  gboolean  the newest edit of its day in the list
 */
G_DECLARE_FINAL_TYPE (PlxHistoryItem, plx_history_item, PLX, HISTORY_ITEM, GObject)

/**
 * plx_history_item_new:
 * @edit: (nullable): copied; %NULL stands for the beginning, before all edits
 */
PlxHistoryItem *plx_history_item_new (const PlxEdit *edit);

/**
 * plx_history_item_get_edit:
 *
 * Returns: (transfer none) (nullable): the edit; its state is up to date
 */
const PlxEdit *plx_history_item_get_edit (PlxHistoryItem *self);

/* The id of the edit; %PLX_ID_NONE for the beginning. */
PlxId plx_history_item_get_id (PlxHistoryItem *self);
gboolean plx_history_item_is_here (PlxHistoryItem *self);
gboolean plx_history_item_starts_day (PlxHistoryItem *self);

/* For the lists. */
void plx_history_item_set_state (PlxHistoryItem *self,
                                 PlxEditState state);
void plx_history_item_set_is_here (PlxHistoryItem *self,
                                   gboolean is_here);
void plx_history_item_set_starts_day (PlxHistoryItem *self,
                                      gboolean starts_day);

G_END_DECLS

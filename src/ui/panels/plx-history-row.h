/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One edit in the list of the history: what was done, by whom, when; above it,
 * where one is in the history and the day, if they begin there. */

#pragma once

#include "list/plx-history-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_HISTORY_ROW (plx_history_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxHistoryRow, plx_history_row, PLX, HISTORY_ROW, GtkWidget)

/* (transfer full): makes rows for a list of #PlxHistoryItem */
GtkListItemFactory *plx_history_row_factory_new (void);

/* Tells the time anew. */
void plx_history_row_refresh (PlxHistoryRow *self);

/**
 * plx_history_row_get_state_words:
 *
 * Returns: (transfer none): what it means for an edit to be in @state, in short;
 *   empty if it is done
 */
const char *plx_history_row_get_state_words (PlxEditState state);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one edit did, where, and the buttons to go there and to go back to it. */

#pragma once

#include "list/plx-history-item.h"
#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_HISTORY_DETAILS (plx_history_details_get_type ())

G_DECLARE_FINAL_TYPE (PlxHistoryDetails, plx_history_details, PLX, HISTORY_DETAILS, GtkWidget)

/**
 * plx_history_details_show:
 * @item: (nullable): what to show; the beginning is an edit like any other here
 *
 * Follows the item and the project as long as it is shown.
 */
void plx_history_details_show (PlxHistoryDetails *self,
                               PlxSession *session,
                               PlxHistoryItem *item);

/**
 * plx_history_details_go_there:
 *
 * Goes to the first place that is still there.
 *
 * Returns: whether there is one
 */
gboolean plx_history_details_go_there (PlxHistoryDetails *self);

G_END_DECLS

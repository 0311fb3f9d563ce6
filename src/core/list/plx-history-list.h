/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All edits of a project as a list model, the newest first, with the beginning
 * at the end.
 *
 * Read in pages when they are looked at; pages that are far from there are let
 * go, so that a history may have any length.  Follows the project: what is done
 * comes at the top, and the states of what was read change in place.
 */

#pragma once

#include "list/plx-history-item.h"
#include "project/plx-project.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_TYPE_HISTORY_LIST (plx_history_list_get_type ())

G_DECLARE_FINAL_TYPE (PlxHistoryList, plx_history_list, PLX, HISTORY_LIST, GObject)

/**
 * plx_history_list_new:
 *
 * Returns: (transfer full): a #GListModel of #PlxHistoryItem; empty as long as
 *   there is no edit
 */
PlxHistoryList *plx_history_list_new (PlxProject *project);

G_END_DECLS

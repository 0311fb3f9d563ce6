/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edits of a project that match a search, as a list model, newest first.
 *
 * Looks through the history when nothing else is to be done, a few milliseconds
 * at a time, and tells what it finds as it goes.  Follows the project like
 * #PlxHistoryList.
 */

#pragma once

#include "list/plx-history-item.h"
#include "project/plx-project.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* More are not shown; who searches for less will find it. */
#define PLX_HISTORY_RESULTS_MAX 500

#define PLX_TYPE_HISTORY_RESULTS (plx_history_results_get_type ())

/* Property "searching": gboolean, whether the beginning is not reached yet. */
G_DECLARE_FINAL_TYPE (PlxHistoryResults, plx_history_results, PLX, HISTORY_RESULTS, GObject)

/**
 * plx_history_results_new:
 * @words: see plx_history_search_new()
 * @verbs: (array zero-terminated=1) (nullable): the same
 *
 * Returns: (transfer full): a #GListModel of #PlxHistoryItem
 */
PlxHistoryResults *plx_history_results_new (PlxProject *project,
                                            const char *words,
                                            const char *const *verbs);
gboolean plx_history_results_is_searching (PlxHistoryResults *self);

G_END_DECLS

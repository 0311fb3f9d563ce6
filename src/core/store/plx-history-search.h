/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Searching the history, a little at a time, the newest edits first.
 *
 * Found is what has the words in its detail, in the name of who did it, or in
 * the text that it changed: quotes, titles, names and notes, before and after.
 * Capitals, accents, apostrophes and hyphens do not matter (model/plx-fold.h).
 */

#pragma once

#include "store/plx-history.h"

G_BEGIN_DECLS

typedef struct _PlxHistorySearch PlxHistorySearch;

/**
 * plx_history_search_new:
 * @words: what to look for; blanks around it do not count
 * @verbs: (array zero-terminated=1) (nullable): verbs that match besides, such
 *   as those whose name on the screen has the words
 */
PlxHistorySearch *plx_history_search_new (const char *words,
                                          const char *const *verbs);
void plx_history_search_free (PlxHistorySearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHistorySearch, plx_history_search_free)

/**
 * plx_history_search_matches:
 *
 * Returns: whether @text has the words; for names that only the caller knows
 */
gboolean plx_history_search_matches (const PlxHistorySearch *self,
                                     const char *text);

/**
 * plx_history_search_next:
 * @n_edits: look at so many more
 * @ended: (out): whether the beginning of the history was reached
 *
 * Returns: (transfer container) (element-type PlxEdit): those that match among
 *   the next edits, newest first
 */
GPtrArray *plx_history_search_next (PlxHistorySearch *self,
                                    PlxConnection *connection,
                                    int n_edits,
                                    gboolean *ended,
                                    GError **error);

G_END_DECLS

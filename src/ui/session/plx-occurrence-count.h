/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How often a name stands in all articles without being tagged yet.  Counted on
 * a thread of its own: nobody waits for it. */

#pragma once

#include "session/plx-session.h"

G_BEGIN_DECLS

/**
 * PlxOccurrenceCountFunc:
 * @n_places: of the name; 0 also if they could not be counted
 * @n_articles: that they are in
 */
typedef void (*PlxOccurrenceCountFunc) (guint n_places,
                                        guint n_articles,
                                        gpointer data);

/**
 * plx_occurrence_count_run:
 * @except: a place that does not count
 * @tag: what would be tagged with, or %PLX_ID_NONE
 * @func: called on the main thread, unless @cancellable is cancelled
 * @owner: kept alive until then, and given to @func
 *
 * Texts that are too long for a name are not looked for, and @func is not called.
 */
void plx_occurrence_count_run (PlxSession *session,
                               const char *text,
                               const PlxPlacement *except,
                               PlxId tag,
                               GCancellable *cancellable,
                               PlxOccurrenceCountFunc func,
                               GObject *owner);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps something that is read from the whole project up to date, in the
 * background and only while somebody looks at it.
 *
 * However many edits come at once, one reading is on its way, and at most one
 * more follows it.  Main thread.
 */

#pragma once

#include "project/plx-project.h"

G_BEGIN_DECLS

#define PLX_TYPE_REFRESHER (plx_refresher_get_type ())

G_DECLARE_FINAL_TYPE (PlxRefresher, plx_refresher, PLX, REFRESHER, GObject)

/**
 * PlxRefresherRead:
 * @cancellable: set when nobody waits any more
 *
 * Reads it, on a thread of its own.
 *
 * Returns: (transfer full) (nullable): the answer, %NULL with @error set
 */
typedef gpointer (*PlxRefresherRead) (PlxConnection *connection,
                                      GCancellable *cancellable,
                                      GError **error);

/* Takes @answer over, which was read from the project. */
typedef void (*PlxRefreshed) (gpointer owner,
                              gpointer answer);

/**
 * plx_refresher_new:
 * @tables: bits (1 << #PlxTable) of what it is read from
 * @read: asks for it
 * @destroy_answer: frees an answer that comes too late
 * @refreshed: gets what was read
 * @owner: not owned; owns the refresher
 */
PlxRefresher *plx_refresher_new (PlxProject *project,
                                 guint tables,
                                 PlxRefresherRead read,
                                 GDestroyNotify destroy_answer,
                                 PlxRefreshed refreshed,
                                 gpointer owner);

/**
 * plx_refresher_set_active:
 * @active: whether somebody begins to look, or looks no more; several may, and
 *   at first nobody does
 */
void plx_refresher_set_active (PlxRefresher *self,
                               gboolean active);

/* To be called when @owner goes: nothing comes to it any more. */
void plx_refresher_stop (PlxRefresher *self);

G_END_DECLS

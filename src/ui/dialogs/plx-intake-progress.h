/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far the intake of many articles is: what is being done, of how many, how
 * long it is going to take, and a button that ends it.
 *
 * Comes on screen only if it takes longer than a moment.
 */

#pragma once

#include "dialogs/plx-progress.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _PlxIntakeProgress PlxIntakeProgress;

/**
 * plx_intake_progress_new:
 * @parent: (nullable): without one nothing is shown
 */
PlxIntakeProgress *plx_intake_progress_new (GtkWindow *parent);

/* Takes it off the screen. */
void plx_intake_progress_free (PlxIntakeProgress *self);

/**
 * plx_intake_progress_begin:
 * @words: what is being done from now on: a sentence
 *
 * Returns: (transfer none): where threads note how far they are
 */
PlxProgress *plx_intake_progress_begin (PlxIntakeProgress *self,
                                        const char *words);

/* (transfer none): set when somebody ends it */
GCancellable *plx_intake_progress_get_cancellable (PlxIntakeProgress *self);

/**
 * plx_intake_progress_dup_time_left:
 * @seconds: since it began
 *
 * Returns: (transfer full): how long it is going to take, empty where nobody knows
 *   yet
 */
char *plx_intake_progress_dup_time_left (double seconds,
                                         int done,
                                         int total);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxIntakeProgress, plx_intake_progress_free)

G_END_DECLS

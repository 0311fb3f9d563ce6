/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All views of the program over the sample project: panels, tables, dialogs,
 * menus.  They are gone to by actions and keys, so this works in every
 * language.  A new dialog has its line here; then its controls are looked at
 * for names, its words for translations, and it gets into the gallery. */

#pragma once

#include "plx-e2e.h"

G_BEGIN_DECLS

/**
 * plx_e2e_make_sample:
 *
 * Returns: (transfer full): path of a project made of the sample
 */
char *plx_e2e_make_sample (PlxE2e *e2e);

guint plx_e2e_get_n_views (void);
const char *plx_e2e_get_view_name (guint i);

typedef struct _PlxE2eTour PlxE2eTour;

/**
 * plx_e2e_tour_new:
 * @project: what most views are of; it has three articles or more
 * @width: of the window, or 0 for what the program gives it
 * @height: the same
 *
 * The tour starts the program, and starts it anew for views of another project.
 */
PlxE2eTour *plx_e2e_tour_new (PlxE2e *e2e,
                              const char *project,
                              int width,
                              int height);

/* Leaves the program running. */
void plx_e2e_tour_free (PlxE2eTour *self);

/**
 * plx_e2e_tour_enter:
 *
 * Shows view @i.
 *
 * Returns: whether the window is wide enough for it
 */
gboolean plx_e2e_tour_enter (PlxE2eTour *self,
                             guint i);

/* Back to what was shown before. */
void plx_e2e_tour_leave (PlxE2eTour *self,
                         guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxE2eTour, plx_e2e_tour_free)

G_END_DECLS

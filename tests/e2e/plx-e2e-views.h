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

/* Whether the window is wide enough for view @i. */
gboolean plx_e2e_has_view (PlxE2e *e2e,
                           guint i);

/* Shows view @i; the program has to run and show the project. */
void plx_e2e_enter_view (PlxE2e *e2e,
                         guint i);

/* Back to the articles. */
void plx_e2e_leave_view (PlxE2e *e2e,
                         guint i);

G_END_DECLS

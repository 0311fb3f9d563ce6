/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The comparison of a project and the names in it, kept up to date in the
 * background while somebody looks at them.  Main thread. */

#pragma once

#include "project/plx-project.h"
#include "query/plx-comparison.h"
#include "query/plx-naming.h"

G_BEGIN_DECLS

#define PLX_TYPE_COMPARING (plx_comparing_get_type ())

/* Signal "updated" (): it was read again. */
G_DECLARE_FINAL_TYPE (PlxComparing, plx_comparing, PLX, COMPARING, GObject)

PlxComparing *plx_comparing_new (PlxProject *project);

/* Whether somebody looks. */
void plx_comparing_set_active (PlxComparing *self,
                               gboolean active);

/* (transfer none) (nullable): %NULL until it was read.  Both are of one state of
 * the project. */
PlxComparison *plx_comparing_get_comparison (PlxComparing *self);
PlxNamings *plx_comparing_get_namings (PlxComparing *self);

G_END_DECLS

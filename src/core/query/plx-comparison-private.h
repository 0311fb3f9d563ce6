/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A comparison while it is made. */

#pragma once

#include "query/plx-comparison.h"

G_BEGIN_DECLS

/* With nothing in it: no questions and documents yet. */
PlxComparison *plx_comparison_new (void);

/* Puts all that was read into its cells, and decides on every question. */
void plx_comparison_settle (PlxComparison *self);

/* A #GCompareFunc of two claims of one document: by where they stand. */
int plx_comparison_compare_places (gconstpointer a,
                                   gconstpointer b);

G_END_DECLS

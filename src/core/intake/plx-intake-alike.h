/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles that are nearly the same: the agency's text with another headline, or
 * the outlet's own text of an hour later.
 *
 * Two texts are alike by the share of their rows of five words (shingles) that
 * both have.  In the project the index proposes which texts may be: those that
 * have some of the rarest looking rows of the new one.
 */

#pragma once

#include "intake/plx-intake.h"

G_BEGIN_DECLS

/* Less is not worth a word. */
#define PLX_INTAKE_ALIKE 0.5

/**
 * plx_intake_compare:
 *
 * Returns: the share of shingles that both texts have, from 0 to 1; 0 for texts
 *   of fewer than five words
 */
double plx_intake_compare (PlxText *a,
                           PlxText *b);

/**
 * plx_intake_find_alike:
 * @items: (element-type PlxIntakeItem): fields resembles, resembles_item and
 *   likeness are set, unless it is the same text
 * @cancellable: (nullable):
 */
gboolean plx_intake_find_alike (PlxConnection *connection,
                                GPtrArray *items,
                                GCancellable *cancellable,
                                GError **error);

/**
 * plx_intake_item_dup_alike_report:
 * @title: of what it resembles
 *
 * Returns: (transfer full): one sentence for the user
 */
char *plx_intake_item_dup_alike_report (const PlxIntakeItem *self,
                                        const char *title);

G_END_DECLS

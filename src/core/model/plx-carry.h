/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the passages of a text are in a revised version of it.
 *
 * The rule, in the order in which it is tried.  Nothing is ever carried to other
 * words than it was made on.
 *
 * 1. Kept: all of the passage lies in one run that the comparison of the two
 *    texts keeps (plx-diff.h).  It goes where the run went.
 * 2. Found: otherwise its exact words are looked for everywhere in the new text.
 *    At each place the code points are counted that are the same directly before
 *    it and directly after it, up to 32 on each side (PLX_QUOTE_CONTEXT); an end
 *    of both texts counts as 32.  The place with the highest sum is taken if that
 *    is at least 16, if no other place has as many, and if no word is cut there
 *    that was whole before.
 * 3. Reworded: otherwise, if the comparison tells where the passage begins and
 *    where it ends, and at least half of its code points are still there between,
 *    that place is proposed.  Its words are others, so a person decides, unless it
 *    is the correction of a typo.
 * 4. Lost: otherwise nothing is proposed.
 *
 * An annotation of several passages is as well off as its worst one; if they are
 * not in order any more, or overlap, it is lost.
 */

#pragma once

#include "base/plx-text.h"

G_BEGIN_DECLS

/* The best first. */
typedef enum
{
  PLX_CARRY_KEPT,
  PLX_CARRY_FOUND,
  PLX_CARRY_REWORDED,
  PLX_CARRY_LOST,
} PlxCarryWay;

/* Of the context that has to be the same. */
#define PLX_CARRY_MIN_CONTEXT 16

typedef struct _PlxCarrier PlxCarrier;

/**
 * plx_carrier_new:
 * @before: the text that the passages are in
 * @after: the revised text
 */
PlxCarrier *plx_carrier_new (PlxText *before,
                             PlxText *after);
void plx_carrier_free (PlxCarrier *self);

/**
 * plx_carrier_get_runs:
 *
 * Returns: (transfer none) (element-type PlxDiffRun): see plx_diff_texts()
 */
const GArray *plx_carrier_get_runs (PlxCarrier *self);

/* Whether the new text has words that the old one has not. */
gboolean plx_carrier_adds_words (PlxCarrier *self);

/**
 * plx_carrier_carry:
 * @spans: (element-type PlxSpan): in the old text, normalized
 * @carried: (out) (transfer full) (nullable) (element-type PlxSpan): where they
 *   are, or could be, in the new one; %NULL if they are lost
 */
PlxCarryWay plx_carrier_carry (PlxCarrier *self,
                               const GArray *spans,
                               GArray **carried);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCarrier, plx_carrier_free)

G_END_DECLS

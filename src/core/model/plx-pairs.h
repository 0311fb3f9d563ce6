/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quotes and brackets: which halves of pairs stand alone in a range.
 *
 * Brackets have a direction; quotes get theirs from their neighbours where
 * languages disagree (“ opens in English and closes in German) or the sign has
 * none (").  Apostrophes inside words are no quotes.
 */

#pragma once

#include "base/plx-text.h"
#include "model/plx-span.h"

G_BEGIN_DECLS

/**
 * plx_char_is_pair_half:
 *
 * Whether @c is a quote or a bracket.
 */
gboolean plx_char_is_pair_half (gunichar c);

/**
 * plx_pairs_find:
 *
 * Returns: (transfer full) (element-type int): the offsets in @span of all
 *   halves whose other half is in @span too, in order
 */
GArray *plx_pairs_find (PlxText *text,
                        const PlxSpan *span);

G_END_DECLS

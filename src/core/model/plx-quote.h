/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The context of an annotation: what stands before and after it.
 *
 * Kept with each annotation so that a span can be checked against its text and
 * found again in a revised one.
 */

#pragma once

#include "base/plx-text.h"
#include "model/plx-span.h"

G_BEGIN_DECLS

/* Code points of context on each side. */
#define PLX_QUOTE_CONTEXT 32

/**
 * plx_quote_dup_prefix:
 *
 * Returns: (transfer full): up to %PLX_QUOTE_CONTEXT code points before @offset
 */
char *plx_quote_dup_prefix (PlxText *text,
                            int offset);

/**
 * plx_quote_dup_suffix:
 *
 * Returns: (transfer full): up to %PLX_QUOTE_CONTEXT code points from @offset on
 */
char *plx_quote_dup_suffix (PlxText *text,
                            int offset);

/**
 * plx_quote_matches:
 *
 * Returns: whether @span lies in @text and its text is exactly @quote
 */
gboolean plx_quote_matches (PlxText *text,
                            const PlxSpan *span,
                            const char *quote);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an article may speak of a question, for somebody who checks it. */

#pragma once

#include "base/plx-text.h"
#include "model/plx-span.h"
#include "query/plx-comparison.h"

G_BEGIN_DECLS

/**
 * plx_likely_find:
 * @question: position in @comparison
 * @limit: how many at most
 *
 * Looks for sentences with words of the question, numbers of its unit, and those
 * who speak of it in other articles.  Reads one article.
 *
 * Returns: (transfer full) (element-type PlxSpan): sentences in @text, the
 *   likeliest first; empty if none is
 */
GArray *plx_likely_find (const PlxComparison *comparison,
                         guint question,
                         PlxText *text,
                         const char *language,
                         guint limit);

G_END_DECLS

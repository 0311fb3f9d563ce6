/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentence rule: where sentences begin.
 *
 * A line end always ends a sentence.  Within a line one ends after . ! ? … ؟ ۔
 * and their like, closing quotes and brackets, and a blank; after 。！？ without
 * a blank too.  It does not end after abbreviations (U.S., Dr., No. 5, the
 * initial in J. Smith), and not where a lower-case letter follows an ellipsis
 * or the end of quoted words (“Who?” he asked).
 */

#pragma once

#include "base/plx-text.h"

G_BEGIN_DECLS

/**
 * plx_sentence_next:
 *
 * Returns: the first start of a sentence after @offset, or the length
 */
int plx_sentence_next (PlxText *text,
                       int offset);

/**
 * plx_sentence_previous:
 *
 * Returns: the last start of a sentence before @offset, or 0
 */
int plx_sentence_previous (PlxText *text,
                           int offset);

G_END_DECLS

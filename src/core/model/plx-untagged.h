/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is still to be read: paragraphs in which nothing is tagged. */

#pragma once

#include "base/plx-text.h"
#include "model/plx-span-index.h"

G_BEGIN_DECLS

/**
 * plx_untagged_next:
 * @offset: a code point offset inside the text
 *
 * Returns: where the first paragraph begins that stands after the one of
 *   @offset, has something to read, and has no annotation anywhere; -1 if there
 *   is none
 */
int plx_untagged_next (PlxText *text,
                       PlxSpanIndex *index,
                       int offset);

/**
 * plx_untagged_previous:
 *
 * Returns: the same, for the last one that stands before the paragraph of
 *   @offset
 */
int plx_untagged_previous (PlxText *text,
                           PlxSpanIndex *index,
                           int offset);

G_END_DECLS

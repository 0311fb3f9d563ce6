/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What differs between two versions of a text, word by word.
 *
 * Both texts are cut into words, single signs of punctuation, and single letters
 * where a script puts no blanks between words.  The shortest script of words that
 * go and words that come is found in linear space (Myers 1986); where it would
 * take long, because nearly everything differs, a good one is taken.  Blanks
 * between two words that stay have to stay as well.  A few words that stayed by
 * chance inside a passage that was rewritten count as rewritten too, so that a
 * reader sees passages and not crumbs.
 *
 * No case or accent is folded: a run that is kept is the same to the letter.
 */

#pragma once

#include "base/plx-text.h"
#include "model/plx-span.h"

G_BEGIN_DECLS

/* A part of both texts.  Either span may be empty, where something only came or
 * only went; where it is kept both are of one length. */
typedef struct
{
  PlxSpan before; /* in the old text */
  PlxSpan after;  /* in the new text */
  gboolean kept;
} PlxDiffRun;

/**
 * plx_diff_texts:
 *
 * Returns: (transfer full) (element-type PlxDiffRun): runs that cover both texts
 *   from beginning to end, kept and changed by turns
 */
GArray *plx_diff_texts (PlxText *before,
                        PlxText *after);

/**
 * plx_diff_map:
 * @offset: of the old text, or with @back of the new one
 *
 * Returns: what corresponds to @offset in the other text: in a run that is kept
 *   the same character, in one that changed as far in as here
 */
int plx_diff_map (const GArray *runs,
                  int offset,
                  gboolean back);

/* The index of the run of @runs that @offset of the old text lies in, or -1. */
int plx_diff_find (const GArray *runs,
                   int offset);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From where a hand let go to what it meant: snapping of selections.
 *
 * The word rule is our own, because common ones break names at ’ and -: a word
 * is a run of letters, digits, marks and _, joined by single ’ ' - U+2010 U+2011
 * between letters (Hay’at, al-Sham, de-escalation, T-72), by dots in
 * abbreviations (U.S., U.N.) and by , . between digits (10.5, 7,000).  What is
 * typed for ’ counts as ’ (‘ ` ´), and the signs of other scripts that do the
 * same join too: geresh, gershayim and maqaf, the Catalan middle dot, the Arabic
 * separators of numbers.  A possessive ’s stays with the word.  #name and @name
 * keep their sign.  A run of ideographs or Kana is a word up to punctuation or
 * another script.  Flags, emoji and other symbols are words of their own; other
 * punctuation is in no word.
 *
 * Sentences: see plx-sentence.h.  A paragraph is what stands between two line
 * ends.  All borders fall on grapheme cluster boundaries.
 */

#pragma once

#include "base/plx-text.h"
#include "model/plx-span.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_SNAP_CHARACTER,
  PLX_SNAP_WORD,
  PLX_SNAP_SENTENCE,
  PLX_SNAP_PARAGRAPH,
} PlxSnap;

/**
 * plx_snap_span:
 * @span: (inout): any range inside the text, start <= end
 *
 * Extends @span to whole units of @snap, then trims blanks and, except for
 * characters, punctuation at the edges that belongs to the surrounding text
 * (quotes and brackets stay where both halves of the pair are inside; the
 * punctuation of a sentence or paragraph is its own, but a lone half is not).
 * A snapped span snaps to itself.
 *
 * Returns: whether anything is left; if not, as with an empty or blank @span,
 *   @span is unchanged
 */
gboolean plx_snap_span (PlxText *text,
                        PlxSnap snap,
                        PlxSpan *span);

/**
 * plx_snap_at:
 * @offset: a code point offset inside the text
 * @span: (out): the unit at @offset, snapped
 *
 * Returns: whether there is a unit of @snap at @offset (a blank is in no word,
 *   but the blank or line end after a sentence counts as in it); if not, @span
 *   is unchanged
 */
gboolean plx_snap_at (PlxText *text,
                      PlxSnap snap,
                      int offset,
                      PlxSpan *span);

/**
 * plx_snap_next:
 *
 * Where the caret goes from @offset by one unit: to the start of the next unit,
 * or to the end of the text.
 */
int plx_snap_next (PlxText *text,
                   PlxSnap snap,
                   int offset);

/**
 * plx_snap_previous:
 *
 * Where the caret goes back from @offset: to the start of this or the previous
 * unit, or to the start of the text.
 */
int plx_snap_previous (PlxText *text,
                       PlxSnap snap,
                       int offset);

G_END_DECLS

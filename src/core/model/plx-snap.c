/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Snapping: extend to whole units, then trim.
 *
 * The rules for words, sentences and pairs of quotes have files of their own;
 * here they are applied to ranges.  Everything moves from cluster boundary to
 * cluster boundary, so borders are on them by construction.
 */

#include "config.h"

#include "model/plx-snap.h"

#include "model/plx-pairs.h"
#include "model/plx-sentence.h"
#include "model/plx-word.h"

#include <string.h>

static gboolean
is_blank (PlxText *text,
          int boundary)
{
  return plx_cluster_get_kind (text, boundary) == PLX_CLUSTER_BLANK;
}

/* Lines */

static int
get_line_start (PlxText *text,
                int offset)
{
  const char *first = plx_text_get_utf8 (text);
  gsize byte = plx_text_byte_of_offset (text, offset);

  while (byte > 0 && first[byte - 1] != '\n')
    byte--;
  return plx_text_offset_of_byte (text, byte);
}

/* The offset of the line's \n, or the length. */
static int
get_line_end (PlxText *text,
              int offset)
{
  const char *first = plx_text_get_utf8 (text);
  gsize byte = plx_text_byte_of_offset (text, offset);
  gsize n_bytes = plx_text_get_n_bytes (text);
  const char *newline = memchr (first + byte, '\n', n_bytes - byte);

  return newline != NULL ? plx_text_offset_of_byte (text, (gsize) (newline - first)) : plx_text_get_length (text);
}

/* Trimming */

static gboolean
trim_blanks (PlxText *text,
             PlxSpan *span)
{
  while (span->start < span->end && is_blank (text, span->start))
    span->start = plx_text_next_grapheme (text, span->start);
  while (span->start < span->end && is_blank (text, plx_text_floor_grapheme (text, span->end - 1)))
    span->end = plx_text_floor_grapheme (text, span->end - 1);
  return span->start < span->end;
}

/* What follows a number and belongs to it: 19%, 5′. */
static gboolean
is_unit_sign (gunichar c)
{
  return c == '%' || c == 0x66a || c == 0xff05 || c == 0x2030 || c == 0x2031 || c == 0x2032 || c == 0x2033;
}

static int
compare_offsets_cb (gconstpointer a,
                    gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The halves with a partner in the range are looked for when the first half
 * turns up at an edge.  Trimming takes away only halves without one. */
typedef struct
{
  PlxText *text;   /* (unowned) */
  PlxSnap snap;    /* not PLX_SNAP_CHARACTER */
  GArray *matched; /* (owned) (nullable) (element-type int) */
} Trim;

static gboolean
is_matched (Trim *trim,
            const PlxSpan *span,
            int offset)
{
  if (trim->matched == NULL)
    trim->matched = plx_pairs_find (trim->text, span);
  return g_array_binary_search (trim->matched, &offset, compare_offsets_cb, NULL);
}

/* Whether the cluster [@start, @end) at an edge of @span belongs to what is
 * around; @inner is its border towards the inside. */
static gboolean
is_foreign (Trim *trim,
            const PlxSpan *span,
            int start,
            int inner)
{
  gunichar c = plx_text_get_char (trim->text, start);

  if (plx_cluster_get_kind (trim->text, start) != PLX_CLUSTER_PUNCTUATION || plx_word_joins (trim->text, inner))
    return FALSE;
  if (plx_char_is_pair_half (c))
    return !is_matched (trim, span, start);
  /* Its own punctuation is part of a sentence. */
  if (trim->snap != PLX_SNAP_WORD)
    return FALSE;
  return inner != start || !is_unit_sign (c) || start == 0 ||
         !g_unichar_isdigit (plx_text_get_char (trim->text, start - 1));
}

static gboolean
trim_edges (Trim *trim,
            PlxSpan *span)
{
  while (trim_blanks (trim->text, span))
    {
      int second = plx_text_next_grapheme (trim->text, span->start);
      int last = plx_text_floor_grapheme (trim->text, span->end - 1);

      if (is_foreign (trim, span, span->start, second))
        span->start = second;
      else if (is_foreign (trim, span, last, last))
        span->end = last;
      else
        return TRUE;
    }
  return FALSE;
}

static gboolean
trim (PlxText *text,
      PlxSnap snap,
      PlxSpan *span)
{
  Trim trim = { text, snap, NULL };
  gboolean left;

  if (snap == PLX_SNAP_CHARACTER)
    return trim_blanks (text, span);
  left = trim_edges (&trim, span);
  g_clear_pointer (&trim.matched, g_array_unref);
  return left;
}

/* Extending */

/* The sentence around the visible character at @offset; its end is the start of
 * the next one or the end of the line. */
static PlxSpan
get_sentence (PlxText *text,
              int offset)
{
  PlxSpan sentence;

  sentence.start = MAX (plx_sentence_previous (text, offset + 1), get_line_start (text, offset));
  sentence.end = MIN (plx_sentence_next (text, offset), get_line_end (text, offset));
  return sentence;
}

/* @span begins and ends with visible clusters. */
static void
extend (PlxText *text,
        PlxSnap snap,
        PlxSpan *span)
{
  switch (snap)
    {
    case PLX_SNAP_CHARACTER:
      break;
    case PLX_SNAP_WORD:
      span->start = plx_word_get_start (text, span->start);
      span->end = plx_word_get_end (text, span->end);
      break;
    case PLX_SNAP_SENTENCE:
      span->start = get_sentence (text, span->start).start;
      span->end = get_sentence (text, plx_text_floor_grapheme (text, span->end - 1)).end;
      break;
    case PLX_SNAP_PARAGRAPH:
      span->start = get_line_start (text, span->start);
      span->end = get_line_end (text, plx_text_floor_grapheme (text, span->end - 1));
      break;
    default:
      g_return_if_reached ();
    }
  /* A line may end inside CR LF. */
  span->end = plx_text_ceil_grapheme (text, span->end);
}

gboolean
plx_snap_span (PlxText *text,
               PlxSnap snap,
               PlxSpan *span)
{
  PlxSpan snapped;

  g_return_val_if_fail (text != NULL && span != NULL, FALSE);
  g_return_val_if_fail (span->start >= 0 && span->start <= span->end, FALSE);
  g_return_val_if_fail (span->end <= plx_text_get_length (text), FALSE);

  if (span->start == span->end)
    return FALSE;
  snapped.start = plx_text_floor_grapheme (text, span->start);
  snapped.end = plx_text_ceil_grapheme (text, span->end);
  if (!trim_blanks (text, &snapped))
    return FALSE;
  extend (text, snap, &snapped);
  if (!trim (text, snap, &snapped))
    return FALSE;
  *span = snapped;
  return TRUE;
}

/* Units */

static gboolean
get_word (PlxText *text,
          int offset,
          PlxSpan *span)
{
  int start = plx_text_floor_grapheme (text, offset);
  int end = plx_text_next_grapheme (text, offset);
  PlxClusterKind kind;

  if (offset == plx_text_get_length (text))
    return FALSE;
  kind = plx_cluster_get_kind (text, start);
  span->start = plx_word_get_start (text, start);
  span->end = plx_word_get_end (text, end);
  return kind == PLX_CLUSTER_WORD || kind == PLX_CLUSTER_SYMBOL || span->start < start || span->end > end;
}

/* The visible character of the line around @offset that is nearest before
 * @offset, else the nearest after it. */
static gboolean
find_visible (PlxText *text,
              int offset,
              int *visible)
{
  PlxSpan line = { get_line_start (text, offset), get_line_end (text, offset) };
  PlxSpan head = { line.start, MIN (line.end, plx_text_next_grapheme (text, offset)) };

  line.end = plx_text_ceil_grapheme (text, line.end);
  head.end = plx_text_ceil_grapheme (text, head.end);
  if (trim_blanks (text, &head))
    *visible = plx_text_floor_grapheme (text, head.end - 1);
  else if (trim_blanks (text, &line))
    *visible = line.start;
  else
    return FALSE;
  return TRUE;
}

gboolean
plx_snap_at (PlxText *text,
             PlxSnap snap,
             int offset,
             PlxSpan *span)
{
  PlxSpan unit;
  int visible;

  g_return_val_if_fail (text != NULL && span != NULL, FALSE);
  g_return_val_if_fail (offset >= 0 && offset <= plx_text_get_length (text), FALSE);

  switch (snap)
    {
    case PLX_SNAP_CHARACTER:
      unit.start = plx_text_floor_grapheme (text, offset);
      unit.end = plx_text_next_grapheme (text, offset);
      if (unit.start == unit.end)
        return FALSE;
      break;
    case PLX_SNAP_WORD:
      if (!get_word (text, offset, &unit))
        return FALSE;
      break;
    case PLX_SNAP_SENTENCE:
    case PLX_SNAP_PARAGRAPH:
      if (!find_visible (text, offset, &visible))
        return FALSE;
      unit.start = visible;
      unit.end = plx_text_next_grapheme (text, visible);
      if (!plx_snap_span (text, snap, &unit))
        return FALSE;
      break;
    default:
      g_return_val_if_reached (FALSE);
    }
  *span = unit;
  return TRUE;
}

/* The caret */

static int
next_word (PlxText *text,
           int offset)
{
  do
    offset = plx_text_next_grapheme (text, offset);
  while (offset < plx_text_get_length (text) && !plx_word_starts (text, offset));
  return offset;
}

static int
previous_word (PlxText *text,
               int offset)
{
  do
    offset = plx_text_floor_grapheme (text, MAX (0, offset - 1));
  while (offset > 0 && !plx_word_starts (text, offset));
  return offset;
}

static int
skip_blanks (PlxText *text,
             int offset)
{
  while (offset < plx_text_get_length (text) && is_blank (text, offset))
    offset = plx_text_next_grapheme (text, offset);
  return offset;
}

/* A paragraph begins with the first visible character of its line. */
static int
next_paragraph (PlxText *text,
                int offset)
{
  int start = skip_blanks (text, get_line_start (text, offset));

  if (start > offset)
    return start;
  return skip_blanks (text, get_line_end (text, offset));
}

static int
previous_paragraph (PlxText *text,
                    int offset)
{
  PlxSpan before = { 0, plx_text_floor_grapheme (text, offset) };

  if (!trim_blanks (text, &before))
    return 0;
  return skip_blanks (text, get_line_start (text, before.end - 1));
}

int
plx_snap_next (PlxText *text,
               PlxSnap snap,
               int offset)
{
  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (offset >= 0 && offset <= plx_text_get_length (text), 0);

  switch (snap)
    {
    case PLX_SNAP_CHARACTER:
      return plx_text_next_grapheme (text, offset);
    case PLX_SNAP_WORD:
      return next_word (text, offset);
    case PLX_SNAP_SENTENCE:
      return plx_sentence_next (text, offset);
    case PLX_SNAP_PARAGRAPH:
      return next_paragraph (text, offset);
    default:
      g_return_val_if_reached (offset);
    }
}

int
plx_snap_previous (PlxText *text,
                   PlxSnap snap,
                   int offset)
{
  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (offset >= 0 && offset <= plx_text_get_length (text), 0);

  switch (snap)
    {
    case PLX_SNAP_CHARACTER:
      return plx_text_floor_grapheme (text, MAX (0, offset - 1));
    case PLX_SNAP_WORD:
      return previous_word (text, offset);
    case PLX_SNAP_SENTENCE:
      return plx_sentence_previous (text, offset);
    case PLX_SNAP_PARAGRAPH:
      return previous_paragraph (text, offset);
    default:
      g_return_val_if_reached (offset);
    }
}

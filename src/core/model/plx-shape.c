/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-shape.h"

#include "model/plx-word.h"

static GArray *
shape_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (PlxSpan));
}

static PlxSpan *
get_span (GArray *spans,
          guint i)
{
  return &g_array_index (spans, PlxSpan, i);
}

/* Whether [start, end) holds nothing but blanks of one line. */
static gboolean
is_gap (PlxText *text,
        int start,
        int end)
{
  for (int i = start; i < end; i++)
    {
      gunichar c = plx_text_get_char (text, i);

      if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || !plx_char_is_blank (c))
        return FALSE;
    }
  return TRUE;
}

/* Makes one of neighbours that meet; @spans are in order and do not overlap. */
static void
close_gaps (PlxText *text,
            GArray *spans,
            guint first,
            guint last)
{
  for (guint i = MIN (last, spans->len - 1); i > first; i--)
    if (is_gap (text, get_span (spans, i - 1)->end, get_span (spans, i)->start))
      {
        get_span (spans, i - 1)->end = get_span (spans, i)->end;
        g_array_remove_index (spans, i);
      }
}

static void
normalize (PlxText *text,
           GArray *spans)
{
  gboolean valid = plx_spans_normalize (spans, plx_text_get_length (text), NULL);

  g_return_if_fail (valid);
}

/* Borders */

int
plx_border_get (GArray *spans,
                const PlxBorder *border)
{
  g_return_val_if_fail (border->fragment < spans->len, 0);

  return border->at_end ? get_span (spans, border->fragment)->end : get_span (spans, border->fragment)->start;
}

static int
get_first_end (PlxText *text,
               int start)
{
  return plx_text_next_grapheme (text, start);
}

static int
get_last_start (PlxText *text,
                int end)
{
  return plx_text_floor_grapheme (text, end - 1);
}

static void
move_end (PlxText *text,
          PlxSpan *span,
          PlxSnap snap,
          int offset)
{
  PlxSpan snapped = { span->start, MAX (offset, get_first_end (text, span->start)) };

  plx_snap_span (text, snap, &snapped);
  span->end = MAX (snapped.end, get_first_end (text, span->start));
}

static void
move_start (PlxText *text,
            PlxSpan *span,
            PlxSnap snap,
            int offset)
{
  PlxSpan snapped = { MIN (offset, get_last_start (text, span->end)), span->end };

  plx_snap_span (text, snap, &snapped);
  span->start = MIN (snapped.start, get_last_start (text, span->end));
}

GArray *
plx_border_move (PlxText *text,
                 GArray *spans,
                 const PlxBorder *border,
                 PlxSnap snap,
                 int offset)
{
  g_autoptr (GArray) moved = g_array_copy (spans);
  PlxBorder there = *border;

  g_return_val_if_fail (border->fragment < spans->len, NULL);

  if (offset == plx_border_get (spans, border))
    return g_steal_pointer (&moved);
  offset = CLAMP (offset, 0, plx_text_get_length (text));
  if (border->at_end)
    move_end (text, get_span (moved, border->fragment), snap, offset);
  else
    move_start (text, get_span (moved, border->fragment), snap, offset);
  normalize (text, moved);
  plx_border_find (spans, moved, &there);
  if (border->at_end)
    close_gaps (text, moved, there.fragment, there.fragment + 1);
  else
    close_gaps (text, moved, there.fragment > 0 ? there.fragment - 1 : 0, there.fragment);
  return g_steal_pointer (&moved);
}

/* The border that stayed in its place tells which fragment it is. */
void
plx_border_find (GArray *spans,
                 GArray *moved,
                 PlxBorder *border)
{
  const PlxSpan *old = get_span (spans, border->fragment);
  int anchor = border->at_end ? old->start : old->end - 1;

  for (guint i = 0; i < moved->len; i++)
    if (get_span (moved, i)->start <= anchor && get_span (moved, i)->end > anchor)
      {
        border->fragment = i;
        return;
      }
  g_return_if_reached ();
}

static int
next_end (PlxText *text,
          PlxSnap snap,
          int offset)
{
  int length = plx_text_get_length (text);
  PlxSpan unit;

  for (int at = offset; at < length; at = plx_snap_next (text, snap, at))
    if (plx_snap_at (text, snap, at, &unit) && unit.end > offset)
      return unit.end;
  return offset;
}

static int
previous_end (PlxText *text,
              PlxSnap snap,
              int offset)
{
  PlxSpan unit;
  int at = offset;

  while (at > 0)
    {
      at = plx_snap_previous (text, snap, at);
      if (plx_snap_at (text, snap, at, &unit) && unit.end < offset)
        return unit.end;
    }
  return offset;
}

/* Whether a visible character ends, or starts, at @offset. */
static gboolean
is_visible_edge (PlxText *text,
                 int offset,
                 gboolean at_end)
{
  if (at_end)
    return offset > 0 && !plx_char_is_blank (plx_text_get_char (text, plx_text_floor_grapheme (text, offset - 1)));
  return offset < plx_text_get_length (text) && !plx_char_is_blank (plx_text_get_char (text, offset));
}

/* Blanks are stepped over: no border can stay there. */
static int
step_character (PlxText *text,
                int offset,
                gboolean at_end,
                gboolean forward)
{
  int length = plx_text_get_length (text);
  int at = offset;

  while (forward ? at < length : at > 0)
    {
      at = forward ? plx_text_next_grapheme (text, at) : plx_text_floor_grapheme (text, at - 1);
      if (is_visible_edge (text, at, at_end))
        return at;
    }
  return offset;
}

int
plx_border_step (PlxText *text,
                 PlxSnap snap,
                 int offset,
                 gboolean at_end,
                 gboolean forward)
{
  int next;

  if (snap == PLX_SNAP_CHARACTER)
    return step_character (text, offset, at_end, forward);
  if (at_end)
    return forward ? next_end (text, snap, offset) : previous_end (text, snap, offset);
  next = forward ? plx_snap_next (text, snap, offset) : plx_snap_previous (text, snap, offset);
  /* Nothing starts where the text ends. */
  return next < plx_text_get_length (text) ? next : offset;
}

/* Splitting */

static void
append_trimmed (PlxText *text,
                GArray *part,
                int start,
                int end)
{
  PlxSpan span = { start, end };

  if (start < end && plx_snap_span (text, PLX_SNAP_CHARACTER, &span))
    g_array_append_val (part, span);
}

/* What of @spans is inside of @range, and what is outside. */
static void
divide (PlxText *text,
        GArray *spans,
        const PlxSpan *range,
        GArray *inside,
        GArray *outside)
{
  for (guint i = 0; i < spans->len; i++)
    {
      PlxSpan span = *get_span (spans, i);
      int start = CLAMP (range->start, span.start, span.end);
      int end = CLAMP (range->end, span.start, span.end);

      append_trimmed (text, outside, span.start, start);
      append_trimmed (text, inside, start, end);
      append_trimmed (text, outside, end, span.end);
    }
}

static GPtrArray *
parts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

static GPtrArray *
split_by_range (PlxText *text,
                GArray *spans,
                PlxSpan range)
{
  g_autoptr (GPtrArray) parts = parts_new ();
  GArray *inside = shape_new ();
  GArray *outside = shape_new ();

  g_ptr_array_add (parts, inside);
  g_ptr_array_add (parts, outside);
  range.start = plx_text_floor_grapheme (text, range.start);
  range.end = plx_text_ceil_grapheme (text, range.end);
  divide (text, spans, &range, inside, outside);
  if (inside->len == 0 || outside->len == 0)
    return NULL;
  if (get_span (outside, 0)->start < get_span (inside, 0)->start)
    g_ptr_array_insert (parts, 1, g_ptr_array_steal_index (parts, 0));
  return g_steal_pointer (&parts);
}

static GPtrArray *
split_fragments (GArray *spans)
{
  GPtrArray *parts;

  if (spans->len < 2)
    return NULL;
  parts = parts_new ();
  for (guint i = 0; i < spans->len; i++)
    {
      GArray *part = shape_new ();

      g_array_append_vals (part, get_span (spans, i), 1);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

GPtrArray *
plx_shape_split (PlxText *text,
                 GArray *spans,
                 const PlxSplit *split)
{
  int length = plx_text_get_length (text);
  PlxSpan range = { CLAMP (split->span.start, 0, length), CLAMP (split->span.end, 0, length) };

  switch (split->kind)
    {
    case PLX_SPLIT_AT:
      range.end = plx_text_floor_grapheme (text, range.start);
      range.start = 0;
      return split_by_range (text, spans, range);
    case PLX_SPLIT_AROUND:
      return range.start < range.end ? split_by_range (text, spans, range) : NULL;
    case PLX_SPLIT_FRAGMENTS:
      return split_fragments (spans);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Joining */

GArray *
plx_shape_join (PlxText *text,
                GPtrArray *parts)
{
  GArray *joined = shape_new ();

  for (guint i = 0; i < parts->len; i++)
    {
      GArray *part = g_ptr_array_index (parts, i);

      g_array_append_vals (joined, part->data, part->len);
    }
  normalize (text, joined);
  if (joined->len > 1)
    close_gaps (text, joined, 0, joined->len - 1);
  return joined;
}

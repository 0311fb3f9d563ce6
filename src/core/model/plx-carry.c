/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-carry.h"

#include "model/plx-diff.h"
#include "model/plx-quote.h"
#include "model/plx-word.h"

#include <string.h>

struct _PlxCarrier
{
  PlxText *before; /* (owned) */
  PlxText *after;  /* (owned) */
  GArray *runs;    /* (owned) (element-type PlxDiffRun) */
};

PlxCarrier *
plx_carrier_new (PlxText *before,
                 PlxText *after)
{
  PlxCarrier *self = g_new (PlxCarrier, 1);

  self->before = plx_text_ref (before);
  self->after = plx_text_ref (after);
  self->runs = plx_diff_texts (before, after);
  return self;
}

void
plx_carrier_free (PlxCarrier *self)
{
  plx_text_unref (self->before);
  plx_text_unref (self->after);
  g_array_unref (self->runs);
  g_free (self);
}

const GArray *
plx_carrier_get_runs (PlxCarrier *self)
{
  return self->runs;
}

static const PlxDiffRun *
get_run (const PlxCarrier *self,
         int index)
{
  return index >= 0 ? &g_array_index (self->runs, PlxDiffRun, (guint) index) : NULL;
}

gboolean
plx_carrier_adds_words (PlxCarrier *self)
{
  for (int i = 0; i < (int) self->runs->len; i++)
    {
      const PlxDiffRun *run = get_run (self, i);

      for (int offset = run->after.start; !run->kept && offset < run->after.end; offset++)
        if (g_unichar_isalnum (plx_text_get_char (self->after, offset)))
          return TRUE;
    }
  return FALSE;
}

/* 1. Kept */

static gboolean
is_kept (const PlxCarrier *self,
         const PlxSpan *span,
         PlxSpan *carried)
{
  const PlxDiffRun *run = get_run (self, plx_diff_find (self->runs, span->start));

  if (run == NULL || !run->kept || span->end > run->before.end)
    return FALSE;
  carried->start = run->after.start + span->start - run->before.start;
  carried->end = carried->start + span->end - span->start;
  return TRUE;
}

/* 2. Found */

/* How many code points before both places are the same. */
static int
count_before (const PlxCarrier *self,
              int before,
              int after)
{
  int n = 0;

  while (n < PLX_QUOTE_CONTEXT && n < before && n < after &&
         plx_text_get_char (self->before, before - n - 1) == plx_text_get_char (self->after, after - n - 1))
    n++;
  return n == before && n == after ? PLX_QUOTE_CONTEXT : n;
}

static int
count_after (const PlxCarrier *self,
             int before,
             int after)
{
  int before_left = plx_text_get_length (self->before) - before, after_left = plx_text_get_length (self->after) - after;
  int n = 0;

  while (n < PLX_QUOTE_CONTEXT && n < before_left && n < after_left &&
         plx_text_get_char (self->before, before + n) == plx_text_get_char (self->after, after + n))
    n++;
  return n == before_left && n == after_left ? PLX_QUOTE_CONTEXT : n;
}

/* Whether @offset lies inside a word. */
static gboolean
cuts (PlxText *text,
      int offset)
{
  return offset > 0 && offset < plx_text_get_length (text) &&
         g_unichar_isalnum (plx_text_get_char (text, offset - 1)) && g_unichar_isalnum (plx_text_get_char (text, offset)) &&
         !plx_char_is_ideographic (plx_text_get_char (text, offset));
}

static gboolean
may_be_at (const PlxCarrier *self,
           const PlxSpan *span,
           const PlxSpan *place)
{
  return (!cuts (self->after, place->start) || cuts (self->before, span->start)) &&
         (!cuts (self->after, place->end) || cuts (self->before, span->end));
}

static gboolean
is_found (const PlxCarrier *self,
          const PlxSpan *span,
          PlxSpan *carried)
{
  g_autofree char *quote = plx_text_dup_slice (self->before, span->start, span->end);
  const char *utf8 = plx_text_get_utf8 (self->after);
  int best = PLX_CARRY_MIN_CONTEXT - 1, n_best = 0;

  for (const char *p = strstr (utf8, quote); p != NULL; p = strstr (p + 1, quote))
    {
      PlxSpan place = { plx_text_offset_of_byte (self->after, (gsize) (p - utf8)), 0 };
      int context;

      place.end = place.start + span->end - span->start;
      if (!may_be_at (self, span, &place))
        continue;
      context = count_before (self, span->start, place.start) + count_after (self, span->end, place.end);
      if (context < best || context < PLX_CARRY_MIN_CONTEXT)
        continue;
      n_best = context > best ? 1 : n_best + 1;
      best = context;
      *carried = place;
    }
  return n_best == 1;
}

/* 3. Reworded */

static gboolean
is_blank_between (PlxText *text,
                  int start,
                  int end)
{
  for (int i = start; i < end; i++)
    if (!plx_char_is_blank (plx_text_get_char (text, i)))
      return FALSE;
  return TRUE;
}

static int
find_start (const PlxCarrier *self,
            int offset)
{
  const PlxDiffRun *run = get_run (self, plx_diff_find (self->runs, offset));

  if (run->kept)
    return run->after.start + offset - run->before.start;
  return is_blank_between (self->before, run->before.start, offset) ? run->after.start : -1;
}

static int
find_end (const PlxCarrier *self,
          int offset)
{
  const PlxDiffRun *run = get_run (self, plx_diff_find (self->runs, offset - 1));

  if (run->kept)
    return run->after.start + offset - run->before.start;
  return is_blank_between (self->before, offset, run->before.end) ? run->after.end : -1;
}

/* What two passages begin and end with alike. */
static int
count_common (const PlxCarrier *self,
              const PlxSpan *before,
              const PlxSpan *after)
{
  int left = MIN (before->end - before->start, after->end - after->start);
  int n = 0;

  for (; left > 0 && plx_text_get_char (self->before, before->start + n) == plx_text_get_char (self->after, after->start + n); left--)
    n++;
  for (int m = 1; left > 0 && plx_text_get_char (self->before, before->end - m) == plx_text_get_char (self->after, after->end - m); m++, left--)
    n++;
  return n;
}

/* How many code points of @span are still there. */
static int
count_left (const PlxCarrier *self,
            const PlxSpan *span)
{
  int n = 0;

  for (int i = plx_diff_find (self->runs, span->start); i < (int) self->runs->len; i++)
    {
      const PlxDiffRun *run = get_run (self, i);

      if (run->before.start >= span->end)
        break;
      n += run->kept ? MIN (run->before.end, span->end) - MAX (run->before.start, span->start)
                     : count_common (self, &run->before, &run->after);
    }
  return n;
}

static gboolean
is_reworded (const PlxCarrier *self,
             const PlxSpan *span,
             PlxSpan *carried)
{
  int length = span->end - span->start;

  carried->start = find_start (self, span->start);
  carried->end = find_end (self, span->end);
  if (carried->start < 0 || carried->end <= carried->start || 2 * count_left (self, span) < length)
    return FALSE;
  while (carried->start < carried->end && plx_char_is_blank (plx_text_get_char (self->after, carried->start)))
    carried->start++;
  while (carried->end > carried->start && plx_char_is_blank (plx_text_get_char (self->after, carried->end - 1)))
    carried->end--;
  return carried->end > carried->start && carried->end - carried->start <= 2 * length + PLX_QUOTE_CONTEXT;
}

/* All */

static PlxCarryWay
carry_span (const PlxCarrier *self,
            const PlxSpan *span,
            PlxSpan *carried)
{
  if (is_kept (self, span, carried))
    return PLX_CARRY_KEPT;
  if (is_found (self, span, carried))
    return PLX_CARRY_FOUND;
  return is_reworded (self, span, carried) ? PLX_CARRY_REWORDED : PLX_CARRY_LOST;
}

PlxCarryWay
plx_carrier_carry (PlxCarrier *self,
                   const GArray *spans,
                   GArray **carried)
{
  g_autoptr (GArray) places = g_array_sized_new (FALSE, FALSE, sizeof (PlxSpan), spans->len);
  PlxCarryWay worst = PLX_CARRY_KEPT;
  int last = -1;

  *carried = NULL;
  for (guint i = 0; i < spans->len; i++)
    {
      PlxSpan place = { 0, 0 };
      PlxCarryWay way = carry_span (self, &g_array_index (spans, PlxSpan, i), &place);

      /* Passages that touch would become one. */
      if (way == PLX_CARRY_LOST || place.start <= last)
        return PLX_CARRY_LOST;
      worst = MAX (worst, way);
      last = place.end;
      g_array_append_val (places, place);
    }
  *carried = g_steal_pointer (&places);
  return worst;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The annotated spans of one document.
 *
 * Three arrays: the spans in order; the largest end in each block of some of
 * them, by which a search skips what ends too early; and one small entry per
 * annotation, sorted by id.  New ids are the largest, so entries are mostly
 * appended.  An entry knows where the annotation's spans begin and end, which
 * leads back to them; nothing holds positions, so a change is a move of memory
 * and never a renumbering.
 */

#include "config.h"

#include "model/plx-span-index-private.h"

#include "model/plx-lanes.h"

#include <string.h>

PlxSpanIndex *
plx_span_index_new (void)
{
  PlxSpanIndex *self = g_new0 (PlxSpanIndex, 1);

  self->spans = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
  self->ends = g_array_new (FALSE, FALSE, sizeof (int));
  self->entries = g_array_new (FALSE, FALSE, sizeof (PlxSpanEntry));
  return self;
}

void
plx_span_index_free (PlxSpanIndex *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->spans);
  g_array_unref (self->ends);
  g_array_unref (self->entries);
  g_free (self);
}

/* Order */

/* The first position whose span is not before @key. */
static gsize
position_of (PlxSpanIndex *self,
             const PlxIndexedSpan *key)
{
  gsize low = 0, high = self->spans->len;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (plx_span_index_compare (plx_span_index_at (self, middle), key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The first position whose span does not start before @start. */
static gsize
position_of_start (PlxSpanIndex *self,
                   int start)
{
  PlxIndexedSpan key = { .span = { start, G_MAXINT }, .annotation = G_MININT64 };

  return position_of (self, &key);
}

void
plx_span_index_update_ends (PlxSpanIndex *self,
                            gsize i)
{
  gsize n = self->spans->len;

  g_array_set_size (self->ends, (guint) ((n + PLX_SPAN_BLOCK - 1) / PLX_SPAN_BLOCK));
  for (gsize block = i / PLX_SPAN_BLOCK; block < self->ends->len; block++)
    {
      const PlxIndexedSpan *span = plx_span_index_at (self, block * PLX_SPAN_BLOCK);
      gsize limit = MIN (PLX_SPAN_BLOCK, n - block * PLX_SPAN_BLOCK);
      int end = 0;

      for (gsize j = 0; j < limit; j++)
        end = MAX (end, span[j].span.end);
      g_array_index (self->ends, int, block) = end;
    }
}

/* The first position from @i on, before @limit, whose span ends after @start;
 * @limit if there is none. */
static gsize
next_ending_after (PlxSpanIndex *self,
                   gsize i,
                   gsize limit,
                   int start)
{
  while (i < limit)
    {
      if (i % PLX_SPAN_BLOCK == 0 && g_array_index (self->ends, int, i / PLX_SPAN_BLOCK) <= start)
        i += PLX_SPAN_BLOCK;
      else if (plx_span_index_at (self, i)->span.end <= start)
        i++;
      else
        return i;
    }
  return limit;
}

/* Entries */

/* Where the entry of @annotation is or belongs. */
static gsize
entry_position (PlxSpanIndex *self,
                PlxId annotation)
{
  gsize low = 0, high = self->entries->len;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (g_array_index (self->entries, PlxSpanEntry, middle).annotation < annotation)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

PlxSpanEntry *
plx_span_index_find_entry (PlxSpanIndex *self,
                           PlxId annotation)
{
  gsize i = entry_position (self, annotation);
  PlxSpanEntry *entry = i < self->entries->len ? &g_array_index (self->entries, PlxSpanEntry, i) : NULL;

  return entry != NULL && entry->annotation == annotation ? entry : NULL;
}

/* Changes */

/* Marks the lanes of all spans that overlap or adjoin @span. */
static void
mark_lanes (PlxSpanIndex *self,
            const PlxSpan *span,
            GArray *taken)
{
  gsize limit = position_of_start (self, span->end + 1);
  gsize i = 0;

  while ((i = next_ending_after (self, i, limit, span->start - 1)) < limit)
    {
      guint lane = plx_span_index_at (self, i++)->lane;

      if (lane >= taken->len)
        g_array_set_size (taken, lane + 1);
      g_array_index (taken, char, lane) = 1;
    }
}

/* @wish if none of @spans meets another annotation in that lane, else the lowest
 * such lane. */
static guint
choose_lane (PlxSpanIndex *self,
             const PlxSpan *spans,
             gsize n_spans,
             guint wish)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, TRUE, sizeof (char));
  guint lane = 0;

  for (gsize i = 0; i < n_spans; i++)
    mark_lanes (self, &spans[i], taken);
  if (wish != G_MAXUINT && (wish >= taken->len || !g_array_index (taken, char, wish)))
    return wish;
  while (lane < taken->len && g_array_index (taken, char, lane))
    lane++;
  return lane;
}

/* Moves each stretch between two of the new spans only once, the last first. */
static void
insert_spans (PlxSpanIndex *self,
              const PlxIndexedSpan *fresh,
              gsize n_fresh)
{
  g_autofree gsize *positions = g_new (gsize, n_fresh);
  gsize end = self->spans->len;

  for (gsize i = 0; i < n_fresh; i++)
    positions[i] = position_of (self, &fresh[i]);
  g_array_set_size (self->spans, (guint) (end + n_fresh));
  for (gsize i = n_fresh; i > 0; i--)
    {
      gsize position = positions[i - 1];

      memmove (plx_span_index_at (self, position + i), plx_span_index_at (self, position), (end - position) * sizeof *fresh);
      *plx_span_index_at (self, position + i - 1) = fresh[i - 1];
      end = position;
    }
  plx_span_index_update_ends (self, positions[0]);
}

static void
insert_entry (PlxSpanIndex *self,
              const PlxIndexedSpan *fresh,
              gsize n_fresh)
{
  PlxSpanEntry entry = { fresh->annotation, fresh->span.start, fresh[n_fresh - 1].span.start, fresh->lane };

  g_array_insert_val (self->entries, (guint) entry_position (self, entry.annotation), entry);
}

static gboolean
are_normalized (const PlxSpan *spans,
                gsize n_spans)
{
  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].start < 0 || spans[i].start >= spans[i].end || (i > 0 && spans[i].start <= spans[i - 1].end))
      return FALSE;
  return n_spans > 0;
}

void
plx_span_index_add (PlxSpanIndex *self,
                    PlxId annotation,
                    PlxId tag,
                    const PlxSpan *spans,
                    gsize n_spans)
{
  g_autofree PlxIndexedSpan *fresh = NULL;
  const PlxSpanEntry *old;
  guint lane;

  g_return_if_fail (self != NULL);
  g_return_if_fail (annotation != PLX_ID_NONE);
  g_return_if_fail (spans != NULL && are_normalized (spans, n_spans));

  old = plx_span_index_find_entry (self, annotation);
  lane = old != NULL ? old->lane : G_MAXUINT;
  if (old != NULL)
    plx_span_index_remove (self, annotation);
  lane = choose_lane (self, spans, n_spans, lane);

  fresh = g_new (PlxIndexedSpan, n_spans);
  for (gsize i = 0; i < n_spans; i++)
    fresh[i] = (PlxIndexedSpan){ spans[i], annotation, tag, lane, (guint) i };
  insert_spans (self, fresh, n_spans);
  insert_entry (self, fresh, n_spans);
}

gboolean
plx_span_index_remove (PlxSpanIndex *self,
                       PlxId annotation)
{
  const PlxSpanEntry *entry;
  gsize first, limit, n;

  g_return_val_if_fail (self != NULL, FALSE);

  entry = plx_span_index_find_entry (self, annotation);
  if (entry == NULL)
    return FALSE;
  first = position_of_start (self, entry->first);
  limit = position_of_start (self, entry->last + 1);
  n = first;
  for (gsize i = first; i < limit; i++)
    if (plx_span_index_at (self, i)->annotation != annotation)
      *plx_span_index_at (self, n++) = *plx_span_index_at (self, i);
  g_array_remove_range (self->spans, (guint) n, (guint) (limit - n));
  plx_span_index_update_ends (self, first);
  g_array_remove_index (self->entries, (guint) entry_position (self, annotation));
  return TRUE;
}

/* Questions */

gsize
plx_span_index_get_n_spans (PlxSpanIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->spans->len;
}

gsize
plx_span_index_get_n_annotations (PlxSpanIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

const PlxIndexedSpan *
plx_span_index_get (PlxSpanIndex *self,
                    gsize i)
{
  g_return_val_if_fail (self != NULL, NULL);

  return i < self->spans->len ? plx_span_index_at (self, i) : NULL;
}

void
plx_span_index_find (PlxSpanIndex *self,
                     int start,
                     int end,
                     GArray *found)
{
  gsize limit;
  gsize i = 0;

  g_return_if_fail (self != NULL && found != NULL);
  g_return_if_fail (g_array_get_element_size (found) == sizeof (PlxIndexedSpan));
  g_return_if_fail (start <= end && start < G_MAXINT);

  limit = position_of_start (self, MAX (end, start + 1));
  while ((i = next_ending_after (self, i, limit, start)) < limit)
    g_array_append_vals (found, plx_span_index_at (self, i++), 1);
}

gboolean
plx_span_index_get_spans (PlxSpanIndex *self,
                          PlxId annotation,
                          GArray *spans)
{
  const PlxSpanEntry *entry;
  gsize limit;

  g_return_val_if_fail (self != NULL && spans != NULL, FALSE);
  g_return_val_if_fail (g_array_get_element_size (spans) == sizeof (PlxSpan), FALSE);

  entry = plx_span_index_find_entry (self, annotation);
  if (entry == NULL)
    return FALSE;
  limit = position_of_start (self, entry->last + 1);
  for (gsize i = position_of_start (self, entry->first); i < limit; i++)
    if (plx_span_index_at (self, i)->annotation == annotation)
      g_array_append_val (spans, plx_span_index_at (self, i)->span);
  return TRUE;
}

gboolean
plx_span_index_get_extent (PlxSpanIndex *self,
                           PlxId annotation,
                           int *first,
                           int *last)
{
  const PlxSpanEntry *entry;

  g_return_val_if_fail (self != NULL && first != NULL && last != NULL, FALSE);

  entry = plx_span_index_find_entry (self, annotation);
  if (entry == NULL)
    return FALSE;
  *first = entry->first;
  *last = entry->last;
  return TRUE;
}

PlxId
plx_span_index_get_tag (PlxSpanIndex *self,
                        PlxId annotation)
{
  const PlxSpanEntry *entry = plx_span_index_find_entry (self, annotation);

  if (entry == NULL)
    return PLX_ID_NONE;
  for (gsize i = position_of_start (self, entry->first); i < self->spans->len; i++)
    if (plx_span_index_at (self, i)->annotation == annotation)
      return plx_span_index_at (self, i)->tag;
  g_return_val_if_reached (PLX_ID_NONE);
}

/* Inner spans first: shorter ones, then those that come later in order. */
static int
compare_depth (const PlxIndexedSpan *a,
               const PlxIndexedSpan *b)
{
  int length_a = a->span.end - a->span.start;
  int length_b = b->span.end - b->span.start;

  return length_a != length_b ? (length_a > length_b) - (length_a < length_b) : plx_span_index_compare (b, a);
}

PlxId
plx_span_index_hit (PlxSpanIndex *self,
                    int offset,
                    PlxId after)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
  const PlxIndexedSpan *innermost = NULL, *current = NULL, *next = NULL;

  g_return_val_if_fail (self != NULL, PLX_ID_NONE);

  plx_span_index_find (self, offset, offset, stack);
  for (guint i = 0; i < stack->len; i++)
    if (g_array_index (stack, PlxIndexedSpan, i).annotation == after)
      current = &g_array_index (stack, PlxIndexedSpan, i);
  for (guint i = 0; i < stack->len; i++)
    {
      const PlxIndexedSpan *span = &g_array_index (stack, PlxIndexedSpan, i);

      if (innermost == NULL || compare_depth (span, innermost) < 0)
        innermost = span;
      if (current != NULL && compare_depth (span, current) > 0 && (next == NULL || compare_depth (span, next) < 0))
        next = span;
    }
  if (next != NULL)
    return next->annotation;
  return innermost != NULL ? innermost->annotation : PLX_ID_NONE;
}

const PlxIndexedSpan *
plx_span_index_next (PlxSpanIndex *self,
                     int offset,
                     gboolean forward)
{
  gsize i;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (offset < G_MAXINT, NULL);

  i = position_of_start (self, forward ? offset + 1 : offset);
  /* Backwards from the first one there is nothing: the index wraps. */
  return plx_span_index_get (self, forward ? i : i - 1);
}

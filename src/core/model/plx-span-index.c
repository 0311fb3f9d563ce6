/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The annotated spans of one document.
 *
 * Three arrays: the spans in order; the largest end in each block of BLOCK of
 * them, by which a search skips what ends too early; and one small entry per
 * annotation, sorted by id.  New ids are the largest, so entries are mostly
 * appended.  An entry knows where the annotation's spans begin and end, which
 * leads back to them; nothing holds positions, so a change is a move of memory
 * and never a renumbering.
 */

#include "config.h"

#include "model/plx-span-index.h"

#include "model/plx-lanes.h"

#include <string.h>

#define BLOCK 64

typedef struct
{
  PlxId annotation;
  int first; /* where its first span starts */
  int last;  /* where its last span starts */
  guint lane;
} Entry;

struct _PlxSpanIndex
{
  GArray *spans;   /* (owned) (element-type PlxIndexedSpan) */
  GArray *ends;    /* (owned) (element-type int): one for each block, also the last, short one */
  GArray *entries; /* (owned) (element-type Entry) */
};

PlxSpanIndex *
plx_span_index_new (void)
{
  PlxSpanIndex *self = g_new0 (PlxSpanIndex, 1);

  self->spans = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
  self->ends = g_array_new (FALSE, FALSE, sizeof (int));
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
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

static PlxIndexedSpan *
span_at (PlxSpanIndex *self,
         gsize i)
{
  return &g_array_index (self->spans, PlxIndexedSpan, i);
}

/* Equal ranges are ordered by age. */
static int
compare (const PlxIndexedSpan *a,
         const PlxIndexedSpan *b)
{
  int order = plx_span_compare (&a->span, &b->span);

  return order != 0 ? order : (a->annotation > b->annotation) - (a->annotation < b->annotation);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  return compare (a, b);
}

/* The first position whose span is not before @key. */
static gsize
position_of (PlxSpanIndex *self,
             const PlxIndexedSpan *key)
{
  gsize low = 0, high = self->spans->len;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (compare (span_at (self, middle), key) < 0)
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

/* Computes the ends of the blocks from the one of position @i on. */
static void
update_ends (PlxSpanIndex *self,
             gsize i)
{
  gsize n = self->spans->len;

  g_array_set_size (self->ends, (guint) ((n + BLOCK - 1) / BLOCK));
  for (gsize block = i / BLOCK; block < self->ends->len; block++)
    {
      const PlxIndexedSpan *span = span_at (self, block * BLOCK);
      gsize limit = MIN (BLOCK, n - block * BLOCK);
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
      if (i % BLOCK == 0 && g_array_index (self->ends, int, i / BLOCK) <= start)
        i += BLOCK;
      else if (span_at (self, i)->span.end <= start)
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

      if (g_array_index (self->entries, Entry, middle).annotation < annotation)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static Entry *
find_entry (PlxSpanIndex *self,
            PlxId annotation)
{
  gsize i = entry_position (self, annotation);
  Entry *entry = i < self->entries->len ? &g_array_index (self->entries, Entry, i) : NULL;

  return entry != NULL && entry->annotation == annotation ? entry : NULL;
}

/* Loading */

typedef struct
{
  PlxId annotation;
  guint position;
} Member;

static int
compare_members_cb (gconstpointer a,
                    gconstpointer b)
{
  const Member *one = a;
  const Member *other = b;

  if (one->annotation != other->annotation)
    return one->annotation < other->annotation ? -1 : 1;
  return (one->position > other->position) - (one->position < other->position);
}

static void
sort_spans (PlxSpanIndex *self)
{
  for (gsize i = 1; i < self->spans->len; i++)
    if (compare (span_at (self, i - 1), span_at (self, i)) > 0)
      {
        g_array_sort (self->spans, compare_cb);
        return;
      }
}

/* (element-type Member): the positions of all spans, by annotation. */
static GArray *
collect_members (PlxSpanIndex *self)
{
  GArray *members = g_array_sized_new (FALSE, FALSE, sizeof (Member), self->spans->len);

  for (guint i = 0; i < self->spans->len; i++)
    {
      Member member = { span_at (self, i)->annotation, i };

      g_array_append_val (members, member);
    }
  g_array_sort (members, compare_members_cb);
  return members;
}

/* Numbers the fragments; returns (array length=n_spans) for the position of
 * each first fragment the index of its member, from which the others follow. */
static guint *
number_fragments (PlxSpanIndex *self,
                  GArray *members)
{
  guint *first_member = g_new0 (guint, self->spans->len);
  PlxId annotation = PLX_ID_NONE;
  guint fragment = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = &g_array_index (members, Member, i);

      if (i == 0 || member->annotation != annotation)
        {
          annotation = member->annotation;
          first_member[member->position] = i;
          fragment = 0;
        }
      span_at (self, member->position)->fragment = fragment++;
    }
  return first_member;
}

/* The annotations in the order of their first spans: those that enclose others
 * choose first. */
static void
place_all (PlxSpanIndex *self,
           GArray *members,
           const guint *first_member)
{
  g_autoptr (PlxLanes) lanes = plx_lanes_new ();
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  for (guint i = 0; i < self->spans->len; i++)
    {
      const Member *first = &g_array_index (members, Member, first_member[i]);
      const Member *end = &g_array_index (members, Member, members->len);
      guint lane;

      if (span_at (self, i)->fragment != 0)
        continue;
      g_array_set_size (spans, 0);
      for (const Member *member = first; member < end && member->annotation == first->annotation; member++)
        g_array_append_val (spans, span_at (self, member->position)->span);
      lane = plx_lanes_place (lanes, (const PlxSpan *) (void *) spans->data, spans->len);
      for (guint j = 0; j < spans->len; j++)
        span_at (self, first[j].position)->lane = lane;
    }
}

static void
make_entries (PlxSpanIndex *self,
              GArray *members)
{
  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < members->len; i++)
    {
      const PlxIndexedSpan *span = span_at (self, g_array_index (members, Member, i).position);

      if (span->fragment == 0)
        {
          Entry entry = { span->annotation, span->span.start, span->span.start, span->lane };

          g_array_append_val (self->entries, entry);
        }
      g_array_index (self->entries, Entry, self->entries->len - 1).last = span->span.start;
    }
}

void
plx_span_index_load (PlxSpanIndex *self,
                     const PlxIndexedSpan *spans,
                     gsize n_spans)
{
  g_autoptr (GArray) members = NULL;
  g_autofree guint *first_member = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (spans != NULL || n_spans == 0);
  g_return_if_fail (n_spans < G_MAXUINT / sizeof (PlxIndexedSpan));

  g_array_set_size (self->spans, 0);
  g_array_append_vals (self->spans, spans, (guint) n_spans);
  sort_spans (self);
  update_ends (self, 0);
  members = collect_members (self);
  first_member = number_fragments (self, members);
  place_all (self, members, first_member);
  make_entries (self, members);
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
      guint lane = span_at (self, i++)->lane;

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

      memmove (span_at (self, position + i), span_at (self, position), (end - position) * sizeof *fresh);
      *span_at (self, position + i - 1) = fresh[i - 1];
      end = position;
    }
  update_ends (self, positions[0]);
}

static void
insert_entry (PlxSpanIndex *self,
              const PlxIndexedSpan *fresh,
              gsize n_fresh)
{
  Entry entry = { fresh->annotation, fresh->span.start, fresh[n_fresh - 1].span.start, fresh->lane };

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
  const Entry *old;
  guint lane;

  g_return_if_fail (self != NULL);
  g_return_if_fail (annotation != PLX_ID_NONE);
  g_return_if_fail (spans != NULL && are_normalized (spans, n_spans));

  old = find_entry (self, annotation);
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
  const Entry *entry;
  gsize first, limit, n;

  g_return_val_if_fail (self != NULL, FALSE);

  entry = find_entry (self, annotation);
  if (entry == NULL)
    return FALSE;
  first = position_of_start (self, entry->first);
  limit = position_of_start (self, entry->last + 1);
  n = first;
  for (gsize i = first; i < limit; i++)
    if (span_at (self, i)->annotation != annotation)
      *span_at (self, n++) = *span_at (self, i);
  g_array_remove_range (self->spans, (guint) n, (guint) (limit - n));
  update_ends (self, first);
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

  return i < self->spans->len ? span_at (self, i) : NULL;
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
    g_array_append_vals (found, span_at (self, i++), 1);
}

gboolean
plx_span_index_get_spans (PlxSpanIndex *self,
                          PlxId annotation,
                          GArray *spans)
{
  const Entry *entry;
  gsize limit;

  g_return_val_if_fail (self != NULL && spans != NULL, FALSE);
  g_return_val_if_fail (g_array_get_element_size (spans) == sizeof (PlxSpan), FALSE);

  entry = find_entry (self, annotation);
  if (entry == NULL)
    return FALSE;
  limit = position_of_start (self, entry->last + 1);
  for (gsize i = position_of_start (self, entry->first); i < limit; i++)
    if (span_at (self, i)->annotation == annotation)
      g_array_append_val (spans, span_at (self, i)->span);
  return TRUE;
}

gboolean
plx_span_index_get_extent (PlxSpanIndex *self,
                           PlxId annotation,
                           int *first,
                           int *last)
{
  const Entry *entry;

  g_return_val_if_fail (self != NULL && first != NULL && last != NULL, FALSE);

  entry = find_entry (self, annotation);
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
  const Entry *entry = find_entry (self, annotation);

  if (entry == NULL)
    return PLX_ID_NONE;
  for (gsize i = position_of_start (self, entry->first); i < self->spans->len; i++)
    if (span_at (self, i)->annotation == annotation)
      return span_at (self, i)->tag;
  g_return_val_if_reached (PLX_ID_NONE);
}

/* Inner spans first: shorter ones, then those that come later in order. */
static int
compare_depth (const PlxIndexedSpan *a,
               const PlxIndexedSpan *b)
{
  int length_a = a->span.end - a->span.start;
  int length_b = b->span.end - b->span.start;

  return length_a != length_b ? (length_a > length_b) - (length_a < length_b) : compare (b, a);
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

/* Invariants */

static gboolean
check_order (PlxSpanIndex *self)
{
  for (gsize i = 1; i < self->spans->len; i++)
    if (compare (span_at (self, i - 1), span_at (self, i)) >= 0)
      return FALSE;
  return TRUE;
}

static gboolean
check_ends (PlxSpanIndex *self)
{
  if (self->ends->len != (self->spans->len + BLOCK - 1) / BLOCK)
    return FALSE;
  for (guint block = 0; block < self->ends->len; block++)
    {
      int end = 0;

      for (gsize i = block * BLOCK; i < MIN ((block + 1) * BLOCK, self->spans->len); i++)
        end = MAX (end, span_at (self, i)->span.end);
      if (end != g_array_index (self->ends, int, block))
        return FALSE;
    }
  return TRUE;
}

/* In each lane every span starts after the end of the one before. */
static gboolean
check_lanes (PlxSpanIndex *self)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, TRUE, sizeof (int));

  for (gsize i = 0; i < self->spans->len; i++)
    {
      const PlxIndexedSpan *span = span_at (self, i);

      if (span->lane >= ends->len)
        g_array_set_size (ends, span->lane + 1);
      /* Lane ends are kept plus one, 0 stands for an empty lane. */
      if (span->span.start < g_array_index (ends, int, span->lane))
        return FALSE;
      g_array_index (ends, int, span->lane) = span->span.end + 1;
    }
  return TRUE;
}

/* Each span is the next fragment of a known annotation. */
static gboolean
check_entries (PlxSpanIndex *self)
{
  g_autofree guint *n_fragments = g_new0 (guint, self->entries->len);

  for (gsize i = 0; i < self->spans->len; i++)
    {
      const PlxIndexedSpan *span = span_at (self, i);
      const Entry *entry = find_entry (self, span->annotation);
      guint *n = entry != NULL ? &n_fragments[entry - (const Entry *) (void *) self->entries->data] : NULL;

      if (entry == NULL || span->lane != entry->lane || span->fragment != (*n)++)
        return FALSE;
      if ((span->fragment == 0) != (span->span.start == entry->first) || span->span.start > entry->last)
        return FALSE;
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (n_fragments[i] == 0 || (i > 0 && entry[-1].annotation >= entry->annotation))
        return FALSE;
    }
  return TRUE;
}

gboolean
plx_span_index_check (PlxSpanIndex *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return check_order (self) && check_ends (self) && check_lanes (self) && check_entries (self);
}

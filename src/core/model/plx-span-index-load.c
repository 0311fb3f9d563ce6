/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All spans of a document at once. */

#include "config.h"

#include "model/plx-span-index-private.h"

#include "model/plx-lanes.h"

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

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  return plx_span_index_compare (a, b);
}

static void
sort_spans (PlxSpanIndex *self)
{
  for (gsize i = 1; i < self->spans->len; i++)
    if (plx_span_index_compare (plx_span_index_at (self, i - 1), plx_span_index_at (self, i)) > 0)
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
      Member member = { plx_span_index_at (self, i)->annotation, i };

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
      plx_span_index_at (self, member->position)->fragment = fragment++;
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

      if (plx_span_index_at (self, i)->fragment != 0)
        continue;
      g_array_set_size (spans, 0);
      for (const Member *member = first; member < end && member->annotation == first->annotation; member++)
        g_array_append_val (spans, plx_span_index_at (self, member->position)->span);
      lane = plx_lanes_place (lanes, (const PlxSpan *) (void *) spans->data, spans->len);
      for (guint j = 0; j < spans->len; j++)
        plx_span_index_at (self, first[j].position)->lane = lane;
    }
}

static void
make_entries (PlxSpanIndex *self,
              GArray *members)
{
  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < members->len; i++)
    {
      const PlxIndexedSpan *span = plx_span_index_at (self, g_array_index (members, Member, i).position);

      if (span->fragment == 0)
        {
          PlxSpanEntry entry = { span->annotation, span->span.start, span->span.start, span->lane };

          g_array_append_val (self->entries, entry);
        }
      g_array_index (self->entries, PlxSpanEntry, self->entries->len - 1).last = span->span.start;
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
  plx_span_index_update_ends (self, 0);
  members = collect_members (self);
  first_member = number_fragments (self, members);
  place_all (self, members, first_member);
  make_entries (self, members);
}

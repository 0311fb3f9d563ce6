/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lanes for many annotations at once.
 *
 * First spans come in order, so of those in a lane only the largest end counts.
 * A tree of least ends over all lanes finds the lowest lane whose end lies
 * before a span, whatever the number of lanes.  Later spans of discontinuous
 * annotations lie ahead; they are reserved in a search tree by lane and start
 * and turn a lane down that would otherwise be free.
 */

#include "config.h"

#include "model/plx-lanes.h"

typedef struct
{
  guint lane;
  PlxSpan span;
} Reserved;

struct _PlxLanes
{
  guint capacity;  /* lanes in @least, a power of two */
  int *least;      /* (owned): [capacity + i] is lane i's end, [n] the least of [2n] and [2n + 1] */
  GTree *reserved; /* (owned) (element-type Reserved): the spans of a lane never touch */
};

static int
compare_reserved_cb (gconstpointer a,
                     gconstpointer b,
                     gpointer data)
{
  const Reserved *one = a;
  const Reserved *other = b;

  if (one->lane != other->lane)
    return one->lane < other->lane ? -1 : 1;
  return (one->span.start > other->span.start) - (one->span.start < other->span.start);
}

static int *
new_tree (guint capacity)
{
  int *least = g_new (int, 2 * capacity);

  for (guint i = 0; i < 2 * capacity; i++)
    least[i] = G_MININT;
  return least;
}

PlxLanes *
plx_lanes_new (void)
{
  PlxLanes *self = g_new0 (PlxLanes, 1);

  self->capacity = 8;
  self->least = new_tree (self->capacity);
  self->reserved = g_tree_new_full (compare_reserved_cb, NULL, g_free, NULL);
  return self;
}

void
plx_lanes_free (PlxLanes *self)
{
  g_free (self->least);
  g_tree_unref (self->reserved);
  g_free (self);
}

static void
set_end (PlxLanes *self,
         guint lane,
         int end)
{
  guint node = self->capacity + lane;

  self->least[node] = end;
  for (node /= 2; node > 0; node /= 2)
    self->least[node] = MIN (self->least[2 * node], self->least[2 * node + 1]);
}

static void
grow (PlxLanes *self)
{
  int *old = self->least;
  guint n = self->capacity;

  self->capacity = 2 * n;
  self->least = new_tree (self->capacity);
  for (guint lane = 0; lane < n; lane++)
    set_end (self, lane, old[n + lane]);
  g_free (old);
}

/* The lowest lane from @lane on that ends before @start; the capacity if there
 * is none. */
static guint
find_ended (PlxLanes *self,
            guint lane,
            int start)
{
  guint node = self->capacity + lane;

  if (lane >= self->capacity)
    return self->capacity;
  while (self->least[node] >= start)
    {
      while (node % 2 != 0)
        node /= 2;
      /* Up from the last lane one arrives at nothing. */
      if (node == 0)
        return self->capacity;
      node++;
    }
  while (node < self->capacity)
    node = 2 * node + (self->least[2 * node] >= start);
  return node - self->capacity;
}

static gboolean
is_reserved (PlxLanes *self,
             guint lane,
             const PlxSpan *span)
{
  Reserved key = { lane, { span->end, span->end } };
  GTreeNode *node = g_tree_upper_bound (self->reserved, &key);
  const Reserved *last;

  node = node != NULL ? g_tree_node_previous (node) : g_tree_node_last (self->reserved);
  if (node == NULL)
    return FALSE;
  last = g_tree_node_key (node);
  return last->lane == lane && last->span.end >= span->start;
}

static gboolean
fits (PlxLanes *self,
      guint lane,
      const PlxSpan *spans,
      gsize n_spans)
{
  if (g_tree_nnodes (self->reserved) == 0)
    return TRUE;
  for (gsize i = 0; i < n_spans; i++)
    if (is_reserved (self, lane, &spans[i]))
      return FALSE;
  return TRUE;
}

guint
plx_lanes_place (PlxLanes *self,
                 const PlxSpan *spans,
                 gsize n_spans)
{
  guint lane = find_ended (self, 0, spans[0].start);

  while (lane < self->capacity && !fits (self, lane, spans, n_spans))
    lane = find_ended (self, lane + 1, spans[0].start);
  if (lane == self->capacity)
    grow (self);

  set_end (self, lane, spans[0].end);
  for (gsize i = 1; i < n_spans; i++)
    {
      Reserved *reserved = g_new (Reserved, 1);

      reserved->lane = lane;
      reserved->span = spans[i];
      g_tree_insert (self->reserved, reserved, NULL);
    }
  return lane;
}

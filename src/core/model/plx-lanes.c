/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lanes for many annotations at once.
 *
 * First spans come in order, so of those in a lane only the largest end counts.
 * A tree of least ends over all lanes finds the lowest lane whose end lies
 * before a span, whatever the number of lanes.  Later spans of discontinuous
 * annotations lie ahead; they are reserved in a search tree of their lane and
 * rule it out for what meets them.
 */

#include "config.h"

#include "model/plx-lanes.h"

struct _PlxLanes
{
  guint capacity;      /* lanes in @least, a power of two */
  int *least;          /* (owned): [capacity + i] is lane i's end, [n] the least of [2n] and [2n + 1] */
  GPtrArray *reserved; /* (owned) (element-type GTree): by lane, %NULL for none; spans never touch */
};

static int
compare_starts_cb (gconstpointer a,
                   gconstpointer b,
                   gpointer data)
{
  const PlxSpan *one = a;
  const PlxSpan *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

static void
free_tree_cb (gpointer data)
{
  if (data != NULL)
    g_tree_unref (data);
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
  self->reserved = g_ptr_array_new_with_free_func (free_tree_cb);
  return self;
}

void
plx_lanes_free (PlxLanes *self)
{
  g_free (self->least);
  g_ptr_array_unref (self->reserved);
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

/* Whether @span meets one of @reserved: the last that starts up to its end. */
static gboolean
meets_reserved (GTree *reserved,
                const PlxSpan *span)
{
  const PlxSpan key = { span->end, span->end };
  GTreeNode *node = g_tree_upper_bound (reserved, &key);
  const PlxSpan *last;

  node = node != NULL ? g_tree_node_previous (node) : g_tree_node_last (reserved);
  if (node == NULL)
    return FALSE;
  last = g_tree_node_key (node);
  return last->end >= span->start;
}

static gboolean
fits (PlxLanes *self,
      guint lane,
      const PlxSpan *spans,
      gsize n_spans)
{
  GTree *reserved = lane < self->reserved->len ? g_ptr_array_index (self->reserved, lane) : NULL;

  if (reserved == NULL)
    return TRUE;
  for (gsize i = 0; i < n_spans; i++)
    if (meets_reserved (reserved, &spans[i]))
      return FALSE;
  return TRUE;
}

static void
reserve (PlxLanes *self,
         guint lane,
         const PlxSpan *span)
{
  GTree *reserved;

  if (lane >= self->reserved->len)
    g_ptr_array_set_size (self->reserved, (int) lane + 1);
  reserved = g_ptr_array_index (self->reserved, lane);
  if (reserved == NULL)
    reserved = self->reserved->pdata[lane] = g_tree_new_full (compare_starts_cb, NULL, g_free, NULL);
  g_tree_insert (reserved, g_memdup2 (span, sizeof *span), NULL);
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
    reserve (self, lane, &spans[i]);
  return lane;
}

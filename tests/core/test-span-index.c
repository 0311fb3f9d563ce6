/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The span index against a plain list that answers everything by looking at all
 * of its spans. */

#include "config.h"

#include "model/plx-span-index.h"
#include "plx-test-random.h"

/* The plain list */

typedef GArray List; /* (element-type PlxIndexedSpan), in no order */

static const PlxIndexedSpan *
item (List *list,
      guint i)
{
  return &g_array_index (list, PlxIndexedSpan, i);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  const PlxIndexedSpan *one = a;
  const PlxIndexedSpan *other = b;
  int order = plx_span_compare (&one->span, &other->span);

  return order != 0 ? order : (one->annotation > other->annotation) - (one->annotation < other->annotation);
}

static int
compare_depth_cb (gconstpointer a,
                  gconstpointer b)
{
  const PlxIndexedSpan *one = a;
  const PlxIndexedSpan *other = b;
  int difference = one->span.end - one->span.start - (other->span.end - other->span.start);

  return difference != 0 ? difference : compare_cb (b, a);
}

static gboolean
meets (const PlxSpan *a,
       const PlxSpan *b)
{
  return a->start <= b->end && b->start <= a->end;
}

static gboolean
list_has (List *list,
          PlxId annotation,
          guint *lane)
{
  for (guint i = 0; i < list->len; i++)
    if (item (list, i)->annotation == annotation)
      {
        *lane = item (list, i)->lane;
        return TRUE;
      }
  return FALSE;
}

static void
list_remove (List *list,
             PlxId annotation)
{
  for (guint i = list->len; i > 0; i--)
    if (item (list, i - 1)->annotation == annotation)
      g_array_remove_index_fast (list, i - 1);
}

static gboolean
list_lane_is_free (List *list,
                   GArray *spans,
                   guint lane)
{
  for (guint i = 0; i < list->len; i++)
    for (guint j = 0; j < spans->len; j++)
      if (item (list, i)->lane == lane && meets (&item (list, i)->span, &g_array_index (spans, PlxSpan, j)))
        return FALSE;
  return TRUE;
}

static void
list_add (List *list,
          PlxId annotation,
          PlxId tag,
          GArray *spans)
{
  guint lane = 0;

  if (list_has (list, annotation, &lane))
    list_remove (list, annotation);
  if (!list_lane_is_free (list, spans, lane))
    lane = 0;
  while (!list_lane_is_free (list, spans, lane))
    lane++;
  for (guint i = 0; i < spans->len; i++)
    {
      PlxIndexedSpan span = { g_array_index (spans, PlxSpan, i), annotation, tag, lane, i };

      g_array_append_val (list, span);
    }
}

/* Comparison */

static void
assert_equal (const PlxIndexedSpan *a,
              const PlxIndexedSpan *b)
{
  g_assert_cmpint (a->span.start, ==, b->span.start);
  g_assert_cmpint (a->span.end, ==, b->span.end);
  g_assert_cmpint (a->annotation, ==, b->annotation);
  g_assert_cmpint (a->tag, ==, b->tag);
  g_assert_cmpuint (a->lane, ==, b->lane);
  g_assert_cmpuint (a->fragment, ==, b->fragment);
}

static List *
list_select (List *list,
             int start,
             int end)
{
  List *selection = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));

  for (guint i = 0; i < list->len; i++)
    {
      PlxSpan span = item (list, i)->span;

      if (span.start < MAX (end, start + 1) && span.end > start)
        g_array_append_val (selection, *item (list, i));
    }
  g_array_sort (selection, compare_cb);
  return selection;
}

static void
assert_find (PlxSpanIndex *index,
             List *list,
             int start,
             int end)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
  g_autoptr (GArray) expected = list_select (list, start, end);

  plx_span_index_find (index, start, end, found);
  g_assert_cmpuint (found->len, ==, expected->len);
  for (guint i = 0; i < found->len; i++)
    assert_equal (item (found, i), item (expected, i));
}

/* Steps through the whole stack, and once more to its first. */
static void
assert_hits (PlxSpanIndex *index,
             List *list,
             int offset)
{
  g_autoptr (GArray) stack = list_select (list, offset, offset);
  PlxId hit = PLX_ID_NONE;

  g_array_sort (stack, compare_depth_cb);
  for (guint i = 0; i < stack->len; i++)
    {
      hit = plx_span_index_hit (index, offset, hit);
      g_assert_cmpint (hit, ==, item (stack, i)->annotation);
    }
  hit = plx_span_index_hit (index, offset, hit);
  g_assert_cmpint (hit, ==, stack->len > 0 ? item (stack, 0)->annotation : PLX_ID_NONE);
  g_assert_cmpint (plx_span_index_hit (index, offset, G_MAXINT64), ==, hit);
}

static void
assert_next (PlxSpanIndex *index,
             List *list,
             int offset)
{
  const PlxIndexedSpan *after = NULL, *before = NULL;
  const PlxIndexedSpan *found;

  for (guint i = 0; i < list->len; i++)
    {
      const PlxIndexedSpan *span = item (list, i);

      if (span->span.start > offset && (after == NULL || compare_cb (span, after) < 0))
        after = span;
      if (span->span.start < offset && (before == NULL || compare_cb (span, before) > 0))
        before = span;
    }
  found = plx_span_index_next (index, offset, TRUE);
  g_assert_true ((found == NULL) == (after == NULL));
  if (after != NULL)
    assert_equal (found, after);
  found = plx_span_index_next (index, offset, FALSE);
  g_assert_true ((found == NULL) == (before == NULL));
  if (before != NULL)
    assert_equal (found, before);
}

/* Order, lanes and fragments of everything: lanes of untouched annotations are
 * those that the list remembers. */
static void
assert_contents (PlxSpanIndex *index,
                 List *list)
{
  gsize n_annotations = 0;

  g_assert_true (plx_span_index_check (index));
  g_assert_cmpuint (plx_span_index_get_n_spans (index), ==, list->len);
  g_array_sort (list, compare_cb);
  for (guint i = 0; i < list->len; i++)
    {
      assert_equal (plx_span_index_get (index, i), item (list, i));
      n_annotations += item (list, i)->fragment == 0;
    }
  g_assert_null (plx_span_index_get (index, list->len));
  g_assert_cmpuint (plx_span_index_get_n_annotations (index), ==, n_annotations);
}

static void
assert_spans (PlxSpanIndex *index,
              List *list,
              PlxId annotation)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  gboolean known = plx_span_index_get_spans (index, annotation, spans);
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    if (item (list, i)->annotation == annotation)
      {
        const PlxSpan *span = &g_array_index (spans, PlxSpan, item (list, i)->fragment);

        g_assert_cmpuint (item (list, i)->fragment, <, spans->len);
        g_assert_cmpint (plx_span_compare (span, &item (list, i)->span), ==, 0);
        g_assert_cmpint (plx_span_index_get_tag (index, annotation), ==, item (list, i)->tag);
        n++;
      }
  g_assert_cmpuint (spans->len, ==, n);
  g_assert_true (known == (n > 0));
  if (!known)
    g_assert_cmpint (plx_span_index_get_tag (index, annotation), ==, PLX_ID_NONE);
}

/* Random contents */

static GArray *
random_spans (GRand *random,
              int length)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  int n = g_rand_int_range (random, 0, 4) > 0 ? 1 : g_rand_int_range (random, 2, 5);

  for (int i = 0; i < n; i++)
    {
      PlxSpan span;

      do
        plx_test_random_span (random, length, &span.start, &span.end);
      while (span.start == span.end);
      g_array_append_val (spans, span);
    }
  g_assert_true (plx_spans_normalize (spans, length, NULL));
  return spans;
}

static PlxId
random_annotation (GRand *random)
{
  return g_rand_int_range (random, 1, 120);
}

static void
change (PlxSpanIndex *index,
        List *list,
        GRand *random,
        int length)
{
  PlxId annotation = random_annotation (random);
  guint lane;

  if (g_rand_int_range (random, 0, 3) > 0)
    {
      g_autoptr (GArray) spans = random_spans (random, length);
      PlxId tag = g_rand_int_range (random, 1, 9);

      plx_span_index_add (index, annotation, tag, (const PlxSpan *) (void *) spans->data, spans->len);
      list_add (list, annotation, tag, spans);
    }
  else
    {
      g_assert_true (plx_span_index_remove (index, annotation) == list_has (list, annotation, &lane));
      list_remove (list, annotation);
    }
}

static void
test_changes (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int round = 0; round < 50; round++)
    {
      g_autoptr (PlxSpanIndex) index = plx_span_index_new ();
      g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
      int length = round % 2 == 0 ? 60 : 1500;

      for (int i = 0; i < 300; i++)
        {
          int start, end;

          change (index, list, random, length);
          assert_contents (index, list);
          plx_test_random_span (random, length, &start, &end);
          assert_find (index, list, start, end);
          assert_hits (index, list, start);
          assert_next (index, list, end);
          assert_spans (index, list, random_annotation (random));
        }
      assert_find (index, list, 0, length);
      assert_find (index, list, -5, 0);
      assert_find (index, list, length, length + 5);
    }
}

/* Loading gives the lanes that adding in the order of first spans gives. */

static void
shuffle (GArray *spans,
         GRand *random)
{
  for (guint i = spans->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (random, 0, (int) i);
      PlxIndexedSpan other = *item (spans, j);

      g_array_index (spans, PlxIndexedSpan, j) = *item (spans, i - 1);
      g_array_index (spans, PlxIndexedSpan, i - 1) = other;
    }
}

static void
collect_spans (List *list,
               PlxId annotation,
               GArray *spans)
{
  g_array_set_size (spans, 0);
  for (guint i = 0; i < list->len; i++)
    if (item (list, i)->annotation == annotation)
      g_array_append_val (spans, item (list, i)->span);
}

static List *
list_in_order (List *list)
{
  List *placed = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  g_array_sort (list, compare_cb);
  for (guint i = 0; i < list->len; i++)
    if (item (list, i)->fragment == 0)
      {
        collect_spans (list, item (list, i)->annotation, spans);
        list_add (placed, item (list, i)->annotation, item (list, i)->tag, spans);
      }
  return placed;
}

static void
test_load (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();
  g_autoptr (PlxSpanIndex) index = plx_span_index_new ();

  for (int round = 0; round < 400; round++)
    {
      g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
      g_autoptr (GArray) placed = NULL;
      int length = g_rand_int_range (random, 5, 800);
      int n = g_rand_int_range (random, 0, 150);

      for (int i = 0; i < n; i++)
        {
          g_autoptr (GArray) spans = random_spans (random, length);

          list_add (list, 1 + g_rand_int_range (random, 0, 500), 1 + i % 7, spans);
        }
      placed = list_in_order (list);
      shuffle (list, random);
      plx_span_index_load (index, (const PlxIndexedSpan *) (void *) list->data, list->len);
      assert_contents (index, placed);
      assert_find (index, placed, 0, length);
      for (int i = 0; i < 5; i++)
        {
          change (index, placed, random, length);
          assert_contents (index, placed);
        }
    }
}

/* Stated by hand */

static void
add (PlxSpanIndex *index,
     PlxId annotation,
     int start,
     int end)
{
  const PlxSpan span = { start, end };

  plx_span_index_add (index, annotation, 1, &span, 1);
}

static guint
get_lane (PlxSpanIndex *index,
          PlxId annotation)
{
  for (gsize i = 0; i < plx_span_index_get_n_spans (index); i++)
    if (plx_span_index_get (index, i)->annotation == annotation)
      return plx_span_index_get (index, i)->lane;
  g_assert_not_reached ();
}

static void
test_empty (void)
{
  g_autoptr (PlxSpanIndex) index = plx_span_index_new ();
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));

  plx_span_index_load (index, NULL, 0);
  plx_span_index_find (index, 0, 100, found);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (plx_span_index_get_n_spans (index), ==, 0);
  g_assert_cmpuint (plx_span_index_get_n_annotations (index), ==, 0);
  g_assert_null (plx_span_index_get (index, 0));
  g_assert_null (plx_span_index_next (index, 0, TRUE));
  g_assert_null (plx_span_index_next (index, 0, FALSE));
  g_assert_cmpint (plx_span_index_hit (index, 0, PLX_ID_NONE), ==, PLX_ID_NONE);
  g_assert_false (plx_span_index_remove (index, 5));
  g_assert_true (plx_span_index_check (index));
}

static void
test_lanes (void)
{
  g_autoptr (PlxSpanIndex) index = plx_span_index_new ();

  add (index, 1, 0, 50);
  add (index, 2, 10, 20);
  add (index, 3, 20, 30); /* adjoins, so it would run into the bar of 2 */
  add (index, 4, 31, 40);
  g_assert_cmpuint (get_lane (index, 1), ==, 0);
  g_assert_cmpuint (get_lane (index, 2), ==, 1);
  g_assert_cmpuint (get_lane (index, 3), ==, 2);
  g_assert_cmpuint (get_lane (index, 4), ==, 1);

  /* The others stay; the free lane is used again. */
  g_assert_true (plx_span_index_remove (index, 1));
  g_assert_cmpuint (get_lane (index, 3), ==, 2);
  add (index, 5, 5, 45);
  g_assert_cmpuint (get_lane (index, 5), ==, 0);

  /* A moved border keeps the lane while it can. */
  add (index, 3, 21, 25);
  g_assert_cmpuint (get_lane (index, 3), ==, 2);
  add (index, 4, 15, 40);
  g_assert_cmpuint (get_lane (index, 4), ==, 3);
  g_assert_true (plx_span_index_check (index));
}

static void
test_fragments (void)
{
  g_autoptr (PlxSpanIndex) index = plx_span_index_new ();
  const PlxSpan spans[] = { { 0, 5 }, { 10, 15 }, { 200, 205 } };

  plx_span_index_add (index, 1, 7, spans, G_N_ELEMENTS (spans));
  add (index, 2, 6, 9); /* fits between */
  add (index, 3, 202, 300);
  g_assert_cmpuint (plx_span_index_get_n_spans (index), ==, 5);
  g_assert_cmpuint (plx_span_index_get_n_annotations (index), ==, 3);
  g_assert_cmpuint (get_lane (index, 2), ==, 0);
  g_assert_cmpuint (get_lane (index, 3), ==, 1);
  g_assert_cmpuint (plx_span_index_get (index, 3)->fragment, ==, 2);
  g_assert_cmpint (plx_span_index_get (index, 3)->tag, ==, 7);
  g_assert_cmpint (plx_span_index_hit (index, 203, PLX_ID_NONE), ==, 1);
  g_assert_cmpint (plx_span_index_hit (index, 203, 1), ==, 3);
  g_assert_cmpint (plx_span_index_hit (index, 203, 3), ==, 1);
  g_assert_true (plx_span_index_remove (index, 1));
  g_assert_cmpuint (plx_span_index_get_n_spans (index), ==, 2);
  g_assert_true (plx_span_index_check (index));
}

/* Many at one place: minutes if lanes were looked for one by one. */

static void
load_stack (PlxSpanIndex *index,
            int n,
            gboolean nested)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (PlxIndexedSpan));

  g_array_set_size (spans, (guint) n);
  for (int i = 0; i < n; i++)
    {
      PlxIndexedSpan *span = &g_array_index (spans, PlxIndexedSpan, i);

      span->annotation = n - i;
      span->span.start = nested ? i : 100;
      span->span.end = nested ? 2 * n - i : 106;
    }
  plx_span_index_load (index, (const PlxIndexedSpan *) (void *) spans->data, spans->len);
}

static void
test_stacks (void)
{
  g_autoptr (PlxSpanIndex) index = plx_span_index_new ();
  const int n = 50000;

  load_stack (index, n, TRUE);
  g_assert_true (plx_span_index_check (index));
  for (int i = 0; i < n; i++)
    g_assert_cmpuint (plx_span_index_get (index, (gsize) i)->lane, ==, i);
  g_assert_cmpint (plx_span_index_hit (index, n, PLX_ID_NONE), ==, 1);

  load_stack (index, n, FALSE);
  g_assert_true (plx_span_index_check (index));
  for (int i = 0; i < n; i++)
    {
      g_assert_cmpint (plx_span_index_get (index, (gsize) i)->annotation, ==, i + 1);
      g_assert_cmpuint (plx_span_index_get (index, (gsize) i)->lane, ==, i);
    }
  add (index, n + 1, 90, 100);
  g_assert_cmpuint (get_lane (index, n + 1), ==, n);
  g_assert_true (plx_span_index_remove (index, 1));
  add (index, n + 2, 106, 110);
  g_assert_cmpuint (get_lane (index, n + 2), ==, 0);
  g_assert_true (plx_span_index_check (index));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/span-index/empty", test_empty);
  g_test_add_func ("/span-index/lanes", test_lanes);
  g_test_add_func ("/span-index/fragments", test_fragments);
  g_test_add_func ("/span-index/changes", test_changes);
  g_test_add_func ("/span-index/load", test_load);
  g_test_add_func ("/span-index/stacks", test_stacks);

  return g_test_run ();
}

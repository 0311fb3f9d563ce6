/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How columns share a width, and where the label bar goes. */

#include "config.h"

#include "plx-test-random.h"

#include "board/plx-column-places.h"
#include "board/plx-column-widths.h"
#include "reader/plx-label-bar.h"

#include <math.h>

#define MINIMUM 300

static void
assert_widths (const double *weights,
               gsize n,
               int total,
               const int *expected)
{
  g_autofree int *widths = g_new (int, n);

  plx_column_widths (weights, n, total, MINIMUM, widths);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (widths[i], ==, expected[i]);
}

static void
test_equal (void)
{
  assert_widths ((double[]){ 1, 1, 1 }, 3, 1500, (int[]){ 500, 500, 500 });
  assert_widths ((double[]){ 1, 1, 1 }, 3, 1400, (int[]){ 467, 466, 467 });
  assert_widths ((double[]){ 1 }, 1, 900, (int[]){ 900 });
  plx_column_widths (NULL, 0, 900, MINIMUM, NULL);
}

static void
test_weights (void)
{
  assert_widths ((double[]){ 2, 1 }, 2, 1200, (int[]){ 800, 400 });
  /* Nonsense counts as 1. */
  assert_widths ((double[]){ 0, -3, NAN, INFINITY }, 4, 2000, (int[]){ 500, 500, 500, 500 });
}

static void
test_minimum (void)
{
  /* Not even the minimum fits. */
  assert_widths ((double[]){ 9, 1, 1, 1, 1 }, 5, 1000, (int[]){ 300, 300, 300, 300, 300 });
  /* One is raised; the others pay in proportion. */
  assert_widths ((double[]){ 1, 4, 5 }, 3, 1200, (int[]){ 300, 400, 500 });
  /* Raising one makes another one too narrow. */
  assert_widths ((double[]){ 1, 3.2, 9 }, 3, 1200, (int[]){ 300, 300, 600 });
}

static void
test_drag (void)
{
  int widths[3] = { 400, 400, 400 };

  plx_column_widths_drag (widths, 3, 0, 60, MINIMUM);
  g_assert_cmpint (widths[0], ==, 460);
  g_assert_cmpint (widths[1], ==, 340);
  g_assert_cmpint (widths[2], ==, 400);
  plx_column_widths_drag (widths, 3, 0, 500, MINIMUM);
  g_assert_cmpint (widths[0], ==, 500);
  g_assert_cmpint (widths[1], ==, 300);
  plx_column_widths_drag (widths, 3, 1, -500, MINIMUM);
  g_assert_cmpint (widths[1], ==, 300);
  g_assert_cmpint (widths[2], ==, 400);
  /* There is no border after the last one. */
  plx_column_widths_drag (widths, 3, 2, 50, MINIMUM);
  g_assert_cmpint (widths[2], ==, 400);
}

static void
test_random (void)
{
  GRand *random = plx_test_random_new ();

  for (int round = 0; round < 2000; round++)
    {
      double weights[8], again[8];
      int widths[8], dragged[8], same[8];
      gsize n = (gsize) g_rand_int_range (random, 1, 9);
      int total = g_rand_int_range (random, 100, 4000);
      int sum = 0;

      for (gsize i = 0; i < n; i++)
        weights[i] = g_rand_double_range (random, 0.01, 5);
      plx_column_widths (weights, n, total, MINIMUM, widths);
      for (gsize i = 0; i < n; i++)
        {
          g_assert_cmpint (widths[i], >=, MINIMUM);
          dragged[i] = widths[i];
          sum += widths[i];
        }
      g_assert_cmpint (sum, ==, MAX (total, (int) n * MINIMUM));

      plx_column_widths_drag (dragged, n, (gsize) g_rand_int_range (random, 0, (int) n), g_rand_int_range (random, -900, 900), MINIMUM);
      plx_column_weights (dragged, n, again);
      plx_column_widths (again, n, sum, MINIMUM, same);
      for (gsize i = 0; i < n; i++)
        g_assert_cmpint (ABS (same[i] - dragged[i]), <=, 1);
    }
  g_rand_free (random);
}

/* Scrolling and pins */

static void
test_pins (void)
{
  const int widths[] = { 300, 320, 300, 300, 300 };
  PlxColumnRow row = { .widths = widths, .n = 5, .n_pinned = 1, .view = 1000, .minimum = 300, .offset = 100 };

  g_assert_cmpuint (plx_column_row_count_stuck (&row), ==, 1);
  g_assert_cmpint (plx_column_row_get_edge (&row), ==, 300);
  g_assert_cmpint (plx_column_row_get_place (&row, 0), ==, 0);
  g_assert_cmpint (plx_column_row_get_place (&row, 1), ==, 200);
  g_assert_cmpint (plx_column_row_get_place (&row, 5), ==, 1420);

  /* Two leave the third a readable width; three would not. */
  row.n_pinned = 3;
  g_assert_cmpuint (plx_column_row_count_stuck (&row), ==, 2);
  g_assert_cmpint (plx_column_row_get_place (&row, 1), ==, 300);
  g_assert_cmpint (plx_column_row_get_place (&row, 2), ==, 520);
  row.view = 500;
  g_assert_cmpuint (plx_column_row_count_stuck (&row), ==, 0);
  g_assert_cmpint (plx_column_row_get_edge (&row), ==, 0);
  row.n_pinned = 0;
  row.view = 5000;
  g_assert_cmpuint (plx_column_row_count_stuck (&row), ==, 0);
}

static void
test_show (void)
{
  const int widths[] = { 300, 300, 300, 300, 300 };
  PlxColumnRow row = { .widths = widths, .n = 5, .n_pinned = 1, .view = 1000, .minimum = 300, .offset = 200 };

  g_assert_cmpint (plx_column_row_show (&row, 0), ==, 200);
  /* Half under the pinned one. */
  g_assert_cmpint (plx_column_row_show (&row, 1), ==, 0);
  g_assert_cmpint (plx_column_row_show (&row, 2), ==, 200);
  g_assert_cmpint (plx_column_row_show (&row, 4), ==, 500);
}

static void
assert_drop (const PlxColumnRow *row,
             gsize column,
             int at,
             gsize expected,
             int expected_mark)
{
  int mark;

  g_assert_cmpuint (plx_column_row_drop (row, column, at, &mark), ==, expected);
  g_assert_cmpint (mark, ==, expected_mark);
}

static void
test_drop (void)
{
  const int widths[] = { 300, 300, 300, 300, 300 };
  PlxColumnRow row = { .widths = widths, .n = 5, .n_pinned = 0, .view = 1500, .minimum = 300, .offset = 0 };

  assert_drop (&row, 0, 100, 0, 0);
  assert_drop (&row, 0, 400, 0, 300);
  assert_drop (&row, 0, 500, 1, 600);
  assert_drop (&row, 0, 9999, 4, 1500);
  assert_drop (&row, 3, -50, 0, 0);
  assert_drop (&row, 3, 700, 2, 600);
  assert_drop (&row, 3, 800, 3, 900);

  /* Pinned ones stay among themselves, the others too. */
  row.n_pinned = 2;
  assert_drop (&row, 0, 9999, 1, 600);
  assert_drop (&row, 1, 20, 0, 0);
  assert_drop (&row, 4, 20, 2, 600);

  /* Scrolled: what is under the pinned ones is no place to go to. */
  row.view = 1000;
  row.offset = 400;
  assert_drop (&row, 4, 20, 2, 600);
  assert_drop (&row, 4, 610, 3, 600);
  assert_drop (&row, 4, 700, 4, 800);
}

static void
test_pull (void)
{
  const int widths[] = { 300, 300, 300, 300, 300 };
  PlxColumnRow row = { .widths = widths, .n = 5, .n_pinned = 1, .view = 1000, .minimum = 300, .offset = 100 };

  g_assert_cmpint (plx_column_row_pull (&row, 600), ==, 0);
  g_assert_cmpint (plx_column_row_pull (&row, 990), >, 0);
  g_assert_cmpint (plx_column_row_pull (&row, 5000), >=, plx_column_row_pull (&row, 990));
  g_assert_cmpint (plx_column_row_pull (&row, 310), <, 0);
  g_assert_cmpint (plx_column_row_pull (&row, -5000), <=, plx_column_row_pull (&row, 310));
}

static void
test_row_random (void)
{
  GRand *random = plx_test_random_new ();

  for (int round = 0; round < 2000; round++)
    {
      int widths[8];
      PlxColumnRow row = { .widths = widths, .n = (gsize) g_rand_int_range (random, 1, 9), .minimum = MINIMUM };
      int total = 0, mark;
      gsize column, target;

      for (gsize i = 0; i < row.n; i++)
        total += widths[i] = g_rand_int_range (random, MINIMUM, 900);
      row.n_pinned = (gsize) g_rand_int_range (random, 0, (int) row.n + 1);
      row.view = g_rand_int_range (random, 200, total + 1);
      row.offset = g_rand_int_range (random, 0, total - row.view + 1);
      column = (gsize) g_rand_int_range (random, 0, (int) row.n);

      /* What is stuck leaves room, and what is shown is seen. */
      g_assert_cmpint (plx_column_row_get_edge (&row), <=, MAX (row.view - MINIMUM, 0));
      row.offset = plx_column_row_show (&row, column);
      g_assert_cmpint (row.offset, <=, total - row.view);
      if (column >= plx_column_row_count_stuck (&row))
        g_assert_cmpint (plx_column_row_get_place (&row, column), >=, plx_column_row_get_edge (&row));
      if (widths[column] <= row.view - plx_column_row_get_edge (&row))
        g_assert_cmpint (plx_column_row_get_place (&row, column) + widths[column], <=, row.view);

      row.offset = MAX (row.offset, 0);
      target = plx_column_row_drop (&row, column, g_rand_int_range (random, -100, row.view + 100), &mark);
      g_assert_cmpuint (target, <, row.n);
      g_assert_true ((target < row.n_pinned) == (column < row.n_pinned));
    }
  g_rand_free (random);
}

/* Label bar */

static gboolean
overlap (const GdkRectangle *a,
         const GdkRectangle *b)
{
  return gdk_rectangle_intersect (a, b, NULL);
}

static void
test_place (void)
{
  GdkRectangle page = { 8, 8, 384, 584 };
  GdkRectangle high = { 100, 40, 80, 40 };
  GdkRectangle low = { 300, 500, 80, 40 };
  GdkRectangle tall = { 0, 30, 400, 500 };
  GdkRectangle bar = { 0, 0, 280, 150 };

  plx_label_bar_place (&page, &high, &bar);
  g_assert_cmpint (bar.y, ==, 80);
  g_assert_cmpint (bar.x, ==, 8);
  plx_label_bar_place (&page, &low, &bar);
  g_assert_cmpint (bar.y, ==, 350);
  g_assert_cmpint (bar.x, ==, 112);
  /* Nowhere is enough room; it stays on the page where there is most. */
  plx_label_bar_place (&page, &tall, &bar);
  g_assert_cmpint (bar.y, ==, 442);
}

static void
test_place_random (void)
{
  GRand *random = plx_test_random_new ();

  for (int round = 0; round < 2000; round++)
    {
      GdkRectangle page = { 8, 8, g_rand_int_range (random, 284, 900), g_rand_int_range (random, 300, 900) };
      GdkRectangle selection = { g_rand_int_range (random, -50, 900), g_rand_int_range (random, -900, 1800),
                                 g_rand_int_range (random, 1, 400), g_rand_int_range (random, 20, 400) };
      GdkRectangle bar = { 0, 0, g_rand_int_range (random, 100, 285), g_rand_int_range (random, 80, 290) };

      plx_label_bar_place (&page, &selection, &bar);
      g_assert_cmpint (bar.x, >=, page.x);
      g_assert_cmpint (bar.x + bar.width, <=, page.x + page.width);
      g_assert_cmpint (bar.y, >=, page.y);
      g_assert_cmpint (bar.y + bar.height, <=, page.y + page.height);
      if (bar.height <= selection.y - page.y || bar.height <= page.y + page.height - selection.y - selection.height)
        g_assert_false (overlap (&bar, &selection));
    }
  g_rand_free (random);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-layout/equal", test_equal);
  g_test_add_func ("/column-layout/weights", test_weights);
  g_test_add_func ("/column-layout/minimum", test_minimum);
  g_test_add_func ("/column-layout/drag", test_drag);
  g_test_add_func ("/column-layout/random", test_random);
  g_test_add_func ("/column-layout/pins", test_pins);
  g_test_add_func ("/column-layout/show", test_show);
  g_test_add_func ("/column-layout/drop", test_drop);
  g_test_add_func ("/column-layout/pull", test_pull);
  g_test_add_func ("/column-layout/row-random", test_row_random);
  g_test_add_func ("/label-bar/place", test_place);
  g_test_add_func ("/label-bar/place-random", test_place_random);
  return g_test_run ();
}

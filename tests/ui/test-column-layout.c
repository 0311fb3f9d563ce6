/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How columns share a width, and where the label bar goes. */

#include "config.h"

#include "plx-test-random.h"

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
  g_test_add_func ("/label-bar/place", test_place);
  g_test_add_func ("/label-bar/place-random", test_place_random);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotations counted by rows and columns, against counting one by one. */

#include "config.h"

#include "plx-test-random.h"

#include "model/plx-density.h"

#define LENGTH 10000
#define N_TAGS 7
#define N_COLUMNS 3

static guint
column_of (PlxId tag,
           gpointer data)
{
  return (guint) tag % N_COLUMNS;
}

static PlxSpanIndex *
index_new (GRand *random,
           int n)
{
  PlxSpanIndex *index = plx_span_index_new ();

  for (int i = 0; i < n; i++)
    {
      int start = g_rand_int_range (random, 0, LENGTH - 1);
      PlxSpan span = { start, MIN (start + g_rand_int_range (random, 1, 400), LENGTH) };

      plx_span_index_add (index, i + 1, g_rand_int_range (random, 1, N_TAGS + 1), &span, 1);
    }
  return index;
}

/* How many spans with @tag, or with any of @column, start in @row. */
static guint
count_slowly (PlxSpanIndex *index,
              guint n_rows,
              guint row,
              PlxId tag,
              guint column)
{
  guint n = 0;

  for (gsize i = 0; i < plx_span_index_get_n_spans (index); i++)
    {
      const PlxIndexedSpan *span = plx_span_index_get (index, i);

      if (plx_density_row (span->span.start, LENGTH, n_rows) == row &&
          (tag != PLX_ID_NONE ? span->tag == tag : column_of (span->tag, NULL) == column))
        n++;
    }
  return n;
}

static void
check_cell (PlxSpanIndex *index,
            guint n_rows,
            const PlxDensityCell *cell)
{
  guint of_tag = count_slowly (index, n_rows, cell->row, cell->tag, 0);

  g_assert_cmpuint (cell->row, <, n_rows);
  g_assert_cmpuint (cell->column, ==, column_of (cell->tag, NULL));
  g_assert_cmpuint (cell->count, ==, count_slowly (index, n_rows, cell->row, PLX_ID_NONE, cell->column));
  g_assert_cmpuint (of_tag, >, 0);
  for (PlxId tag = 1; tag <= N_TAGS; tag++)
    if (column_of (tag, NULL) == cell->column)
      g_assert_cmpuint (of_tag, >=, count_slowly (index, n_rows, cell->row, tag, 0));
}

static void
test_random (void)
{
  static const guint rows[] = { 1, 2, 33, 250, LENGTH, 3 * LENGTH };
  g_autoptr (GRand) random = plx_test_random_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PlxSpanIndex) index = index_new (random, 300);
      g_autoptr (GArray) cells = plx_density_count (index, LENGTH, rows[i], column_of, NULL);
      guint sum = 0;

      for (guint j = 0; j < cells->len; j++)
        {
          const PlxDensityCell *cell = &g_array_index (cells, PlxDensityCell, j);

          check_cell (index, rows[i], cell);
          g_assert_true (j == 0 || cell[-1].row < cell->row || (cell[-1].row == cell->row && cell[-1].column != cell->column));
          sum += cell->count;
        }
      g_assert_cmpuint (sum, ==, 300);
    }
}

static void
test_edges (void)
{
  g_autoptr (PlxSpanIndex) index = plx_span_index_new ();
  g_autoptr (GArray) none = plx_density_count (index, 100, 10, column_of, NULL);
  g_autoptr (GArray) cells = NULL;
  const PlxSpan first = { 0, 1 }, last = { 99, 100 };

  g_assert_cmpuint (none->len, ==, 0);
  plx_span_index_add (index, 1, 1, &first, 1);
  plx_span_index_add (index, 2, 1, &last, 1);
  cells = plx_density_count (index, 100, 10, column_of, NULL);
  g_assert_cmpuint (cells->len, ==, 2);
  g_assert_cmpuint (g_array_index (cells, PlxDensityCell, 0).row, ==, 0);
  g_assert_cmpuint (g_array_index (cells, PlxDensityCell, 1).row, ==, 9);

  g_assert_cmpuint (plx_density_row (100, 100, 10), ==, 9);
  g_assert_cmpuint (plx_density_row (-5, 100, 10), ==, 0);
  g_assert_cmpuint (plx_density_row (5, 0, 10), ==, 0);
  g_assert_cmpuint (plx_density_row (G_MAXINT, G_MAXINT, G_MAXINT), ==, G_MAXINT - 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/density/random", test_random);
  g_test_add_func ("/density/edges", test_edges);
  return g_test_run ();
}

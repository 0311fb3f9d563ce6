/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-density.h"

/* How often a tag comes in a row. */
typedef struct
{
  PlxId tag;
  guint column;
  guint count;
} Tally;

guint
plx_density_row (int offset,
                 int length,
                 guint n_rows)
{
  g_return_val_if_fail (n_rows > 0, 0);

  if (length <= 0 || offset <= 0)
    return 0;
  return (guint) MIN ((gint64) offset * n_rows / length, (gint64) n_rows - 1);
}

static void
tally (GArray *tallies,
       PlxId tag,
       PlxDensityFunc column_of,
       gpointer data)
{
  Tally fresh = { tag, 0, 1 };

  for (guint i = 0; i < tallies->len; i++)
    if (g_array_index (tallies, Tally, i).tag == tag)
      {
        g_array_index (tallies, Tally, i).count++;
        return;
      }
  fresh.column = column_of (tag, data);
  g_array_append_val (tallies, fresh);
}

/* The cell of @column among those of this row, which start at @first. */
static PlxDensityCell *
find_cell (GArray *cells,
           guint first,
           guint column)
{
  for (guint i = first; i < cells->len; i++)
    if (g_array_index (cells, PlxDensityCell, i).column == column)
      return &g_array_index (cells, PlxDensityCell, i);
  return NULL;
}

/* The most frequent tags first; sorting is stable. */
static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const Tally *one = a;
  const Tally *other = b;

  return (one->count < other->count) - (one->count > other->count);
}

/* Ends a row: makes its cells of the tallies, which give the cells their tags. */
static void
end_row (GArray *cells,
         GArray *tallies,
         guint row)
{
  guint first = cells->len;

  g_array_sort (tallies, compare_counts);
  for (guint i = 0; i < tallies->len; i++)
    {
      const Tally *one = &g_array_index (tallies, Tally, i);
      PlxDensityCell *cell = find_cell (cells, first, one->column);
      PlxDensityCell fresh = { row, one->column, one->tag, one->count };

      if (cell != NULL)
        cell->count += one->count;
      else
        g_array_append_val (cells, fresh);
    }
  g_array_set_size (tallies, 0);
}

GArray *
plx_density_count (PlxSpanIndex *index,
                   int length,
                   guint n_rows,
                   PlxDensityFunc column_of,
                   gpointer data)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (PlxDensityCell));
  g_autoptr (GArray) tallies = g_array_new (FALSE, FALSE, sizeof (Tally));
  gsize n_spans = plx_span_index_get_n_spans (index);
  guint row = 0;

  g_return_val_if_fail (n_rows > 0, cells);

  /* The spans come in order, so a row is done when the next one begins. */
  for (gsize i = 0; i < n_spans; i++)
    {
      const PlxIndexedSpan *span = plx_span_index_get (index, i);
      guint next = plx_density_row (span->span.start, length, n_rows);

      if (next != row)
        end_row (cells, tallies, row);
      row = next;
      tally (tallies, span->tag, column_of, data);
    }
  end_row (cells, tallies, row);
  return cells;
}

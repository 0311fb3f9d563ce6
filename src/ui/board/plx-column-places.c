/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-column-places.h"

/* Nearer to an edge than this, the pointer pulls. */
#define PULL_ZONE 48

/* In pixels per frame, right at the edge. */
#define PULL_SPEED 24

gsize
plx_column_row_count_stuck (const PlxColumnRow *row)
{
  int taken = 0;
  gsize n = 0;

  while (n < row->n_pinned && n < row->n && taken + row->widths[n] <= row->view - row->minimum)
    taken += row->widths[n++];
  return n;
}

/* Where column @column starts when nothing is scrolled. */
static int
get_position (const PlxColumnRow *row,
              gsize column)
{
  int position = 0;

  for (gsize i = 0; i < column; i++)
    position += row->widths[i];
  return position;
}

int
plx_column_row_get_edge (const PlxColumnRow *row)
{
  return get_position (row, plx_column_row_count_stuck (row));
}

int
plx_column_row_get_place (const PlxColumnRow *row,
                          gsize column)
{
  gboolean stuck = column < plx_column_row_count_stuck (row);

  return get_position (row, column) - (stuck ? 0 : row->offset);
}

int
plx_column_row_show (const PlxColumnRow *row,
                     gsize column)
{
  int start = get_position (row, column);
  int offset = row->offset;

  if (column < plx_column_row_count_stuck (row))
    return offset;
  offset = MAX (offset, start + row->widths[column] - row->view);
  return MIN (offset, start - plx_column_row_get_edge (row));
}

/* How many columns from @first on have their middle before @at. */
static gsize
count_before (const PlxColumnRow *row,
              gsize first,
              gsize last,
              int at)
{
  gsize n = 0;

  for (gsize i = first; i < last; i++)
    if (plx_column_row_get_place (row, i) + row->widths[i] / 2 < at)
      n++;
  return n;
}

gsize
plx_column_row_drop (const PlxColumnRow *row,
                     gsize column,
                     int at,
                     int *mark)
{
  gsize n_stuck = plx_column_row_count_stuck (row);
  gsize border;

  /* Under the stuck ones nobody can see where others are. */
  if (at < plx_column_row_get_edge (row))
    border = count_before (row, 0, n_stuck, at);
  else
    border = n_stuck + count_before (row, n_stuck, row->n, at);
  border = column < row->n_pinned ? MIN (border, row->n_pinned) : MAX (border, row->n_pinned);
  *mark = plx_column_row_get_place (row, border);
  if (border >= n_stuck)
    *mark = MAX (*mark, plx_column_row_get_edge (row));
  return border > column ? border - 1 : border;
}

int
plx_column_row_pull (const PlxColumnRow *row,
                     int at)
{
  int edge = plx_column_row_get_edge (row);

  if (at > row->view - PULL_ZONE)
    return MIN (PULL_SPEED * (at - row->view + PULL_ZONE) / PULL_ZONE, PULL_SPEED);
  if (at < edge + PULL_ZONE)
    return -MIN (PULL_SPEED * (edge + PULL_ZONE - at) / PULL_ZONE, PULL_SPEED);
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where columns are while the board is scrolled sideways, and where one goes
 * that is dragged.  Pure arithmetic; all places are counted from the start of
 * what is seen, which is the right end where the locale runs right to left.
 *
 * The first columns may be pinned: they stay at the start and the others pass
 * under them.  Pinned columns that would leave the others less than a readable
 * minimum scroll like those. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const int *widths; /* of the columns */
  gsize n;
  gsize n_pinned;
  int view;    /* width of what is seen */
  int minimum; /* of a column */
  int offset;  /* how far the columns are scrolled */
} PlxColumnRow;

/**
 * plx_column_row_count_stuck:
 *
 * Returns: how many columns do not scroll
 */
gsize plx_column_row_count_stuck (const PlxColumnRow *row);

/**
 * plx_column_row_get_edge:
 *
 * Returns: where those that scroll come from under those that do not
 */
int plx_column_row_get_edge (const PlxColumnRow *row);

/**
 * plx_column_row_get_place:
 * @column: a column, or the number of them for the end of the last one
 *
 * Returns: where it starts
 */
int plx_column_row_get_place (const PlxColumnRow *row,
                              gsize column);

/**
 * plx_column_row_show:
 *
 * Returns: the offset nearest to that of @row with which all of @column is seen,
 *   its start if it is too wide
 */
int plx_column_row_show (const PlxColumnRow *row,
                         gsize column);

/**
 * plx_column_row_drop:
 * @column: is being dragged
 * @at: where the pointer is
 * @mark: (out): where the border is that it would go to
 *
 * Pinned columns stay among themselves, and so do the others.
 *
 * Returns: the number that it would have; @column if it would stay
 */
gsize plx_column_row_drop (const PlxColumnRow *row,
                           gsize column,
                           int at,
                           int *mark);

/**
 * plx_column_row_pull:
 * @at: where the pointer is that drags something
 *
 * Returns: how far to scroll in this frame because it is near an edge: to the
 *   start if negative
 */
int plx_column_row_pull (const PlxColumnRow *row,
                         int at);

G_END_DECLS

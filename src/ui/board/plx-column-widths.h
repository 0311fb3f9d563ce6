/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How columns share a width.  Pure arithmetic.
 *
 * Each column has a weight; widths are in proportion to the weights, but no
 * column is narrower than a minimum: what it takes more is taken from the
 * others.  If not even the minimum fits, every column has it and the sum is
 * larger than what there is. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_column_widths:
 * @weights: of the columns; what is not above 0 counts as 1
 * @total: what there is to share
 * @minimum: of every column
 * @widths: (out): their sum is @total, or @n × @minimum if that is more
 */
void plx_column_widths (const double *weights,
                        gsize n,
                        int total,
                        int minimum,
                        int *widths);

/**
 * plx_column_widths_drag:
 * @widths: (inout): of the columns
 * @border: the number of the column before the border that moves
 * @by: how far, to the end if positive
 *
 * Moves the border between two columns as far as their minimum allows; no other
 * column changes.
 */
void plx_column_widths_drag (int *widths,
                             gsize n,
                             gsize border,
                             int by,
                             int minimum);

/**
 * plx_column_weights:
 * @weights: (out): what gives @widths again; 1 on average
 */
void plx_column_weights (const int *widths,
                         gsize n,
                         double *weights);

G_END_DECLS

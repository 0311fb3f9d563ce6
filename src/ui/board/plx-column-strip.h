/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the board in a row, with handles on the borders between them. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_COLUMN_STRIP (plx_column_strip_get_type ())

G_DECLARE_FINAL_TYPE (PlxColumnStrip, plx_column_strip, PLX, COLUMN_STRIP, GtkWidget)

GtkWidget *plx_column_strip_new (void);

/**
 * plx_column_strip_set_columns:
 * @columns: (element-type GtkWidget): the columns in order
 *
 * Columns that are there already are moved, not made anew, so they keep focus
 * and scroll position; others are dropped.
 */
void plx_column_strip_set_columns (PlxColumnStrip *self,
                                   const GPtrArray *columns);

/**
 * plx_column_strip_find:
 * @x: in the coordinates of the strip
 *
 * Returns: the number of the column at @x, the first or last one outside
 */
guint plx_column_strip_find (PlxColumnStrip *self,
                             double x);

double plx_column_strip_get_weight (PlxColumnStrip *self,
                                    GtkWidget *column);
void plx_column_strip_set_weight (PlxColumnStrip *self,
                                  GtkWidget *column,
                                  double weight);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the board in a row, with handles on the borders between them.
 *
 * A #GtkScrollable that scrolls sideways: pinned columns stay at the start, the
 * others pass under them. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_COLUMN_STRIP (plx_column_strip_get_type ())

/* Signals:
 *   "widths-changed" ()  by mouse or keyboard
 */
G_DECLARE_FINAL_TYPE (PlxColumnStrip, plx_column_strip, PLX, COLUMN_STRIP, GtkWidget)

GtkWidget *plx_column_strip_new (void);

/**
 * plx_column_strip_set_columns:
 * @columns: (element-type GtkWidget): the columns in order
 * @n_pinned: how many of them are pinned, which are the first ones
 *
 * Columns that are there already are moved, not made anew, so they keep focus
 * and scroll position; others are dropped.
 */
void plx_column_strip_set_columns (PlxColumnStrip *self,
                                   const GPtrArray *columns,
                                   guint n_pinned);

/* Scrolls as little as needed to see all of @column. */
void plx_column_strip_show (PlxColumnStrip *self,
                            GtkWidget *column);

/**
 * plx_column_strip_is_seen:
 *
 * Returns: whether any part of @column is in view
 */
gboolean plx_column_strip_is_seen (PlxColumnStrip *self,
                                   GtkWidget *column);

/**
 * plx_column_strip_drag:
 * @column: is being dragged
 * @x: where the pointer is, in the coordinates of the strip
 *
 * Marks the border that @column would go to, and scrolls if the pointer is near
 * an edge.
 */
void plx_column_strip_drag (PlxColumnStrip *self,
                            GtkWidget *column,
                            double x);

/**
 * plx_column_strip_drop:
 *
 * Ends what plx_column_strip_drag() began.
 *
 * Returns: the number that the dragged column is to have
 */
guint plx_column_strip_drop (PlxColumnStrip *self);

double plx_column_strip_get_weight (PlxColumnStrip *self,
                                    GtkWidget *column);
void plx_column_strip_set_weight (PlxColumnStrip *self,
                                  GtkWidget *column,
                                  double weight);

G_END_DECLS

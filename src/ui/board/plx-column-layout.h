/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays out the columns of the board side by side, with a handle on each border.
 *
 * Children that are a #PlxColumnHandle are put over the borders in order, all
 * others are columns.  Weights belong to the columns and stay with them when
 * they change places.  Right-to-left locales have the first column at the
 * right.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Narrower than this nobody likes to read; the board scrolls instead. */
#define PLX_COLUMN_MIN_WIDTH 280

#define PLX_TYPE_COLUMN_LAYOUT (plx_column_layout_get_type ())

G_DECLARE_FINAL_TYPE (PlxColumnLayout, plx_column_layout, PLX, COLUMN_LAYOUT, GtkLayoutManager)

GtkLayoutManager *plx_column_layout_new (void);

/**
 * plx_column_layout_get_weight:
 *
 * Returns: the weight of @column, which is a child of the widget; 1 unless it
 *   was set
 */
double plx_column_layout_get_weight (PlxColumnLayout *self,
                                     GtkWidget *column);
void plx_column_layout_set_weight (PlxColumnLayout *self,
                                   GtkWidget *column,
                                   double weight);

/**
 * plx_column_layout_begin_drag:
 *
 * Remembers the widths that plx_column_layout_drag() starts from.
 */
void plx_column_layout_begin_drag (PlxColumnLayout *self);

/**
 * plx_column_layout_drag:
 * @handle: the child whose border moves
 * @by: how far, to the right if positive
 */
void plx_column_layout_drag (PlxColumnLayout *self,
                             GtkWidget *handle,
                             int by);

/* Makes all columns alike. */
void plx_column_layout_reset (PlxColumnLayout *self);

G_END_DECLS

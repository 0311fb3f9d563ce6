/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays out the columns of the board side by side, with a handle on each border.
 *
 * Weights belong to the columns and stay with them when they change places.
 * An adjustment scrolls the columns sideways, pinned ones excepted; it counts
 * from the left as scroll bars do.  Right-to-left locales have the first column
 * at the right.
 */

#pragma once

#include "board/plx-column-places.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Narrower than this nobody likes to read; the board scrolls instead. */
#define PLX_COLUMN_MIN_WIDTH 280

#define PLX_TYPE_COLUMN_LAYOUT (plx_column_layout_get_type ())

G_DECLARE_FINAL_TYPE (PlxColumnLayout, plx_column_layout, PLX, COLUMN_LAYOUT, GtkLayoutManager)

/**
 * plx_column_layout_set_children:
 * @columns: (element-type GtkWidget): in order
 * @handles: (element-type GtkWidget): one for each border between two of them
 * @n_pinned: how many columns are pinned, which are the first ones
 *
 * The arrays are watched, not copied; they have to live as long as the layout.
 */
void plx_column_layout_set_children (PlxColumnLayout *self,
                                     GPtrArray *columns,
                                     GPtrArray *handles,
                                     guint n_pinned);

/**
 * plx_column_layout_set_adjustment:
 * @adjustment: (nullable): scrolls the columns sideways; its range follows them
 */
void plx_column_layout_set_adjustment (PlxColumnLayout *self,
                                       GtkAdjustment *adjustment);
GtkAdjustment *plx_column_layout_get_adjustment (PlxColumnLayout *self);

/* @offset: how far to scroll the columns, from the start; brought into range */
void plx_column_layout_scroll_to (PlxColumnLayout *self,
                                  int offset);

/**
 * plx_column_layout_fill_row:
 * @widths: (element-type int): is filled and lent to @row
 */
void plx_column_layout_fill_row (PlxColumnLayout *self,
                                 GArray *widths,
                                 PlxColumnRow *row);

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

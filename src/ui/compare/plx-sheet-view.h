/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sheet on the screen: draws only what is in view, titles of rows and columns
 * stay.  One cell has the cursor.
 *
 * Keys: arrows, Home, End, Page Up and Down move it; Enter goes where the cell
 * leads. */

#pragma once

#include "compare/plx-canvas.h"
#include "compare/plx-sheet-geometry.h"

G_BEGIN_DECLS

#define PLX_TYPE_SHEET_VIEW (plx_sheet_view_get_type ())

/* Signals:
 *   "cursor-moved" ()  another cell has the cursor, or the sheet is another
 *   "activated" ()     the cell with the cursor was clicked, or Enter pressed
 */
G_DECLARE_FINAL_TYPE (PlxSheetView, plx_sheet_view, PLX, SHEET_VIEW, PlxCanvas)

GtkWidget *plx_sheet_view_new (void);

/**
 * plx_sheet_view_set_sheet:
 * @sheet: (nullable)
 *
 * Shows another sheet.  The cursor stays on its row and column if they are still
 * there.
 */
void plx_sheet_view_set_sheet (PlxSheetView *self,
                               PlxSheet *sheet);

/* (transfer none) (nullable) */
PlxSheet *plx_sheet_view_get_sheet (PlxSheetView *self);

/**
 * plx_sheet_view_get_cursor:
 * @row: (out) (nullable) (transfer none): of the cell with the cursor
 * @column: (out): number of its column, -1 for the titles; the number of columns
 *   for the chip
 */
void plx_sheet_view_get_cursor (PlxSheetView *self,
                                const PlxSheetRow **row,
                                int *column);

/* (transfer none) (nullable): the cell with the cursor, if it is one. */
const PlxSheetCell *plx_sheet_view_get_cell (PlxSheetView *self);

/* Puts the cursor there and brings it into view. */
void plx_sheet_view_move_cursor (PlxSheetView *self,
                                 int row,
                                 int column);
int plx_sheet_view_get_cursor_row (PlxSheetView *self);

/**
 * plx_sheet_view_draw_all:
 * @width: (out): of the picture
 * @height: (out)
 *
 * Returns: (transfer full) (nullable): the whole sheet as a picture, without
 *   cursor
 */
GskRenderNode *plx_sheet_view_draw_all (PlxSheetView *self,
                                        double *width,
                                        double *height);

/**
 * plx_sheet_view_get_geometry:
 *
 * Returns: (transfer none) (nullable): where the parts of the sheet lie, valid
 *   until size, font or sheet change; %NULL without a sheet
 */
const PlxSheetGeometry *plx_sheet_view_get_geometry (PlxSheetView *self);

/**
 * plx_sheet_view_draw_paper:
 * @x: how far it is scrolled
 * @y: the same
 * @width: of the piece
 * @height: the same
 *
 * Returns: (transfer full): a piece of the sheet with titles of rows and columns,
 *   in the colours of paper and without cursor; there has to be a sheet
 */
GskRenderNode *plx_sheet_view_draw_paper (PlxSheetView *self,
                                          double x,
                                          double y,
                                          double width,
                                          double height);

/* Where a cell is drawn, in coordinates of the widget, for tests. */
gboolean plx_sheet_view_get_cell_area (PlxSheetView *self,
                                       int row,
                                       int column,
                                       GdkRectangle *area);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reading board: the open articles of a session side by side.
 *
 * Follows the list of readings, their order and what is to be revealed.
 * Columns can be dragged by their header, their borders by handles; pinned ones
 * stay at the start while the others scroll sideways.
 * Keys: F6, Ctrl+Page Down and back with Shift+F6, Ctrl+Page Up; with Shift,
 * Ctrl+Page Up and Down move the column; Ctrl+W closes it.  F6 past the last
 * column, and Shift+F6 before the first, are left to the window. */

#pragma once

#include <adwaita.h>

#include "board/plx-column.h"
#include "session/plx-session.h"

G_BEGIN_DECLS

#define PLX_BOARD_LAYOUT_TYPE "a(xdib)"

#define PLX_TYPE_BOARD (plx_board_get_type ())

G_DECLARE_FINAL_TYPE (PlxBoard, plx_board, PLX, BOARD, AdwBin)

GtkWidget *plx_board_new (PlxSession *session);

/* Returns: (transfer floating): a bar for a column, see plx_column_add_bar() */
typedef GtkWidget *(*PlxBarFunc) (PlxReader *reader);

/**
 * plx_board_set_bar_func:
 * @func: makes a bar for each column, for rooms that the board does not know
 */
void plx_board_set_bar_func (PlxBoard *self,
                             PlxBarFunc func);

/* Signals:
 *   "layout-changed" ()  what plx_board_save_layout() tells is different
 */

/**
 * plx_board_find_column:
 *
 * Returns: (transfer none) (nullable): the column of @reading
 */
PlxColumn *plx_board_find_column (PlxBoard *self,
                                  PlxReading *reading);

/**
 * plx_board_save_layout:
 *
 * Returns: (transfer floating): what can be remembered, %PLX_BOARD_LAYOUT_TYPE:
 *   document, weight, code point at the top and whether it is pinned, of each
 *   column in order
 */
GVariant *plx_board_save_layout (PlxBoard *self);

/**
 * plx_board_restore_layout:
 * @layout: from plx_board_save_layout()
 *
 * Opens the articles that are still in the project, as wide and where they were.
 */
void plx_board_restore_layout (PlxBoard *self,
                               GVariant *layout);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One column of the board: what an article is, the article, its label bar.
 *
 * Becomes the current one of the session when it gets the focus.
 * Actions: column.pinned and column.direction (states), column.move-left, column.move-right,
 * column.about, column.close, column.close-others. */

#pragma once

#include <gtk/gtk.h>

#include "reader/plx-reader.h"

G_BEGIN_DECLS

#define PLX_TYPE_COLUMN (plx_column_get_type ())

/* Properties:
 *   "pinned"     gboolean  stays at the start of the board
 *   "direction"  string    of reading, as #PlxDocument has it
 *
 * Signal "bars-changed" (): what plx_column_has_bar() tells may be different.
 */
G_DECLARE_FINAL_TYPE (PlxColumn, plx_column, PLX, COLUMN, GtkBox)

GtkWidget *plx_column_new (PlxSession *session,
                           PlxReading *reading);
/* Opens the bar that finds words in the article. */
void plx_column_find (PlxColumn *self);

PlxReading *plx_column_get_reading (PlxColumn *self);
PlxReader *plx_column_get_reader (PlxColumn *self);

/**
 * plx_column_get_header:
 *
 * Returns: (transfer none): what the column can be dragged by
 */
GtkWidget *plx_column_get_header (PlxColumn *self);

/**
 * plx_column_add_bar:
 * @bar: (transfer full): floats at the border of the column, clear of the
 *   selected annotation, as long as it is visible
 */
void plx_column_add_bar (PlxColumn *self,
                         GtkWidget *bar);

/* Moves the column @by places in the session. */
void plx_column_move (PlxColumn *self,
                      int by);

/* Whether a bar floats over the text. */
gboolean plx_column_has_bar (PlxColumn *self);

G_END_DECLS

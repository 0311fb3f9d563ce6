/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The border between two columns, to be dragged with the mouse or moved with
 * the arrow keys. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_COLUMN_HANDLE (plx_column_handle_get_type ())

/* Signals:
 *   "begin" ()        the mouse took hold
 *   "moved" (int by)  to the right if positive, in pixels: since "begin", or by
 *                     one press of a key, which has no "begin"
 *   "end" ()          the mouse let go
 *   "reset" ()        double click or Enter: all columns alike
 */
G_DECLARE_FINAL_TYPE (PlxColumnHandle, plx_column_handle, PLX, COLUMN_HANDLE, GtkWidget)

GtkWidget *plx_column_handle_new (void);

/* @percent: what the column before the border has of the two, for those who
 * cannot see it */
void plx_column_handle_set_share (PlxColumnHandle *self,
                                  int percent);

G_END_DECLS

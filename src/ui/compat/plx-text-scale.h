/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Large text: how many times larger than usual letters are on this desktop.  What is
 * measured in pixels and holds words has to grow with them. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_text_scale_get:
 *
 * Returns: 1 for letters of the usual size, 2 for those that are twice as large
 */
double plx_text_scale_get (GtkWidget *widget);

/**
 * plx_text_scale_grow:
 * @pixels: enough for letters of the usual size
 *
 * Returns: enough for those of @widget
 */
int plx_text_scale_grow (GtkWidget *widget,
                         int pixels);

/**
 * plx_text_scale_grow_window:
 *
 * Gives a window that is not shown yet the default size that it needs, as far as
 * the screen has it.
 */
void plx_text_scale_grow_window (GtkWindow *window);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tooltips that cost nothing while a window is made. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_tooltip_set:
 * @text: (nullable):
 *
 * Like gtk_widget_set_tooltip_text(), which asks the screen where the pointer is
 * each time that it is given something visible; but what is in no window yet has
 * no pointer over it.
 */
void plx_tooltip_set (GtkWidget *widget,
                      const char *text);

G_END_DECLS

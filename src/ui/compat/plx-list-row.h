/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of list views to a screen reader. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_list_row_set_label:
 * @child: what a list item holds
 * @label: what is said when its row gets the focus
 *
 * The row itself has the focus, not its child, and has no name of its own
 * (GTK 4.12 has GtkListItem:accessible-label for this).
 */
void plx_list_row_set_label (GtkWidget *child,
                             const char *label);

G_END_DECLS

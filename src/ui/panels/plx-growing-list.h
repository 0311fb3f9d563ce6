/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A long list for a view that makes hundreds of rows at once: the first rows are
 * there with the first frame, the others come between the next ones. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_growing_list_new:
 * @model: (transfer none): all items
 * @view: (unowned): what shows them; it grows while this is on the screen
 *
 * Returns: (transfer full): the list for @view
 */
GListModel *plx_growing_list_new (GListModel *model,
                                  GtkWidget *view);

G_END_DECLS

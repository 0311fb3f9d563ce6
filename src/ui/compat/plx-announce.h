/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader shall say at once.
 *
 * Since GTK 4.14 there are announcements.  Before, a screen reader hears of
 * changes of what describes the widget that has the focus.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_announce:
 * @widget: what it is about
 * @description: what is true of it now; its description, and said when it changes
 * @news: (nullable): what has just happened besides
 */
void plx_announce (GtkWidget *widget,
                   const char *description,
                   const char *news);

G_END_DECLS

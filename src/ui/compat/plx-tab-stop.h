/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Around a list: arrows go from row to row, Tab goes on to what is after the
 * list.  Without it, Tab stops at every row (GTK 4.12 has
 * GtkListView:tab-behavior for this). */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_TAB_STOP (plx_tab_stop_get_type ())

/* Property "child": GtkWidget. */
G_DECLARE_FINAL_TYPE (PlxTabStop, plx_tab_stop, PLX, TAB_STOP, GtkWidget)

G_END_DECLS

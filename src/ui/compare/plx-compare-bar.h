/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar above the comparison: its tables, how much there is, and tools.
 *
 * Where it has no room for all in one line the tools step aside for a menu, and in
 * still less room the buttons of the tables for another one. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_COMPARE_BAR (plx_compare_bar_get_type ())

G_DECLARE_FINAL_TYPE (PlxCompareBar, plx_compare_bar, PLX, COMPARE_BAR, GtkWidget)

/* Properties, each a widget: "tabs" and "tables", which stands in for them;
 * "summary"; "tools" and "more", which stands in for them. */

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar beside a suggestion: who it would be, and what to do about it.
 *
 * Like the label bar a child of the overlay that holds the reader.  It takes no
 * focus; with the keys the same is done without it.
 */

#pragma once

#include <gtk/gtk.h>

#include "reader/plx-reader.h"

G_BEGIN_DECLS

#define PLX_TYPE_SUGGEST_BAR (plx_suggest_bar_get_type ())

G_DECLARE_FINAL_TYPE (PlxSuggestBar, plx_suggest_bar, PLX, SUGGEST_BAR, GtkBox)

/**
 * plx_suggest_bar_new:
 *
 * Shows itself when a suggestion is activated and hides when it is dealt with or
 * the caret leaves.
 */
GtkWidget *plx_suggest_bar_new (PlxReader *reader);

/* For #GtkOverlay::get-child-position. */
void plx_suggest_bar_get_position (PlxSuggestBar *self,
                                   GtkWidget *overlay,
                                   GdkRectangle *position);

G_END_DECLS

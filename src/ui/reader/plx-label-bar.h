/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar that appears beside a selection and offers tags for it.
 *
 * A child of the overlay that holds the reader, not a popover: it takes no grab
 * and no focus, so clicks and keys in the text go on working.  It is never over
 * the selection.  While it is shown, the keys of the reader do this besides:
 * Enter links what suits the selection best or gives the last tag, Escape gives
 * up, a letter starts the search, Down goes to its list.
 */

#pragma once

#include <gtk/gtk.h>

#include "reader/plx-reader.h"

G_BEGIN_DECLS

#define PLX_TYPE_LABEL_BAR (plx_label_bar_get_type ())

G_DECLARE_FINAL_TYPE (PlxLabelBar, plx_label_bar, PLX, LABEL_BAR, GtkBox)

/**
 * plx_label_bar_new:
 *
 * Shows itself when a selection is finished and hides when it is gone.
 */
GtkWidget *plx_label_bar_new (PlxReader *reader);

/**
 * plx_label_bar_dismiss:
 *
 * Gives the focus back to the text, with the caret at the end of the selection.
 */
void plx_label_bar_dismiss (PlxLabelBar *self);

/**
 * plx_label_bar_get_position:
 * @overlay: the parent
 * @position: (out): where to put the bar
 *
 * For #GtkOverlay::get-child-position.
 */
void plx_label_bar_get_position (PlxLabelBar *self,
                                 GtkWidget *overlay,
                                 GdkRectangle *position);

/**
 * plx_label_bar_place:
 * @page: what the bar may cover
 * @selection: what it may not cover
 * @bar: (inout): its size; its place is set
 *
 * Below the selection, else above, else where there is more room; as near to the
 * end of the selection as @page allows.
 */
void plx_label_bar_place (const GdkRectangle *page,
                          const GdkRectangle *selection,
                          GdkRectangle *bar);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The button in the header bar that opens the filter, with a mark while
 * something is hidden. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_filter_button_new:
 *
 * Returns: (transfer floating): a #GtkMenuButton; the widgets of its popover are
 *   made when it is opened first
 */
GtkWidget *plx_filter_button_new (PlxSession *session);

/**
 * plx_filter_popover_new:
 *
 * Returns: (transfer floating): a #GtkPopover with what the button opens
 */
GtkWidget *plx_filter_popover_new (PlxSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_steady_focus_changed:
 * @window: whose focus widget is another one
 *
 * Panels scroll what gets the focus into view; for GTK that goes for items of a
 * menu that hangs out of the panel too, so that the menu goes away from below the
 * pointer, which gives them the focus.  Told before the panels are, this keeps
 * those that a menu belongs to where they are while it has the focus.
 */
void plx_steady_focus_changed (GtkWindow *window);

G_END_DECLS

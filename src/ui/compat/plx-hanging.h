/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What hangs under a widget, inside the window: it has no surface of its own, so
 * it takes no click that is meant for something else, and looks the same with
 * every renderer.
 *
 * It lies in the outermost #GtkOverlay around its anchor; without one it never
 * opens. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_HANGING (plx_hanging_get_type ())

G_DECLARE_FINAL_TYPE (PlxHanging, plx_hanging, PLX, HANGING, GtkWidget)

/**
 * plx_hanging_new:
 * @anchor: has to outlive it; while @anchor is not on the screen, nothing hangs
 * @child: (transfer floating)
 */
PlxHanging *plx_hanging_new (GtkWidget *anchor,
                             GtkWidget *child);

/**
 * plx_hanging_open:
 *
 * Shows it until plx_hanging_close(), or until somebody presses the mouse
 * elsewhere.
 */
void plx_hanging_open (PlxHanging *self);
void plx_hanging_close (PlxHanging *self);
gboolean plx_hanging_is_open (PlxHanging *self);

G_END_DECLS

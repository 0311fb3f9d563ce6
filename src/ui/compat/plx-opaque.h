/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_opaque_init:
 *
 * Where the window system cannot blend windows (X11 without a compositor),
 * menus, popovers and tooltips stand in a black frame as wide as their shadow;
 * from now on they have a plain border there.  Once, at the start.
 */
void plx_opaque_init (GdkDisplay *display);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where windows are on the screen, which GTK 4 does not tell. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_surface_get_origin:
 * @x: (out): in pixels of the screen; 0 where the window system keeps it secret
 */
void plx_surface_get_origin (GdkSurface *surface,
                             int *x,
                             int *y);

G_END_DECLS

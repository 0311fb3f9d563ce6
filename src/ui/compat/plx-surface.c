/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-surface.h"

#ifdef PLX_HAVE_X11
#include <gdk/x11/gdkx.h>
#endif

void
plx_surface_get_origin (GdkSurface *surface,
                        int *x,
                        int *y)
{
  *x = 0;
  *y = 0;
#ifdef PLX_HAVE_X11
  if (GDK_IS_X11_SURFACE (surface))
    {
      Display *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));
      Window child;

      XTranslateCoordinates (display, gdk_x11_surface_get_xid (surface), DefaultRootWindow (display), 0, 0, x, y, &child);
    }
#endif
}

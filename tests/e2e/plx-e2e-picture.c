/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-e2e-private.h"

#include <X11/Xutil.h>
#include <cairo.h>

gboolean
plx_e2e_write_picture (Display *display,
                       const char *file)
{
  Window root = DefaultRootWindow (display);
  int width = DisplayWidth (display, DefaultScreen (display));
  int height = DisplayHeight (display, DefaultScreen (display));
  XImage *image = XGetImage (display, root, 0, 0, (unsigned int) width, (unsigned int) height, AllPlanes, ZPixmap);
  cairo_surface_t *surface;
  gboolean written;

  g_assert_nonnull (image);
  g_assert_cmpint (image->bits_per_pixel, ==, 32);
  surface = cairo_image_surface_create_for_data ((unsigned char *) image->data, CAIRO_FORMAT_RGB24, width, height, image->bytes_per_line);
  written = cairo_surface_write_to_png (surface, file) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  XDestroyImage (image);
  return written;
}

void
plx_e2e_screenshot (PlxE2e *self,
                    const char *name)
{
  const char *folder = g_getenv ("PARALLAX_E2E_SHOTS");
  g_autofree char *file = NULL;

  if (folder == NULL)
    return;
  plx_e2e_settle (self);
  file = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (plx_e2e_write_picture (self->display, file));
}

/* Calls @func for each window on the screen. */
static void
each_window (PlxE2e *self,
             void (*func) (PlxE2e *self, Window window, const XWindowAttributes *attributes, gpointer data),
             gpointer data)
{
  Window root, parent, *children = NULL;
  unsigned int n = 0;

  g_assert_true (XQueryTree (self->display, DefaultRootWindow (self->display), &root, &parent, &children, &n));
  for (unsigned int i = 0; i < n; i++)
    {
      XWindowAttributes attributes;

      if (XGetWindowAttributes (self->display, children[i], &attributes) && attributes.map_state == IsViewable)
        func (self, children[i], &attributes, data);
    }
  XFree (children);
}

static void
centre (PlxE2e *self,
        Window window,
        const XWindowAttributes *attributes,
        gpointer data)
{
  int width = DisplayWidth (self->display, DefaultScreen (self->display));
  int height = DisplayHeight (self->display, DefaultScreen (self->display));

  if (!attributes->override_redirect && attributes->width < width)
    XMoveWindow (self->display, window, (width - attributes->width) / 2, MAX (0, (height - attributes->height) / 2));
}

void
plx_e2e_centre_dialogs (PlxE2e *self)
{
  each_window (self, centre, NULL);
  XSync (self->display, False);
}

static void
measure_excess (PlxE2e *self,
                Window window,
                const XWindowAttributes *attributes,
                gpointer data)
{
  int *excess = data;

  *excess = MAX (*excess, attributes->width - DisplayWidth (self->display, DefaultScreen (self->display)));
}

int
plx_e2e_get_excess (PlxE2e *self)
{
  int excess = 0;

  each_window (self, measure_excess, &excess);
  return excess;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "picture/plx-picture-file.h"

#include "format/plx-target.h"

#include <cairo-svg.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* Pixels of a bitmap for each unit. */
#define PNG_SCALE 2

/* What cairo can make a bitmap of, and what people can look at. */
#define MAX_PIXELS 30000
#define MAX_AREA 1e8

gboolean
plx_picture_format_find (const char *path,
                         PlxPictureFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  *format = g_str_has_suffix (lower, ".svg") ? PLX_PICTURE_SVG : PLX_PICTURE_PNG;
  return *format == PLX_PICTURE_SVG || g_str_has_suffix (lower, ".png");
}

static cairo_status_t
write_cb (void *closure,
          const unsigned char *data,
          unsigned int length)
{
  plx_target_write (closure, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_on (cairo_surface_t *surface,
         double scale,
         PlxPictureDraw draw,
         gpointer data)
{
  cairo_t *cairo = cairo_create (surface);

  cairo_scale (cairo, scale, scale);
  draw (cairo, data);
  cairo_destroy (cairo);
}

static gboolean
write_picture (PlxTarget *target,
               PlxPictureFormat format,
               double width,
               double height,
               PlxPictureDraw draw,
               gpointer data)
{
  double scale = format == PLX_PICTURE_SVG ? 1 : MIN (PNG_SCALE, MAX_PIXELS / MAX (width, height));
  cairo_surface_t *surface = format == PLX_PICTURE_SVG
                                 ? cairo_svg_surface_create_for_stream (write_cb, target, width, height)
                                 : cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale), (int) (height * scale));
  cairo_status_t status;

  draw_on (surface, scale, draw, data);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS && format == PLX_PICTURE_PNG)
    status = cairo_surface_write_to_png_stream (surface, write_cb, target);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS;
}

gboolean
plx_picture_save (const char *path,
                  PlxPictureFormat format,
                  double width,
                  double height,
                  PlxPictureDraw draw,
                  gpointer data,
                  GError **error)
{
  g_autoptr (PlxTarget) target = NULL;

  if (width * height > MAX_AREA)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("The table is too large for a picture. Write it as HTML or CSV."));
      return FALSE;
    }
  if ((target = plx_target_open (path, error)) == NULL)
    return FALSE;
  if (!write_picture (target, format, ceil (width), ceil (height), draw, data))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The picture could not be drawn."));
      return FALSE;
    }
  return plx_target_commit (target, error);
}

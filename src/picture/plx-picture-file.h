/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drawings as files. */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_PICTURE_SVG,
  PLX_PICTURE_PNG,
} PlxPictureFormat;

typedef void (*PlxPictureDraw) (cairo_t *cairo,
                                gpointer data);

/**
 * plx_picture_format_find:
 * @path: a file name
 *
 * Whether its ending, `.svg` or `.png` in any case, says which one it is.
 */
gboolean plx_picture_format_find (const char *path,
                                  PlxPictureFormat *format);

/**
 * plx_picture_save:
 * @width: in units of the drawing; a bitmap has two pixels for each
 *
 * Writes what @draw draws to a file, which is replaced only when the new one is
 * whole.
 *
 * @error: %PLX_FORMAT_ERROR_WRITE naming the file and what to do, or
 *   %G_IO_ERROR_FAILED if the drawing is too large
 */
gboolean plx_picture_save (const char *path,
                           PlxPictureFormat format,
                           double width,
                           double height,
                           PlxPictureDraw draw,
                           gpointer data,
                           GError **error);

G_END_DECLS

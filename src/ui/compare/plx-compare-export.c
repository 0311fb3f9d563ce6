/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables as files: what the name ends in decides how. */

#include "config.h"

#include "compare/plx-compare-view-private.h"

#include "compat/plx-isolate.h"
#include "format/plx-sheet-file.h"
#include "format/plx-target.h"

#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <string.h>

/* Pixels of a picture for each of the screen. */
#define PNG_SCALE 2

/* What cairo can make a bitmap of. */
#define MAX_PIXELS 30000

static cairo_status_t
write_cb (void *closure,
          const unsigned char *data,
          unsigned int length)
{
  plx_target_write (closure, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw (GskRenderNode *node,
      cairo_surface_t *surface,
      double scale)
{
  cairo_t *cairo = cairo_create (surface);

  cairo_scale (cairo, scale, scale);
  gsk_render_node_draw (node, cairo);
  cairo_destroy (cairo);
}

static gboolean
write_picture (PlxCompareView *self,
               PlxTarget *target,
               gboolean svg,
               GError **error)
{
  double width, height, scale;
  g_autoptr (GskRenderNode) node = plx_sheet_view_draw_all (self->view, &width, &height);
  cairo_surface_t *surface;

  if (node == NULL)
    return FALSE;
  scale = svg ? 1 : MIN (PNG_SCALE, MAX_PIXELS / MAX (width, height));
  surface = svg ? cairo_svg_surface_create_for_stream (write_cb, target, width, height)
                : cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale), (int) (height * scale));
  draw (node, surface, scale);
  if (!svg)
    cairo_surface_write_to_png_stream (surface, write_cb, target);
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS && svg)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The picture could not be drawn."));
  cairo_surface_destroy (surface);
  return error == NULL || *error == NULL;
}

static gboolean
save_picture (PlxCompareView *self,
              const char *path,
              gboolean svg,
              GError **error)
{
  g_autoptr (PlxTarget) target = plx_target_open (path, error);

  return target != NULL && write_picture (self, target, svg, error) && plx_target_commit (target, error);
}

static gboolean
save_sheet (PlxCompareView *self,
            const char *path,
            PlxSheetFormat format,
            GError **error)
{
  g_autoptr (PlxSheet) sheet = plx_compare_view_make_sheet (self, format == PLX_SHEET_JSON);

  return plx_sheet_save (sheet, format, path, error);
}

gboolean
plx_compare_view_save (PlxCompareView *self,
                       const char *path,
                       GError **error)
{
  const char *suffix = strrchr (path, '.');
  PlxSheetFormat format;

  if (suffix != NULL && (g_str_equal (suffix, ".svg") || g_str_equal (suffix, ".png")))
    return save_picture (self, path, g_str_equal (suffix, ".svg"), error);
  if (suffix == NULL || !plx_sheet_format_parse (suffix + 1, &format, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                           _ ("End the name in .csv, .html, .json, .svg or .png, so that it is known how to write the table."));
      return FALSE;
    }
  return save_sheet (self, path, format, error);
}

static void
chosen_cb (GtkNativeDialog *chooser,
           int response,
           PlxCompareView *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *message = NULL;

  if (path == NULL || plx_sheet_view_get_sheet (self->view) == NULL)
    return;
  if (!plx_compare_view_save (self, path, &error))
    {
      plx_session_fail (self->session, error->message);
      return;
    }
  base = g_path_get_basename (path);
  isolated = plx_isolate (base);
  message = g_strdup_printf (_ ("Wrote the table as “%s”"), isolated);
  plx_session_say (self->session, message, FALSE);
}

static void
add_filter (GtkFileChooserNative *chooser,
            const char *name,
            const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

void
plx_compare_view_export (PlxCompareView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Export Table"), GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  g_autofree char *title = plx_project_dup_title (plx_session_get_project (self->session));
  g_autofree char *name = g_strconcat (title, ".html", NULL);
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (all, _ ("HTML, CSV, JSON, SVG, PNG: what the name ends in"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  add_filter (chooser, _ ("HTML pages"), "html");
  add_filter (chooser, _ ("CSV tables"), "csv");
  add_filter (chooser, _ ("Pictures (SVG)"), "svg");
  add_filter (chooser, _ ("Pictures (PNG)"), "png");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables as files: what the name ends in decides how. */

#include "config.h"

#include "compare/plx-compare-view-private.h"

#include "compat/plx-isolate.h"
#include "compat/plx-portal.h"
#include "format/plx-sheet-file.h"
#include "picture/plx-timeline-picture.h"

#include <glib/gi18n.h>
#include <string.h>

/* Pictures */

static void
draw_cb (cairo_t *cairo,
         gpointer node)
{
  gsk_render_node_draw (node, cairo);
}

/* Whether only a part of the table is on the screen. */
static gboolean
is_cut (PlxCompareView *self)
{
  const PlxSheet *sheet = plx_sheet_view_get_sheet (self->view);

  return sheet != NULL && (sheet->n_columns_left > 0 || sheet->n_rows_left > 0);
}

static gboolean
save_picture (PlxCompareView *self,
              const char *path,
              PlxPictureFormat format,
              GError **error)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autoptr (GskRenderNode) node = NULL;
  double width, height;

  if (plx_compare_view_is_drawing (self) && plx_timeline_view_get_chart (self->timeline) != NULL)
    return plx_timeline_picture_save (plx_timeline_view_get_chart (self->timeline), mirrored, path, format, error);
  if (is_cut (self))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("The table is too large for a picture. Write it as HTML or CSV, which hold all of it."));
      return FALSE;
    }
  node = plx_sheet_view_draw_all (self->view, &width, &height);
  if (node != NULL)
    return plx_picture_save (path, format, width, height, draw_cb, node, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("There is no table yet that could be drawn."));
  return FALSE;
}

/* Telling */

static void
tell_saved (PlxSession *session,
            const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *isolated = plx_isolate (base);
  g_autofree char *message = g_strdup_printf (_ ("Wrote the table as “%s”"), isolated);

  plx_session_say (session, message, FALSE);
}

/* A table on its way to a file. */
typedef struct
{
  PlxSession *session; /* (owned) */
  char *path;          /* (owned) */
} Saving;

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;

  if (plx_sheet_request_save_finish (result, &error))
    tell_saved (saving->session, saving->path);
  else
    plx_session_fail (saving->session, error->message);
  g_object_unref (saving->session);
  g_free (saving->path);
  g_free (saving);
}

static void
save_sheet (PlxCompareView *self,
            const char *path,
            PlxSheetFormat format)
{
  PlxSheetRequest *request = plx_compare_view_make_request (self);
  Saving *saving;

  if (request == NULL)
    return;
  saving = g_new0 (Saving, 1);
  saving->session = g_object_ref (self->session);
  saving->path = g_strdup (path);
  plx_sheet_request_save_async (request, format, path, saved_cb, saving);
}

void
plx_compare_view_save (PlxCompareView *self,
                       const char *path)
{
  const char *suffix = strrchr (path, '.');
  PlxPictureFormat picture;
  gboolean is_picture = plx_picture_format_find (path, &picture);
  g_autoptr (GError) error = NULL;
  PlxSheetFormat format;

  if (is_picture && save_picture (self, path, picture, &error))
    tell_saved (self->session, path);
  else if (is_picture)
    plx_session_fail (self->session, error->message);
  else if (suffix != NULL && plx_sheet_format_parse (suffix + 1, &format, NULL))
    save_sheet (self, path, format);
  else
    plx_session_fail (self->session, _ ("End the name in .csv, .html, .json, .svg or .png, so that it is known how to write the table."));
}

static void
chosen_cb (GtkNativeDialog *chooser,
           int response,
           PlxCompareView *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    plx_compare_view_save (self, path);
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
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  plx_portal_show_chooser (chooser);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that come to a window, before or after it has a project. */

#include "config.h"

#include "window/plx-window-private.h"

#include "dialogs/plx-importer.h"
#include "dialogs/plx-new-project-dialog.h"
#include "store/plx-library.h"
#include "window/plx-sample.h"

#include <glib/gi18n.h>

/* So many articles are opened of those that a new project begins with. */
#define FIRST_COLUMNS 3

static gboolean
is_project (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL && g_str_has_suffix (base, PLX_PROJECT_SUFFIX);
}

void
plx_window_forget_arrivals (PlxWindow *self)
{
  g_clear_pointer (&self->arrivals, g_ptr_array_unref);
  g_clear_pointer (&self->sample, g_ptr_array_unref);
}

/* A project for them */

static void
arrivals_named_cb (GFile *file,
                   gpointer data)
{
  plx_window_open (gtk_window_get_application (GTK_WINDOW (data)), file, TRUE);
}

static void
arrivals_left_cb (gpointer data)
{
  g_autoptr (PlxWindow) self = data;

  /* The user changed their mind: nothing is being opened. */
  if (self->place == NULL)
    plx_window_forget_arrivals (self);
}

/* @files: (nullable) (element-type GFile):
 * @sample: (nullable) (element-type PlxIntakeItem):
 * @suggestion: (nullable): name of the project */
static void
ask_for_project (PlxWindow *self,
                 GPtrArray *files,
                 GPtrArray *sample,
                 const char *suggestion)
{
  if (self->place != NULL)
    return;
  plx_window_forget_arrivals (self);
  self->arrivals = files != NULL ? g_ptr_array_ref (files) : NULL;
  self->sample = sample != NULL ? g_ptr_array_ref (sample) : NULL;
  plx_new_project_dialog_show (GTK_WINDOW (self), suggestion, arrivals_named_cb, g_object_ref (self), arrivals_left_cb);
}

/* There is something to read at once, and keys go to it, unless somebody types. */
static void
first_articles_cb (GListModel *documents,
                   guint position,
                   guint removed,
                   guint added,
                   PlxWindow *self)
{
  guint n = MIN (g_list_model_get_n_items (documents), FIRST_COLUMNS);
  GListModel *readings;
  g_autoptr (PlxReading) first = NULL;

  if (self->session == NULL || n == 0)
    return;
  g_signal_handlers_disconnect_by_func (documents, first_articles_cb, self);
  readings = plx_session_get_readings (self->session);
  if (g_list_model_get_n_items (readings) > 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxDocumentItem) item = g_list_model_get_item (documents, i);

      plx_session_open_document (self->session, plx_document_item_get_id (item));
    }
  if ((first = g_list_model_get_item (readings, 0)) != NULL)
    plx_session_set_current (self->session, first);
  if (!GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (self))))
    plx_workbench_enter (self->workbench);
}

void
plx_window_await_articles (PlxWindow *self)
{
  GListModel *documents = G_LIST_MODEL (plx_session_get_documents (self->session));

  if (g_list_model_get_n_items (documents) == 0)
    g_signal_connect_object (documents, "items-changed", G_CALLBACK (first_articles_cb), self, 0);
}

void
plx_window_add_arrivals (PlxWindow *self)
{
  g_autoptr (GPtrArray) files = g_steal_pointer (&self->arrivals);
  g_autoptr (GPtrArray) sample = g_steal_pointer (&self->sample);

  if (files != NULL)
    plx_importer_add_files (GTK_WINDOW (self), self->session, files);
  if (sample != NULL)
    plx_importer_add_items (GTK_WINDOW (self), self->session, sample);
}

/* Files */

static void
add_articles (PlxWindow *self,
              GPtrArray *files)
{
  if (self->session == NULL)
    ask_for_project (self, files, NULL, NULL);
  else if (plx_project_is_read_only (plx_session_get_project (self->session)))
    plx_window_toast (self, _ ("This project can only be read."), FALSE);
  else
    plx_importer_add_files (GTK_WINDOW (self), self->session, files);
}

void
plx_window_add_files (PlxWindow *self,
                      GPtrArray *files)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);

      if (is_project (file))
        plx_window_open (gtk_window_get_application (GTK_WINDOW (self)), file, FALSE);
      else
        g_ptr_array_add (articles, g_object_ref (file));
    }
  if (articles->len > 0)
    add_articles (self, articles);
}

/* The sample */

static void
try_sample_cb (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sample = plx_sample_read (&error);

  if (sample == NULL)
    plx_window_toast (self, error->message, FALSE);
  else
    /* Translators: name of a project that is made of the five sample articles */
    ask_for_project (self, NULL, sample, _ ("Flood at Merrowick"));
}

void
plx_window_class_install_arrival_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.try-sample", NULL, try_sample_cb);
}

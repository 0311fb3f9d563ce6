/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-session.h"

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  PlxTestSession *self = data;
  g_autoptr (GError) error = NULL;

  self->project = plx_project_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
closed_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  gboolean *is_closed = data;
  g_autoptr (GError) error = NULL;

  plx_project_close_finish (PLX_PROJECT (source), result, &error);
  g_assert_no_error (error);
  *is_closed = TRUE;
}

static void
failed_cb (PlxTestSession *self,
           const char *message)
{
  g_free (self->failure);
  self->failure = g_strdup (message);
}

static void
done_cb (PlxTestSession *self,
         const char *message)
{
  g_free (self->done);
  self->done = g_strdup (message);
}

PlxTestSession *
plx_test_session_new (PlxTestProject *files)
{
  PlxTestSession *self = g_new0 (PlxTestSession, 1);
  g_autofree char *path = g_build_filename (files->folder, "test.parallax", NULL);

  self->files = files;
  plx_project_open_async (path, FALSE, opened_cb, self);
  PLX_WAIT_FOR (self->project != NULL);
  plx_project_set_annotator (self->project, "Tester");
  self->session = plx_session_new (self->project);
  g_signal_connect_swapped (self->session, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->session, "done", G_CALLBACK (done_cb), self);
  return self;
}

void
plx_test_session_free (PlxTestSession *self)
{
  gboolean is_closed = FALSE;

  if (self->window != NULL)
    gtk_window_destroy (self->window);
  g_signal_handlers_disconnect_by_data (self->session, self);
  plx_project_close_async (self->project, closed_cb, &is_closed);
  PLX_WAIT_FOR (is_closed);
  g_object_unref (self->session);
  g_object_unref (self->project);
  plx_test_project_free (self->files);
  g_free (self->failure);
  g_free (self->done);
  g_free (self);
}

void
plx_test_session_present (PlxTestSession *self,
                          GtkWidget *widget)
{
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 320, 800);
  gtk_window_set_child (self->window, widget);
  gtk_window_present (self->window);
  gtk_test_widget_wait_for_draw (widget);
}

PlxReading *
plx_test_session_open (PlxTestSession *self,
                       guint i)
{
  PlxReading *reading = plx_session_open_document (self->session, plx_test_project_get_document (self->files, i));

  g_assert_nonnull (reading);
  PLX_WAIT_FOR (!plx_reading_is_loading (reading));
  return reading;
}

gboolean
plx_test_session_is_saving (PlxTestSession *self)
{
  gboolean saving;

  g_object_get (self->project, "saving", &saving, NULL);
  return saving;
}

void
plx_test_session_settle (PlxTestSession *self)
{
  PLX_WAIT_FOR (!plx_test_session_is_saving (self));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
plx_test_session_undo (PlxTestSession *self)
{
  plx_test_session_settle (self);
  plx_session_undo (self->session);
  plx_test_session_settle (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Revised texts of articles: choosing the file, correcting, settling. */

#include "config.h"

#include "window/plx-window-private.h"

#include "compat/plx-portal.h"
#include "dialogs/plx-message.h"
#include "dialogs/plx-revision-window.h"

#include <glib/gi18n.h>

/* Reading the file, in the background */

typedef struct
{
  PlxWindow *window; /* (owned) */
  PlxId article;
} Request;

static void
request_free (Request *self)
{
  g_object_unref (self->window);
  g_free (self);
}

static void
read_thread (GTask *task,
             gpointer source,
             gpointer file,
             GCancellable *cancellable)
{
  GError *error = NULL;
  PlxIntakeItem *item = plx_intake_read_file (file, NULL, &error);

  if (item != NULL)
    g_task_return_pointer (task, item, (GDestroyNotify) plx_intake_item_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  Request *request = data;
  PlxWindow *self = request->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxIntakeItem) item = g_task_propagate_pointer (G_TASK (result), &error);

  if (item == NULL && !self->closed)
    plx_message_show (GTK_WINDOW (self), _ ("The Revised Text Cannot Be Read"), error->message);
  else if (item != NULL && self->session != NULL && !self->closed)
    plx_revision_window_show_revised (GTK_WINDOW (self), self->session, request->article, g_steal_pointer (&item));
  request_free (request);
}

static void
chosen_cb (GtkNativeDialog *chooser,
           int response,
           Request *request)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autoptr (GTask) task = NULL;

  g_object_unref (chooser);
  if (file == NULL)
    {
      request_free (request);
      return;
    }
  task = g_task_new (NULL, NULL, read_cb, request);
  g_task_set_source_tag (task, chosen_cb);
  g_task_set_task_data (task, g_steal_pointer (&file), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

static void
revise_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Import a Revised Version"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Compare"), NULL);
  Request *request = g_new (Request, 1);

  request->window = g_object_ref (PLX_WINDOW (widget));
  request->article = g_variant_get_int64 (parameter);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), request);
  plx_portal_show_chooser (chooser);
}

static void
correct_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  plx_revision_window_show_correction (GTK_WINDOW (widget), PLX_WINDOW (widget)->session, g_variant_get_int64 (parameter));
}

static void
settle_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  plx_revision_window_show_waiting (GTK_WINDOW (widget), PLX_WINDOW (widget)->session, g_variant_get_int64 (parameter));
}

void
plx_window_class_install_version_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.revise-article", "x", revise_cb);
  gtk_widget_class_install_action (widget_class, "win.correct-article", "x", correct_cb);
  gtk_widget_class_install_action (widget_class, "win.settle-article", "x", settle_cb);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-closing.h"

#include "compat/plx-isolate.h"
#include "dialogs/plx-message.h"

#include <glib/gi18n.h>

typedef struct
{
  GApplication *application; /* (owned) (nullable), held */
  PlxSession *session;       /* (owned) */
  PlxProject *project;       /* (owned) */
  GString *failures;         /* (owned): what could not be done, a line each */
  gboolean lost;             /* of the project itself, not only of its backups */
} Closing;

static void
closing_free (Closing *closing)
{
  g_signal_handlers_disconnect_by_data (closing->session, closing);
  g_object_unref (closing->session);
  g_object_unref (closing->project);
  g_string_free (closing->failures, TRUE);
  if (closing->application != NULL)
    g_application_release (closing->application);
  g_clear_object (&closing->application);
  g_free (closing);
}

static void
told_cb (GtkWidget *dialog,
         gpointer data)
{
  closing_free (data);
}

/* Nothing that was lost is lost in silence, even if the window is gone. */
static void
tell (Closing *closing)
{
  g_autofree char *title = plx_project_dup_title (closing->project);
  g_autofree char *isolated = plx_isolate (title);
  g_autofree char *heading = closing->lost ? g_strdup_printf (_ ("Not All of “%s” Was Stored"), isolated)
                                           : g_strdup_printf (_ ("“%s” Is Stored, but Not Backed Up"), isolated);
  GtkWidget *dialog = plx_message_show (NULL, heading, closing->failures->str);

  g_signal_connect (dialog, "destroy", G_CALLBACK (told_cb), closing);
}

static void
note (Closing *closing,
      const char *message)
{
  if (closing->failures->len > 0)
    g_string_append_c (closing->failures, '\n');
  g_string_append (closing->failures, message);
}

static void
failed_cb (PlxSession *session,
           const char *message,
           Closing *closing)
{
  closing->lost = TRUE;
  note (closing, message);
}

static void
closed_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  Closing *closing = data;
  g_autoptr (GError) error = NULL;

  if (!plx_project_close_finish (closing->project, result, &error))
    note (closing, error->message);
  if (closing->failures->len > 0)
    tell (closing);
  else
    closing_free (closing);
}

void
plx_closing_start (GApplication *application,
                   PlxSession *session)
{
  Closing *closing = g_new0 (Closing, 1);

  if (application != NULL)
    {
      g_application_hold (application);
      closing->application = g_object_ref (application);
    }
  closing->session = session;
  closing->project = g_object_ref (plx_session_get_project (session));
  closing->failures = g_string_new (NULL);
  g_signal_connect (session, "failed", G_CALLBACK (failed_cb), closing);
  plx_project_close_async (closing->project, closed_cb, closing);
}

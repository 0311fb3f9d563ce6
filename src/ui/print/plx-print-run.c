/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "print/plx-print-run.h"

#include "compat/plx-portal.h"

#include <glib/gi18n.h>

static void
tell (PlxSession *session,
      const char *reason)
{
  g_autofree char *message = g_strdup_printf (_ ("It could not be printed: %s Choose another printer, or print to a file."), reason);

  plx_session_fail (session, message);
}

static void
done_cb (GtkPrintOperation *operation,
         GtkPrintOperationResult result,
         PlxSession *session)
{
  g_autoptr (GError) error = NULL;

  /* GTK asks for no error where there is none. */
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  tell (session, error != NULL ? error->message : "");
}

typedef struct
{
  GtkPrintOperation *operation; /* (owned) */
  GtkWindow *parent;            /* (owned) */
  PlxSession *session;          /* (owned) */
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->operation);
  g_object_unref (asking->parent);
  g_object_unref (asking->session);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
run_cb (gboolean can,
        gpointer data)
{
  g_autoptr (Asking) asking = data;
  g_autoptr (GError) error = NULL;

  if (!can)
    {
      plx_portal_tell_missing (asking->parent);
      return;
    }
  /* What fails later is told by "done"; GTK keeps the operation alive till then. */
  if (gtk_print_operation_run (asking->operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, asking->parent, &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell (asking->session, error != NULL ? error->message : "");
}

void
plx_print_run (GtkPrintOperation *operation,
               GtkWindow *parent,
               PlxSession *session)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->operation = operation;
  asking->parent = g_object_ref (parent);
  asking->session = g_object_ref (session);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), session, 0);
  plx_portal_ask (PLX_PORTAL_PRINTERS, run_cb, asking);
}

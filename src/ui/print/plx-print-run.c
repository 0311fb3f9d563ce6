/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "print/plx-print-run.h"

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

void
plx_print_run (GtkPrintOperation *operation,
               GtkWindow *parent,
               PlxSession *session)
{
  g_autoptr (GtkPrintOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), session, 0);
  /* What fails later is told by "done"; GTK keeps the operation alive till then. */
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell (session, error != NULL ? error->message : "");
}

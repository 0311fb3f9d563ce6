/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-message.h"

#include "base/plx-error.h"
#include "compat/plx-isolate.h"

#include <adwaita.h>
#include <glib/gi18n.h>

GtkWidget *
plx_message_show (GtkWindow *parent,
                  const char *heading,
                  const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static const char *
heading_for (const GError *error)
{
  if (error->domain != PLX_STORE_ERROR)
    return _ ("The Project Cannot Be Opened");
  switch ((PlxStoreError) error->code)
    {
    case PLX_STORE_ERROR_NOT_FOUND:
      return _ ("There Is No Such Project");
    case PLX_STORE_ERROR_NOT_PROJECT:
      return _ ("Not a Parallax Project");
    case PLX_STORE_ERROR_TOO_NEW:
      return _ ("Made by a Newer Parallax");
    case PLX_STORE_ERROR_CORRUPT:
      return _ ("The Project Is Damaged");
    case PLX_STORE_ERROR_BUSY:
      return _ ("The Project Is in Use");
    case PLX_STORE_ERROR_FULL:
      return _ ("The Disk Is Full");
    case PLX_STORE_ERROR_READ_ONLY:
    case PLX_STORE_ERROR_ACCESS:
      return _ ("No Access to the Project");
    case PLX_STORE_ERROR_FAILED:
    case PLX_STORE_ERROR_CONSTRAINT:
    case PLX_STORE_ERROR_NOTHING:
    default:
      return _ ("The Project Cannot Be Opened");
    }
}

GtkWidget *
plx_message_show_error (GtkWindow *parent,
                        GFile *file,
                        const GError *error)
{
  g_autofree char *parse_name = g_file_get_parse_name (file);
  g_autofree char *name = plx_isolate (parse_name);
  g_autofree char *body = NULL;

  /* Messages of our own name the file; those of others may not. */
  if (error->domain == PLX_STORE_ERROR)
    body = g_strdup (error->message);
  else
    /* Translators: a file, what is wrong with it */
    body = g_strdup_printf (_ ("“%s”: %s"), name, error->message);
  return plx_message_show (parent, heading_for (error), body);
}

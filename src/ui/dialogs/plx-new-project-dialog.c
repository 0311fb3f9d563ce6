/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-new-project-dialog.h"

#include "dialogs/plx-message.h"
#include "store/plx-library.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkEditable *name;
  PlxNewProjectFunc func;
  gpointer data;
  GDestroyNotify destroy; /* (nullable) */
} Question;

static void
question_free (gpointer data,
               GClosure *closure)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->data);
  g_free (question);
}

static void
name_changed_cb (GtkEditable *name,
                 AdwMessageDialog *dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (name)));

  adw_message_dialog_set_response_enabled (dialog, "create", *text != '\0');
}

static void
response_cb (AdwMessageDialog *dialog,
             const char *response,
             gpointer data)
{
  Question *question = data;
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (question->name)));
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (response, "create") != 0)
    return;
  path = plx_library_dup_new_path (title, &error);
  if (path == NULL)
    {
      plx_message_show (gtk_window_get_transient_for (GTK_WINDOW (dialog)), _ ("The Project Cannot Be Made"), error->message);
      return;
    }
  file = g_file_new_for_path (path);
  question->func (file, question->data);
}

void
plx_new_project_dialog_show (GtkWindow *parent,
                             const char *suggestion,
                             PlxNewProjectFunc func,
                             gpointer data,
                             GDestroyNotify destroy)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("New Project"), _ ("The project is kept in your library and saved as you work."));
  GtkWidget *name = gtk_entry_new ();
  Question *question = g_new0 (Question, 1);

  question->name = GTK_EDITABLE (name);
  question->func = func;
  question->data = data;
  question->destroy = destroy;

  gtk_widget_set_name (name, "new-project-name");
  gtk_entry_set_placeholder_text (GTK_ENTRY (name), _ ("Name"));
  gtk_entry_set_max_length (GTK_ENTRY (name), 100);
  gtk_entry_set_activates_default (GTK_ENTRY (name), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _ ("_Cancel"),
                                    "create", _ ("Cr_eate"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "create", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "create", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "create");
  g_signal_connect_object (name, "changed", G_CALLBACK (name_changed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  if (suggestion != NULL)
    gtk_editable_set_text (GTK_EDITABLE (name), suggestion);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (name);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-ask.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  PlxAskedFunc func;
  gpointer data; /* (owned) */
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer data,
               GClosure *closure)
{
  Question *question = data;

  question->destroy (question->data);
  g_free (question);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char *response,
             gpointer data)
{
  Question *question = data;

  if (g_str_equal (response, "do"))
    question->func (question->data);
}

void
plx_ask (GtkWidget *widget,
         const char *heading,
         const char *body,
         const char *label,
         gboolean destructive,
         PlxAskedFunc func,
         gpointer data,
         GDestroyNotify destroy)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);
  Question *question = g_new0 (Question, 1);

  question->func = func;
  question->data = data;
  question->destroy = destroy;
  gtk_widget_set_name (dialog, "question");
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "do", label, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "do", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "do");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window tells: what was done, with the way back, and what could not be. */

#include "config.h"

#include "window/plx-window-private.h"

#include "dialogs/plx-message.h"

#include <glib/gi18n.h>
#include <string.h>

/* So long a toast comes or goes. */
#define TOAST_SETTLES_MS 600

/* Errors that are longer get a dialog. */
#define TOAST_CHARS 72

/* Of a toast; in windows that are narrower than the last, beside its button. */
#define TOAST_LINE_CHARS 40
#define TOAST_NARROW_CHARS 20
#define TOAST_NARROW 560
#define TOAST_LINES 3

static gboolean
dismiss_cb (gpointer toast)
{
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/* libadwaita 1.2 crashes where a toast goes while it still comes and another one
 * goes as well. */
static void
dismiss_settled (AdwToast *toast)
{
  adw_toast_set_button_label (toast, NULL);
  g_timeout_add_full (G_PRIORITY_DEFAULT, TOAST_SETTLES_MS, dismiss_cb, g_object_ref (toast), g_object_unref);
}

void
plx_window_drop_undo_toast (PlxWindow *self)
{
  AdwToast *toast = self->undo_toast;

  g_clear_weak_pointer (&self->undo_toast);
  if (toast == NULL)
    return;
  if (g_get_monotonic_time () < self->toasted_at + TOAST_SETTLES_MS * G_TIME_SPAN_MILLISECOND)
    dismiss_settled (toast);
  else
    adw_toast_dismiss (toast);
}

/* Shows @toast; its button is gone as soon as something else is done. */
static void
show_toast (PlxWindow *self,
            AdwToast *toast)
{
  const PlxEdit *edit = self->session != NULL ? plx_project_peek_undo (plx_session_get_project (self->session)) : NULL;

  plx_window_drop_undo_toast (self);
  if (adw_toast_get_button_label (toast) != NULL)
    {
      self->toasted_edit = edit != NULL ? edit->id : PLX_ID_NONE;
      g_set_weak_pointer (&self->undo_toast, toast);
    }
  self->toasted_at = g_get_monotonic_time ();
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Goes on in further lines, where libadwaita would cut it.  A toast is as high as its
 * words are where they like best to break, so they are told to where there is little room. */
static GtkWidget *
title_new (const char *message,
           gboolean narrow)
{
  GtkWidget *label = gtk_label_new (message);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), TOAST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), narrow ? TOAST_NARROW_CHARS : TOAST_LINE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static AdwToast *
toast_new (PlxWindow *self,
           const char *message)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_custom_title (toast, title_new (message, gtk_widget_get_width (GTK_WIDGET (self)) < TOAST_NARROW));
  return toast;
}

void
plx_window_toast (PlxWindow *self,
                  const char *message,
                  gboolean can_undo)
{
  AdwToast *toast = toast_new (self, message);

  if (can_undo && self->session != NULL && plx_project_peek_undo (plx_session_get_project (self->session)) != NULL)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  show_toast (self, toast);
}

void
plx_window_tell_forgetful (PlxWindow *self)
{
  AdwToast *toast = adw_toast_new (_ ("Settings cannot be kept"));

  adw_toast_set_button_label (toast, _ ("_Why?"));
  adw_toast_set_action_name (toast, "app.preferences");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* The way back after many edits were undone or redone at once. */
static void
travelled_cb (PlxSession *session,
              const char *message,
              gint64 back,
              PlxWindow *self)
{
  AdwToast *toast = toast_new (self, message);

  adw_toast_set_button_label (toast, _ ("_Go Back"));
  adw_toast_set_action_name (toast, "win.go-to-edit");
  adw_toast_set_action_target_value (toast, g_variant_new_int64 (back));
  show_toast (self, toast);
}

static void
done_cb (PlxSession *session,
         const char *message,
         gboolean can_undo,
         PlxWindow *self)
{
  plx_window_toast (self, message, can_undo);
}

/* One dialog at a time, however many edits fail. */
static void
complain (PlxWindow *self,
          const char *message)
{
  g_autofree char *body = NULL;

  if (self->complaint == NULL)
    {
      g_set_weak_pointer (&self->complaint, plx_message_show (GTK_WINDOW (self), _ ("That Could Not Be Done"), message));
      return;
    }
  if (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (self->complaint)), message) != NULL)
    return;
  body = g_strconcat (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (self->complaint)), "\n\n", message, NULL);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self->complaint), body);
}

static void
failed_cb (PlxSession *session,
           const char *message,
           PlxWindow *self)
{
  if (g_utf8_strlen (message, -1) > TOAST_CHARS)
    complain (self, message);
  else
    plx_window_toast (self, message, FALSE);
}

static void
history_changed_cb (PlxWindow *self)
{
  const PlxEdit *edit = plx_project_peek_undo (plx_session_get_project (self->session));

  plx_window_update_actions (self);
  /* Its button would take back something else by now. */
  if (self->undo_toast != NULL && (edit != NULL ? edit->id : PLX_ID_NONE) != self->toasted_edit)
    plx_window_drop_undo_toast (self);
}

void
plx_window_tell_outcomes (PlxWindow *self)
{
  PlxProject *project = plx_session_get_project (self->session);

  g_signal_connect_object (self->session, "done", G_CALLBACK (done_cb), self, 0);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (self->session, "travelled", G_CALLBACK (travelled_cb), self, 0);
  g_signal_connect_object (project, "notify::can-undo", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "notify::can-redo", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
}

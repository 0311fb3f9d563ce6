/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-paste-dialog.h"

#include "compat/plx-dialog-title.h"
#include "compat/plx-text-scale.h"
#include "dialogs/plx-importer.h"

#include <glib/gi18n.h>

struct _PlxPasteDialog
{
  AdwWindow parent_instance;

  /* Template Widgets */
  GtkEditable *title_row;
  GtkTextView *view;
  GtkLabel *problem;

  /* Owned References */
  PlxSession *session;
};

G_DEFINE_FINAL_TYPE (PlxPasteDialog, plx_paste_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (PlxPasteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static void
text_changed_cb (PlxPasteDialog *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", !is_blank (text));
}

static void
add_cb (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  PlxPasteDialog *self = PLX_PASTE_DIALOG (widget);
  g_autofree char *text = dup_text (self);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title_row)));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_intake_item_free);
  g_autoptr (GError) error = NULL;
  PlxIntakeItem *item = plx_intake_read_text (text, -1, NULL, &error);

  if (item == NULL)
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }
  if (*title != '\0')
    {
      g_free (item->document->title);
      item->document->title = g_steal_pointer (&title);
    }
  g_ptr_array_add (items, item);
  plx_importer_add_items (gtk_window_get_transient_for (GTK_WINDOW (self)), self->session, items);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
pasted_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (PlxPasteDialog) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkTextIter start;

  /* Nothing on the clipboard, or no text: the user types or pastes. */
  if (text == NULL || self->view == NULL)
    return;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (self->view), &start);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (self->view), &start);
}

void
plx_paste_dialog_show (GtkWindow *parent,
                       PlxSession *session,
                       const char *text)
{
  PlxPasteDialog *self = g_object_new (PLX_TYPE_PASTE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  if (text != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  else
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (parent)), NULL, pasted_cb, g_object_ref (self));
  text_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
plx_paste_dialog_dispose (GObject *object)
{
  PlxPasteDialog *self = PLX_PASTE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_PASTE_DIALOG);
  self->view = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_paste_dialog_parent_class)->dispose (object);
}

static void
plx_paste_dialog_class_init (PlxPasteDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_paste_dialog_dispose;

  g_type_ensure (PLX_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxPasteDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlxPasteDialog, view);
  gtk_widget_class_bind_template_child (widget_class, PlxPasteDialog, problem);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plx_paste_dialog_init (PlxPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_text_scale_grow_window (GTK_WINDOW (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
}

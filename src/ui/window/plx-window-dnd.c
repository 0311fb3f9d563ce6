/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files and texts that are dropped on a window. */

#include "config.h"

#include "window/plx-window-private.h"

#include "dialogs/plx-paste-dialog.h"

static void
drop_files (PlxWindow *self,
            GdkFileList *list)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (list);
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *l = files; l != NULL; l = l->next)
    g_ptr_array_add (array, g_object_ref (l->data));
  plx_window_add_files (self, array);
}

static gboolean
drop_text (PlxWindow *self,
           const char *text)
{
  if (self->session == NULL || text == NULL || plx_project_is_read_only (plx_session_get_project (self->session)))
    return FALSE;
  plx_paste_dialog_show (GTK_WINDOW (self), self->session, text);
  return TRUE;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         PlxWindow *self)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      drop_files (self, g_value_get_boxed (value));
      return TRUE;
    }
  if (G_VALUE_HOLDS (value, G_TYPE_STRING))
    return drop_text (self, g_value_get_string (value));
  return FALSE;
}

/* Text dragged inside Parallax comes from an article that is here already. */
static gboolean
accept_cb (GtkDropTarget *target,
           GdkDrop *drop,
           PlxWindow *self)
{
  g_autoptr (GdkContentFormats) formats = NULL;

  if (gdk_drop_get_drag (drop) != NULL)
    return FALSE;
  formats = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (gdk_drop_get_formats (drop)));
  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
         (self->session != NULL && gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
}

void
plx_window_accept_drops (PlxWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  /* Before the texts, which would refuse everything. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

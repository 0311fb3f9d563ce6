/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done in a window, apart from the text itself. */

#include "config.h"

#include "window/plx-window-private.h"

#include "compat/plx-isolate.h"
#include "compat/plx-portal.h"
#include "dialogs/plx-document-dialog.h"
#include "dialogs/plx-export-dialog.h"
#include "dialogs/plx-message.h"
#include "dialogs/plx-paste-dialog.h"
#include "dialogs/plx-search-window.h"
#include "dialogs/plx-tag-all-dialog.h"
#include "store/plx-documents.h"
#include "store/plx-library.h"
#include "window/plx-copy.h"

#include <glib/gi18n.h>

/* Files that are chosen */

/* Shows @chooser, which stays alive until it is answered. */
static void
ask_for_files (PlxWindow *self,
               GtkFileChooserNative *chooser,
               GCallback callback)
{
  g_signal_connect_object (chooser, "response", callback, self, 0);
  g_signal_connect (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  plx_portal_show_chooser (chooser);
}

static GPtrArray *
dup_files (GListModel *files)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (array, g_list_model_get_item (files, i));
  return array;
}

static void
import_chosen_cb (GtkNativeDialog *chooser,
                  int response,
                  PlxWindow *self)
{
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GPtrArray) array = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  array = dup_files (files);
  plx_window_add_files (self, array);
}

static void
import_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  static const char *const suffixes[] = { "txt", "text", "md", "markdown", "html", "htm", "xhtml", "mht", "mhtml", "docx", "odt", "epub", "pdf" };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Add Articles"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), NULL);
  g_autoptr (GtkFileFilter) text = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (text, _ ("Articles: text, pages, documents, e-books"));
  gtk_file_filter_add_mime_type (text, "text/plain");
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (text, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), text);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  ask_for_files (PLX_WINDOW (widget), chooser, G_CALLBACK (import_chosen_cb));
}

static void
paste_article_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  plx_paste_dialog_show (GTK_WINDOW (widget), PLX_WINDOW (widget)->session, NULL);
}

static void
export_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  plx_workbench_flush (PLX_WINDOW (widget)->workbench);
  plx_export_dialog_show (GTK_WINDOW (widget), PLX_WINDOW (widget)->session);
}

/* A copy of the project */

static void
copied_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (PlxWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = plx_copy_finish (result, &error);
  g_autofree char *isolated = NULL;
  g_autofree char *message = NULL;

  if (name == NULL)
    {
      plx_message_show (self->closed ? NULL : GTK_WINDOW (self), _ ("The Copy Was Not Written"), error->message);
      return;
    }
  isolated = plx_isolate (name);
  message = g_strdup_printf (_ ("Saved a copy as “%s”"), isolated);
  if (!self->closed)
    plx_window_toast (self, message, FALSE);
}

static void
copy_chosen_cb (GtkNativeDialog *chooser,
                int response,
                PlxWindow *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *place = file != NULL ? plx_window_dup_place (file) : NULL;

  if (file == NULL || self->session == NULL)
    return;
  if (plx_window_find (gtk_window_get_application (GTK_WINDOW (self)), place) != NULL)
    plx_message_show (GTK_WINDOW (self), _ ("The Copy Was Not Written"),
                      _ ("A project that is open cannot be replaced by a copy. Choose another name."));
  else
    plx_copy_async (plx_session_get_project (self->session), file, copied_cb, g_object_ref (self));
}

static void
save_copy_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Save a Copy"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  g_autofree char *title = plx_project_dup_title (plx_session_get_project (self->session));
  g_autofree char *base = g_strconcat (title, PLX_PROJECT_SUFFIX, NULL);

  plx_workbench_flush (self->workbench);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), base);
  ask_for_files (self, chooser, G_CALLBACK (copy_chosen_cb));
}

/* Many places at once */

static void
search_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  plx_search_window_show (GTK_WINDOW (widget), PLX_WINDOW (widget)->session, NULL);
}

static void
tag_all_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  const char *text;
  gint64 tag, entity;

  g_variant_get (parameter, "(&sxx)", &text, &tag, &entity);
  plx_tag_all_dialog_show (GTK_WINDOW (widget), PLX_WINDOW (widget)->session, text, tag, entity);
}

static void
untag_all_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  const char *text;
  gint64 tag, entity;

  g_variant_get (parameter, "(&sxx)", &text, &tag, &entity);
  plx_tag_all_dialog_show_untag (GTK_WINDOW (widget), PLX_WINDOW (widget)->session, text, tag, entity);
}

/* Of one entity, or of all if it is PLX_ID_NONE. */
static void
review_suggestions_cb (GtkWidget *widget,
                       const char *name,
                       GVariant *parameter)
{
  plx_tag_all_dialog_show_suggestions (GTK_WINDOW (widget), PLX_WINDOW (widget)->session, g_variant_get_int64 (parameter));
}

/* The project */

static void
undo_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  plx_workbench_flush (PLX_WINDOW (widget)->workbench);
  plx_session_undo (PLX_WINDOW (widget)->session);
}

static void
redo_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  plx_workbench_flush (PLX_WINDOW (widget)->workbench);
  plx_session_redo (PLX_WINDOW (widget)->session);
}

static void
go_to_edit_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  plx_workbench_flush (PLX_WINDOW (widget)->workbench);
  plx_session_go_to_edit (PLX_WINDOW (widget)->session, g_variant_get_int64 (parameter));
}

static void
article_properties_cb (GtkWidget *widget,
                       const char *name,
                       GVariant *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);
  PlxConnection *reader = plx_project_get_reader (plx_session_get_project (self->session));
  g_autoptr (PlxDocument) document = plx_documents_get (reader, g_variant_get_int64 (parameter), NULL);

  if (document != NULL)
    plx_document_dialog_show (GTK_WINDOW (self), self->session, document);
}

static void
open_path_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_bytestring (parameter));

  plx_window_open (gtk_window_get_application (GTK_WINDOW (widget)), file, FALSE);
}

/* A column closes before the window does, wherever the focus is. */
static gboolean
close_part_cb (GtkWidget *widget,
               GVariant *parameter,
               gpointer data)
{
  PlxSession *session = PLX_WINDOW (widget)->session;
  PlxReading *current = session != NULL ? plx_session_get_current (session) : NULL;

  if (current != NULL)
    plx_session_close_reading (session, current);
  else
    gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
print_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (PLX_WINDOW (widget)->workbench), "workbench.print", NULL);
}

void
plx_window_update_actions (PlxWindow *self)
{
  static const char *const with_project[] = { "win.export", "win.print", "win.save-copy", "win.search", "win.article-properties" };
  static const char *const with_writing[] = { "win.import", "win.paste-article", "win.tag-all", "win.untag-all", "win.review-suggestions",
                                              "win.revise-article", "win.correct-article", "win.settle-article" };
  PlxProject *project = self->session != NULL ? plx_session_get_project (self->session) : NULL;
  gboolean writable = project != NULL && !plx_project_is_read_only (project);
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < G_N_ELEMENTS (with_project); i++)
    gtk_widget_action_set_enabled (widget, with_project[i], project != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (with_writing); i++)
    gtk_widget_action_set_enabled (widget, with_writing[i], writable);
  gtk_widget_action_set_enabled (widget, "win.go-to-edit", writable);
  gtk_widget_action_set_enabled (widget, "win.undo", writable && plx_project_peek_undo (project) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", writable && plx_project_peek_redo (project) != NULL);
}

void
plx_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.paste-article", NULL, paste_article_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.tag-all", "(sxx)", tag_all_cb);
  gtk_widget_class_install_action (widget_class, "win.untag-all", "(sxx)", untag_all_cb);
  gtk_widget_class_install_action (widget_class, "win.review-suggestions", "x", review_suggestions_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.go-to-edit", "x", go_to_edit_cb);
  gtk_widget_class_install_action (widget_class, "win.article-properties", "x", article_properties_cb);
  plx_window_class_install_arrival_actions (widget_class);
  plx_window_class_install_version_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.open-path", "ay", open_path_cb);

  /* Not application shortcuts: a field with text of its own undoes that first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, close_part_cb, NULL);
}

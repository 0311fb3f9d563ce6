/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-start-actions.h"

#include "compat/plx-isolate.h"
#include "compat/plx-portal.h"
#include "dialogs/plx-message.h"
#include "store/plx-backup.h"
#include "store/plx-card.h"
#include "store/plx-library.h"
#include "window/plx-library-jobs.h"
#include "window/plx-library-properties.h"
#include "window/plx-library-row.h"
#include "window/plx-window-private.h"

#include <glib/gi18n.h>

static GtkWindow *
get_window (GtkWidget *widget)
{
  return GTK_WINDOW (gtk_widget_get_root (widget));
}

/* The list of @widget, if that is a start page, is read again. */
static void
refresh (GtkWidget *widget)
{
  if (PLX_IS_START_PAGE (widget))
    plx_start_page_refresh (PLX_START_PAGE (widget));
}

/* The window may be gone meanwhile. */
static void
tell_error (GtkWidget *widget,
            const char *heading,
            const GError *error)
{
  plx_message_show (get_window (widget), heading, error->message);
}

/* A project that is open is left alone. */
static gboolean
is_free (GtkWidget *widget,
         const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *place = plx_window_dup_place (file);

  if (plx_window_find (gtk_window_get_application (get_window (widget)), place) == NULL)
    return TRUE;
  plx_message_show (get_window (widget), _ ("The Project Is Open"), _ ("Close its window first."));
  return FALSE;
}

static void
open_path (GtkWidget *widget,
           const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (get_window (widget) != NULL)
    plx_window_open (gtk_window_get_application (get_window (widget)), file, FALSE);
}

/* Renaming */

typedef struct
{
  GtkWidget *widget; /* (owned) */
  char *path;        /* (owned) */
  GtkEditable *name; /* (unowned) */
} Renaming;

static void
renaming_free (gpointer data,
               GClosure *closure)
{
  Renaming *renaming = data;

  g_object_unref (renaming->widget);
  g_free (renaming->path);
  g_free (renaming);
}

static void
renamed_cb (AdwMessageDialog *dialog,
            const char *response,
            gpointer data)
{
  Renaming *renaming = data;
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (renaming->name)));
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (response, "rename") != 0 || *title == '\0')
    return;
  if (!plx_library_rename (renaming->path, title, &error))
    tell_error (renaming->widget, _ ("The Project Was Not Renamed"), error);
  refresh (renaming->widget);
}

static void
rename_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  const char *path = g_variant_get_bytestring (parameter);
  g_autofree char *title = plx_library_dup_title (path);
  GtkWidget *dialog, *name;
  Renaming *renaming;

  if (!is_free (widget, path))
    return;
  dialog = adw_message_dialog_new (get_window (widget), _ ("Rename the Project"), NULL);
  name = gtk_entry_new ();
  renaming = g_new0 (Renaming, 1);
  renaming->widget = g_object_ref (widget);
  renaming->path = g_strdup (path);
  renaming->name = GTK_EDITABLE (name);
  gtk_widget_set_name (name, "project-name");
  gtk_entry_set_max_length (GTK_ENTRY (name), 100);
  gtk_entry_set_activates_default (GTK_ENTRY (name), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (name), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "rename", _ ("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  g_signal_connect_data (dialog, "response", G_CALLBACK (renamed_cb), renaming, renaming_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (name);
}

/* Duplicating */

static void
duplicated_cb (GObject *source,
               GAsyncResult *result,
               gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = plx_library_make_finish (result, NULL, &error);

  if (path == NULL)
    tell_error (widget, _ ("The Project Was Not Duplicated"), error);
  refresh (widget);
}

static void
duplicate_cb (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  const char *path = g_variant_get_bytestring (parameter);
  g_autofree char *title = plx_library_dup_title (path);
  /* Translators: what the copy of a project is called */
  g_autofree char *copy = g_strdup_printf (_ ("%s (copy)"), title);

  plx_library_copy_async (path, copy, duplicated_cb, g_object_ref (widget));
}

/* Copies elsewhere */

typedef struct
{
  GtkWidget *widget; /* (owned) */
  char *path;        /* (owned) */
} Saving;

static void
saving_free (gpointer data,
             GClosure *closure)
{
  Saving *saving = data;

  g_object_unref (saving->widget);
  g_free (saving->path);
  g_free (saving);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  if (!plx_library_save_finish (result, &error))
    tell_error (widget, _ ("The Copy Was Not Written"), error);
}

static void
save_chosen_cb (GtkNativeDialog *chooser,
                int response,
                gpointer data)
{
  const Saving *saving = data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (file != NULL && (path == NULL || is_free (saving->widget, path)))
    plx_library_save_async (saving->path, file, saved_cb, g_object_ref (saving->widget));
}

static void
save_copy_cb (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  const char *path = g_variant_get_bytestring (parameter);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Save a Copy"), get_window (widget), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  g_autofree char *title = plx_library_dup_title (path);
  g_autofree char *base = g_strconcat (title, PLX_PROJECT_SUFFIX, NULL);
  Saving *saving = g_new0 (Saving, 1);

  saving->widget = g_object_ref (widget);
  saving->path = g_strdup (path);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), base);
  g_signal_connect_data (chooser, "response", G_CALLBACK (save_chosen_cb), saving, saving_free, 0);
  g_signal_connect (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  plx_portal_show_chooser (chooser);
}

/* Deleting */

static void
trashed_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  if (!g_file_trash_finish (G_FILE (source), result, &error))
    tell_error (widget, _ ("The Project Was Not Moved to the Trash"), error);
  refresh (widget);
}

static void
trash_cb (GtkWidget *widget,
          const char *action,
          GVariant *parameter)
{
  const char *path = g_variant_get_bytestring (parameter);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (is_free (widget, path))
    g_file_trash_async (file, G_PRIORITY_DEFAULT, NULL, trashed_cb, g_object_ref (widget));
}

/* Backups */

typedef struct
{
  GtkWidget *widget; /* (owned) */
  char *title;       /* (owned): of the project */
  GPtrArray *paths;  /* (owned) (element-type filename): of its backups */
} Backups;

static void
backups_free (gpointer data,
              GClosure *closure)
{
  Backups *backups = data;

  g_object_unref (backups->widget);
  g_free (backups->title);
  g_ptr_array_unref (backups->paths);
  g_free (backups);
}

static void
restored_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = plx_library_make_finish (result, NULL, &error);

  refresh (widget);
  if (path != NULL)
    open_path (widget, path);
  else
    tell_error (widget, _ ("The Backup Was Not Restored"), error);
}

static void
backup_chosen_cb (GtkListBox *list,
                  GtkListBoxRow *row,
                  gpointer data)
{
  const Backups *backups = data;
  const char *moment = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  /* Translators: what a project is called that was restored: “Flood, 3 May 2031, 14:05” */
  g_autofree char *title = g_strdup_printf (_ ("%s, %s"), backups->title, moment);

  plx_library_copy_async (g_ptr_array_index (backups->paths, (guint) gtk_list_box_row_get_index (row)), title, restored_cb,
                          g_object_ref (backups->widget));
  gtk_window_close (get_window (GTK_WIDGET (list)));
}

/* When the backup was made, and how large it is. */
static GtkWidget *
make_backup_row (const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) utc = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  /* Translators: when a backup was made, see strftime(); no slashes or colons */
  g_autofree char *moment = local != NULL ? g_date_time_format (local, _ ("%-e %B %Y, %H.%M.%S")) : plx_library_dup_title (path);
  g_autofree char *size = g_format_size (info != NULL ? (guint64) g_file_info_get_size (info) : 0);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), moment);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
show_backups (GtkWidget *widget,
              const char *path,
              GPtrArray *paths)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (widget), _ ("Backups"), NULL);
  GtkWidget *list = gtk_list_box_new ();
  Backups *backups = g_new0 (Backups, 1);

  backups->widget = g_object_ref (widget);
  backups->title = plx_library_dup_title (path);
  backups->paths = g_ptr_array_ref (paths);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               paths->len > 0 ? _ ("Choose one to open it as a new project. The project and its backups stay as they are.")
                                              : _ ("There are none yet. One is made whenever a project that was changed is closed; five are kept."));
  for (guint i = 0; i < paths->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_backup_row (g_ptr_array_index (paths, i)));
  gtk_widget_set_name (list, "backups");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_visible (list, paths->len > 0);
  g_signal_connect_data (list, "row-activated", G_CALLBACK (backup_chosen_cb), backups, backups_free, 0);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Which project a damaged file was, only its backups can tell. */
static void
backups_cb (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  const char *path = g_variant_get_bytestring (parameter);
  const PlxCard *card = plx_start_page_get_card (PLX_START_PAGE (widget), path);
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GError) error = NULL;

  if (card == NULL || *card->uuid == '\0')
    {
      g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (get_window (widget))), "open-backup", NULL);
      return;
    }
  paths = plx_backup_list (card->uuid, &error);
  if (paths != NULL)
    show_backups (widget, path, paths);
  else
    tell_error (widget, _ ("Backups"), error);
}

/* Salvaging */

static char *
dup_outcome (const char *title,
             const PlxSalvageReport *report)
{
  g_autofree char *name = plx_isolate (title);
  g_autofree char *articles = g_strdup_printf (ngettext ("%'d article", "%'d articles", (gulong) report->n_documents), (int) report->n_documents);
  g_autofree char *annotations =
      g_strdup_printf (ngettext ("%'d annotation", "%'d annotations", (gulong) report->n_annotations), (int) report->n_annotations);

  if (report->n_gaps == 0 && report->n_dropped == 0)
    /* Translators: “Flood”; "5 articles"; "98 annotations" */
    return g_strdup_printf (_ ("“%s” has all that was there: %s with %s. The damaged file was not touched."), name, articles, annotations);
  /* Translators: a file, “5 articles”, “20 annotations”, how many pieces of the history are lost */
  return g_strdup_printf (ngettext ("“%s” has what could be read, and what the history still knew: %s with %s. The file could not be read in %'d place, so what was "
                                    "done before can be seen in the history but not undone. The damaged file was not touched.",
                                    "“%s” has what could be read, and what the history still knew: %s with %s. The file could not be read in %'d places, so what was "
                                    "done before can be seen in the history but not undone. The damaged file was not touched.",
                                    (gulong) report->n_gaps),
                          name, articles, annotations, (int) report->n_gaps);
}

static void
salvaged_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  PlxSalvageReport report;
  g_autofree char *path = plx_library_make_finish (result, &report, &error);
  g_autofree char *title = path != NULL ? plx_library_dup_title (path) : NULL;
  g_autofree char *outcome = path != NULL ? dup_outcome (title, &report) : NULL;

  refresh (widget);
  if (path == NULL)
    {
      tell_error (widget, _ ("Nothing Was Salvaged"), error);
      return;
    }
  open_path (widget, path);
  plx_message_show (get_window (widget), _ ("Salvaged into a New Project"), outcome);
}

void
plx_start_salvage (GtkWidget *widget,
                   const char *path)
{
  g_autofree char *title = plx_library_dup_title (path);
  /* Translators: what a project is called that was salvaged */
  g_autofree char *salvaged = g_strdup_printf (_ ("%s (salvaged)"), title);

  plx_library_salvage_async (path, salvaged, salvaged_cb, g_object_ref (widget));
}

static void
salvage_cb (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  plx_start_salvage (widget, g_variant_get_bytestring (parameter));
}

/* Properties */

static void
properties_cb (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  const PlxCard *card = plx_start_page_get_card (PLX_START_PAGE (widget), g_variant_get_bytestring (parameter));

  if (card != NULL)
    plx_library_properties_show (get_window (widget), card);
}

void
plx_start_page_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "library.rename", "ay", rename_cb);
  gtk_widget_class_install_action (widget_class, "library.duplicate", "ay", duplicate_cb);
  gtk_widget_class_install_action (widget_class, "library.save-copy", "ay", save_copy_cb);
  gtk_widget_class_install_action (widget_class, "library.trash", "ay", trash_cb);
  gtk_widget_class_install_action (widget_class, "library.backups", "ay", backups_cb);
  gtk_widget_class_install_action (widget_class, "library.salvage", "ay", salvage_cb);
  gtk_widget_class_install_action (widget_class, "library.properties", "ay", properties_cb);
}

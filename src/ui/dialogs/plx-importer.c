/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-importer.h"

#include "dialogs/plx-dataset-dialog.h"
#include "dialogs/plx-desktop.h"
#include "dialogs/plx-import-dialog.h"
#include "dialogs/plx-intake-preview.h"
#include "dialogs/plx-intake-progress.h"
#include "dialogs/plx-message.h"

#include "format/plx-format.h"
#include "intake/plx-intake-alike.h"
#include "intake/plx-intake-revision.h"

#include <glib/gi18n.h>

/* So many articles are looked at before they come in. */
#define MANY 8

typedef struct
{
  GtkWindow *parent;       /* (nullable): weak, it may be closed meanwhile */
  PlxSession *session;     /* (owned) */
  GPtrArray *files;        /* (owned) (element-type GFile) */
  GPtrArray *datasets;     /* (owned) (element-type GFile): annotated data among them */
  PlxImportResult *result; /* (owned) */

  PlxIntakeProgress *progress; /* (owned) (nullable): while something is being done */
  PlxProgress *noted;          /* (nullable): of it, for the thread */
  GCancellable *cancellable;   /* (owned) (nullable): the same */
  gint64 since;                /* when it began, in microseconds */
} Import;

static Import *
import_new (GtkWindow *parent,
            PlxSession *session)
{
  Import *import = g_new0 (Import, 1);

  g_set_weak_pointer (&import->parent, parent);
  import->session = g_object_ref (session);
  import->datasets = g_ptr_array_new_with_free_func (g_object_unref);
  import->result = plx_import_result_new ();
  import->since = g_get_monotonic_time ();
  return import;
}

static void
import_free (Import *import)
{
  g_clear_pointer (&import->progress, plx_intake_progress_free);
  g_clear_object (&import->cancellable);
  g_clear_weak_pointer (&import->parent);
  g_object_unref (import->session);
  g_clear_pointer (&import->files, g_ptr_array_unref);
  g_ptr_array_unref (import->datasets);
  plx_import_result_free (import->result);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

/* What is being done is told until end(). */
static void
begin (Import *import,
       const char *words)
{
  if (import->progress == NULL)
    import->progress = plx_intake_progress_new (import->parent);
  import->noted = plx_intake_progress_begin (import->progress, words);
  g_set_object (&import->cancellable, plx_intake_progress_get_cancellable (import->progress));
}

/* Returns: whether it was ended by somebody */
static gboolean
end (Import *import)
{
  gboolean cancelled = import->cancellable != NULL && g_cancellable_is_cancelled (import->cancellable);

  g_clear_pointer (&import->progress, plx_intake_progress_free);
  g_clear_object (&import->cancellable);
  import->noted = NULL;
  return cancelled;
}

static void
tell_cancelled (Import *import)
{
  plx_session_say (import->session, _ ("Nothing was added"), FALSE);
}

static void
add_skipped_cb (PlxImportDialog *dialog,
                gpointer data)
{
  g_autoptr (GPtrArray) items = plx_import_dialog_steal_skipped (dialog);

  plx_importer_add_items (gtk_window_get_transient_for (GTK_WINDOW (dialog)), data, items);
}

/* Each file of annotated data is asked about on its own. */
static void
offer_datasets (Import *import)
{
  for (guint i = 0; import->parent != NULL && i < import->datasets->len; i++)
    plx_dataset_dialog_show (import->parent, import->session, g_ptr_array_index (import->datasets, i));
}

static void
report (Import *import)
{
  PlxImportResult *result = import->result;
  GtkWidget *dialog;
  guint n_added = plx_import_result_count_added (result);
  g_autofree char *message = g_strdup_printf (ngettext ("%u article added", "%u articles added", n_added), n_added);

  offer_datasets (import);
  if (result->lines->len == 0 && import->datasets->len > 0)
    return;
  plx_desktop_tell_done (import->since, message);
  if (plx_import_result_is_plain (result))
    {
      g_signal_emit_by_name (import->session, "done", message, TRUE);
      return;
    }
  if (import->parent == NULL)
    return;
  dialog = plx_import_dialog_new (import->parent, plx_session_get_documents (import->session), g_steal_pointer (&import->result));
  import->result = plx_import_result_new ();
  g_signal_connect_object (dialog, "add-skipped", G_CALLBACK (add_skipped_cb), import->session, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
stored_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (Import) import = data;
  g_autoptr (GError) error = NULL;

  gboolean done = plx_project_do_finish (PLX_PROJECT (source), result, &error);

  end (import);
  if (done)
    report (import);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_cancelled (import);
  else
    plx_session_fail (import->session, error->message);
}

static void
store (Import *import)
{
  GPtrArray *items = import->result->items;

  /* Without anything to add there is no edit, only the refusals to tell. */
  if (items->len == 0)
    {
      report (import);
      import_free (import);
      return;
    }
  begin (import, _ ("Adding articles"));
  plx_project_do_async (plx_session_get_project (import->session),
                        plx_intake_verb_watched (items, import->cancellable, plx_progress_note, import->noted), NULL, stored_cb, import);
}

/* On a thread */

static void
read_file (Import *import,
           GFile *file)
{
  PlxImportResult *result = import->result;
  const char *path = g_file_peek_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;
  PlxIntakeItem *item;

  if (path != NULL && plx_formats_sniff (path) != NULL)
    {
      g_ptr_array_add (import->datasets, g_object_ref (file));
      return;
    }
  item = plx_intake_read_file (file, NULL, &error);
  if (item != NULL)
    plx_import_result_take_item (result, file, item);
  else
    plx_import_result_add_refusal (result, name, error->message);
}

/* All files of what was given, so that it is known how many there are. */
static GPtrArray *
expand_files (Import *import)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < import->files->len; i++)
    {
      g_autoptr (GPtrArray) files = NULL;
      g_autoptr (GError) error = NULL;
      GFile *file = g_ptr_array_index (import->files, i);
      g_autofree char *name = g_file_get_basename (file);

      files = plx_intake_expand (file, &error);
      if (files == NULL)
        plx_import_result_add_refusal (import->result, name, error->message);
      for (guint j = 0; files != NULL && j < files->len; j++)
        g_ptr_array_add (all, g_object_ref (g_ptr_array_index (files, j)));
    }
  return all;
}

static void
read_files (GTask *task,
            gpointer source,
            gpointer task_data,
            GCancellable *cancellable)
{
  Import *import = task_data;
  g_autoptr (GPtrArray) files = expand_files (import);

  for (guint i = 0; i < files->len && !g_cancellable_is_cancelled (import->cancellable); i++)
    {
      read_file (import, g_ptr_array_index (files, i));
      plx_progress_note ((int) i + 1, (int) files->len, import->noted);
    }
  g_task_return_boolean (task, TRUE);
}

/* The files themselves */

static void
load_originals (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  Import *import = task_data;
  GPtrArray *lines = import->result->lines;
  GError *error = NULL;

  for (guint i = 0; i < lines->len && !g_cancellable_is_cancelled (import->cancellable); i++)
    {
      PlxImportLine *line = g_ptr_array_index (lines, i);

      if (line->item != NULL && line->file != NULL && !plx_intake_item_keep_original (line->item, line->file, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      plx_progress_note ((int) i + 1, (int) lines->len, import->noted);
    }
  g_task_return_boolean (task, TRUE);
}

static void
originals_loaded_cb (GObject *source,
                     GAsyncResult *result,
                     gpointer data)
{
  g_autoptr (Import) import = data;
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (end (import))
    tell_cancelled (import);
  else if (!done)
    plx_session_fail (import->session, error->message);
  else
    store (g_steal_pointer (&import));
}

static void
store_with_originals (Import *import)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, originals_loaded_cb, import);

  begin (import, _ ("Reading the files once more"));
  g_task_set_source_tag (task, store_with_originals);
  g_task_set_task_data (task, import, NULL);
  g_task_run_in_thread (task, load_originals);
}

/* Looking before anything is stored */

static void
apply_cb (PlxIntakePreview *preview,
          Import **import)
{
  if (plx_intake_preview_keeps_originals (preview))
    store_with_originals (g_steal_pointer (import));
  else
    store (g_steal_pointer (import));
}

static void
free_import (gpointer data,
             GClosure *closure)
{
  Import **import = data;

  g_clear_pointer (import, import_free);
  g_free (import);
}

/* Cancelled, it leaves nothing. */
static void
preview (Import *import)
{
  GtkWidget *dialog = plx_intake_preview_new (import->parent, import->result, plx_session_get_documents (import->session));
  Import **owned = g_new (Import *, 1);

  *owned = import;
  g_signal_connect_data (dialog, "apply", G_CALLBACK (apply_cb), owned, free_import, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
find_twins (PlxConnection *connection,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  GPtrArray *items = data;

  return plx_intake_find_duplicates (connection, items, error) && plx_intake_find_alike (connection, items, cancellable, error) &&
         plx_intake_find_revised (connection, items, error);
}

/* Few articles that raise no doubt come in at once: that can be undone. */
static void
twins_found_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (Import) import = data;
  g_autoptr (GError) error = NULL;
  gboolean found = plx_project_read_finish (PLX_PROJECT (source), result, &error) != NULL;

  if (end (import))
    tell_cancelled (import);
  else if (!found)
    plx_session_fail (import->session, error->message);
  else if (import->parent != NULL && (import->result->items->len >= MANY || plx_import_result_is_doubtful (import->result)))
    preview (g_steal_pointer (&import));
  else
    store (g_steal_pointer (&import));
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  Import *import = data;

  if (g_cancellable_is_cancelled (import->cancellable))
    {
      end (import);
      tell_cancelled (import);
      import_free (import);
    }
  else if (import->result->items->len == 0)
    {
      end (import);
      store (import);
    }
  else
    {
      begin (import, _ ("Comparing with what is there"));
      plx_project_read_async (plx_session_get_project (import->session), find_twins, g_ptr_array_ref (import->result->items),
                              (GDestroyNotify) g_ptr_array_unref, import->cancellable, twins_found_cb, import);
    }
}

void
plx_importer_add_files (GtkWindow *parent,
                        PlxSession *session,
                        GPtrArray *files)
{
  Import *import = import_new (parent, session);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, import);

  import->files = g_ptr_array_ref (files);
  begin (import, _ ("Reading files"));
  g_task_set_source_tag (task, plx_importer_add_files);
  g_task_set_task_data (task, import, NULL);
  g_task_run_in_thread (task, read_files);
}

void
plx_importer_add_items (GtkWindow *parent,
                        PlxSession *session,
                        GPtrArray *items)
{
  Import *import = import_new (parent, session);

  plx_import_result_set_items (import->result, items);
  store (import);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-copy.h"

#include "compat/plx-isolate.h"
#include "store/plx-backup.h"
#include "store/plx-library.h"
#include "store/plx-place.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* Someone works on the target right now: replacing it would lose their edits. */
static gboolean
is_free (GFile *target,
         GError **error)
{
  const char *path = g_file_peek_path (target);
  g_autofree char *log = path != NULL ? g_strconcat (path, "-wal", NULL) : NULL;
  g_autofree char *path_name = g_file_get_parse_name (target);
  g_autofree char *name = plx_isolate (path_name);

  if (log == NULL || !g_file_test (log, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_BUSY,
               _ ("“%s” is open in another window or program. Choose another name, or close it there first."), name);
  return FALSE;
}

/* By way of a local file, which SQLite may write. */
static gboolean
copy_by_way (PlxConnection *connection,
             GFile *target,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *folder = plx_library_dup_folder (error);
  g_autofree char *base = g_strdup_printf (".copy.%08x.new", g_random_int ());
  g_autofree char *path = folder != NULL ? g_build_filename (folder, base, NULL) : NULL;
  g_autoptr (GFile) local = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autofree char *name = g_file_get_parse_name (target);
  gboolean copied = local != NULL && plx_backup_copy (connection, path, error);

  if (copied && !g_file_copy (local, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, error))
    {
      g_prefix_error (error, "“%s”: ", name);
      copied = FALSE;
    }
  if (path != NULL)
    g_unlink (path);
  return copied;
}

gboolean
plx_copy_write (PlxConnection *connection,
                GFile *target,
                GCancellable *cancellable,
                GError **error)
{
  const char *path = g_file_peek_path (target);

  if (!is_free (target, error))
    return FALSE;
  if (path != NULL && plx_place_is_local (path))
    return plx_backup_copy (connection, path, error);
  return copy_by_way (connection, target, cancellable, error);
}

static gboolean
copy_func (PlxConnection *connection,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  return plx_copy_write (connection, data, cancellable, error);
}

static void
copied_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autofree char *base = g_file_get_basename (g_task_get_task_data (task));
  GError *error = NULL;

  if (plx_project_export_finish (PLX_PROJECT (source), result, &error))
    g_task_return_pointer (task, g_filename_display_name (base != NULL ? base : ""), g_free);
  else
    g_task_return_error (task, error);
}

void
plx_copy_async (PlxProject *project,
                GFile *target,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  GTask *task = g_task_new (project, NULL, callback, user_data);

  g_task_set_source_tag (task, plx_copy_async);
  g_task_set_task_data (task, g_object_ref (target), g_object_unref);
  plx_project_export_async (project, copy_func, target, NULL, copied_cb, task);
}

char *
plx_copy_finish (GAsyncResult *result,
                 GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

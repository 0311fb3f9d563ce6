/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-opener.h"

#include "compat/plx-isolate.h"
#include "store/plx-library.h"
#include "store/plx-place.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  GFile *file;    /* (owned): what was asked for */
  char *copy;     /* (owned) (nullable): path of the working copy */
  GFile *partial; /* (owned) (nullable): the copy while it is being made */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->file);
  g_clear_object (&opening->partial);
  g_free (opening->copy);
  g_free (opening);
}

static char *
dup_title (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *title = g_filename_display_name (base != NULL ? base : "");

  if (g_str_has_suffix (title, PLX_PROJECT_SUFFIX))
    title[strlen (title) - strlen (PLX_PROJECT_SUFFIX)] = '\0';
  return g_steal_pointer (&title);
}

/* Work goes on in a copy of a backup, so that the backup stays one. */
static gboolean
is_backup (const char *path)
{
  g_autofree char *folder = plx_library_dup_backup_folder ("", NULL);
  g_autofree char *resolved = folder != NULL ? plx_place_resolve (folder) : NULL;
  g_autofree char *prefix = resolved != NULL ? g_build_filename (resolved, "", NULL) : NULL;

  return prefix != NULL && g_str_has_prefix (path, prefix);
}

gboolean
plx_opener_needs_copy (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *resolved = path != NULL ? plx_place_resolve (path) : NULL;

  return resolved == NULL || !plx_place_is_local (resolved) || is_backup (resolved);
}

GFile *
plx_opener_dup_namesake (GFile *file)
{
  g_autofree char *folder = plx_library_dup_folder (NULL);
  g_autofree char *title = dup_title (file);
  g_autofree char *base = g_strconcat (title, PLX_PROJECT_SUFFIX, NULL);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, base, NULL) : NULL;

  return path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_file_new_for_path (path) : NULL;
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GTask) task = data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;
  PlxProject *project = plx_project_open_finish (result, &error);

  if (project != NULL)
    {
      g_task_return_pointer (task, project, g_object_unref);
      return;
    }
  /* A copy of something that is no project is of no use in the library. */
  if (opening->copy != NULL)
    g_unlink (opening->copy);
  g_task_return_error (task, error);
}

static void
copied_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GTask) task = data;
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *parse_name = g_file_get_parse_name (opening->file);
  g_autofree char *name = plx_isolate (parse_name);
  gboolean copied = g_file_copy_finish (G_FILE (source), result, &error);

  if (copied && g_rename (g_file_peek_path (opening->partial), opening->copy) != 0)
    {
      copied = FALSE;
      g_set_error_literal (&error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
    }
  if (copied)
    {
      plx_project_open_async (opening->copy, FALSE, opened_cb, g_steal_pointer (&task));
      return;
    }
  g_file_delete (opening->partial, NULL, NULL);
  g_task_return_new_error (task, PLX_STORE_ERROR, PLX_STORE_ERROR_ACCESS,
                           /* Translators: a file, what the system says */
                           _ ("“%s” could not be copied into the library: %s. Check that it can be read and that there is space on the disk."),
                           name, error->message);
}

/* A log beside the file means that the file alone is not the whole project. */
static gboolean
is_at_rest (GFile *file,
            GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *log = path != NULL ? g_strconcat (path, "-wal", NULL) : NULL;
  g_autofree char *parse_name = g_file_get_parse_name (file);
  g_autofree char *name = plx_isolate (parse_name);
  GStatBuf info;

  if (log == NULL || g_stat (log, &info) != 0 || info.st_size == 0)
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_BUSY,
               _ ("“%s” is open on another computer. Close it there, then try again."), name);
  return FALSE;
}

static void
open_copy (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);
  g_autofree char *title = dup_title (opening->file);
  g_autofree char *partial = NULL;
  GError *error = NULL;

  if (is_at_rest (opening->file, &error))
    opening->copy = plx_library_dup_new_path (title, &error);
  if (opening->copy == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  partial = g_strdup_printf ("%s.%08x.new", opening->copy, g_random_int ());
  opening->partial = g_file_new_for_path (partial);
  g_file_copy_async (opening->file, opening->partial, G_FILE_COPY_TARGET_DEFAULT_PERMS, G_PRIORITY_DEFAULT, NULL, NULL, NULL, copied_cb, task);
}

void
plx_opener_open_async (GFile *file,
                       gboolean create,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_task_set_source_tag (task, plx_opener_open_async);
  g_task_set_task_data (task, opening, opening_free);
  opening->file = g_object_ref (file);
  if (plx_opener_needs_copy (file))
    open_copy (task);
  else
    plx_project_open_async (g_file_peek_path (file), create, opened_cb, task);
}

PlxProject *
plx_opener_open_finish (GAsyncResult *result,
                        gboolean *is_copy,
                        GError **error)
{
  Opening *opening = g_task_get_task_data (G_TASK (result));

  *is_copy = opening->copy != NULL;
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-backup.h"

#include "store/plx-connection-private.h"
#include "store/plx-library.h"
#include "store/plx-place.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Pages copied at a time. */
#define STEP_PAGES 1024

static gboolean
fail (const char *path,
      const char *reason,
      GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_FAILED,
               /* Translators: a file, what the system says */
               _ ("The copy “%s” could not be written: %s. Check the space on the disk and the permissions of the folder; nothing was changed."), name, reason);
  return FALSE;
}

static gboolean
copy_pages (sqlite3 *from,
            sqlite3 *to,
            const char *path,
            GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int code = SQLITE_OK;

  while (backup != NULL && code == SQLITE_OK)
    code = sqlite3_backup_step (backup, STEP_PAGES);
  sqlite3_backup_finish (backup);
  if (backup != NULL && code == SQLITE_DONE)
    return TRUE;
  return fail (path, sqlite3_errmsg (to), error);
}

static gboolean
copy_to (PlxConnection *connection,
         const char *path,
         GError **error)
{
  sqlite3 *db = NULL;
  gboolean copied;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE, NULL) != SQLITE_OK)
    copied = fail (path, sqlite3_errmsg (db), error);
  else
    copied = copy_pages (connection->db, db, path, error) &&
             /* The copy says that it has a log, as the original does. */
             (sqlite3_exec (db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) == SQLITE_OK || fail (path, sqlite3_errmsg (db), error));
  sqlite3_close (db);
  return copied;
}

static gboolean
sync_file (const char *path,
           GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;
  int number = errno;

  if (fd >= 0)
    g_close (fd, NULL);
  return synced || fail (path, g_strerror (number), error);
}

/* A copy counts only when it opens. */
static gboolean
test_open (const char *path,
           GError **error)
{
  g_autoptr (PlxConnection) copy = plx_connection_open (path, PLX_OPEN_FROZEN, error);

  return copy != NULL;
}

gboolean
plx_backup_copy (PlxConnection *connection,
                 const char *path,
                 GError **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.%08x.new", path, g_random_int ());
  gboolean done = copy_to (connection, temporary, error) &&
                  sync_file (temporary, error) &&
                  test_open (temporary, error);

  if (done && g_rename (temporary, path) != 0)
    done = fail (path, g_strerror (errno), error);
  if (!done)
    g_unlink (temporary);
  plx_place_sync_folder (path);
  return done;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return strcmp (*(char *const *) b, *(char *const *) a);
}

GPtrArray *
plx_backup_list (const char *uuid,
                 GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = plx_library_dup_backup_folder (uuid, error);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, error) : NULL;
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, PLX_PROJECT_SUFFIX))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_newest_first);
  return g_steal_pointer (&paths);
}

gboolean
plx_backup_rotate (PlxConnection *connection,
                   const char *uuid,
                   GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *name = g_date_time_format (now, "%Y-%m-%dT%H-%M-%SZ" PLX_PROJECT_SUFFIX);
  g_autofree char *folder = plx_library_dup_backup_folder (uuid, error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autoptr (GPtrArray) backups = NULL;

  if (path == NULL || !plx_backup_copy (connection, path, error))
    return FALSE;
  backups = plx_backup_list (uuid, error);
  if (backups == NULL)
    return FALSE;
  for (guint i = PLX_BACKUP_COUNT; i < backups->len; i++)
    g_unlink (g_ptr_array_index (backups, i));
  return TRUE;
}

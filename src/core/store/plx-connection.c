/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-connection-private.h"

#include "store/plx-checked.h"
#include "store/plx-journal.h"
#include "store/plx-place.h"
#include "store/plx-schema.h"
#include "store/plx-store-file.h"
#include "store/plx-word-index.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* How long a lock is waited for before it becomes a message. */
#define BUSY_TIMEOUT_MS 5000

/* Memory of a connection for what statements need for a moment, such as the
 * image of a row or what runs a trigger. */
#define LOOKASIDE_SIZE 2048
#define LOOKASIDE_SLOTS 64

/* So many steps of SQLite's machine pass until an interrupt is seen. */
#define INTERRUPT_STEPS 10000

#define HEAP_LIMIT (G_GINT64_CONSTANT (1) << 30)

/* Which error a result code becomes.  Searched for the extended code first,
 * then for the primary one. */
static const struct
{
  int code;
  PlxStoreError error;
  const char *message; /* %s is the file */
} sqlite_errors[] = {
  { SQLITE_BUSY, PLX_STORE_ERROR_BUSY, N_ ("“%s” is in use by another program, which did not let go of it within 5 seconds. Wait for it to finish and try again; nothing was changed.") },
  { SQLITE_LOCKED, PLX_STORE_ERROR_BUSY, N_ ("“%s” is locked. Try again in a moment; nothing was changed.") },
  { SQLITE_FULL, PLX_STORE_ERROR_FULL, N_ ("There is no space left for “%s”. Free some space and try again; nothing was changed.") },
  { SQLITE_READONLY, PLX_STORE_ERROR_READ_ONLY, N_ ("“%s” cannot be written. Copy it to a folder of your own and open the copy; nothing was changed.") },
  { SQLITE_CORRUPT, PLX_STORE_ERROR_CORRUPT, N_ ("“%s” is damaged. Open one of its backups instead; the damaged file was not touched.") },
  { SQLITE_NOTADB, PLX_STORE_ERROR_NOT_PROJECT, N_ ("“%s” is not a Parallax project. Choose a file that Parallax made.") },
  { SQLITE_CANTOPEN, PLX_STORE_ERROR_ACCESS, N_ ("“%s” cannot be opened. Check that the file and its folder may be read and written.") },
  { SQLITE_PERM, PLX_STORE_ERROR_ACCESS, N_ ("“%s” may not be opened. Check its permissions.") },
  { SQLITE_IOERR, PLX_STORE_ERROR_FAILED, N_ ("“%s” could not be read or written: the disk reported an error. Check the disk; what was saved before is safe.") },
};

/* A quota and a limit on the size of files are no different from a full disk,
 * but SQLite takes them for damage to it. */
static gboolean
is_out_of_space (PlxConnection *self,
                 int code)
{
  int number = (code & 0xff) == SQLITE_IOERR ? sqlite3_system_errno (self->db) : 0;

  return number == EDQUOT || number == EFBIG || number == ENOSPC;
}

void
plx_connection_set_error (PlxConnection *self,
                          int code,
                          GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autofree char *message = NULL;

  if (is_out_of_space (self, code))
    code = SQLITE_FULL;
  if ((code & 0xff) == SQLITE_CORRUPT)
    {
      self->checked = 0;
      plx_checked_set (self->path, 0);
    }
  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled; nothing was changed."));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sqlite_errors); i++)
    if ((code & 0xff) == sqlite_errors[i].code)
      {
        g_auto (GStrv) parts = g_strsplit (_ (sqlite_errors[i].message), "%s", 2);

        message = g_strjoinv (name, parts);
        g_set_error_literal (error, PLX_STORE_ERROR, (int) sqlite_errors[i].error, message);
        return;
      }
  if ((code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                 /* Translators: a file, what the database says */
                 _ ("The change would leave “%s” in disorder (%s); nothing was changed."), name, sqlite3_errmsg (self->db));
  else
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_FAILED,
                 /* Translators: a file, what the database says */
                 _ ("“%s” could not be used (%s); nothing was changed."), name, sqlite3_errmsg (self->db));
}

/* Opening */

static const struct
{
  int limit;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 256 << 20 },
  { SQLITE_LIMIT_SQL_LENGTH, 100000 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_VDBE_OP, 250000 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
};

static void
harden (sqlite3 *db)
{
  sqlite3_extended_result_codes (db, 1);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL); /* TEMP triggers still fire */
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].limit, limits[i].value);
  sqlite3_busy_timeout (db, BUSY_TIMEOUT_MS);
  plx_word_index_register (db);
}

static int
is_interrupted_cb (gpointer data)
{
  PlxConnection *self = data;

  return g_atomic_int_get (&self->interrupted);
}

static char *
frozen_uri (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  return g_strconcat (uri, "?immutable=1", NULL);
}

static gboolean
open_database (PlxConnection *self,
               gboolean create,
               GError **error)
{
  g_autofree char *uri = self->mode == PLX_OPEN_FROZEN ? frozen_uri (self->path) : NULL;
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
  int code;

  flags |= uri != NULL ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE;
  if (create)
    flags |= SQLITE_OPEN_CREATE;
  code = sqlite3_open_v2 (uri != NULL ? uri : self->path, &self->db, flags, NULL);
  if (code != SQLITE_OK)
    {
      plx_connection_set_error (self, code, error);
      return FALSE;
    }
  sqlite3_hard_heap_limit64 (HEAP_LIMIT);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_LOOKASIDE, NULL, LOOKASIDE_SIZE, LOOKASIDE_SLOTS);
  harden (self->db);
  /* SQLite forgets an interrupt that comes between two statements. */
  if (plx_connection_is_read_only (self))
    sqlite3_progress_handler (self->db, INTERRUPT_STEPS, is_interrupted_cb, self);
  return plx_connection_execute (self, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON;"
                                       "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA recursive_triggers = ON",
                                 error);
}

/* The first damage that SQLite finds without reading every index. */
static gboolean
quick_check (PlxConnection *self,
             GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self, "PRAGMA quick_check (1)");
  PlxStep step = plx_statement_step (statement, error);

  if (step == PLX_STEP_ERROR)
    return FALSE;
  if (step == PLX_STEP_ROW && g_strcmp0 (plx_statement_peek_text (statement, 0), "ok") == 0)
    {
      self->checked = g_get_real_time () / G_USEC_PER_SEC;
      return TRUE;
    }
  plx_connection_set_error (self, SQLITE_CORRUPT, error);
  return FALSE;
}

/* The tables of this version, and no damage. */
static gboolean
is_whole (PlxConnection *self,
          GError **error)
{
  return plx_schema_upgrade (self, error) && (self->checked != 0 || (plx_schema_check (self, error) && quick_check (self, error)));
}

static gboolean
make_ready (PlxConnection *self,
            GError **error)
{
  switch (self->mode)
    {
    case PLX_OPEN_READ:
      return plx_schema_upgrade (self, error) && plx_connection_execute (self, "PRAGMA query_only = ON", error);
    case PLX_OPEN_FROZEN:
      return is_whole (self, error);
    case PLX_OPEN_WRITE:
    case PLX_OPEN_CREATE:
      return is_whole (self, error) &&
             plx_connection_execute (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", error) &&
             plx_journal_attach (self, error);
    default:
      g_assert_not_reached ();
    }
}

static PlxConnection *
connection_new (const char *path,
                PlxOpenMode mode)
{
  PlxConnection *self = g_new0 (PlxConnection, 1);

  self->path = g_strdup (path);
  self->mode = mode;
  self->owner = g_thread_self ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) plx_statement_free);
  return self;
}

/* A new project is made under another name and given its own when it is whole,
 * so that no interrupted start leaves half a project.  A project that another
 * process made meanwhile is left alone. */
static gboolean
create_file (const char *path,
             GError **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.%08x.new", path, g_random_int ());
  PlxConnection *connection = connection_new (temporary, PLX_OPEN_CREATE);
  gboolean made = open_database (connection, TRUE, error) && plx_schema_create (connection, error);

  connection->mode = PLX_OPEN_READ; /* nothing to tidy up: it never had a log */
  plx_connection_close (connection);
  if (made && link (temporary, path) != 0 && errno != EEXIST)
    {
      /* No hard links here. */
      if (!g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (temporary, path) != 0)
        made = plx_store_file_refuse (path, errno, error);
    }
  g_unlink (temporary);
  plx_place_sync_folder (path);
  return made;
}

PlxConnection *
plx_connection_open (const char *path,
                     PlxOpenMode mode,
                     GError **error)
{
  g_autofree char *real = plx_place_resolve (path);
  g_autoptr (PlxConnection) self = NULL;

  if (!plx_store_file_check_place (path, real, error))
    return NULL;
  if (mode == PLX_OPEN_CREATE && !g_file_test (real, G_FILE_TEST_EXISTS) && !create_file (real, error))
    return NULL;
  if (mode == PLX_OPEN_FROZEN && !plx_store_file_check_rest (real, error))
    return NULL;

  self = connection_new (real, mode);
  self->checked = mode != PLX_OPEN_READ ? plx_checked_get (real) : 0;
  self->guard = plx_guard_enter (real, plx_store_file_look, error);
  if (self->guard == NULL || !open_database (self, FALSE, error) || !make_ready (self, error))
    {
      self->mode = PLX_OPEN_READ; /* leave the file as it is */
      return NULL;
    }
  /* A reader may still have to bring a file to order that a crash left. */
  if (!plx_connection_is_read_only (self))
    plx_guard_lock (self->guard);
  return g_steal_pointer (&self);
}

/* Back to one file at rest.  When others still use it, they will do that. */
static void
put_to_rest (PlxConnection *self)
{
  plx_guard_unlock (self->guard);
  sqlite3_busy_timeout (self->db, 0);
  plx_connection_execute (self, "PRAGMA wal_checkpoint (TRUNCATE); PRAGMA journal_mode = DELETE", NULL);
}

void
plx_connection_close (PlxConnection *self)
{
  g_assert (self->owner == g_thread_self ());

  memset (self->recent, 0, sizeof self->recent);
  g_hash_table_remove_all (self->statements);
  if (self->db != NULL && (self->mode == PLX_OPEN_WRITE || self->mode == PLX_OPEN_CREATE))
    put_to_rest (self);
  sqlite3_close (self->db);
  g_clear_pointer (&self->guard, plx_guard_leave);
  if (self->checked != 0 && !plx_connection_is_read_only (self))
    plx_checked_set (self->path, self->checked);
  g_hash_table_unref (self->statements);
  for (guint i = 0; i < PLX_N_TABLES; i++)
    {
      g_free (self->insertions[i]);
      g_free (self->records[i]);
    }
  g_free (self->path);
  g_free (self);
}

/* Use */

const char *
plx_connection_get_path (PlxConnection *self)
{
  return self->path;
}

gboolean
plx_connection_is_read_only (PlxConnection *self)
{
  return self->mode == PLX_OPEN_READ || self->mode == PLX_OPEN_FROZEN;
}

void
plx_connection_interrupt (PlxConnection *self)
{
  g_atomic_int_set (&self->interrupted, TRUE);
  sqlite3_interrupt (self->db);
}

gint64
plx_connection_get_data_version (PlxConnection *self)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self, "PRAGMA data_version");

  if (plx_statement_step (statement, NULL) != PLX_STEP_ROW)
    return -1;
  return plx_statement_get_int (statement, 0);
}

void
plx_connection_checkpoint (PlxConnection *self)
{
  g_assert (self->owner == g_thread_self ());

  sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

gboolean
plx_connection_execute (PlxConnection *self,
                        const char *sql,
                        GError **error)
{
  int code;

  g_assert (self->owner == g_thread_self ());

  code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  plx_connection_set_error (self, code, error);
  return FALSE;
}

gboolean
plx_connection_savepoint (PlxConnection *self,
                          GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self, "SAVEPOINT step");

  return plx_statement_run (statement, error);
}

void
plx_connection_rollback_to (PlxConnection *self)
{
  plx_connection_execute (self, "ROLLBACK TO step; RELEASE step", NULL);
}

gboolean
plx_connection_release (PlxConnection *self,
                        GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self, "RELEASE step");

  return plx_statement_run (statement, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-salvage.h"

#include "store/plx-connection-private.h"
#include "store/plx-place.h"
#include "store/plx-salvage-history.h"
#include "store/plx-salvage-table.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  const char *damaged;
  char *aside;       /* (owned): a copy of the damaged file, which SQLite may touch */
  sqlite3 *from;     /* (owned) (nullable): that copy */
  char *partial;     /* (owned): the new project while it is made */
  PlxConnection *to; /* (owned) (nullable) */
  GPtrArray *tables; /* (owned) (element-type utf8): of a project */
  PlxSalvageReport *report;
} Salvage;

/* Sides of the work */

static gboolean
copy_file (const char *from,
           const char *to,
           GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autofree char *name = g_filename_display_name (from);
  g_autoptr (GError) reason = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &reason))
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_ACCESS,
               _ ("“%s” could not be copied: %s. Check that it can be read and that there is space on the disk."), name, reason->message);
  return FALSE;
}

/* The log holds what was stored last. */
static gboolean
copy_aside (Salvage *self,
            GError **error)
{
  g_autofree char *log = g_strconcat (self->damaged, "-wal", NULL);
  g_autofree char *log_aside = g_strconcat (self->aside, "-wal", NULL);

  return copy_file (self->damaged, self->aside, error) &&
         (!g_file_test (log, G_FILE_TEST_EXISTS) || copy_file (log, log_aside, error));
}

static void
remove_aside (Salvage *self)
{
  static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (self->aside, ends[i], NULL);

      g_unlink (path);
    }
}

static gboolean
refuse_nothing (Salvage *self,
                GError **error)
{
  g_autofree char *name = g_filename_display_name (self->damaged);

  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT,
               _ ("Nothing could be read of “%s”: it is damaged where it begins, or no Parallax project. Open one of its backups instead."), name);
  return FALSE;
}

static gint64
ask_number (sqlite3 *db,
            const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 number = 0;

  sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return number;
}

static gboolean
open_from (Salvage *self,
           GError **error)
{
  int code = sqlite3_open_v2 (self->aside, &self->from, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (code != SQLITE_OK)
    return refuse_nothing (self, error);
  sqlite3_db_config (self->from, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->from, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_exec (self->from, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0", NULL, NULL, NULL);
  return ask_number (self->from, "PRAGMA application_id") == PLX_APPLICATION_ID || refuse_nothing (self, error);
}

/* Tables of ours: neither virtual ones nor what these are made of. */
static gboolean
list_tables (Salvage *self,
             GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (self->to, "SELECT name FROM pragma_table_list "
                                        "WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    g_ptr_array_add (self->tables, plx_statement_dup_text (statement, 0));
  return step == PLX_STEP_DONE;
}

/* Tables */

static gboolean
run (Salvage *self,
     GError **error,
     const char *format,
     ...) G_GNUC_PRINTF (3, 4);

static gboolean
run (Salvage *self,
     GError **error,
     const char *format,
     ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return plx_connection_execute (self->to, sql, error);
}

/* What every new project has, such as a codebook, is not of this one; the facts
 * about the project stay unless they come. */
static gboolean
empty_tables (Salvage *self,
              GError **error)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const char *name = g_ptr_array_index (self->tables, i);

      if (!g_str_equal (name, "project") && !run (self, error, "DELETE FROM \"%s\"", name))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_tables (Salvage *self,
             GError **error)
{
  PlxSalvageCounts counts = { 0 };

  for (guint i = 0; i < self->tables->len; i++)
    if (!plx_salvage_table (self->from, self->to->db, g_ptr_array_index (self->tables, i), &counts))
      {
        plx_connection_set_error (self->to, sqlite3_extended_errcode (self->to->db), error);
        return FALSE;
      }
  self->report->n_rows = counts.n_rows;
  self->report->n_gaps = counts.n_gaps;
  return counts.n_rows > 0 || refuse_nothing (self, error);
}

/* A text goes over many pages, of which the last may be damaged without SQLite
 * noticing.  Its hash tells. */
static gboolean
drop_damaged_texts (Salvage *self,
                    GError **error)
{
  g_autoptr (GArray) damaged = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->to, "SELECT id, sha256, CAST (body AS BLOB) FROM text");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxId id = plx_statement_get_int (statement, 0);
      g_autoptr (GBytes) body = plx_statement_dup_bytes (statement, 2);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, body);

      if (!g_str_equal (sha256, plx_statement_peek_text (statement, 1)))
        g_array_append_val (damaged, id);
    }
  for (guint i = 0; i < damaged->len && step == PLX_STEP_DONE; i++)
    if (!run (self, error, "DELETE FROM text WHERE id = %" G_GINT64_FORMAT, g_array_index (damaged, PlxId, i)))
      return FALSE;
  self->report->n_gaps += damaged->len;
  return step == PLX_STEP_DONE;
}

/* What refers to what is lost */

/* A few small rows hold much together, and those that every project begins with
 * are in no history: others stand in for them. */
static gboolean
replace_lost (Salvage *self,
              GError **error)
{
  return run (self, error,
              "INSERT INTO annotator (id, name, created) SELECT annotator, printf ('%s %%d', row_number () OVER ()), 0 "
              "FROM (SELECT DISTINCT annotator FROM annotation WHERE annotator NOT IN (SELECT id FROM annotator))",
              /* Translators: stands in for a name that was lost; a number follows */
              _ ("Lost annotator")) &&
         run (self, error,
              "INSERT INTO tag (id, position, kind, name, colour) SELECT tag, 1000000, kind, printf ('%s %%d', row_number () OVER ()), '#808080' "
              "FROM (SELECT tag, coalesce (max (entity.kind), CASE WHEN count (claim.annotation) > 0 THEN 'claim' ELSE 'other' END) AS kind "
              "FROM annotation LEFT JOIN entity ON entity.id = annotation.entity LEFT JOIN claim ON claim.annotation = annotation.id "
              "WHERE tag NOT IN (SELECT id FROM tag) GROUP BY tag)",
              /* Translators: stands in for a name that was lost; a number follows */
              _ ("Lost tag")) &&
         run (self, error,
              "INSERT INTO relation_kind (id, position, name, directed) SELECT kind, 1000000, printf ('%s %%d', row_number () OVER ()), 1 "
              "FROM (SELECT DISTINCT kind FROM relation WHERE kind NOT IN (SELECT id FROM relation_kind))",
              /* Translators: stands in for a name that was lost; a number follows */
              _ ("Lost kind of relation"));
}

/* Removes, or frees from it, what in @table refers to rows that are not there. */
static gboolean
drop_orphans_of (Salvage *self,
                 const char *table,
                 GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"table\", \"from\", on_delete FROM pragma_foreign_key_list ('%s')", table);
  g_autoptr (PlxStatement) statement = plx_connection_prepare_dynamic (self->to, sql);
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      const char *parent = plx_statement_peek_text (statement, 0);
      const char *column = plx_statement_peek_text (statement, 1);
      gboolean keep = g_strcmp0 (plx_statement_peek_text (statement, 2), "SET NULL") == 0;

      g_autofree char *lost = g_strdup_printf ("\"%s\" IS NOT NULL AND \"%s\" NOT IN (SELECT id FROM \"%s\")", column, column, parent);

      if (keep ? !run (self, error, "UPDATE \"%s\" SET \"%s\" = NULL WHERE %s", table, column, lost)
               : !run (self, error, "DELETE FROM \"%s\" WHERE %s", table, lost))
        return FALSE;
    }
  return step == PLX_STEP_DONE;
}

/* An annotation that lost where it lies is none.  Every round may leave others
 * without what they refer to. */
static gboolean
drop_orphans (Salvage *self,
              GError **error)
{
  gint64 before = ask_number (self->to->db, "SELECT total_changes ()");
  gint64 begin = before, after = before;

  do
    {
      before = after;
      if (!run (self, error, "DELETE FROM annotation WHERE id NOT IN (SELECT annotation FROM span)"))
        return FALSE;
      for (guint i = 0; i < self->tables->len; i++)
        if (!drop_orphans_of (self, g_ptr_array_index (self->tables, i), error))
          return FALSE;
      after = ask_number (self->to->db, "SELECT total_changes ()");
    }
  while (after > before);
  self->report->n_dropped = after - begin;
  return TRUE;
}

/* The whole */

/* Where something is lost, undoing would not lead back to what was.  Of an edit
 * that misses changes it is told that it was, but not what it did. */
static gboolean
close_history (Salvage *self,
               GError **error)
{
  if (self->report->n_gaps == 0 && self->report->n_dropped == 0)
    return TRUE;
  return run (self, error, "UPDATE edit SET state = 'dropped';"
                           "UPDATE edit SET last_change = first_change - 1 WHERE last_change - first_change + 1 <> "
                           "(SELECT count (*) FROM change WHERE ordinal BETWEEN first_change AND last_change AND change.edit = edit.id);"
                           "DELETE FROM change WHERE NOT EXISTS "
                           "(SELECT 1 FROM edit WHERE edit.id = change.edit AND ordinal BETWEEN first_change AND last_change)");
}

static gboolean
fill (Salvage *self,
      GError **error)
{
  if (!empty_tables (self, error) || !copy_tables (self, error) || !drop_damaged_texts (self, error))
    return FALSE;
  if (self->report->n_gaps > 0 && !plx_salvage_history (self->to, &self->report->n_restored, error))
    return FALSE;
  return replace_lost (self, error) && drop_orphans (self, error) && close_history (self, error) &&
         run (self, error, "INSERT INTO words (rowid, body) SELECT id, plx_words (body) FROM text");
}

static gboolean
salvage (Salvage *self,
         GError **error)
{
  if (!copy_aside (self, error) || !open_from (self, error))
    return FALSE;
  self->to = plx_connection_open (self->partial, PLX_OPEN_CREATE, error);
  if (self->to == NULL || !list_tables (self, error) || !run (self, error, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE") ||
      !fill (self, error) || !run (self, error, "COMMIT"))
    return FALSE;
  self->report->n_documents = ask_number (self->to->db, "SELECT count (*) FROM document WHERE article IS NULL");
  self->report->n_annotations = ask_number (self->to->db, "SELECT count (*) FROM annotation");
  return TRUE;
}

/* Gives the new project its name once it is whole. */
static gboolean
publish (Salvage *self,
         const char *path,
         GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (PlxConnection) test = plx_connection_open (self->partial, PLX_OPEN_FROZEN, error);

  if (test == NULL)
    return FALSE;
  g_clear_pointer (&test, plx_connection_close);
  if (g_rename (self->partial, path) != 0)
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_ACCESS, _ ("“%s” cannot be written: %s. Check the permissions of the folder."), name, g_strerror (errno));
      return FALSE;
    }
  plx_place_sync_folder (path);
  return TRUE;
}

static gboolean
is_new (const char *path,
        GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT, _ ("There is “%s” already. Choose another name for the new project."), name);
  return FALSE;
}

gboolean
plx_salvage (const char *damaged,
             const char *path,
             PlxSalvageReport *report,
             GError **error)
{
  Salvage self = { .damaged = damaged, .report = report };
  gboolean done;

  memset (report, 0, sizeof *report);
  if (!is_new (path, error))
    return FALSE;
  self.aside = g_strdup_printf ("%s.%08x.damaged", path, g_random_int ());
  self.partial = g_strdup_printf ("%s.%08x.new", path, g_random_int ());
  self.tables = g_ptr_array_new_with_free_func (g_free);
  done = salvage (&self, error);
  g_clear_pointer (&self.to, plx_connection_close);
  sqlite3_close (self.from);
  done = done && publish (&self, path, error);
  remove_aside (&self);
  if (!done)
    g_unlink (self.partial);
  g_ptr_array_unref (self.tables);
  g_free (self.partial);
  g_free (self.aside);
  return done;
}

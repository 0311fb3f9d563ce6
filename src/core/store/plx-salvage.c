/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-salvage.h"

#include "store/plx-connection-private.h"
#include "store/plx-place.h"
#include "store/plx-salvage-history.h"
#include "store/plx-salvage-log.h"
#include "store/plx-salvage-lost.h"
#include "store/plx-salvage-scan.h"
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
               /* Translators: a file, what the system says */
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

/* Whether the copy begins like a database of somebody else. */
static gboolean
is_foreign (Salvage *self)
{
  guchar header[72] = { 0 };
  guint32 id;
  FILE *file = g_fopen (self->aside, "rbe");

  if (file == NULL)
    return FALSE;
  if (fread (header, 1, sizeof header, file) < sizeof header)
    memset (header, 0, sizeof header);
  fclose (file);
  memcpy (&id, header + 68, sizeof id);
  return memcmp (header, "SQLite format 3", 16) == 0 && GUINT32_FROM_BE (id) != PLX_APPLICATION_ID;
}

/* What the log holds goes where it belongs, for those who look for pages.
 *
 * Returns: whether the copy still says which tables it has */
static gboolean
open_from (Salvage *self)
{
  if (sqlite3_open_v2 (self->aside, &self->from, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK)
    return FALSE;
  sqlite3_db_config (self->from, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->from, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_exec (self->from, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);
  return plx_salvage_ask (self->from, "PRAGMA application_id") == PLX_APPLICATION_ID &&
         plx_salvage_ask (self->from, "SELECT count (*) FROM sqlite_schema") > 0;
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

/* What every new project has, such as a codebook, is not of this one; the facts
 * about the project stay unless they come. */
static gboolean
empty_tables (Salvage *self,
              GError **error)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const char *name = g_ptr_array_index (self->tables, i);

      if (!g_str_equal (name, "project") && !plx_salvage_run (self->to, error, "DELETE FROM \"%s\"", name))
        return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_writing (Salvage *self,
                GError **error)
{
  plx_connection_set_error (self->to, sqlite3_extended_errcode (self->to->db), error);
  return FALSE;
}

/* Row by row in the order of the tables. */
static gboolean
copy_tables (Salvage *self,
             GError **error)
{
  PlxSalvageCounts counts = { 0 };

  for (guint i = 0; i < self->tables->len; i++)
    if (!plx_salvage_table (self->from, self->to->db, g_ptr_array_index (self->tables, i), &counts))
      return refuse_writing (self, error);
  self->report->n_rows = counts.n_rows;
  self->report->n_gaps = counts.n_gaps;
  return TRUE;
}

/* Page by page, which finds what no table leads to any more. */
static gboolean
scan_pages (Salvage *self,
            GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (plx_salvage_scan (self->aside, self->to->db, self->tables, &self->report->n_rows, &reason))
    return TRUE;
  if (reason == NULL)
    return refuse_writing (self, error);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
copy_rows (Salvage *self,
           GError **error)
{
  if (is_foreign (self))
    return refuse_nothing (self, error);
  if (!open_from (self))
    {
      plx_salvage_log (self->aside);
      self->report->n_gaps = 1;
    }
  else if (!copy_tables (self, error))
    return FALSE;
  return self->report->n_gaps == 0 || scan_pages (self, error);
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
    if (!plx_salvage_run (self->to, error, "DELETE FROM text WHERE id = %" G_GINT64_FORMAT, g_array_index (damaged, PlxId, i)))
      return FALSE;
  self->report->n_gaps += damaged->len;
  return step == PLX_STEP_DONE;
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
  return plx_salvage_run (self->to, error, "UPDATE edit SET state = 'dropped';"
                                           "UPDATE edit SET last_change = first_change - 1 WHERE last_change - first_change + 1 <> "
                                           "(SELECT count (*) FROM change WHERE ordinal BETWEEN first_change AND last_change AND change.edit = edit.id);"
                                           "DELETE FROM change WHERE NOT EXISTS "
                                           "(SELECT 1 FROM edit WHERE edit.id = change.edit AND ordinal BETWEEN first_change AND last_change)");
}

static gboolean
fill (Salvage *self,
      GError **error)
{
  if (!empty_tables (self, error) || !copy_rows (self, error) || !drop_damaged_texts (self, error))
    return FALSE;
  /* Every project has tags, or texts with their hash. */
  if (plx_salvage_ask (self->to->db, "SELECT EXISTS (SELECT 1 FROM tag) OR EXISTS (SELECT 1 FROM text)") == 0)
    return refuse_nothing (self, error);
  if (self->report->n_gaps > 0 &&
      !(plx_salvage_history (self->to, &self->report->n_restored, error) && plx_salvage_replace_articles (self->to, error)))
    return FALSE;
  return plx_salvage_replace_lost (self->to, error) && plx_salvage_drop_orphans (self->to, self->tables, &self->report->n_dropped, error) &&
         close_history (self, error) &&
         plx_salvage_run (self->to, error, "INSERT INTO words (rowid, body) SELECT id, plx_words (body) FROM text");
}

static gboolean
salvage (Salvage *self,
         GError **error)
{
  if (!copy_aside (self, error))
    return FALSE;
  self->to = plx_connection_open (self->partial, PLX_OPEN_CREATE, error);
  if (self->to == NULL || !list_tables (self, error) || !plx_salvage_run (self->to, error, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE") ||
      !fill (self, error) || !plx_salvage_run (self->to, error, "COMMIT"))
    return FALSE;
  self->report->n_documents = plx_salvage_ask (self->to->db, "SELECT count (*) FROM document WHERE article IS NULL");
  self->report->n_annotations = plx_salvage_ask (self->to->db, "SELECT count (*) FROM annotation");
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
      /* Translators: a file, what the system says */
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

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-salvage-lost.h"

#include <glib/gi18n-lib.h>

gint64
plx_salvage_ask (sqlite3 *db,
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

gboolean
plx_salvage_run (PlxConnection *connection,
                 GError **error,
                 const char *format,
                 ...)
{
  va_list arguments;
  gboolean done;
  char *sql;

  va_start (arguments, format);
  sql = sqlite3_vmprintf (format, arguments);
  va_end (arguments);
  done = plx_connection_execute (connection, sql, error);
  sqlite3_free (sql);
  return done;
}

/* Whose row is lost: the text was stored just before it, so that its id is the
 * one before, and what was marked in the article must be found there. */
static gboolean
replace_marked_articles (PlxConnection *connection,
                         GError **error)
{
  return plx_salvage_run (connection, error,
                          "INSERT OR IGNORE INTO document (id, text, position, title, created) "
                          "SELECT article, text, 1000000 + row_number () OVER (), %Q || ' ' || row_number () OVER (), 0 FROM ("
                          "SELECT document AS article, (SELECT max (id) FROM text WHERE id < document) AS text "
                          "FROM (SELECT DISTINCT document FROM span WHERE document NOT IN (SELECT id FROM document))) AS lost "
                          "WHERE text IS NOT NULL AND NOT EXISTS (SELECT 1 FROM span WHERE document = lost.article AND "
                          "quote <> (SELECT substr (body, start + 1, end - start) FROM text WHERE id = lost.text))",
                          /* Translators: stands in for a title that was lost; a number follows */
                          _ ("Lost article"));
}

/* Texts of which neither an article nor the history knows. */
static gboolean
replace_other_articles (PlxConnection *connection,
                        GError **error)
{
  return plx_salvage_run (connection, error,
                          "INSERT OR IGNORE INTO document (id, text, position, title, created) "
                          "SELECT id, id, 2000000 + row_number () OVER (), %Q || ' ' || ((SELECT count (*) FROM document) + row_number () OVER ()), 0 "
                          "FROM text WHERE id NOT IN (SELECT text FROM document) AND id NOT IN ("
                          "SELECT coalesce (json_extract (iif (json_valid (new), new, iif (json_valid (old), old, '{}')), '$.text'), 0) "
                          "FROM change WHERE tbl = 'document')",
                          _ ("Lost article"));
}

gboolean
plx_salvage_replace_articles (PlxConnection *connection,
                              GError **error)
{
  return replace_marked_articles (connection, error) && replace_other_articles (connection, error);
}

/* A few small rows hold much together, and those that every project begins with
 * are in no history: others stand in for them. */
gboolean
plx_salvage_replace_lost (PlxConnection *connection,
                          GError **error)
{
  return plx_salvage_run (connection, error,
                          "INSERT OR IGNORE INTO annotator (id, name, created) SELECT annotator, %Q || ' ' || row_number () OVER (), 0 "
                          "FROM (SELECT DISTINCT annotator FROM annotation WHERE annotator NOT IN (SELECT id FROM annotator))",
                          /* Translators: stands in for a name that was lost; a number follows */
                          _ ("Lost annotator")) &&
         plx_salvage_run (connection, error,
                          "INSERT OR IGNORE INTO tag (id, position, kind, name, colour) SELECT tag, 1000000, kind, %Q || ' ' || row_number () OVER (), '#808080' "
                          "FROM (SELECT tag, coalesce (max (entity.kind), CASE WHEN count (claim.annotation) > 0 THEN 'claim' ELSE 'other' END) AS kind "
                          "FROM annotation LEFT JOIN entity ON entity.id = annotation.entity LEFT JOIN claim ON claim.annotation = annotation.id "
                          "WHERE tag NOT IN (SELECT id FROM tag) GROUP BY tag)",
                          /* Translators: stands in for a name that was lost; a number follows */
                          _ ("Lost tag")) &&
         plx_salvage_run (connection, error,
                          "INSERT OR IGNORE INTO relation_kind (id, position, name, directed) SELECT kind, 1000000, %Q || ' ' || row_number () OVER (), 1 "
                          "FROM (SELECT DISTINCT kind FROM relation WHERE kind NOT IN (SELECT id FROM relation_kind))",
                          /* Translators: stands in for a name that was lost; a number follows */
                          _ ("Lost kind of relation"));
}

/* Removes, or frees from it, what in @table refers to rows that are not there. */
static gboolean
drop_orphans_of (PlxConnection *connection,
                 const char *table,
                 GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"table\", \"from\", on_delete FROM pragma_foreign_key_list ('%s')", table);
  g_autoptr (PlxStatement) statement = plx_connection_prepare_dynamic (connection, sql);
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      const char *parent = plx_statement_peek_text (statement, 0);
      const char *column = plx_statement_peek_text (statement, 1);
      gboolean keep = g_strcmp0 (plx_statement_peek_text (statement, 2), "SET NULL") == 0;

      g_autofree char *lost = g_strdup_printf ("\"%s\" IS NOT NULL AND \"%s\" NOT IN (SELECT id FROM \"%s\")", column, column, parent);

      if (keep ? !plx_salvage_run (connection, error, "UPDATE \"%s\" SET \"%s\" = NULL WHERE %s", table, column, lost)
               : !plx_salvage_run (connection, error, "DELETE FROM \"%s\" WHERE %s", table, lost))
        return FALSE;
    }
  return step == PLX_STEP_DONE;
}

/* An annotation that lost where it lies is none.  Every round may leave others
 * without what they refer to. */
gboolean
plx_salvage_drop_orphans (PlxConnection *connection,
                          GPtrArray *tables,
                          gint64 *n_dropped,
                          GError **error)
{
  gint64 before = plx_salvage_ask (connection->db, "SELECT total_changes ()");
  gint64 begin = before, after = before;

  do
    {
      before = after;
      if (!plx_salvage_run (connection, error, "DELETE FROM annotation WHERE id NOT IN (SELECT annotation FROM span)"))
        return FALSE;
      for (guint i = 0; i < tables->len; i++)
        if (!drop_orphans_of (connection, g_ptr_array_index (tables, i), error))
          return FALSE;
      after = plx_salvage_ask (connection->db, "SELECT total_changes ()");
    }
  while (after > before);
  *n_dropped = after - begin;
  return TRUE;
}

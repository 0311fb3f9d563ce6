/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-salvage-history.h"

#include "store/plx-connection-private.h"
#include "store/plx-journal.h"

/* Column names of @table, those of the key only if @only_key, each after @before
 * and followed by @after. */
static char *
list_columns (PlxConnection *connection,
              const char *table,
              gboolean only_key,
              const char *before,
              const char *after,
              GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT name FROM pragma_table_info (:table) WHERE pk > 0 OR NOT :key ORDER BY cid");
  PlxStep step;

  plx_statement_bind_text (statement, ":table", table);
  plx_statement_bind_int (statement, ":key", only_key);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    g_string_append_printf (list, "%s%s%s%s", list->len > 0 ? ", " : "", before, plx_statement_peek_text (statement, 0), after);
  return step == PLX_STEP_DONE ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

/* That each value of an image is of the type of its column: a damaged image must
 * not keep the others out. */
static char *
list_types (PlxConnection *connection,
            const char *table,
            GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT group_concat (' AND typeof (json_extract (made, ''$.' || name || ''')) IN (''null'', ''' || lower (type) || '''' || "
                                          "iif (type = 'REAL', ', ''integer'')', ')'), '') FROM pragma_table_info (:table)");

  plx_statement_bind_text (statement, ":table", table);
  return plx_statement_step (statement, error) == PLX_STEP_ROW ? plx_statement_dup_text (statement, 0) : NULL;
}

/* The last image of each key: of a row that went, or that moved to another key,
 * there is none. */
static char *
write_sql (const char *table,
           const char *columns,
           const char *values,
           const char *types,
           const char *old_key,
           const char *new_key)
{
  return g_strdup_printf ("WITH image (key, ordinal, made) AS ("
                          "SELECT json_array (%s), 2 * ordinal, NULL FROM change LEFT JOIN edit ON edit.id = change.edit "
                          "WHERE tbl = '%s' AND json_valid (old) AND coalesce (state, 'done') = 'done' "
                          "UNION ALL SELECT json_array (%s), 2 * ordinal + 1, new FROM change LEFT JOIN edit ON edit.id = change.edit "
                          "WHERE tbl = '%s' AND json_valid (new) AND coalesce (state, 'done') = 'done'), "
                          "newest (made, ordinal) AS (SELECT made, max (ordinal) FROM image GROUP BY key) "
                          "INSERT OR IGNORE INTO %s (%s) SELECT %s FROM newest WHERE made IS NOT NULL%s",
                          old_key, table, new_key, table, table, columns, values, types);
}

static gboolean
restore (PlxConnection *connection,
         const char *table,
         gint64 *n_restored,
         GError **error)
{
  g_autofree char *columns = list_columns (connection, table, FALSE, "", "", error);
  g_autofree char *values = columns != NULL ? list_columns (connection, table, FALSE, "json_extract (made, '$.", "')", error) : NULL;
  g_autofree char *types = values != NULL ? list_types (connection, table, error) : NULL;
  g_autofree char *old_key = types != NULL ? list_columns (connection, table, TRUE, "json_extract (old, '$.", "')", error) : NULL;
  g_autofree char *new_key = old_key != NULL ? list_columns (connection, table, TRUE, "json_extract (new, '$.", "')", error) : NULL;
  g_autofree char *sql = new_key != NULL ? write_sql (table, columns, values, types, old_key, new_key) : NULL;

  if (sql == NULL || !plx_connection_execute (connection, sql, error))
    return FALSE;
  *n_restored += sqlite3_changes64 (connection->db);
  return TRUE;
}

gboolean
plx_salvage_history (PlxConnection *connection,
                     gint64 *n_restored,
                     GError **error)
{
  *n_restored = 0;
  for (guint i = 0; i < PLX_N_TABLES; i++)
    if (!restore (connection, plx_journal_get_table_name ((PlxTable) i), n_restored, error))
      return FALSE;
  return TRUE;
}

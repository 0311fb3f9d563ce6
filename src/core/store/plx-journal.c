/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-journal.h"

#include "store/plx-connection-private.h"
#include "store/plx-journal-private.h"

/* json_object ('id', NEW.id, ...) */
static void
append_image (GString *sql,
              GArray *columns,
              const char *row)
{
  g_autofree char *after = g_strdup_printf ("', %s.", row);

  g_string_append (sql, "json_object (");
  plx_journal_append_columns (sql, columns, FALSE, ", ", "'", after, "");
  g_string_append (sql, ")");
}

static gboolean
add_trigger (PlxConnection *connection,
             PlxTable table,
             PlxOp op,
             GArray *columns,
             GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  const char *name = plx_journal_tables[table].name;

  g_string_append_printf (sql, "CREATE TEMP TRIGGER journal_%s_%s AFTER %s ON main.%s "
                               "WHEN plx_edit () IS NOT NULL "
                               "BEGIN INSERT INTO change (edit, tbl, op, old, new) VALUES (plx_edit (), '%s', '%s', ",
                          name, plx_journal_ops[op], plx_journal_ops[op], name, name, plx_journal_ops[op]);
  if (op == PLX_OP_INSERT)
    g_string_append (sql, "NULL");
  else
    append_image (sql, columns, "OLD");
  g_string_append (sql, ", ");
  if (op == PLX_OP_DELETE)
    g_string_append (sql, "NULL");
  else
    append_image (sql, columns, "NEW");
  g_string_append (sql, "); END");
  return plx_connection_execute (connection, sql->str, error);
}

/* The edit under way, NULL for none: a function, as a look into a table would
 * cost every row twice. */
static void
edit_func (sqlite3_context *context,
           int n_values,
           sqlite3_value **values)
{
  PlxConnection *connection = sqlite3_user_data (context);

  if (connection->edit == PLX_ID_NONE)
    sqlite3_result_null (context);
  else
    sqlite3_result_int64 (context, connection->edit);
}

/* Both statements name each column as a parameter. */
static void
write_insertion (PlxConnection *connection,
                 PlxTable table,
                 GArray *columns)
{
  g_autoptr (GString) insertion = g_string_new (NULL);
  g_autoptr (GString) record = g_string_new (NULL);
  const char *name = plx_journal_tables[table].name;

  g_string_append_printf (insertion, "INSERT INTO %s (", name);
  plx_journal_append_columns (insertion, columns, FALSE, ", ", "", NULL, NULL);
  g_string_append (insertion, ") VALUES (");
  plx_journal_append_columns (insertion, columns, FALSE, ", ", ":", NULL, NULL);
  g_string_append (insertion, ")");
  g_string_append_printf (record, "INSERT INTO change (edit, tbl, op, new) VALUES (plx_edit (), '%s', '%s', json_object (", name, plx_journal_ops[PLX_OP_INSERT]);
  plx_journal_append_columns (record, columns, FALSE, ", ", "'", "', :", "");
  g_string_append (record, "))");
  g_free (connection->insertions[table]);
  connection->insertions[table] = g_string_free (g_steal_pointer (&insertion), FALSE);
  g_free (connection->records[table]);
  connection->records[table] = g_string_free (g_steal_pointer (&record), FALSE);
}

static gboolean
run_bound (PlxConnection *connection,
           const char *sql,
           PlxJournalBind bind,
           gconstpointer row,
           GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare_dynamic (connection, sql);

  bind (statement, row);
  return plx_statement_run (statement, error);
}

gboolean
plx_journal_insert (PlxConnection *connection,
                    PlxTable table,
                    PlxJournalBind bind,
                    gconstpointer row,
                    GError **error)
{
  g_assert (plx_journal_tables[table].by_hand);
  return run_bound (connection, connection->insertions[table], bind, row, error) &&
         (connection->edit == PLX_ID_NONE || run_bound (connection, connection->records[table], bind, row, error));
}

gboolean
plx_journal_attach (PlxConnection *connection,
                    GError **error)
{
  sqlite3_create_function_v2 (connection->db, "plx_edit", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, connection, edit_func, NULL, NULL, NULL);
  plx_journal_register_replay (connection->db);
  for (guint i = 0; i < PLX_N_TABLES; i++)
    {
      g_autoptr (GArray) columns = plx_journal_list_columns (connection, (PlxTable) i, error);

      if (columns == NULL)
        return FALSE;
      if (plx_journal_tables[i].by_hand)
        write_insertion (connection, (PlxTable) i, columns);
      for (guint op = plx_journal_tables[i].by_hand ? PLX_OP_INSERT + 1 : PLX_OP_INSERT; op < PLX_JOURNAL_N_OPS; op++)
        if (!add_trigger (connection, (PlxTable) i, (PlxOp) op, columns, error))
          return FALSE;
    }
  return TRUE;
}

void
plx_journal_start (PlxConnection *connection,
                   PlxId edit)
{
  connection->edit = edit;
}

void
plx_journal_stop (PlxConnection *connection)
{
  connection->edit = PLX_ID_NONE;
}

gint64
plx_journal_get_last (PlxConnection *connection,
                      GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT max (ordinal) FROM change");

  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return -1;
  return plx_statement_get_int (statement, 0);
}

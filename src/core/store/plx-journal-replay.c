/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Replaying the journal, and reading what doing so means. */

#include "config.h"

#include "store/plx-journal.h"

#include "store/plx-connection-private.h"
#include "store/plx-journal-private.h"

#include <glib/gi18n-lib.h>

static PlxOp
inverse (PlxOp op)
{
  switch (op)
    {
    case PLX_OP_INSERT:
      return PLX_OP_DELETE;
    case PLX_OP_DELETE:
      return PLX_OP_INSERT;
    case PLX_OP_UPDATE:
    default:
      return op;
    }
}

/* Replaying */

/* `key = json_extract (:image, '$.key') AND …` */
static void
append_key_condition (GString *sql,
                      GArray *columns,
                      const char *image)
{
  g_autofree char *after = g_strdup_printf (" = json_extract (%s, '$.", image);

  plx_journal_append_columns (sql, columns, TRUE, " AND ", "", after, "')");
}

/* The number that a JSON text is, the nearest there is: SQLite's own reading may
 * miss it by a bit in the last place. */
static void
real_func (sqlite3_context *context,
           int n_values,
           sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  char *end = NULL;
  double number = text != NULL ? g_ascii_strtod (text, &end) : 0;

  if (end == NULL || end == text)
    sqlite3_result_null (context);
  else
    sqlite3_result_double (context, number);
}

void
plx_journal_register_replay (sqlite3 *db)
{
  sqlite3_create_function_v2 (db, "plx_real", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, real_func, NULL, NULL, NULL);
}

/* What the image :to says of each column, as `value, …` or `column = value, …`. */
static void
append_values (GString *sql,
               GArray *columns,
               gboolean named)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const PlxJournalColumn *column = &g_array_index (columns, PlxJournalColumn, i);

      g_string_append (sql, i > 0 ? ", " : "");
      if (named)
        g_string_append_printf (sql, "%s = ", column->name);
      g_string_append_printf (sql, column->is_real ? "plx_real (:to -> '$.%s')" : "json_extract (:to, '$.%s')", column->name);
    }
}

static char *
write_replay (PlxTable table,
              PlxOp op,
              GArray *columns)
{
  GString *sql = g_string_new (NULL);
  const char *name = plx_journal_tables[table].name;

  switch (op)
    {
    case PLX_OP_INSERT:
      g_string_append_printf (sql, "INSERT INTO %s (", name);
      plx_journal_append_columns (sql, columns, FALSE, ", ", "", NULL, NULL);
      g_string_append (sql, ") SELECT ");
      append_values (sql, columns, FALSE);
      break;
    case PLX_OP_UPDATE:
      g_string_append_printf (sql, "UPDATE %s SET ", name);
      append_values (sql, columns, TRUE);
      g_string_append (sql, " WHERE ");
      append_key_condition (sql, columns, ":from");
      break;
    case PLX_OP_DELETE:
      g_string_append_printf (sql, "DELETE FROM %s WHERE ", name);
      append_key_condition (sql, columns, ":from");
      break;
    default:
      g_assert_not_reached ();
    }
  return g_string_free (sql, FALSE);
}

typedef struct
{
  PlxConnection *connection;
  char *sql[PLX_N_TABLES][PLX_JOURNAL_N_OPS]; /* (owned) (nullable): made when needed */
} Replay;

static void
replay_clear (Replay *self)
{
  for (guint i = 0; i < PLX_N_TABLES; i++)
    for (guint op = 0; op < PLX_JOURNAL_N_OPS; op++)
      g_free (self->sql[i][op]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Replay, replay_clear)

static const char *
replay_get_sql (Replay *self,
                PlxTable table,
                PlxOp op,
                GError **error)
{
  if (self->sql[table][op] == NULL)
    {
      g_autoptr (GArray) columns = plx_journal_list_columns (self->connection, table, error);

      if (columns == NULL)
        return NULL;
      self->sql[table][op] = write_replay (table, op, columns);
    }
  return self->sql[table][op];
}

/* A row that a deletion does not find went with its owner already. */
static gboolean
replay_change (Replay *self,
               PlxTable table,
               PlxOp op,
               const char *from,
               const char *to,
               GError **error)
{
  const char *sql = replay_get_sql (self, table, op, error);
  g_autoptr (PlxStatement) statement = NULL;

  if (sql == NULL)
    return FALSE;
  statement = plx_connection_prepare_dynamic (self->connection, sql);
  if (op != PLX_OP_INSERT)
    plx_statement_bind_text (statement, ":from", from);
  if (op != PLX_OP_DELETE)
    plx_statement_bind_text (statement, ":to", to);
  return op == PLX_OP_DELETE ? plx_statement_run (statement, error) : plx_statement_run_one (statement, error);
}

static PlxStatement *
select_changes (PlxConnection *connection,
                gint64 first,
                gint64 last,
                gboolean forward)
{
  PlxStatement *statement =
      forward ? plx_connection_prepare (connection, "SELECT tbl, op, old, new FROM change "
                                                    "WHERE ordinal BETWEEN :first AND :last ORDER BY ordinal")
              : plx_connection_prepare (connection, "SELECT tbl, op, new, old FROM change "
                                                    "WHERE ordinal BETWEEN :first AND :last ORDER BY ordinal DESC");

  plx_statement_bind_int (statement, ":first", first);
  plx_statement_bind_int (statement, ":last", last);
  return statement;
}

gboolean
plx_journal_replay (PlxConnection *connection,
                    gint64 first,
                    gint64 last,
                    gboolean forward,
                    GError **error)
{
  g_auto (Replay) replay = { .connection = connection };
  g_autoptr (PlxStatement) changes = select_changes (connection, first, last, forward);
  PlxStep step;

  /* Cascades are recorded before what caused them, so members never come back
   * before their owners, and foreign keys hold at every row. */
  while ((step = plx_statement_step (changes, error)) == PLX_STEP_ROW)
    {
      PlxTable table = plx_journal_table_from_name (plx_statement_peek_text (changes, 0));
      PlxOp op = plx_journal_op_from_name (plx_statement_peek_text (changes, 1));

      if (table == PLX_N_TABLES)
        {
          g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT,
                               _ ("The history of this project is damaged at this edit, which cannot be taken back; nothing was changed."));
          return FALSE;
        }
      if (!replay_change (&replay, table, forward ? op : inverse (op),
                          plx_statement_peek_text (changes, 2), plx_statement_peek_text (changes, 3), error))
        return FALSE;
    }
  return step == PLX_STEP_DONE;
}

/* Reading */

static char *
write_reader (gboolean forward)
{
  GString *sql = g_string_new ("SELECT tbl, op, ");
  const char *columns[] = { "id", "document" };

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    {
      g_string_append (sql, "json_extract (coalesce (new, old), CASE tbl ");
      for (guint i = 0; i < PLX_N_TABLES; i++)
        {
          const char *column = c == 0 ? plx_journal_tables[i].id : plx_journal_tables[i].document;

          if (column != NULL)
            g_string_append_printf (sql, "WHEN '%s' THEN '$.%s' ", plx_journal_tables[i].name, column);
        }
      g_string_append (sql, c == 0 ? "END), " : "END)");
    }
  g_string_append (sql, " FROM change WHERE ordinal BETWEEN :first AND :last ORDER BY ordinal");
  if (!forward)
    g_string_append (sql, " DESC");
  return g_string_free (sql, FALSE);
}

gboolean
plx_journal_read (PlxConnection *connection,
                  gint64 first,
                  gint64 last,
                  gboolean forward,
                  PlxChanges *changes,
                  GError **error)
{
  g_autofree char *sql = write_reader (forward);
  g_autoptr (PlxStatement) statement = plx_connection_prepare_dynamic (connection, sql);
  PlxStep step;

  plx_statement_bind_int (statement, ":first", first);
  plx_statement_bind_int (statement, ":last", last);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxTable table = plx_journal_table_from_name (plx_statement_peek_text (statement, 0));
      PlxOp op = plx_journal_op_from_name (plx_statement_peek_text (statement, 1));
      PlxChange change = {
        .table = table,
        .op = forward ? op : inverse (op),
        .id = plx_statement_get_int (statement, 2),
        .document = plx_statement_get_int (statement, 3),
      };

      if (table != PLX_N_TABLES)
        plx_changes_add (changes, &change);
    }
  return step == PLX_STEP_DONE;
}

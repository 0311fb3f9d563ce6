/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-journal.h"

#include "store/plx-connection-private.h"

#include <glib/gi18n-lib.h>

/* The content tables, in the order of PlxTable: which column holds the id that
 * is reported, and which the document.
 *
 * A trigger on insertion makes SQLite keep a copy of every page that the
 * statement touches, and look for children of the new row; where rows come by
 * the million that takes longer than the rows themselves. */
static const struct
{
  const char *name;
  const char *id;
  const char *document;
  gboolean by_hand; /* plx_journal_insert() records new rows */
} tables[] = {
  [PLX_TABLE_ANNOTATOR] = { "annotator", "id", NULL },
  [PLX_TABLE_OUTLET] = { "outlet", "id", NULL },
  [PLX_TABLE_FIELD] = { "field", "id", NULL },
  [PLX_TABLE_DOCUMENT] = { "document", "id", NULL },
  [PLX_TABLE_FIELD_VALUE] = { "field_value", "document", NULL },
  [PLX_TABLE_TAG] = { "tag", "id", NULL },
  [PLX_TABLE_ENTITY] = { "entity", "id", NULL },
  [PLX_TABLE_ALIAS] = { "alias", "entity", NULL },
  [PLX_TABLE_QUESTION] = { "question", "id", NULL },
  [PLX_TABLE_ANNOTATION] = { "annotation", "id", "document", TRUE },
  [PLX_TABLE_SPAN] = { "span", "annotation", "document", TRUE },
  [PLX_TABLE_CLAIM] = { "claim", "annotation", NULL },
  [PLX_TABLE_SILENCE] = { "silence", "id", "document" },
  [PLX_TABLE_REJECTION] = { "rejection", "id", "document" },
  [PLX_TABLE_RELATION_KIND] = { "relation_kind", "id", NULL },
  [PLX_TABLE_RELATION] = { "relation", "id", NULL },
  [PLX_TABLE_FOREIGN_ID] = { "foreign_id", "subject", NULL },
};
G_STATIC_ASSERT (G_N_ELEMENTS (tables) == PLX_N_TABLES);

static const char *const ops[] = {
  [PLX_OP_INSERT] = "insert",
  [PLX_OP_UPDATE] = "update",
  [PLX_OP_DELETE] = "delete",
};

static PlxTable
table_from_name (const char *name)
{
  for (guint i = 0; i < PLX_N_TABLES; i++)
    if (g_str_equal (tables[i].name, name))
      return (PlxTable) i;
  return PLX_N_TABLES;
}

static PlxOp
op_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (ops); i++)
    if (g_str_equal (ops[i], name))
      return (PlxOp) i;
  g_assert_not_reached ();
}

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

const char *
plx_journal_get_table_name (PlxTable table)
{
  return tables[table].name;
}

/* Columns */

typedef struct
{
  char *name;
  gboolean in_key;
  gboolean is_real;
} Column;

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->name);
}

static GArray *
list_columns (PlxConnection *connection,
              PlxTable table,
              GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT name, pk, type = 'REAL' FROM pragma_table_info (:table) ORDER BY cid");
  PlxStep step;

  g_array_set_clear_func (columns, column_clear);
  plx_statement_bind_text (statement, ":table", tables[table].name);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      Column column = { plx_statement_dup_text (statement, 0), plx_statement_get_int (statement, 1) > 0, plx_statement_get_int (statement, 2) != 0 };

      g_array_append_val (columns, column);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&columns) : NULL;
}

/* Appends @format, in which %s is each column, for all or only the key. */
static void
append_columns (GString *sql,
                GArray *columns,
                gboolean only_key,
                const char *separator,
                const char *before,
                const char *after,
                const char *last)
{
  gboolean first = TRUE;

  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);

      if (only_key && !column->in_key)
        continue;
      g_string_append (sql, first ? "" : separator);
      g_string_append (sql, before);
      g_string_append (sql, column->name);
      if (after != NULL)
        {
          g_string_append (sql, after);
          g_string_append (sql, column->name);
          g_string_append (sql, last);
        }
      first = FALSE;
    }
}

/* Recording */

/* json_object ('id', NEW.id, ...) */
static void
append_image (GString *sql,
              GArray *columns,
              const char *row)
{
  g_autofree char *after = g_strdup_printf ("', %s.", row);

  g_string_append (sql, "json_object (");
  append_columns (sql, columns, FALSE, ", ", "'", after, "");
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
  const char *name = tables[table].name;

  g_string_append_printf (sql, "CREATE TEMP TRIGGER journal_%s_%s AFTER %s ON main.%s "
                               "WHEN plx_edit () IS NOT NULL "
                               "BEGIN INSERT INTO change (edit, tbl, op, old, new) VALUES (plx_edit (), '%s', '%s', ",
                          name, ops[op], ops[op], name, name, ops[op]);
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

/* Both statements name each column as a parameter. */
static void
write_insertion (PlxConnection *connection,
                 PlxTable table,
                 GArray *columns)
{
  g_autoptr (GString) insertion = g_string_new (NULL);
  g_autoptr (GString) record = g_string_new (NULL);
  const char *name = tables[table].name;

  g_string_append_printf (insertion, "INSERT INTO %s (", name);
  append_columns (insertion, columns, FALSE, ", ", "", NULL, NULL);
  g_string_append (insertion, ") VALUES (");
  append_columns (insertion, columns, FALSE, ", ", ":", NULL, NULL);
  g_string_append (insertion, ")");
  g_string_append_printf (record, "INSERT INTO change (edit, tbl, op, new) VALUES (plx_edit (), '%s', '%s', json_object (", name, ops[PLX_OP_INSERT]);
  append_columns (record, columns, FALSE, ", ", "'", "', :", "");
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
  g_assert (tables[table].by_hand);
  return run_bound (connection, connection->insertions[table], bind, row, error) &&
         (connection->edit == PLX_ID_NONE || run_bound (connection, connection->records[table], bind, row, error));
}

gboolean
plx_journal_attach (PlxConnection *connection,
                    GError **error)
{
  sqlite3_create_function_v2 (connection->db, "plx_edit", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, connection, edit_func, NULL, NULL, NULL);
  sqlite3_create_function_v2 (connection->db, "plx_real", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, real_func, NULL, NULL, NULL);
  for (guint i = 0; i < PLX_N_TABLES; i++)
    {
      g_autoptr (GArray) columns = list_columns (connection, (PlxTable) i, error);

      if (columns == NULL)
        return FALSE;
      if (tables[i].by_hand)
        write_insertion (connection, (PlxTable) i, columns);
      for (guint op = tables[i].by_hand ? PLX_OP_INSERT + 1 : PLX_OP_INSERT; op < G_N_ELEMENTS (ops); op++)
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

/* Replaying */

/* `key = json_extract (:image, '$.key') AND …` */
static void
append_key_condition (GString *sql,
                      GArray *columns,
                      const char *image)
{
  g_autofree char *after = g_strdup_printf (" = json_extract (%s, '$.", image);

  append_columns (sql, columns, TRUE, " AND ", "", after, "')");
}

/* What the image :to says of each column, as `value, …` or `column = value, …`. */
static void
append_values (GString *sql,
               GArray *columns,
               gboolean named)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);

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
  const char *name = tables[table].name;

  switch (op)
    {
    case PLX_OP_INSERT:
      g_string_append_printf (sql, "INSERT INTO %s (", name);
      append_columns (sql, columns, FALSE, ", ", "", NULL, NULL);
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
  char *sql[PLX_N_TABLES][G_N_ELEMENTS (ops)]; /* (owned) (nullable): made when needed */
} Replay;

static void
replay_clear (Replay *self)
{
  for (guint i = 0; i < PLX_N_TABLES; i++)
    for (guint op = 0; op < G_N_ELEMENTS (ops); op++)
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
      g_autoptr (GArray) columns = list_columns (self->connection, table, error);

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
      PlxTable table = table_from_name (plx_statement_peek_text (changes, 0));
      PlxOp op = op_from_name (plx_statement_peek_text (changes, 1));

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
          const char *column = c == 0 ? tables[i].id : tables[i].document;

          if (column != NULL)
            g_string_append_printf (sql, "WHEN '%s' THEN '$.%s' ", tables[i].name, column);
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
      PlxTable table = table_from_name (plx_statement_peek_text (statement, 0));
      PlxOp op = op_from_name (plx_statement_peek_text (statement, 1));
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

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables that the journal is about: names, columns. */

#include "config.h"

#include "store/plx-journal-private.h"

/* A trigger on insertion makes SQLite keep a copy of every page that the
 * statement touches, and look for children of the new row; where rows come by
 * the million that takes longer than the
 * rows themselves: those are recorded by hand. */
const PlxJournalTable plx_journal_tables[PLX_N_TABLES] = {
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

const char *const plx_journal_ops[PLX_JOURNAL_N_OPS] = {
  [PLX_OP_INSERT] = "insert",
  [PLX_OP_UPDATE] = "update",
  [PLX_OP_DELETE] = "delete",
};

PlxTable
plx_journal_table_from_name (const char *name)
{
  for (guint i = 0; i < PLX_N_TABLES; i++)
    if (g_str_equal (plx_journal_tables[i].name, name))
      return (PlxTable) i;
  return PLX_N_TABLES;
}

PlxOp
plx_journal_op_from_name (const char *name)
{
  for (guint i = 0; i < PLX_JOURNAL_N_OPS; i++)
    if (g_str_equal (plx_journal_ops[i], name))
      return (PlxOp) i;
  g_assert_not_reached ();
}

const char *
plx_journal_get_table_name (PlxTable table)
{
  return plx_journal_tables[table].name;
}

/* Columns */

static void
column_clear (gpointer data)
{
  g_free (((PlxJournalColumn *) data)->name);
}

GArray *
plx_journal_list_columns (PlxConnection *connection,
                          PlxTable table,
                          GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (PlxJournalColumn));
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT name, pk, type = 'REAL' FROM pragma_table_info (:table) ORDER BY cid");
  PlxStep step;

  g_array_set_clear_func (columns, column_clear);
  plx_statement_bind_text (statement, ":table", plx_journal_tables[table].name);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxJournalColumn column = { plx_statement_dup_text (statement, 0), plx_statement_get_int (statement, 1) > 0, plx_statement_get_int (statement, 2) != 0 };

      g_array_append_val (columns, column);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&columns) : NULL;
}

void
plx_journal_append_columns (GString *sql,
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
      const PlxJournalColumn *column = &g_array_index (columns, PlxJournalColumn, i);

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

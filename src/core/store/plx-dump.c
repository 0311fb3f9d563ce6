/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-dump.h"

/* A query for all of one table: SELECT quote (id), quote (name), …
 * FROM tag ORDER BY id */
typedef struct
{
  char *table;        /* (owned) */
  GPtrArray *columns; /* (owned) (element-type utf8) */
  GString *select;    /* (owned) */
  GString *key;       /* (owned) */
} Query;

static Query *
query_new (const char *table)
{
  Query *self = g_new (Query, 1);

  self->table = g_strdup (table);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->select = g_string_new ("SELECT ");
  self->key = g_string_new (" ORDER BY ");
  return self;
}

static void
query_free (Query *self)
{
  g_free (self->table);
  g_ptr_array_unref (self->columns);
  g_string_free (self->select, TRUE);
  g_string_free (self->key, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Query, query_free)

/* The columns of the key come in its order. */
static void
query_add (Query *self,
           const char *column,
           gboolean in_key)
{
  const char *separator = self->columns->len > 0 ? ", " : "";

  g_string_append_printf (self->select, "%squote (%s)", separator, column);
  if (in_key)
    g_string_append_printf (self->key, "%s%s", separator, column);
  g_ptr_array_add (self->columns, g_strdup (column));
}

static void
append_row (const Query *query,
            PlxStatement *statement,
            GString *dump)
{
  g_string_append (dump, query->table);
  for (guint i = 0; i < query->columns->len; i++)
    {
      g_string_append_c (dump, ' ');
      g_string_append (dump, g_ptr_array_index (query->columns, i));
      g_string_append_c (dump, '=');
      g_string_append (dump, plx_statement_peek_text (statement, (int) i));
    }
  g_string_append_c (dump, '\n');
}

/* @query may be %NULL. */
static gboolean
append_rows (PlxConnection *connection,
             const Query *query,
             GString *dump,
             GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (PlxStatement) statement = NULL;
  PlxStep step;

  if (query == NULL)
    return TRUE;
  sql = g_strconcat (query->select->str, " FROM ", query->table, query->key->str, NULL);
  statement = plx_connection_prepare_dynamic (connection, sql);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    append_row (query, statement, dump);
  return step == PLX_STEP_DONE;
}

/* Whatever the schema has besides history, texts with what belongs to them and facts is content, so that
 * a table that is added later is not forgotten.  The statement stays open while
 * the tables are read, which holds one state of the project for all of them. */
char *
plx_dump_project (PlxConnection *connection,
                  GError **error)
{
  g_autoptr (GString) dump = g_string_new (NULL);
  g_autoptr (Query) query = NULL;
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT s.name, c.name, c.pk FROM sqlite_schema AS s CROSS JOIN pragma_table_info (s.name) AS c "
                                          "WHERE s.type = 'table' AND s.name NOT IN ('project', 'text', 'block', 'original', 'seen', 'edit', 'change', 'step') "
                                          "AND s.name NOT GLOB 'words*' "
                                          "ORDER BY s.name, c.pk = 0, c.pk, c.cid");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      const char *table = plx_statement_peek_text (statement, 0);

      if (query == NULL || !g_str_equal (query->table, table))
        {
          if (!append_rows (connection, query, dump, error))
            return NULL;
          g_clear_pointer (&query, query_free);
          query = query_new (table);
        }
      query_add (query, plx_statement_peek_text (statement, 1), plx_statement_get_int (statement, 2) > 0);
    }
  if (step == PLX_STEP_ERROR || !append_rows (connection, query, dump, error))
    return NULL;
  return g_string_free (g_steal_pointer (&dump), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-dump.h"

/* Whatever the schema has besides these is content, so that a table that is
 * added later is not forgotten. */
static GPtrArray *
list_tables (PlxConnection *connection,
             GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                          "AND name NOT IN ('project', 'text', 'edit', 'change', 'step') ORDER BY name");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    g_ptr_array_add (tables, plx_statement_dup_text (statement, 0));
  return step == PLX_STEP_DONE ? g_steal_pointer (&tables) : NULL;
}

/* SELECT 'tag id=' || quote (id) || ' name=' || quote (name) … ORDER BY id */
static char *
write_query (PlxConnection *connection,
             const char *table,
             GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT name, pk FROM pragma_table_info (:table) ORDER BY cid");
  PlxStep step;

  g_string_append_printf (sql, "SELECT '%s'", table);
  plx_statement_bind_text (statement, ":table", table);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      const char *column = plx_statement_peek_text (statement, 0);

      g_string_append_printf (sql, " || ' %s=' || quote (%s)", column, column);
      if (plx_statement_get_int (statement, 1) > 0)
        g_string_append_printf (key, "%s%s", key->len > 0 ? ", " : " ORDER BY ", column);
    }
  if (step == PLX_STEP_ERROR)
    return NULL;
  g_string_append_printf (sql, " FROM %s%s", table, key->str);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
append_rows (PlxConnection *connection,
             const char *table,
             GString *dump,
             GError **error)
{
  g_autofree char *sql = write_query (connection, table, error);
  g_autoptr (PlxStatement) statement = NULL;
  PlxStep step;

  if (sql == NULL)
    return FALSE;
  statement = plx_connection_prepare_dynamic (connection, sql);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      g_string_append (dump, plx_statement_peek_text (statement, 0));
      g_string_append_c (dump, '\n');
    }
  return step == PLX_STEP_DONE;
}

char *
plx_dump_project (PlxConnection *connection,
                  GError **error)
{
  g_autoptr (GString) dump = g_string_new (NULL);
  g_autoptr (GPtrArray) tables = list_tables (connection, error);

  if (tables == NULL)
    return NULL;
  for (guint i = 0; i < tables->len; i++)
    if (!append_rows (connection, g_ptr_array_index (tables, i), dump, error))
      return NULL;
  return g_string_free (g_steal_pointer (&dump), FALSE);
}

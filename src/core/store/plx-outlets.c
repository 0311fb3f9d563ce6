/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-outlets.h"

#include "store/plx-rows.h"

#include <string.h>

GPtrArray *
plx_outlets_list (PlxConnection *connection,
                  GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_outlet_free);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "WITH named AS (SELECT outlet AS name, count (*) AS n FROM document WHERE outlet <> '' AND article IS NULL GROUP BY outlet) "
                                          "SELECT name, coalesce (n, 0), coalesce (id, 0), coalesce (short, ''), coalesce (colour, ''), coalesce (note, '') "
                                          "FROM (SELECT name FROM named UNION SELECT name FROM outlet) LEFT JOIN named USING (name) "
                                          "LEFT JOIN outlet USING (name) ORDER BY name");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxOutlet *outlet = g_new (PlxOutlet, 1);

      outlet->name = plx_statement_dup_text (statement, 0);
      outlet->n_documents = (guint) plx_statement_get_int (statement, 1);
      outlet->id = plx_statement_get_int (statement, 2);
      outlet->brief = plx_statement_dup_text (statement, 3);
      outlet->colour = plx_statement_dup_text (statement, 4);
      outlet->note = plx_statement_dup_text (statement, 5);
      g_ptr_array_add (list, outlet);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

PlxOutlet *
plx_outlets_find (PlxConnection *connection,
                  const char *name,
                  GError **error)
{
  g_autoptr (PlxOutlet) outlet = plx_outlet_new (name);
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT id, short, colour, note FROM outlet WHERE name = :name");
  PlxStep step;

  plx_statement_bind_text (statement, ":name", name);
  step = plx_statement_step (statement, error);
  if (step == PLX_STEP_ERROR)
    return NULL;
  if (step == PLX_STEP_ROW)
    {
      outlet->id = plx_statement_get_int (statement, 0);
      g_free (outlet->brief);
      outlet->brief = plx_statement_dup_text (statement, 1);
      g_free (outlet->colour);
      outlet->colour = plx_statement_dup_text (statement, 2);
      g_free (outlet->note);
      outlet->note = plx_statement_dup_text (statement, 3);
    }
  return g_steal_pointer (&outlet);
}

static gboolean
find_outlet (PlxConnection *connection,
             const char *name,
             PlxId *id,
             GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT id FROM outlet WHERE name = :name");

  plx_statement_bind_text (statement, ":name", name);
  return plx_rows_find (statement, id, error);
}

/* Runs @sql with @name and @other, where it has them. */
static gboolean
run_names (PlxConnection *connection,
           const char *sql,
           const char *name,
           const char *other,
           GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare_dynamic (connection, sql);

  plx_statement_bind_text (statement, ":name", name);
  if (other != NULL)
    plx_statement_bind_text (statement, ":other", other);
  return plx_statement_run (statement, error);
}

/* Earlier versions keep the name that they had. */
static gboolean
rename_outlet (PlxConnection *connection,
               const char *name,
               const char *other,
               GError **error)
{
  return run_names (connection, "UPDATE document SET outlet = :other WHERE outlet = :name AND article IS NULL", name, other, error) &&
         run_names (connection, "DELETE FROM outlet WHERE name = :name AND EXISTS (SELECT 1 FROM outlet WHERE name = :other)", name, other, error) &&
         run_names (connection, "UPDATE outlet SET name = :other WHERE name = :name", name, other, error);
}

static gboolean
write_outlet (PlxConnection *connection,
              const char *sql,
              PlxId id,
              const PlxOutlet *outlet,
              GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare_dynamic (connection, sql);

  plx_statement_bind_id (statement, ":id", id);
  plx_statement_bind_text (statement, ":name", outlet->name);
  plx_statement_bind_text (statement, ":short", outlet->brief);
  plx_statement_bind_text (statement, ":colour", outlet->colour);
  plx_statement_bind_text (statement, ":note", outlet->note);
  return plx_statement_run (statement, error);
}

#define INSERT_OUTLET "INSERT INTO outlet (id, name, short, colour, note) VALUES (:id, :name, :short, :colour, :note)"
#define UPDATE_OUTLET "UPDATE outlet SET name = :name, short = :short, colour = :colour, note = :note " \
                      "WHERE id = :id AND (name, short, colour, note) <> (:name, :short, :colour, :note)"

gboolean
plx_outlets_add (PlxConnection *connection,
                 PlxOutlet *outlet,
                 GError **error)
{
  if (outlet->id == PLX_ID_NONE)
    outlet->id = plx_id_new ();
  return plx_outlet_check (outlet, error) && write_outlet (connection, INSERT_OUTLET, outlet->id, outlet, error);
}

static gboolean
store_outlet (PlxConnection *connection,
              const PlxOutlet *outlet,
              GError **error)
{
  PlxId id;

  if (!find_outlet (connection, outlet->name, &id, error))
    return FALSE;
  return id == PLX_ID_NONE ? write_outlet (connection, INSERT_OUTLET, plx_id_new (), outlet, error)
                           : write_outlet (connection, UPDATE_OUTLET, id, outlet, error);
}

gboolean
plx_outlets_set (PlxConnection *connection,
                 const char *old_name,
                 const PlxOutlet *outlet,
                 GError **error)
{
  return plx_outlet_check (outlet, error) &&
         (strcmp (old_name, outlet->name) == 0 || rename_outlet (connection, old_name, outlet->name, error)) &&
         store_outlet (connection, outlet, error);
}

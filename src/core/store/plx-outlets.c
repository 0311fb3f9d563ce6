/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-outlets.h"

#include "base/plx-time.h"
#include "model/plx-check.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Outlets */

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
store_outlet (PlxConnection *connection,
              const PlxOutlet *outlet,
              GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;
  PlxId id;

  if (!find_outlet (connection, outlet->name, &id, error))
    return FALSE;
  if (id == PLX_ID_NONE)
    {
      id = plx_id_new ();
      statement = plx_connection_prepare (connection, "INSERT INTO outlet (id, name, short, colour, note) VALUES (:id, :name, :short, :colour, :note)");
    }
  else
    statement = plx_connection_prepare (connection, "UPDATE outlet SET name = :name, short = :short, colour = :colour, note = :note "
                                                    "WHERE id = :id AND (name, short, colour, note) <> (:name, :short, :colour, :note)");
  plx_statement_bind_id (statement, ":id", id);
  plx_statement_bind_text (statement, ":name", outlet->name);
  plx_statement_bind_text (statement, ":short", outlet->brief);
  plx_statement_bind_text (statement, ":colour", outlet->colour);
  plx_statement_bind_text (statement, ":note", outlet->note);
  return plx_statement_run (statement, error);
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

/* Fields */

GPtrArray *
plx_own_fields_list (PlxConnection *connection,
                     GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_own_field_free);
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT id, name, kind FROM field ORDER BY position, id");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      g_autofree char *name = plx_statement_dup_text (statement, 1);
      PlxFieldKind kind = PLX_FIELD_KIND_TEXT;
      PlxOwnField *field;

      plx_field_kind_from_string (plx_statement_peek_text (statement, 2), &kind);
      field = plx_own_field_new (name, kind);
      field->id = plx_statement_get_int (statement, 0);
      g_ptr_array_add (list, field);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

gboolean
plx_own_fields_find (PlxConnection *connection,
                     const char *name,
                     PlxId *id,
                     GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT id FROM field WHERE name = :name");

  plx_statement_bind_text (statement, ":name", name);
  return plx_rows_find (statement, id, error);
}

static gboolean
check_field (PlxConnection *connection,
             const PlxOwnField *field,
             GError **error)
{
  PlxId other;

  if (plx_string_is_blank (field->name))
    {
      g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT, _ ("The field has no name. Give it one."));
      return FALSE;
    }
  if (!plx_own_fields_find (connection, field->name, &other, error))
    return FALSE;
  if (other == PLX_ID_NONE || other == field->id)
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT, _ ("There is a field “%s” already. Choose another name."), field->name);
  return FALSE;
}

/* All values have to suit another kind. */
static gboolean
check_values (PlxConnection *connection,
              const PlxOwnField *field,
              GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT DISTINCT value FROM field_value WHERE field = :field");
  PlxStep step;

  plx_statement_bind_id (statement, ":field", field->id);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    if (!plx_own_field_check_value (field, plx_statement_peek_text (statement, 0), error))
      return FALSE;
  return step == PLX_STEP_DONE;
}

gboolean
plx_own_fields_set (PlxConnection *connection,
                    PlxOwnField *field,
                    GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;

  if (!check_field (connection, field, error))
    return FALSE;
  if (field->id == PLX_ID_NONE)
    {
      field->id = plx_id_new ();
      statement = plx_connection_prepare (connection, "INSERT INTO field (id, position, name, kind) "
                                                      "VALUES (:id, (SELECT coalesce (max (position), 0) + 1 FROM field), :name, :kind)");
    }
  else if (!check_values (connection, field, error))
    return FALSE;
  else
    statement = plx_connection_prepare (connection, "UPDATE field SET name = :name, kind = :kind WHERE id = :id AND (name, kind) <> (:name, :kind)");
  plx_statement_bind_id (statement, ":id", field->id);
  plx_statement_bind_text (statement, ":name", field->name);
  plx_statement_bind_text (statement, ":kind", plx_field_kind_to_string (field->kind));
  return plx_statement_run (statement, error);
}

gboolean
plx_own_fields_remove (PlxConnection *connection,
                       PlxId id,
                       GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "DELETE FROM field WHERE id = :id");

  plx_statement_bind_id (statement, ":id", id);
  return plx_rows_change_one (statement, _ ("The field is not in the project any more."), error);
}

/* Values */

GHashTable *
plx_own_fields_load_values (PlxConnection *connection,
                            PlxId document,
                            GError **error)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT field, value FROM field_value WHERE document = :document");
  PlxStep step;

  plx_statement_bind_id (statement, ":document", document);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxId field = plx_statement_get_int (statement, 0);

      g_hash_table_insert (values, g_memdup2 (&field, sizeof field), plx_statement_dup_text (statement, 1));
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&values) : NULL;
}

static gboolean
check_value (PlxConnection *connection,
             PlxId id,
             const char *value,
             GError **error)
{
  g_autoptr (GPtrArray) fields = plx_own_fields_list (connection, error);

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      const PlxOwnField *field = g_ptr_array_index (fields, i);

      if (field->id == id)
        return plx_own_field_check_value (field, value, error);
    }
  if (fields != NULL)
    g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND, _ ("The field is not in the project any more."));
  return FALSE;
}

gboolean
plx_own_fields_set_value (PlxConnection *connection,
                          PlxId document,
                          PlxId field,
                          const char *value,
                          GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;

  if (!check_value (connection, field, value, error))
    return FALSE;
  statement = *value == '\0' ? plx_connection_prepare (connection, "DELETE FROM field_value WHERE document = :document AND field = :field")
                             : plx_connection_prepare (connection, "INSERT INTO field_value (document, field, value) VALUES (:document, :field, :value) "
                                                                   "ON CONFLICT (document, field) DO UPDATE SET value = :value WHERE value <> :value");
  plx_statement_bind_id (statement, ":document", document);
  plx_statement_bind_id (statement, ":field", field);
  if (*value != '\0')
    plx_statement_bind_text (statement, ":value", value);
  return plx_statement_run (statement, error);
}

/* What was read */

gboolean
plx_seen_mark (PlxConnection *connection,
               PlxId document,
               gboolean seen,
               GError **error)
{
  g_autoptr (PlxStatement) statement =
      seen ? plx_connection_prepare (connection, "INSERT OR IGNORE INTO seen (document, at) VALUES (:document, :now)")
           : plx_connection_prepare (connection, "DELETE FROM seen WHERE document = :document");

  plx_statement_bind_id (statement, ":document", document);
  if (seen)
    plx_statement_bind_int (statement, ":now", plx_time_now ());
  return plx_statement_run (statement, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-own-fields.h"

#include "model/plx-check.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>

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

static gboolean
write_field (PlxConnection *connection,
             const char *sql,
             const PlxOwnField *field,
             GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare_dynamic (connection, sql);

  plx_statement_bind_id (statement, ":id", field->id);
  plx_statement_bind_text (statement, ":name", field->name);
  plx_statement_bind_text (statement, ":kind", plx_field_kind_to_string (field->kind));
  return plx_statement_run (statement, error);
}

gboolean
plx_own_fields_add (PlxConnection *connection,
                    PlxOwnField *field,
                    GError **error)
{
  if (!check_field (connection, field, error))
    return FALSE;
  if (field->id == PLX_ID_NONE)
    field->id = plx_id_new ();
  return write_field (connection, "INSERT INTO field (id, position, name, kind) VALUES (:id, (SELECT coalesce (max (position), 0) + 1 FROM field), :name, :kind)",
                      field, error);
}

gboolean
plx_own_fields_set (PlxConnection *connection,
                    PlxOwnField *field,
                    GError **error)
{
  if (field->id == PLX_ID_NONE)
    return plx_own_fields_add (connection, field, error);
  return check_field (connection, field, error) && check_values (connection, field, error) &&
         write_field (connection, "UPDATE field SET name = :name, kind = :kind WHERE id = :id AND (name, kind) <> (:name, :kind)", field, error);
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

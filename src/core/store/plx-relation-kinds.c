/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Table relation_kind: the first half of plx-relations.h. */

#include "config.h"

#include "store/plx-relations.h"

#include "model/plx-check.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>

#define KIND_COLUMNS "id, name, directed, description, position"

/* Reads a row of KIND_COLUMNS. */
static PlxRelationKind *
read_kind (PlxStatement *statement)
{
  PlxRelationKind *kind = g_new (PlxRelationKind, 1);

  kind->id = plx_statement_get_int (statement, 0);
  kind->name = plx_statement_dup_text (statement, 1);
  kind->directed = plx_statement_get_int (statement, 2) != 0;
  kind->description = plx_statement_dup_text (statement, 3);
  kind->position = (int) plx_statement_get_int (statement, 4);
  return kind;
}

static gboolean
look_up_kind (PlxConnection *connection,
              const char *name,
              PlxId *id,
              GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id FROM relation_kind WHERE name = :name");

  plx_statement_bind_text (statement, ":name", name);
  return plx_rows_find (statement, id, error);
}

static gboolean
check_kind (PlxConnection *connection,
            const PlxRelationKind *kind,
            GError **error)
{
  PlxId other;

  if (plx_string_is_blank (kind->name))
    {
      g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                           _ ("The kind of relation has no name. Give it one."));
      return FALSE;
    }
  if (!look_up_kind (connection, kind->name, &other, error))
    return FALSE;
  if (other == PLX_ID_NONE || other == kind->id)
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               _ ("There is a kind of relation “%s” already. Choose another name."), kind->name);
  return FALSE;
}

static gboolean
find_end (PlxConnection *connection,
          PlxRelationKind *kind,
          GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT coalesce (max (position), -1) + 1 FROM relation_kind");

  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  kind->position = (int) plx_statement_get_int (statement, 0);
  return TRUE;
}

gboolean
plx_relation_kinds_add (PlxConnection *connection,
                        PlxRelationKind *kind,
                        GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;

  if (!check_kind (connection, kind, error))
    return FALSE;
  if (kind->position < 0 && !find_end (connection, kind, error))
    return FALSE;
  if (kind->id == PLX_ID_NONE)
    kind->id = plx_id_new ();

  statement = plx_connection_prepare (connection, "INSERT INTO relation_kind (id, position, name, directed, description) "
                                                  "VALUES (:id, :position, :name, :directed, :description)");
  plx_statement_bind_id (statement, ":id", kind->id);
  plx_statement_bind_int (statement, ":position", kind->position);
  plx_statement_bind_text (statement, ":name", kind->name);
  plx_statement_bind_int (statement, ":directed", kind->directed ? 1 : 0);
  plx_rows_bind_string (statement, ":description", kind->description);
  return plx_statement_run (statement, error);
}

/* Of a symmetric kind the same may be said once, whichever way round. */
static gboolean
check_no_twins (PlxConnection *connection,
                const PlxRelationKind *kind,
                GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT a.id FROM relation AS a JOIN relation AS b ON b.kind = a.kind AND b.annotator = a.annotator "
                                          "AND b.source = a.target AND b.target = a.source WHERE a.kind = :kind LIMIT 1");
  PlxId twin;

  plx_statement_bind_id (statement, ":kind", kind->id);
  if (!plx_rows_find (statement, &twin, error))
    return FALSE;
  if (twin == PLX_ID_NONE)
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               _ ("“%s” cannot become symmetric: two passages are related by it in both directions. Delete one of the two relations first."),
               kind->name);
  return FALSE;
}

gboolean
plx_relation_kinds_update (PlxConnection *connection,
                           const PlxRelationKind *kind,
                           GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;

  if (!check_kind (connection, kind, error) || (!kind->directed && !check_no_twins (connection, kind, error)))
    return FALSE;
  statement = plx_connection_prepare (connection, "UPDATE relation_kind SET name = :name, directed = :directed, description = :description "
                                                  "WHERE id = :id");
  plx_statement_bind_id (statement, ":id", kind->id);
  plx_statement_bind_text (statement, ":name", kind->name);
  plx_statement_bind_int (statement, ":directed", kind->directed ? 1 : 0);
  plx_rows_bind_string (statement, ":description", kind->description);
  return plx_rows_change_one (statement, _ ("The kind of relation is not in the codebook any more."), error);
}

gboolean
plx_relation_kinds_remove (PlxConnection *connection,
                           PlxId id,
                           GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "DELETE FROM relation_kind WHERE id = :id");

  plx_statement_bind_id (statement, ":id", id);
  return plx_rows_change_one (statement, _ ("The kind of relation is not in the codebook any more."), error);
}

gboolean
plx_relation_kinds_count (PlxConnection *connection,
                          PlxId id,
                          guint *n_relations,
                          GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT count (*) FROM relation WHERE kind = :id");

  plx_statement_bind_id (statement, ":id", id);
  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  *n_relations = (guint) plx_statement_get_int (statement, 0);
  return TRUE;
}

gboolean
plx_relation_kinds_describe (PlxConnection *connection,
                             PlxId id,
                             const char *description,
                             GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE relation_kind SET description = :description WHERE id = :id AND description <> :description");

  plx_statement_bind_id (statement, ":id", id);
  plx_statement_bind_text (statement, ":description", description);
  return plx_statement_run (statement, error);
}

GPtrArray *
plx_relation_kinds_list (PlxConnection *connection,
                         GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_relation_kind_free);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " KIND_COLUMNS " FROM relation_kind ORDER BY position, id");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    g_ptr_array_add (list, read_kind (statement));
  return step == PLX_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

gboolean
plx_relation_kinds_find (PlxConnection *connection,
                         const char *name,
                         PlxId *id,
                         GError **error)
{
  g_autoptr (GPtrArray) kinds = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  if (!look_up_kind (connection, name, id, error))
    return FALSE;
  if (*id != PLX_ID_NONE)
    return TRUE;
  kinds = plx_relation_kinds_list (connection, error);
  if (kinds == NULL)
    return FALSE;
  for (guint i = 0; i < kinds->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", ((PlxRelationKind *) g_ptr_array_index (kinds, i))->name);
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND,
               /* Translators: the word that was typed, the words that can be */
               _ ("There is no kind of relation “%s”. Use one of: %s."), name, all->str);
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-relations.h"

#include "base/plx-time.h"
#include "model/plx-check.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Kinds */

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
  if (other == PLX_ID_NONE)
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
               _ ("There is no kind of relation “%s”. Use one of: %s."), name, all->str);
  return FALSE;
}

/* Relations */

/* Whether its kind is there, and whether that is symmetric. */
static gboolean
load_symmetry (PlxConnection *connection,
               PlxId kind,
               gboolean *symmetric,
               GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT directed FROM relation_kind WHERE id = :id");

  plx_statement_bind_id (statement, ":id", kind);
  if (!plx_rows_check_exists (statement, _ ("The kind of the relation is not in the codebook any more."), error))
    return FALSE;
  *symmetric = plx_statement_get_int (statement, 0) == 0;
  return TRUE;
}

static gboolean
check_end (PlxConnection *connection,
           PlxId annotation,
           GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT 1 FROM annotation WHERE id = :id");
  g_autofree char *uuid = plx_id_to_uuid (annotation);
  g_autofree char *gone =
      g_strdup_printf (_ ("The annotation %s, which the relation should join, is not in the project any more."), uuid);

  plx_statement_bind_id (statement, ":id", annotation);
  return plx_rows_check_exists (statement, gone, error);
}

/* The same annotator may say a thing once; of a symmetric kind it is the same
 * thing in both directions. */
static gboolean
check_is_new (PlxConnection *connection,
              const PlxRelation *relation,
              gboolean symmetric,
              GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id FROM relation WHERE kind = :kind AND annotator = :annotator AND "
                                          "((source = :source AND target = :target) OR "
                                          "(:symmetric AND source = :target AND target = :source))");
  PlxId other;

  plx_statement_bind_id (statement, ":kind", relation->kind);
  plx_statement_bind_id (statement, ":annotator", relation->annotator);
  plx_statement_bind_id (statement, ":source", relation->source);
  plx_statement_bind_id (statement, ":target", relation->target);
  plx_statement_bind_int (statement, ":symmetric", symmetric ? 1 : 0);
  if (!plx_rows_find (statement, &other, error))
    return FALSE;
  if (other == PLX_ID_NONE)
    return TRUE;
  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                       _ ("You made this relation between the two annotations already. Change that one, or choose another kind."));
  return FALSE;
}

static gboolean
check_relation (PlxConnection *connection,
                const PlxRelation *relation,
                GError **error)
{
  gboolean symmetric;

  if (relation->source == relation->target)
    {
      g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                           _ ("A relation joins two annotations. Choose another one as its target."));
      return FALSE;
    }
  return load_symmetry (connection, relation->kind, &symmetric, error) &&
         check_end (connection, relation->source, error) && check_end (connection, relation->target, error) &&
         check_is_new (connection, relation, symmetric, error);
}

gboolean
plx_relations_add (PlxConnection *connection,
                   PlxRelation *relation,
                   GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;

  if (!check_relation (connection, relation, error))
    return FALSE;
  if (relation->id == PLX_ID_NONE)
    relation->id = plx_id_new ();
  if (relation->created == 0)
    relation->created = plx_time_now ();

  statement = plx_connection_prepare (connection, "INSERT INTO relation (id, kind, source, target, annotator, note, created, modified) "
                                                  "VALUES (:id, :kind, :source, :target, :annotator, :note, :created, nullif (:modified, 0))");
  plx_statement_bind_id (statement, ":id", relation->id);
  plx_statement_bind_id (statement, ":kind", relation->kind);
  plx_statement_bind_id (statement, ":source", relation->source);
  plx_statement_bind_id (statement, ":target", relation->target);
  plx_statement_bind_id (statement, ":annotator", relation->annotator);
  plx_rows_bind_string (statement, ":note", relation->note);
  plx_statement_bind_int (statement, ":created", relation->created);
  plx_statement_bind_int (statement, ":modified", relation->modified);
  return plx_statement_run (statement, error);
}

gboolean
plx_relations_remove (PlxConnection *connection,
                      PlxId id,
                      GError **error)
{
  g_autofree char *uuid = plx_id_to_uuid (id);
  g_autofree char *gone = g_strdup_printf (_ ("There is no relation %s in the project (any more)."), uuid);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "DELETE FROM relation WHERE id = :id");

  plx_statement_bind_id (statement, ":id", id);
  return plx_rows_change_one (statement, gone, error);
}

/* Moving to another annotation */

/* A relation between what becomes one annotation has nothing left to say. */
static gboolean
remove_between (PlxConnection *connection,
                PlxId a,
                PlxId b,
                GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "DELETE FROM relation WHERE (source = :a AND target = :b) OR (source = :b AND target = :a)");

  plx_statement_bind_id (statement, ":a", a);
  plx_statement_bind_id (statement, ":b", b);
  return plx_statement_run (statement, error);
}

/* What @to says already, by the same annotator; of a symmetric kind in either
 * direction.  The relation that stays takes the note of the one that goes. */
#define TWINS                                                                                                  \
  "FROM relation AS gone JOIN relation_kind ON relation_kind.id = gone.kind "                                  \
  "JOIN relation AS kept ON kept.kind = gone.kind AND kept.annotator = gone.annotator AND kept.id <> gone.id " \
  "WHERE (gone.source = :from AND kept.source = :to AND kept.target = gone.target) "                           \
  "OR (gone.target = :from AND kept.target = :to AND kept.source = gone.source) "                              \
  "OR (NOT directed AND gone.source = :from AND kept.target = :to AND kept.source = gone.target) "             \
  "OR (NOT directed AND gone.target = :from AND kept.source = :to AND kept.target = gone.source)"

static gboolean
run_moving (PlxStatement *statement,
            PlxId from,
            PlxId to,
            GError **error)
{
  plx_statement_bind_id (statement, ":from", from);
  plx_statement_bind_id (statement, ":to", to);
  return plx_statement_run (statement, error);
}

static gboolean
merge_twins (PlxConnection *connection,
             PlxId from,
             PlxId to,
             GError **error)
{
  g_autoptr (PlxStatement) notes =
      plx_connection_prepare (connection, "UPDATE relation SET note = relation.note || "
                                          "CASE WHEN relation.note = '' THEN '' ELSE char (10) END || twin.note "
                                          "FROM (SELECT kept.id AS id, gone.note AS note " TWINS ") AS twin "
                                          "WHERE relation.id = twin.id AND twin.note <> '' AND twin.note <> relation.note");
  g_autoptr (PlxStatement) gone =
      plx_connection_prepare (connection, "DELETE FROM relation WHERE id IN (SELECT gone.id " TWINS ")");

  return run_moving (notes, from, to, error) && run_moving (gone, from, to, error);
}

gboolean
plx_relations_move (PlxConnection *connection,
                    PlxId from,
                    PlxId to,
                    GError **error)
{
  g_autoptr (PlxStatement) sources =
      plx_connection_prepare (connection, "UPDATE relation SET source = :to WHERE source = :from");
  g_autoptr (PlxStatement) targets =
      plx_connection_prepare (connection, "UPDATE relation SET target = :to WHERE target = :from");

  return remove_between (connection, from, to, error) && merge_twins (connection, from, to, error) &&
         run_moving (sources, from, to, error) && run_moving (targets, from, to, error);
}

#define RELATION_COLUMNS \
  "relation.id, kind, source, target, relation.annotator, relation.note, relation.created, relation.modified"

/* Reads all rows of RELATION_COLUMNS. */
static GPtrArray *
read_relations (PlxStatement *statement,
                GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_relation_free);
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxRelation *relation = g_new (PlxRelation, 1);

      relation->id = plx_statement_get_int (statement, 0);
      relation->kind = plx_statement_get_int (statement, 1);
      relation->source = plx_statement_get_int (statement, 2);
      relation->target = plx_statement_get_int (statement, 3);
      relation->annotator = plx_statement_get_int (statement, 4);
      relation->note = plx_statement_dup_text (statement, 5);
      relation->created = plx_statement_get_int (statement, 6);
      relation->modified = plx_statement_get_int (statement, 7);
      g_ptr_array_add (list, relation);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
plx_relations_list (PlxConnection *connection,
                    GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " RELATION_COLUMNS " FROM relation ORDER BY id");

  return read_relations (statement, error);
}

/* From the annotations of the document, so that going through all documents
 * does not read all relations for each. */
static GPtrArray *
list_inside (PlxConnection *connection,
             PlxId document,
             GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " RELATION_COLUMNS " FROM annotation AS a "
                                          "CROSS JOIN relation ON source = a.id "
                                          "CROSS JOIN annotation AS b ON b.id = target "
                                          "WHERE a.document = :document AND b.document = :document ORDER BY relation.id");

  plx_statement_bind_id (statement, ":document", document);
  return read_relations (statement, error);
}

static GPtrArray *
list_across (PlxConnection *connection,
             GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " RELATION_COLUMNS " FROM relation "
                                          "CROSS JOIN annotation AS a ON a.id = source "
                                          "CROSS JOIN annotation AS b ON b.id = target "
                                          "WHERE a.document <> b.document ORDER BY relation.id");

  return read_relations (statement, error);
}

GPtrArray *
plx_relations_list_within (PlxConnection *connection,
                           PlxId document,
                           GError **error)
{
  return document != PLX_ID_NONE ? list_inside (connection, document, error) : list_across (connection, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-relations.h"

#include "base/plx-time.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>

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
      plx_connection_prepare (connection, "SELECT id FROM relation WHERE kind = :kind AND annotator = :annotator AND id IS NOT :id AND "
                                          "((source = :source AND target = :target) OR "
                                          "(:symmetric AND source = :target AND target = :source))");
  PlxId other;

  plx_statement_bind_id (statement, ":id", relation->id);
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

static char *
dup_gone (PlxId id)
{
  g_autofree char *uuid = plx_id_to_uuid (id);

  return g_strdup_printf (_ ("There is no relation %s in the project (any more)."), uuid);
}

gboolean
plx_relations_remove (PlxConnection *connection,
                      PlxId id,
                      GError **error)
{
  g_autofree char *gone = dup_gone (id);
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

PlxRelation *
plx_relations_get (PlxConnection *connection,
                   PlxId id,
                   GError **error)
{
  g_autofree char *gone = dup_gone (id);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " RELATION_COLUMNS " FROM relation WHERE id = :id");
  g_autoptr (GPtrArray) found = NULL;

  plx_statement_bind_id (statement, ":id", id);
  found = read_relations (statement, error);
  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return g_ptr_array_steal_index (found, 0);
  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND, gone);
  return NULL;
}

gboolean
plx_relations_update (PlxConnection *connection,
                      PlxRelation *relation,
                      GError **error)
{
  g_autofree char *gone = dup_gone (relation->id);
  g_autoptr (PlxRelation) stored = plx_relations_get (connection, relation->id, error);
  g_autoptr (PlxStatement) statement = NULL;

  if (stored == NULL)
    return FALSE;
  relation->annotator = stored->annotator;
  if (!check_relation (connection, relation, error))
    return FALSE;
  relation->modified = plx_time_now ();
  statement = plx_connection_prepare (connection, "UPDATE relation SET kind = :kind, source = :source, target = :target, note = :note, modified = :modified "
                                                  "WHERE id = :id");
  plx_statement_bind_id (statement, ":id", relation->id);
  plx_statement_bind_id (statement, ":kind", relation->kind);
  plx_statement_bind_id (statement, ":source", relation->source);
  plx_statement_bind_id (statement, ":target", relation->target);
  plx_rows_bind_string (statement, ":note", relation->note);
  plx_statement_bind_int (statement, ":modified", relation->modified);
  return plx_rows_change_one (statement, gone, error);
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
GPtrArray *
plx_relations_list_inside (PlxConnection *connection,
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

GPtrArray *
plx_relations_list_across (PlxConnection *connection,
                           GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " RELATION_COLUMNS " FROM relation "
                                          "CROSS JOIN annotation AS a ON a.id = source "
                                          "CROSS JOIN annotation AS b ON b.id = target "
                                          "WHERE a.document <> b.document ORDER BY relation.id");

  return read_relations (statement, error);
}

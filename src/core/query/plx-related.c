/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-related.h"

void
plx_related_free (PlxRelated *self)
{
  g_clear_pointer (&self->relation, plx_relation_free);
  g_free (self->kind);
  g_free (self->title);
  g_free (self->outlet);
  g_free (self->quote);
  g_free (self);
}

#define COLUMNS                                                                                                 \
  "relation.id, kind, source, target, relation.annotator, relation.note, relation.created, relation.modified, " \
  "relation_kind.name, directed, other.id, document.id, title, outlet, "                                        \
  "(SELECT min (start) FROM span WHERE annotation = other.id), "                                                \
  "(SELECT group_concat (quote, ' … ') FROM (SELECT quote FROM span WHERE annotation = other.id ORDER BY start)) "

static PlxRelation *
read_relation (PlxStatement *statement)
{
  PlxRelation *relation = g_new0 (PlxRelation, 1);

  relation->id = plx_statement_get_int (statement, 0);
  relation->kind = plx_statement_get_int (statement, 1);
  relation->source = plx_statement_get_int (statement, 2);
  relation->target = plx_statement_get_int (statement, 3);
  relation->annotator = plx_statement_get_int (statement, 4);
  relation->note = plx_statement_dup_text (statement, 5);
  relation->created = plx_statement_get_int (statement, 6);
  relation->modified = plx_statement_get_int (statement, 7);
  return relation;
}

static PlxRelated *
read_related (PlxStatement *statement,
              PlxId annotation)
{
  PlxRelated *related = g_new0 (PlxRelated, 1);

  related->relation = read_relation (statement);
  related->kind = plx_statement_dup_text (statement, 8);
  if (plx_statement_get_int (statement, 9) == 0)
    related->way = PLX_RELATED_BOTH;
  else
    related->way = related->relation->source == annotation ? PLX_RELATED_FROM : PLX_RELATED_TO;
  related->other = plx_statement_get_int (statement, 10);
  related->document = plx_statement_get_int (statement, 11);
  related->title = plx_statement_dup_text (statement, 12);
  related->outlet = plx_statement_dup_text (statement, 13);
  related->start = (int) plx_statement_get_int (statement, 14);
  related->quote = plx_statement_dup_text (statement, 15);
  return related;
}

GPtrArray *
plx_related_list (PlxConnection *connection,
                  PlxId annotation,
                  GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_related_free);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " COLUMNS "FROM relation JOIN relation_kind ON relation_kind.id = kind "
                                          "JOIN annotation AS other ON other.id = iif (source = :annotation, target, source) "
                                          "JOIN document ON document.id = other.document "
                                          "WHERE source = :annotation OR target = :annotation ORDER BY relation.id");
  PlxStep step;

  plx_statement_bind_id (statement, ":annotation", annotation);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    g_ptr_array_add (list, read_related (statement, annotation));
  return step == PLX_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verb/plx-relation-verbs.h"

#include "store/plx-relations.h"

/* Relations */

static gboolean
relate (PlxConnection *connection,
        PlxId annotator,
        gpointer data,
        GError **error)
{
  PlxRelation *relation = data;

  relation->annotator = annotator;
  return plx_relations_add (connection, relation, error);
}

PlxVerb *
plx_verb_relate (const PlxRelation *relation,
                 const char *detail)
{
  return plx_verb_new ("relate", detail, relate, plx_relation_copy (relation), (GDestroyNotify) plx_relation_free);
}

static gboolean
update_relation (PlxConnection *connection,
                 PlxId annotator,
                 gpointer data,
                 GError **error)
{
  return plx_relations_update (connection, data, error);
}

PlxVerb *
plx_verb_update_relation (const PlxRelation *relation,
                          const char *detail)
{
  return plx_verb_new ("relation", detail, update_relation, plx_relation_copy (relation), (GDestroyNotify) plx_relation_free);
}

static gboolean
unrelate (PlxConnection *connection,
          PlxId annotator,
          gpointer data,
          GError **error)
{
  return plx_relations_remove (connection, *(const PlxId *) data, error);
}

PlxVerb *
plx_verb_unrelate (PlxId relation,
                   const char *detail)
{
  return plx_verb_new ("unrelate", detail, unrelate, g_memdup2 (&relation, sizeof relation), g_free);
}

/* Kinds */

static gboolean
add_kind (PlxConnection *connection,
          PlxId annotator,
          gpointer data,
          GError **error)
{
  return plx_relation_kinds_add (connection, data, error);
}

PlxVerb *
plx_verb_add_relation_kind (const PlxRelationKind *kind)
{
  return plx_verb_new ("kind-add", kind->name, add_kind, plx_relation_kind_copy (kind), (GDestroyNotify) plx_relation_kind_free);
}

static gboolean
update_kind (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  return plx_relation_kinds_update (connection, data, error);
}

PlxVerb *
plx_verb_update_relation_kind (const PlxRelationKind *kind)
{
  return plx_verb_new ("kind-update", kind->name, update_kind, plx_relation_kind_copy (kind), (GDestroyNotify) plx_relation_kind_free);
}

static gboolean
remove_kind (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  const PlxRelationKind *kind = data;

  return plx_relation_kinds_remove (connection, kind->id, error);
}

PlxVerb *
plx_verb_remove_relation_kind (const PlxRelationKind *kind)
{
  return plx_verb_new ("kind-delete", kind->name, remove_kind, plx_relation_kind_copy (kind), (GDestroyNotify) plx_relation_kind_free);
}

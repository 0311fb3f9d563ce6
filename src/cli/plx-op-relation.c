/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Relations and their kinds: added, changed and deleted. */

#include "config.h"

#include "plx-ops-private.h"

#include "store/plx-relations.h"
#include "verb/plx-relation-verbs.h"

/* Relations */

static gboolean
find_kind (PlxOps *self,
           JsonObject *object,
           PlxId *kind,
           GError **error)
{
  return plx_relation_kinds_find (self->connection, plx_fields_get_string (object, "kind", ""), kind, error);
}

static gboolean
find_end (PlxOps *self,
          JsonObject *object,
          const char *key,
          PlxId *annotation,
          GError **error)
{
  return plx_finder_find_annotation (self->finder, plx_fields_get_string (object, key, ""), annotation, error);
}

const PlxField plx_op_relate_fields[] = {
  { "kind", PLX_FIELD_STRING, TRUE },
  { "from", PLX_FIELD_STRING, TRUE },
  { "to", PLX_FIELD_STRING, TRUE },
  { "note", PLX_FIELD_STRING, FALSE },
  { NULL }
};

gboolean
plx_op_relate (PlxOps *self,
               JsonObject *object,
               PlxId *id,
               GError **error)
{
  g_autoptr (PlxRelation) relation = plx_relation_new ();
  g_autoptr (PlxVerb) verb = NULL;

  if (!find_kind (self, object, &relation->kind, error) ||
      !find_end (self, object, "from", &relation->source, error) ||
      !find_end (self, object, "to", &relation->target, error))
    return FALSE;
  plx_fields_set_string (object, "note", &relation->note);
  *id = relation->id = plx_id_new ();
  verb = plx_verb_relate (relation, plx_fields_get_string (object, "kind", ""));
  return plx_ops_do (self, object, verb, error);
}

static PlxRelation *
get_relation (PlxOps *self,
              JsonObject *object,
              GError **error)
{
  const char *uuid = plx_fields_get_string (object, "relation", "");
  PlxId id;

  if (!plx_finder_find_relation (self->finder, uuid, &id, error))
    return NULL;
  return plx_relations_get (self->connection, id, error);
}

const PlxField plx_op_relation_fields[] = {
  { "relation", PLX_FIELD_STRING, TRUE },
  { "kind", PLX_FIELD_STRING, FALSE },
  { "from", PLX_FIELD_STRING, FALSE },
  { "to", PLX_FIELD_STRING, FALSE },
  { "note", PLX_FIELD_STRING, FALSE },
  { NULL }
};

gboolean
plx_op_relation (PlxOps *self,
                 JsonObject *object,
                 PlxId *id,
                 GError **error)
{
  g_autoptr (PlxRelation) relation = get_relation (self, object, error);
  g_autoptr (PlxVerb) verb = NULL;

  if (relation == NULL ||
      (plx_fields_has (object, "kind") && !find_kind (self, object, &relation->kind, error)) ||
      (plx_fields_has (object, "from") && !find_end (self, object, "from", &relation->source, error)) ||
      (plx_fields_has (object, "to") && !find_end (self, object, "to", &relation->target, error)))
    return FALSE;
  plx_fields_set_string (object, "note", &relation->note);
  verb = plx_verb_update_relation (relation, plx_fields_get_string (object, "kind", ""));
  return plx_ops_do (self, object, verb, error);
}

const PlxField plx_op_unrelate_fields[] = {
  { "relation", PLX_FIELD_STRING, TRUE },
  { NULL }
};

gboolean
plx_op_unrelate (PlxOps *self,
                 JsonObject *object,
                 PlxId *id,
                 GError **error)
{
  g_autoptr (PlxRelation) relation = get_relation (self, object, error);
  g_autoptr (PlxVerb) verb = NULL;

  if (relation == NULL)
    return FALSE;
  verb = plx_verb_unrelate (relation->id, NULL);
  return plx_ops_do (self, object, verb, error);
}

/* Kinds */

static PlxRelationKind *
get_kind (PlxOps *self,
          JsonObject *object,
          GError **error)
{
  g_autoptr (GPtrArray) kinds = NULL;
  PlxId id;

  if (!find_kind (self, object, &id, error) || (kinds = plx_relation_kinds_list (self->connection, error)) == NULL)
    return NULL;
  for (guint i = 0; i < kinds->len; i++)
    {
      const PlxRelationKind *kind = g_ptr_array_index (kinds, i);

      if (kind->id == id)
        return plx_relation_kind_copy (kind);
    }
  g_return_val_if_reached (NULL);
}

static void
describe (JsonObject *object,
          PlxRelationKind *kind)
{
  plx_fields_set_string (object, "name", &kind->name);
  plx_fields_set_string (object, "description", &kind->description);
  if (plx_fields_has (object, "directed"))
    kind->directed = json_object_get_boolean_member (object, "directed");
}

const PlxField plx_op_kind_add_fields[] = {
  { "name", PLX_FIELD_STRING, TRUE },
  { "directed", PLX_FIELD_BOOLEAN, FALSE },
  { "description", PLX_FIELD_STRING, FALSE },
  { NULL }
};

gboolean
plx_op_kind_add (PlxOps *self,
                 JsonObject *object,
                 PlxId *id,
                 GError **error)
{
  g_autoptr (PlxRelationKind) kind = plx_relation_kind_new ();
  g_autoptr (PlxVerb) verb = NULL;

  describe (object, kind);
  *id = kind->id = plx_id_new ();
  verb = plx_verb_add_relation_kind (kind);
  return plx_ops_do (self, object, verb, error);
}

const PlxField plx_op_kind_update_fields[] = {
  { "kind", PLX_FIELD_STRING, TRUE },
  { "name", PLX_FIELD_STRING, FALSE },
  { "directed", PLX_FIELD_BOOLEAN, FALSE },
  { "description", PLX_FIELD_STRING, FALSE },
  { NULL }
};

gboolean
plx_op_kind_update (PlxOps *self,
                    JsonObject *object,
                    PlxId *id,
                    GError **error)
{
  g_autoptr (PlxRelationKind) kind = get_kind (self, object, error);
  g_autoptr (PlxVerb) verb = NULL;

  if (kind == NULL)
    return FALSE;
  describe (object, kind);
  verb = plx_verb_update_relation_kind (kind);
  return plx_ops_do (self, object, verb, error);
}

const PlxField plx_op_kind_delete_fields[] = {
  { "kind", PLX_FIELD_STRING, TRUE },
  { NULL }
};

gboolean
plx_op_kind_delete (PlxOps *self,
                    JsonObject *object,
                    PlxId *id,
                    GError **error)
{
  g_autoptr (PlxRelationKind) kind = get_kind (self, object, error);
  g_autoptr (PlxVerb) verb = NULL;

  if (kind == NULL)
    return FALSE;
  verb = plx_verb_remove_relation_kind (kind);
  return plx_ops_do (self, object, verb, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entities: added, changed, removed, merged and split, and the mentions of them
 * linked and unlinked. */

#include "config.h"

#include "plx-ops-private.h"

#include "store/plx-entities.h"
#include "verb/plx-entity-verbs.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

static gboolean
refuse (const char *message,
        GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, message);
  return FALSE;
}

/* Returns: (nullable): what “kind” says */
static const char *
get_kind (JsonObject *object)
{
  return plx_fields_get_string (object, "kind", NULL);
}

static gboolean
find_entity (PlxOps *self,
             JsonObject *object,
             const char *key,
             PlxId *id,
             GError **error)
{
  return plx_finder_find_entity (self->finder, get_kind (object), plx_fields_get_string (object, key, ""), id, error);
}

/* Returns: (transfer full) (nullable) (element-type PlxId): the annotations that
 *   `annotations` or `annotation` names, one at least */
static GArray *
find_annotations (PlxOps *self,
                  JsonObject *object,
                  GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_auto (GStrv) uuids = plx_fields_dup_strings (object, "annotations");
  const char *one = plx_fields_get_string (object, "annotation", NULL);
  PlxId id;

  for (char **uuid = uuids; *uuid != NULL; uuid++)
    {
      if (!plx_finder_find_annotation (self->finder, *uuid, &id, error))
        return NULL;
      g_array_append_val (ids, id);
    }
  if (one != NULL)
    {
      if (!plx_finder_find_annotation (self->finder, one, &id, error))
        return NULL;
      g_array_append_val (ids, id);
    }
  if (ids->len > 0)
    return g_steal_pointer (&ids);
  refuse (_ ("No annotation is named. Give “annotations”: an array of their UUIDs."), error);
  return NULL;
}

/* Adding and changing */

const PlxField plx_op_entity_fields[] = {
  { "entity", PLX_FIELD_STRING, FALSE },
  { "name", PLX_FIELD_STRING, FALSE },
  { "kind", PLX_FIELD_STRING, FALSE },
  { "sort", PLX_FIELD_STRING, FALSE },
  { "aliases", PLX_FIELD_STRINGS, FALSE },
  { "uri", PLX_FIELD_STRING, FALSE },
  { "latitude", PLX_FIELD_NUMBER, FALSE },
  { "longitude", PLX_FIELD_NUMBER, FALSE },
  { "note", PLX_FIELD_STRING, FALSE },
  { NULL }
};

typedef struct
{
  JsonObject *object; /* (owned) */
  PlxId id;           /* the row: PLX_ID_NONE to go by the name until it is done */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  json_object_unref (work->object);
  g_free (work);
}

static void
describe_entity (JsonObject *object,
                 PlxEntity *entity)
{
  plx_fields_set_string (object, "name", &entity->name);
  plx_fields_set_string (object, "sort", &entity->sort);
  plx_fields_set_string (object, "uri", &entity->uri);
  plx_fields_set_string (object, "note", &entity->note);
  if (plx_fields_has (object, "aliases"))
    {
      g_strfreev (entity->aliases);
      entity->aliases = plx_fields_dup_strings (object, "aliases");
    }
  if (plx_fields_has (object, "latitude"))
    {
      entity->has_coordinates = TRUE;
      entity->latitude = json_object_get_double_member (object, "latitude");
      entity->longitude = json_object_get_double_member (object, "longitude");
    }
}

static gboolean
ensure_named (Work *work,
              PlxConnection *connection,
              GError **error)
{
  PlxKind kind;

  if (!plx_kind_from_string (plx_fields_get_string (work->object, "kind", ""), &kind) ||
      (kind != PLX_KIND_ACTOR && kind != PLX_KIND_PLACE))
    return refuse (_ ("“kind” of an entity is “actor” or “place”."), error);
  return plx_entities_ensure (connection, kind, plx_fields_get_string (work->object, "name", ""), &work->id, error);
}

/* By its alias it is found, and keeps its name; only who names it by “entity”
 * gives it another one. */
static gboolean
store_entity (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  Work *work = data;
  gboolean by_name = work->id == PLX_ID_NONE;
  g_autoptr (PlxEntity) entity = NULL;
  g_autofree char *name = NULL;

  if ((by_name && !ensure_named (work, connection, error)) ||
      (entity = plx_entities_get (connection, work->id, error)) == NULL)
    return FALSE;
  name = g_strdup (entity->name);
  describe_entity (work->object, entity);
  if (by_name)
    {
      g_free (entity->name);
      entity->name = g_steal_pointer (&name);
    }
  return plx_entities_update (connection, entity, error);
}

gboolean
plx_op_entity (PlxOps *self,
               JsonObject *object,
               PlxId *id,
               GError **error)
{
  g_autoptr (PlxVerb) verb = NULL;
  PlxId found = PLX_ID_NONE;
  Work *work;

  if (plx_fields_has (object, "latitude") != plx_fields_has (object, "longitude"))
    return refuse (_ ("“latitude” and “longitude” belong together."), error);
  if (!plx_fields_has (object, "entity") && !plx_fields_has (object, "name"))
    return refuse (_ ("“entity” needs “name”."), error);
  if (plx_fields_has (object, "entity") && !find_entity (self, object, "entity", &found, error))
    return FALSE;
  work = g_new0 (Work, 1);
  work->object = json_object_ref (object);
  work->id = found;
  verb = plx_verb_new ("entity", plx_fields_get_string (object, "name", plx_fields_get_string (object, "entity", "")),
                       store_entity, work, work_free);
  if (!plx_ops_do (self, object, verb, error))
    return FALSE;
  *id = work->id;
  return TRUE;
}

const PlxField plx_op_remove_entity_fields[] = {
  { "entity", PLX_FIELD_STRING, TRUE },
  { "kind", PLX_FIELD_STRING, FALSE },
  { NULL }
};

gboolean
plx_op_remove_entity (PlxOps *self,
                      JsonObject *object,
                      PlxId *id,
                      GError **error)
{
  g_autoptr (PlxEntity) entity = NULL;
  g_autoptr (PlxVerb) verb = NULL;
  PlxId found;

  if (!find_entity (self, object, "entity", &found, error) ||
      (entity = plx_entities_get (self->connection, found, error)) == NULL)
    return FALSE;
  verb = plx_verb_remove_entity (found, entity->name);
  return plx_ops_do (self, object, verb, error);
}

/* Mentions */

const PlxField plx_op_link_fields[] = {
  { "annotation", PLX_FIELD_STRING, FALSE },
  { "annotations", PLX_FIELD_STRINGS, FALSE },
  { "entity", PLX_FIELD_STRING, TRUE },
  { "learn", PLX_FIELD_BOOLEAN, FALSE },
  { NULL }
};

/* A name that nobody has makes an entity, of the kind of the tag. */
gboolean
plx_op_link (PlxOps *self,
             JsonObject *object,
             PlxId *id,
             GError **error)
{
  PlxMention mention = { PLX_ID_NONE, plx_fields_get_string (object, "entity", ""), plx_fields_get_boolean (object, "learn", TRUE) };
  g_autoptr (GArray) annotations = find_annotations (self, object, error);
  g_autoptr (PlxEntity) entity = NULL;
  g_autoptr (PlxVerb) verb = NULL;

  if (annotations == NULL)
    return FALSE;
  if (plx_id_from_uuid (mention.name, &mention.entity))
    {
      entity = plx_entities_get (self->connection, mention.entity, error);
      if (entity == NULL)
        return FALSE;
      mention.name = entity->name;
    }
  verb = plx_verb_link ((const PlxId *) (gpointer) annotations->data, annotations->len, &mention);
  return plx_ops_do (self, object, verb, error);
}

const PlxField plx_op_unlink_fields[] = {
  { "annotation", PLX_FIELD_STRING, FALSE },
  { "annotations", PLX_FIELD_STRINGS, FALSE },
  { NULL }
};

gboolean
plx_op_unlink (PlxOps *self,
               JsonObject *object,
               PlxId *id,
               GError **error)
{
  g_autoptr (GArray) annotations = find_annotations (self, object, error);
  g_autoptr (PlxVerb) verb = NULL;

  if (annotations == NULL)
    return FALSE;
  verb = plx_verb_unlink ((const PlxId *) (gpointer) annotations->data, annotations->len, NULL);
  return plx_ops_do (self, object, verb, error);
}

/* Merging and splitting */

const PlxField plx_op_merge_fields[] = {
  { "from", PLX_FIELD_STRING, TRUE },
  { "into", PLX_FIELD_STRING, TRUE },
  { "kind", PLX_FIELD_STRING, FALSE },
  { NULL }
};

gboolean
plx_op_merge (PlxOps *self,
              JsonObject *object,
              PlxId *id,
              GError **error)
{
  g_autoptr (PlxEntity) entity = NULL;
  g_autoptr (PlxVerb) verb = NULL;
  PlxId from, into;

  if (!find_entity (self, object, "from", &from, error) || !find_entity (self, object, "into", &into, error) ||
      (entity = plx_entities_get (self->connection, from, error)) == NULL)
    return FALSE;
  verb = plx_verb_merge_entities (from, into, entity->name);
  return plx_ops_do (self, object, verb, error);
}

const PlxField plx_op_split_entity_fields[] = {
  { "annotation", PLX_FIELD_STRING, FALSE },
  { "annotations", PLX_FIELD_STRINGS, FALSE },
  { "name", PLX_FIELD_STRING, TRUE },
  { "learn", PLX_FIELD_BOOLEAN, FALSE },
  { NULL }
};

gboolean
plx_op_split_entity (PlxOps *self,
                     JsonObject *object,
                     PlxId *id,
                     GError **error)
{
  g_autoptr (GArray) annotations = find_annotations (self, object, error);
  PlxId entity = plx_id_new ();
  g_autoptr (PlxVerb) verb = NULL;

  if (annotations == NULL)
    return FALSE;
  verb = plx_verb_split_entity ((const PlxId *) (gpointer) annotations->data, annotations->len, entity,
                                plx_fields_get_string (object, "name", ""), plx_fields_get_boolean (object, "learn", TRUE));
  if (!plx_ops_do (self, object, verb, error))
    return FALSE;
  *id = entity;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions and entities: added, or changed if they are there. */

#include "config.h"

#include "plx-ops-private.h"

#include "store/plx-entities.h"
#include "store/plx-questions.h"

#include <glib/gi18n.h>

/* What the edit works on. */
typedef struct
{
  JsonObject *object; /* (owned) */
  PlxId id;           /* the row, when it is done */
} Work;

static Work *
work_new (JsonObject *object)
{
  Work *work = g_new0 (Work, 1);

  work->object = json_object_ref (object);
  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  json_object_unref (work->object);
  g_free (work);
}

/* Questions */

const PlxField plx_op_question_fields[] = {
  { "text", PLX_FIELD_STRING, TRUE },
  { "unit", PLX_FIELD_STRING, FALSE },
  { "answer", PLX_FIELD_STRING, FALSE },
  { "note", PLX_FIELD_STRING, FALSE },
  { NULL }
};

static gboolean
store_question (PlxConnection *connection,
                PlxId annotator,
                gpointer data,
                GError **error)
{
  Work *work = data;
  g_autoptr (PlxQuestion) question = NULL;

  if (!plx_questions_ensure (connection, plx_fields_get_string (work->object, "text", ""), &work->id, error) ||
      (question = plx_questions_get (connection, work->id, error)) == NULL)
    return FALSE;
  plx_fields_set_string (work->object, "unit", &question->unit);
  plx_fields_set_string (work->object, "answer", &question->answer);
  plx_fields_set_string (work->object, "note", &question->note);
  return plx_questions_update (connection, question, error);
}

gboolean
plx_op_question (PlxOps *self,
                 JsonObject *object,
                 PlxId *id,
                 GError **error)
{
  Work *work = work_new (object);
  g_autoptr (PlxVerb) verb = plx_verb_new ("question", plx_fields_get_string (object, "text", ""), store_question, work, work_free);

  if (!plx_ops_do (self, object, verb, error))
    return FALSE;
  *id = work->id;
  return TRUE;
}

/* Entities */

const PlxField plx_op_entity_fields[] = {
  { "name", PLX_FIELD_STRING, TRUE },
  { "kind", PLX_FIELD_STRING, TRUE },
  { "sort", PLX_FIELD_STRING, FALSE },
  { "aliases", PLX_FIELD_STRINGS, FALSE },
  { "uri", PLX_FIELD_STRING, FALSE },
  { "latitude", PLX_FIELD_NUMBER, FALSE },
  { "longitude", PLX_FIELD_NUMBER, FALSE },
  { "note", PLX_FIELD_STRING, FALSE },
  { NULL }
};

static void
describe_entity (JsonObject *object,
                 PlxEntity *entity)
{
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
store_entity (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  Work *work = data;
  g_autoptr (PlxEntity) entity = NULL;
  PlxKind kind;

  if (!plx_kind_from_string (plx_fields_get_string (work->object, "kind", ""), &kind) ||
      (kind != PLX_KIND_ACTOR && kind != PLX_KIND_PLACE))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“kind” of an entity is “actor” or “place”."));
      return FALSE;
    }
  if (!plx_entities_ensure (connection, kind, plx_fields_get_string (work->object, "name", ""), &work->id, error) ||
      (entity = plx_entities_get (connection, work->id, error)) == NULL)
    return FALSE;
  describe_entity (work->object, entity);
  return plx_entities_update (connection, entity, error);
}

gboolean
plx_op_entity (PlxOps *self,
               JsonObject *object,
               PlxId *id,
               GError **error)
{
  Work *work;
  g_autoptr (PlxVerb) verb = NULL;

  if (plx_fields_has (object, "latitude") != plx_fields_has (object, "longitude"))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“latitude” and “longitude” belong together."));
      return FALSE;
    }
  work = work_new (object);
  verb = plx_verb_new ("entity", plx_fields_get_string (object, "name", ""), store_entity, work, work_free);
  if (!plx_ops_do (self, object, verb, error))
    return FALSE;
  *id = work->id;
  return TRUE;
}

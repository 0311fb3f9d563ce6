/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions: added, changed, merged and deleted. */

#include "config.h"

#include "plx-ops-private.h"

#include "store/plx-questions.h"
#include "verb/plx-claim-verbs.h"

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

/* Changing questions that are there */

/* By UUID or text. */
static PlxQuestion *
find_question (PlxOps *self,
               JsonObject *object,
               const char *key,
               GError **error)
{
  const char *name = plx_fields_get_string (object, key, "");
  g_autoptr (GPtrArray) questions = NULL;
  PlxId id;

  if (plx_id_from_uuid (name, &id))
    return plx_questions_get (self->connection, id, error);
  questions = plx_questions_list (self->connection, error);
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    if (g_str_equal (((const PlxQuestion *) g_ptr_array_index (questions, i))->text, name))
      return plx_question_copy (g_ptr_array_index (questions, i));
  if (questions != NULL)
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND,
                 _ ("There is no question “%s”. Give its UUID or its text; “list questions” shows them."), name);
  return NULL;
}

const PlxField plx_op_question_update_fields[] = {
  { "question", PLX_FIELD_STRING, TRUE },
  { "text", PLX_FIELD_STRING, FALSE },
  { "unit", PLX_FIELD_STRING, FALSE },
  { "answer", PLX_FIELD_STRING, FALSE },
  { "note", PLX_FIELD_STRING, FALSE },
  { NULL }
};

gboolean
plx_op_question_update (PlxOps *self,
                        JsonObject *object,
                        PlxId *id,
                        GError **error)
{
  g_autoptr (PlxQuestion) question = find_question (self, object, "question", error);
  g_autoptr (PlxVerb) verb = NULL;

  if (question == NULL)
    return FALSE;
  plx_fields_set_string (object, "text", &question->text);
  plx_fields_set_string (object, "unit", &question->unit);
  plx_fields_set_string (object, "answer", &question->answer);
  plx_fields_set_string (object, "note", &question->note);
  verb = plx_verb_update_question (question);
  return plx_ops_do (self, object, verb, error);
}

const PlxField plx_op_question_merge_fields[] = {
  { "question", PLX_FIELD_STRING, TRUE },
  { "into", PLX_FIELD_STRING, TRUE },
  { NULL }
};

gboolean
plx_op_question_merge (PlxOps *self,
                       JsonObject *object,
                       PlxId *id,
                       GError **error)
{
  g_autoptr (PlxQuestion) from = find_question (self, object, "question", error);
  g_autoptr (PlxQuestion) into = from != NULL ? find_question (self, object, "into", error) : NULL;
  g_autoptr (PlxVerb) verb = NULL;

  if (into == NULL)
    return FALSE;
  verb = plx_verb_merge_questions (from, into->id);
  return plx_ops_do (self, object, verb, error);
}

const PlxField plx_op_question_delete_fields[] = {
  { "question", PLX_FIELD_STRING, TRUE },
  { NULL }
};

gboolean
plx_op_question_delete (PlxOps *self,
                        JsonObject *object,
                        PlxId *id,
                        GError **error)
{
  g_autoptr (PlxQuestion) question = find_question (self, object, "question", error);
  g_autoptr (PlxVerb) verb = NULL;

  if (question == NULL)
    return FALSE;
  verb = plx_verb_remove_question (question);
  return plx_ops_do (self, object, verb, error);
}

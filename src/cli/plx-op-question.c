/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions: added, or changed if they are there. */

#include "config.h"

#include "plx-ops-private.h"

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

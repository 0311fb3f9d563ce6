/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-ops-private.h"

#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-entities.h"
#include "store/plx-history.h"
#include "store/plx-questions.h"
#include "store/plx-tags.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-document-verbs.h"

#include <glib/gi18n.h>
#include <string.h>

void
plx_ops_init (PlxOps *self,
              PlxConnection *connection,
              const char *annotator)
{
  self->connection = connection;
  self->annotator = annotator;
  self->finder = plx_finder_new (connection);
}

void
plx_ops_clear (PlxOps *self)
{
  g_clear_pointer (&self->finder, plx_finder_free);
}

/* Shared by the ops */

gboolean
plx_ops_do (PlxOps *self,
            JsonObject *object,
            PlxVerb *verb,
            GError **error)
{
  g_autofree char *annotator = g_strdup (plx_fields_get_string (object, "annotator", self->annotator));

  if (*g_strstrip (annotator) == '\0')
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“annotator” is empty. Give a name, or leave it out."));
      return FALSE;
    }
  return plx_verb_run (verb, self->connection, annotator, NULL, error);
}

gboolean
plx_ops_find_document (PlxOps *self,
                       JsonObject *object,
                       const char *key,
                       PlxId *id,
                       GError **error)
{
  return plx_finder_find_document (self->finder, plx_fields_get_string (object, key, ""), id, error);
}

static gboolean
find_annotation (PlxOps *self,
                 JsonObject *object,
                 const char *key,
                 PlxId *id,
                 GError **error)
{
  return plx_finder_find_annotation (self->finder, plx_fields_get_string (object, key, ""), id, error);
}

gboolean
plx_ops_ensure_entity (PlxConnection *connection,
                       PlxKind kind,
                       const char *name,
                       PlxId *id,
                       GError **error)
{
  g_autoptr (PlxEntity) entity = NULL;

  *id = PLX_ID_NONE;
  if (*name == '\0')
    return TRUE;
  if (!plx_id_from_uuid (name, id))
    return plx_entities_ensure (connection, kind, name, id, error);
  entity = plx_entities_get (connection, *id, error);
  return entity != NULL;
}

gboolean
plx_ops_ensure_question (PlxConnection *connection,
                         const char *text,
                         PlxId *id,
                         GError **error)
{
  g_autoptr (PlxQuestion) question = NULL;

  *id = PLX_ID_NONE;
  if (*text == '\0')
    return TRUE;
  if (!plx_id_from_uuid (text, id))
    return plx_questions_ensure (connection, text, id, error);
  question = plx_questions_get (connection, *id, error);
  return question != NULL;
}

/* Annotations */

static const PlxField untag_fields[] = {
  { "annotation", PLX_FIELD_STRING, TRUE },
  { NULL }
};

static gboolean
untag (PlxOps *self,
       JsonObject *object,
       PlxId *id,
       GError **error)
{
  g_autoptr (PlxAnnotation) annotation = NULL;
  g_autoptr (PlxVerb) verb = NULL;
  g_autofree char *quote = NULL;
  PlxId found;

  if (!find_annotation (self, object, "annotation", &found, error) ||
      (annotation = plx_annotations_get (self->connection, found, error)) == NULL)
    return FALSE;
  quote = plx_annotation_dup_quote (annotation);
  verb = plx_verb_untag (&found, 1, quote);
  return plx_ops_do (self, object, verb, error);
}

static const PlxField retag_fields[] = {
  { "annotation", PLX_FIELD_STRING, TRUE },
  { "tag", PLX_FIELD_STRING, TRUE },
  { NULL }
};

static gboolean
retag (PlxOps *self,
       JsonObject *object,
       PlxId *id,
       GError **error)
{
  g_autoptr (PlxVerb) verb = NULL;
  const char *path = plx_fields_get_string (object, "tag", "");
  PlxId found, tag;

  if (!find_annotation (self, object, "annotation", &found, error) ||
      !plx_tags_find (self->connection, path, &tag, error))
    return FALSE;
  verb = plx_verb_retag (&found, 1, tag, path);
  return plx_ops_do (self, object, verb, error);
}

static const PlxField note_fields[] = {
  { "annotation", PLX_FIELD_STRING, TRUE },
  { "note", PLX_FIELD_STRING, TRUE },
  { NULL }
};

static gboolean
note (PlxOps *self,
      JsonObject *object,
      PlxId *id,
      GError **error)
{
  g_autoptr (PlxVerb) verb = NULL;
  PlxId found;

  if (!find_annotation (self, object, "annotation", &found, error))
    return FALSE;
  verb = plx_verb_set_note (found, plx_fields_get_string (object, "note", ""));
  return plx_ops_do (self, object, verb, error);
}

/* Silences */

static const PlxField silence_fields[] = {
  { "document", PLX_FIELD_STRING, TRUE },
  { "question", PLX_FIELD_STRING, TRUE },
  { "note", PLX_FIELD_STRING, FALSE },
  { NULL }
};

typedef struct
{
  PlxSilence *silence; /* (owned) */
  char *question;      /* (owned) */
} SilenceWork;

static void
silence_work_free (gpointer data)
{
  SilenceWork *work = data;

  plx_silence_free (work->silence);
  g_free (work->question);
  g_free (work);
}

static gboolean
add_silence (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  SilenceWork *work = data;

  work->silence->annotator = annotator;
  return plx_ops_ensure_question (connection, work->question, &work->silence->question, error) &&
         plx_silences_add (connection, work->silence, error);
}

static gboolean
silence (PlxOps *self,
         JsonObject *object,
         PlxId *id,
         GError **error)
{
  g_autoptr (PlxSilence) row = plx_silence_new ();
  g_autoptr (PlxVerb) verb = NULL;
  SilenceWork *work;

  if (!plx_ops_find_document (self, object, "document", &row->document, error))
    return FALSE;
  plx_fields_set_string (object, "note", &row->note);
  *id = row->id = plx_id_new ();
  work = g_new0 (SilenceWork, 1);
  work->silence = g_steal_pointer (&row);
  work->question = g_strdup (plx_fields_get_string (object, "question", ""));
  verb = plx_verb_new ("silence", work->question, add_silence, work, silence_work_free);
  return plx_ops_do (self, object, verb, error);
}

/* Articles */

static const PlxField document_fields[] = {
  { "document", PLX_FIELD_STRING, FALSE },
  { "file", PLX_FIELD_STRING, FALSE },
  { "title", PLX_FIELD_STRING, FALSE },
  { "outlet", PLX_FIELD_STRING, FALSE },
  { "author", PLX_FIELD_STRING, FALSE },
  { "url", PLX_FIELD_STRING, FALSE },
  { "published", PLX_FIELD_STRING, FALSE },
  { "language", PLX_FIELD_STRING, FALSE },
  { "direction", PLX_FIELD_STRING, FALSE },
  { "note", PLX_FIELD_STRING, FALSE },
  { NULL }
};

static gboolean
document (PlxOps *self,
          JsonObject *object,
          PlxId *id,
          GError **error)
{
  const char *key = plx_fields_has (object, "document") ? "document" : "file";
  g_autoptr (PlxDocument) row = NULL;
  g_autoptr (PlxVerb) verb = NULL;
  PlxId found;

  if (!plx_fields_has (object, key))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” needs “%s”."), "document", "document");
      return FALSE;
    }
  if (!plx_ops_find_document (self, object, key, &found, error) ||
      (row = plx_documents_get (self->connection, found, error)) == NULL)
    return FALSE;
  plx_fields_set_string (object, "title", &row->title);
  plx_fields_set_string (object, "outlet", &row->outlet);
  plx_fields_set_string (object, "author", &row->author);
  plx_fields_set_string (object, "url", &row->url);
  plx_fields_set_string (object, "published", &row->published);
  plx_fields_set_string (object, "language", &row->language);
  plx_fields_set_string (object, "direction", &row->direction);
  plx_fields_set_string (object, "note", &row->note);
  verb = plx_verb_update_document (row);
  plx_finder_forget (self->finder);
  return plx_ops_do (self, object, verb, error);
}

/* History */

static const PlxField undo_fields[] = {
  { "steps", PLX_FIELD_COUNT, FALSE },
  { NULL }
};

static gboolean
step (PlxOps *self,
      JsonObject *object,
      gboolean (*go) (PlxConnection *connection, PlxEdit **edit, GError **error),
      GError **error)
{
  gint64 steps = plx_fields_has (object, "steps") ? json_object_get_int_member (object, "steps") : 1;

  plx_finder_forget (self->finder);
  for (gint64 i = 0; i < steps; i++)
    if (!go (self->connection, NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
undo (PlxOps *self,
      JsonObject *object,
      PlxId *id,
      GError **error)
{
  return step (self, object, plx_history_undo, error);
}

static gboolean
redo (PlxOps *self,
      JsonObject *object,
      PlxId *id,
      GError **error)
{
  return step (self, object, plx_history_redo, error);
}

/* All of them */

static const PlxOpKind kinds[] = {
  { "tag", plx_op_tag_fields, plx_op_tag },
  { "tag-all", plx_op_tag_all_fields, plx_op_tag_all },
  { "accept", plx_op_suggestion_fields, plx_op_accept },
  { "reject", plx_op_suggestion_fields, plx_op_reject },
  { "untag", untag_fields, untag },
  { "untag-all", plx_op_untag_all_fields, plx_op_untag_all },
  { "retag", retag_fields, retag },
  { "note", note_fields, note },
  { "borders", plx_op_borders_fields, plx_op_borders },
  { "place", plx_op_borders_fields, plx_op_place },
  { "split", plx_op_split_fields, plx_op_split },
  { "join", plx_op_join_fields, plx_op_join },
  { "relate", plx_op_relate_fields, plx_op_relate },
  { "relation", plx_op_relation_fields, plx_op_relation },
  { "unrelate", plx_op_unrelate_fields, plx_op_unrelate },
  { "silence", silence_fields, silence },
  { "question", plx_op_question_fields, plx_op_question },
  { "question-update", plx_op_question_update_fields, plx_op_question_update },
  { "question-merge", plx_op_question_merge_fields, plx_op_question_merge },
  { "question-delete", plx_op_question_delete_fields, plx_op_question_delete },
  { "entity", plx_op_entity_fields, plx_op_entity },
  { "remove-entity", plx_op_remove_entity_fields, plx_op_remove_entity },
  { "link", plx_op_link_fields, plx_op_link },
  { "unlink", plx_op_unlink_fields, plx_op_unlink },
  { "merge", plx_op_merge_fields, plx_op_merge },
  { "split-entity", plx_op_split_entity_fields, plx_op_split_entity },
  { "document", document_fields, document },
  { "tag-add", plx_op_tag_add_fields, plx_op_tag_add },
  { "tag-update", plx_op_tag_update_fields, plx_op_tag_update },
  { "tag-move", plx_op_tag_move_fields, plx_op_tag_move },
  { "tag-merge", plx_op_tag_merge_fields, plx_op_tag_merge },
  { "tag-delete", plx_op_tag_delete_fields, plx_op_tag_delete },
  { "kind-add", plx_op_kind_add_fields, plx_op_kind_add },
  { "kind-update", plx_op_kind_update_fields, plx_op_kind_update },
  { "kind-delete", plx_op_kind_delete_fields, plx_op_kind_delete },
  { "undo", undo_fields, undo },
  { "redo", undo_fields, redo },
};

static const PlxOpKind *
find_op (JsonObject *object,
         GError **error)
{
  JsonNode *node = json_object_get_member (object, "op");
  const char *name = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  g_autofree char *shown = name != NULL ? g_utf8_make_valid (name, -1) : NULL;
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kinds[i].name, name) == 0)
        return &kinds[i];
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", kinds[i].name);
    }
  if (shown == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“op” is missing. It is one of: %s."), known->str);
  else
    /* Translators: the word that was typed, the words that can be */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("There is no op “%s”. It is one of: %s."), shown, known->str);
  return NULL;
}

gboolean
plx_ops_run (PlxOps *self,
             JsonObject *object,
             PlxId *id,
             GError **error)
{
  const PlxOpKind *op = find_op (object, error);

  *id = PLX_ID_NONE;
  return op != NULL && plx_fields_check (object, op->name, op->fields, error) && op->run (self, object, id, error);
}

PlxExit
plx_ops_run_one (const PlxCli *cli,
                 JsonObject *object)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxConnection) connection = plx_connection_open (cli->arguments[0], PLX_OPEN_WRITE, &error);
  g_auto (PlxOps) ops = { NULL };
  g_autofree char *uuid = NULL;
  PlxId id;

  if (connection == NULL)
    return plx_cli_fail (error);
  plx_ops_init (&ops, connection, cli->annotator);
  if (!plx_ops_run (&ops, object, &id, &error))
    return plx_cli_fail (error);
  uuid = plx_id_to_uuid (id);
  plx_cli_say (cli, uuid);
  return PLX_EXIT_DONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-commands.h"

#include "format/plx-json-rows.h"
#include "query/plx-suggestions.h"
#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-entities.h"
#include "store/plx-history-places.h"
#include "store/plx-history.h"
#include "store/plx-outlets.h"
#include "store/plx-own-fields.h"
#include "store/plx-questions.h"
#include "store/plx-relations.h"
#include "store/plx-tags.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* How many edits of the history are read at a time. */
#define HISTORY_PAGE 1000

typedef struct
{
  PlxConnection *connection; /* (unowned) */
  PlxNames *names;           /* (unowned) */
  PlxJson json;
} Listing;

static void
put (Listing *self)
{
  plx_json_end (&self->json);
  fwrite (self->json.line->str, 1, self->json.line->len, stdout);
}

/* Ends the row of @id. */
static gboolean
put_row (Listing *self,
         PlxId id,
         GError **error)
{
  if (!plx_json_add_foreign_ids (&self->json, self->names, self->connection, id, error))
    return FALSE;
  put (self);
  return TRUE;
}

static void
add_count (Listing *self,
           const char *key,
           GHashTable *counts,
           PlxId id)
{
  plx_json_add_int (&self->json, key, GPOINTER_TO_INT (g_hash_table_lookup (counts, &id)));
}

static gboolean
list_documents (Listing *self,
                GError **error)
{
  g_autoptr (GPtrArray) rows = plx_documents_list (self->connection, error);
  g_autoptr (GHashTable) counts = NULL;

  if (rows == NULL || (counts = plx_documents_count_annotations (self->connection, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const PlxDocument *document = g_ptr_array_index (rows, i);
      g_autoptr (GHashTable) values = plx_own_fields_load_values (self->connection, document->id, error);

      if (values == NULL)
        return FALSE;
      plx_json_begin (&self->json);
      plx_json_add_document (&self->json, document, NULL);
      plx_json_add_field_values (&self->json, self->names, values);
      add_count (self, "annotations", counts, document->id);
      if (!put_row (self, document->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
list_tags (Listing *self,
           GError **error)
{
  g_autoptr (GHashTable) counts = plx_tags_count_annotations (self->connection, error);

  for (guint i = 0; counts != NULL && i < self->names->tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (self->names->tags, i);

      plx_json_begin (&self->json);
      plx_json_add_tag (&self->json, tag);
      add_count (self, "annotations", counts, tag->id);
      if (!put_row (self, tag->id, error))
        return FALSE;
    }
  return counts != NULL;
}

static gboolean
list_entities (Listing *self,
               GError **error)
{
  g_autoptr (GHashTable) mentions = plx_entities_count_mentions (self->connection, error);
  g_autoptr (GHashTable) documents = mentions != NULL ? plx_entities_count_documents (self->connection, error) : NULL;

  for (guint i = 0; documents != NULL && i < self->names->entities->len; i++)
    {
      const PlxEntity *entity = g_ptr_array_index (self->names->entities, i);

      plx_json_begin (&self->json);
      plx_json_add_entity (&self->json, entity);
      add_count (self, "mentions", mentions, entity->id);
      add_count (self, "documents", documents, entity->id);
      if (!put_row (self, entity->id, error))
        return FALSE;
    }
  return documents != NULL;
}

static gboolean
put_annotation (const PlxAnnotation *annotation,
                gpointer data,
                GError **error)
{
  Listing *self = data;

  plx_json_begin (&self->json);
  plx_json_add_annotation (&self->json, self->names, annotation);
  return put_row (self, annotation->id, error);
}

static gboolean
list_annotations (Listing *self,
                  GError **error)
{
  return plx_annotations_foreach (self->connection, PLX_ID_NONE, put_annotation, self, error);
}

static gboolean
list_questions (Listing *self,
                GError **error)
{
  for (guint i = 0; i < self->names->questions->len; i++)
    {
      const PlxQuestion *question = g_ptr_array_index (self->names->questions, i);

      plx_json_begin (&self->json);
      plx_json_add_question (&self->json, question);
      if (!put_row (self, question->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
list_silences (Listing *self,
               GError **error)
{
  g_autoptr (GPtrArray) rows = plx_silences_list (self->connection, PLX_ID_NONE, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const PlxSilence *silence = g_ptr_array_index (rows, i);

      plx_json_begin (&self->json);
      plx_json_add_silence (&self->json, self->names, silence);
      if (!put_row (self, silence->id, error))
        return FALSE;
    }
  return rows != NULL;
}

static gboolean
list_kinds (Listing *self,
            GError **error)
{
  g_autoptr (GPtrArray) rows = plx_relation_kinds_list (self->connection, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const PlxRelationKind *kind = g_ptr_array_index (rows, i);

      plx_json_begin (&self->json);
      plx_json_add_relation_kind (&self->json, kind);
      if (!put_row (self, kind->id, error))
        return FALSE;
    }
  return rows != NULL;
}

static gboolean
list_relations (Listing *self,
                GError **error)
{
  g_autoptr (GPtrArray) rows = plx_relations_list (self->connection, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const PlxRelation *relation = g_ptr_array_index (rows, i);

      plx_json_begin (&self->json);
      plx_json_add_relation (&self->json, self->names, relation);
      if (!put_row (self, relation->id, error))
        return FALSE;
    }
  return rows != NULL;
}

static void
put_suggestion (Listing *self,
                const PlxOccurrence *item)
{
  const PlxEntity *entity = plx_names_get_entity (self->names, item->place.entity);
  const PlxTag *tag = plx_names_get_tag (self->names, item->place.tag);

  plx_json_begin (&self->json);
  plx_json_add_id (&self->json, "document", item->place.document);
  plx_json_begin_array (&self->json, "spans");
  plx_json_begin_array (&self->json, NULL);
  plx_json_add_int (&self->json, NULL, item->place.span.start);
  plx_json_add_int (&self->json, NULL, item->place.span.end);
  plx_json_end_array (&self->json);
  plx_json_end_array (&self->json);
  plx_json_add_string (&self->json, "text", item->text);
  plx_json_add_string (&self->json, "tag", tag != NULL ? tag->path : "");
  plx_json_add_string (&self->json, "entity", entity != NULL ? entity->name : "");
  put (self);
}

static gboolean
list_suggestions (Listing *self,
                  GError **error)
{
  g_autoptr (PlxSuggestionNames) names = plx_suggestion_names_load (self->connection, error);
  g_autoptr (PlxOccurrences) found = NULL;

  if (names == NULL || (found = plx_suggestions_find_all (names, self->connection, PLX_ID_NONE, PLX_ID_NONE, NULL, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < found->items->len; i++)
    put_suggestion (self, &g_array_index (found->items, PlxOccurrence, i));
  return TRUE;
}

static gboolean
list_annotators (Listing *self,
                 GError **error)
{
  for (guint i = 0; i < self->names->annotators->len; i++)
    {
      const PlxAnnotator *annotator = g_ptr_array_index (self->names->annotators, i);

      plx_json_begin (&self->json);
      plx_json_add_annotator (&self->json, annotator);
      if (!put_row (self, annotator->id, error))
        return FALSE;
    }
  return TRUE;
}

/* Where an edit changed something; spans as they are now or were last. */
static void
add_places (Listing *self,
            GPtrArray *places)
{
  plx_json_begin_array (&self->json, "places");
  for (guint i = 0; i < places->len; i++)
    {
      const PlxEditPlace *place = g_ptr_array_index (places, i);

      plx_json_begin_object (&self->json, NULL);
      plx_json_add_id (&self->json, "document", place->document);
      plx_json_add_string (&self->json, "title", place->title);
      if (place->annotation != PLX_ID_NONE)
        plx_json_add_id (&self->json, "annotation", place->annotation);
      if (place->span.start < place->span.end)
        {
          plx_json_begin_array (&self->json, "spans");
          plx_json_begin_array (&self->json, NULL);
          plx_json_add_int (&self->json, NULL, place->span.start);
          plx_json_add_int (&self->json, NULL, place->span.end);
          plx_json_end_array (&self->json);
          plx_json_end_array (&self->json);
          plx_json_add_string (&self->json, "text", place->quote);
        }
      plx_json_add_boolean (&self->json, "exists", place->is_there);
      plx_json_end_object (&self->json);
    }
  plx_json_end_array (&self->json);
}

static gboolean
put_edit (Listing *self,
          const PlxEdit *edit,
          GError **error)
{
  static const char *const states[] = { "done", "undone", "dropped" };
  g_autoptr (GPtrArray) places = plx_history_list_places (self->connection, edit->id, -1, NULL, error);

  if (places == NULL)
    return FALSE;

  plx_json_begin (&self->json);
  plx_json_add_id (&self->json, "uuid", edit->id);
  plx_json_add_string (&self->json, "verb", edit->verb);
  plx_json_add_string (&self->json, "detail", edit->detail);
  plx_json_add_string (&self->json, "annotator", edit->annotator);
  plx_json_add_time (&self->json, "created", edit->created);
  plx_json_add_string (&self->json, "state", states[edit->state]);
  plx_json_add_int (&self->json, "changes", edit->n_changes);
  add_places (self, places);
  put (self);
  return TRUE;
}

/* The newest first. */
static gboolean
list_history (Listing *self,
              GError **error)
{
  PlxId before = PLX_ID_NONE;

  for (;;)
    {
      g_autoptr (GPtrArray) edits = plx_history_list (self->connection, HISTORY_PAGE, before, error);

      if (edits == NULL)
        return FALSE;
      if (edits->len == 0)
        return TRUE;
      for (guint i = 0; i < edits->len; i++)
        if (!put_edit (self, g_ptr_array_index (edits, i), error))
          return FALSE;
      before = ((PlxEdit *) g_ptr_array_index (edits, edits->len - 1))->id;
    }
}

static gboolean
list_outlets (Listing *self,
              GError **error)
{
  g_autoptr (GPtrArray) rows = plx_outlets_list (self->connection, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const PlxOutlet *outlet = g_ptr_array_index (rows, i);

      plx_json_begin (&self->json);
      plx_json_add_string (&self->json, "name", outlet->name);
      plx_json_add_string (&self->json, "short", outlet->brief);
      plx_json_add_string (&self->json, "colour", outlet->colour);
      plx_json_add_string (&self->json, "note", outlet->note);
      plx_json_add_int (&self->json, "documents", outlet->n_documents);
      put (self);
    }
  return rows != NULL;
}

static gboolean
list_fields (Listing *self,
             GError **error)
{
  g_autoptr (GPtrArray) rows = plx_own_fields_list (self->connection, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const PlxOwnField *field = g_ptr_array_index (rows, i);

      plx_json_begin (&self->json);
      plx_json_add_id (&self->json, "uuid", field->id);
      plx_json_add_string (&self->json, "name", field->name);
      plx_json_add_string (&self->json, "kind", plx_field_kind_to_string (field->kind));
      put (self);
    }
  return rows != NULL;
}

static const struct
{
  const char *name;
  gboolean (*run) (Listing *self,
                   GError **error);
} lists[] = {
  { "documents", list_documents },
  { "tags", list_tags },
  { "outlets", list_outlets },
  { "fields", list_fields },
  { "entities", list_entities },
  { "annotations", list_annotations },
  { "questions", list_questions },
  { "silences", list_silences },
  { "relations", list_relations },
  { "relation-kinds", list_kinds },
  { "annotators", list_annotators },
  { "suggestions", list_suggestions },
  { "history", list_history },
};

static PlxExit
list (const PlxCli *cli,
      guint which)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxConnection) connection = plx_cli_open_reader (cli->arguments[0], &error);
  g_autoptr (PlxNames) names = NULL;
  Listing self = { .connection = connection };
  gboolean done;

  if (connection == NULL || !plx_connection_execute (connection, "BEGIN", &error) ||
      (names = plx_names_load (connection, &error)) == NULL)
    return plx_cli_fail (error);
  plx_json_init (&self.json);
  self.names = names;
  done = lists[which].run (&self, &error);
  plx_json_clear (&self.json);
  return done ? PLX_EXIT_DONE : plx_cli_fail (error);
}

PlxExit
plx_cmd_list (const PlxCommand *self,
              int argc,
              char **argv)
{
  g_auto (PlxCli) cli = { NULL };
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *message = NULL;
  PlxExit status;

  if (!plx_cli_parse (&cli, self, NULL, argc, argv, 2, 2, &status))
    return status;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (strcmp (cli.arguments[1], lists[i].name) == 0)
        return list (&cli, i);
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", lists[i].name);
    }
  /* Translators: the word that was typed, the words that can be */
  message = g_strdup_printf (_ ("There is no list “%s”. Choose one of: %s."), cli.arguments[1], known->str);
  return plx_cli_misuse (self, message);
}

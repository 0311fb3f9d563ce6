/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-json-rows.h"

#include "base/plx-time.h"

/* Null for no id. */
void
plx_json_add_id (PlxJson *self,
                 const char *key,
                 PlxId id)
{
  g_autofree char *uuid = id != PLX_ID_NONE ? plx_id_to_uuid (id) : NULL;

  if (uuid != NULL)
    plx_json_add_string (self, key, uuid);
  else
    plx_json_add_null (self, key);
}

/* Null for never. */
void
plx_json_add_time (PlxJson *self,
                   const char *key,
                   gint64 time)
{
  g_autofree char *text = time != 0 ? plx_time_format (time) : NULL;

  if (text != NULL)
    plx_json_add_string (self, key, text);
  else
    plx_json_add_null (self, key);
}

static void
add_known (PlxJson *self,
           const char *key,
           const char *value)
{
  if (value != NULL && *value != '\0')
    plx_json_add_string (self, key, value);
}

/* The codebook and what the whole project shares */

static void
add_examples (PlxJson *self,
              const char *examples)
{
  g_auto (GStrv) lines = g_strsplit (examples, "\n", -1);

  plx_json_begin_array (self, "examples");
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      plx_json_add_string (self, NULL, *line);
  plx_json_end_array (self);
}

void
plx_json_add_tag (PlxJson *self,
                  const PlxTag *tag)
{
  plx_json_add_id (self, "uuid", tag->id);
  plx_json_add_string (self, "tag", tag->path);
  plx_json_add_string (self, "name", tag->name);
  plx_json_add_id (self, "parent", tag->parent);
  plx_json_add_string (self, "kind", plx_kind_to_string (tag->kind));
  plx_json_add_string (self, "colour", tag->colour);
  plx_json_add_string (self, "hotkey", tag->hotkey);
  plx_json_add_string (self, "description", tag->description);
  add_examples (self, tag->examples);
}

void
plx_json_add_relation_kind (PlxJson *self,
                            const PlxRelationKind *kind)
{
  plx_json_add_id (self, "uuid", kind->id);
  plx_json_add_string (self, "name", kind->name);
  plx_json_add_boolean (self, "directed", kind->directed);
  plx_json_add_string (self, "description", kind->description);
}

void
plx_json_add_entity (PlxJson *self,
                     const PlxEntity *entity)
{
  plx_json_add_id (self, "uuid", entity->id);
  plx_json_add_string (self, "name", entity->name);
  plx_json_add_string (self, "kind", plx_kind_to_string (entity->kind));
  plx_json_add_string (self, "sort", entity->sort);
  plx_json_begin_array (self, "aliases");
  for (char **alias = entity->aliases; alias != NULL && *alias != NULL; alias++)
    plx_json_add_string (self, NULL, *alias);
  plx_json_end_array (self);
  plx_json_add_string (self, "uri", entity->uri);
  if (entity->has_coordinates)
    {
      plx_json_add_double (self, "latitude", entity->latitude);
      plx_json_add_double (self, "longitude", entity->longitude);
    }
  plx_json_add_string (self, "note", entity->note);
  plx_json_add_time (self, "created", entity->created);
}

void
plx_json_add_question (PlxJson *self,
                       const PlxQuestion *question)
{
  plx_json_add_id (self, "uuid", question->id);
  plx_json_add_string (self, "text", question->text);
  plx_json_add_string (self, "unit", question->unit);
  plx_json_add_string (self, "answer", question->answer);
  plx_json_add_string (self, "note", question->note);
  plx_json_add_time (self, "created", question->created);
}

void
plx_json_add_annotator (PlxJson *self,
                        const PlxAnnotator *annotator)
{
  plx_json_add_id (self, "uuid", annotator->id);
  plx_json_add_string (self, "name", annotator->name);
  plx_json_add_time (self, "created", annotator->created);
}

void
plx_json_add_outlet (PlxJson *self,
                     const PlxOutlet *outlet)
{
  plx_json_add_id (self, "uuid", outlet->id);
  plx_json_add_string (self, "name", outlet->name);
  plx_json_add_string (self, "short", outlet->brief);
  plx_json_add_string (self, "colour", outlet->colour);
  plx_json_add_string (self, "note", outlet->note);
}

void
plx_json_add_field (PlxJson *self,
                    const PlxOwnField *field)
{
  plx_json_add_id (self, "uuid", field->id);
  plx_json_add_string (self, "name", field->name);
  plx_json_add_string (self, "kind", plx_field_kind_to_string (field->kind));
}

/* Articles and what is said about them */

void
plx_json_add_document (PlxJson *self,
                       const PlxDocument *document,
                       const char *text)
{
  plx_json_add_id (self, "uuid", document->id);
  plx_json_add_string (self, "title", document->title);
  plx_json_add_string (self, "outlet", document->outlet);
  plx_json_add_string (self, "author", document->author);
  plx_json_add_string (self, "url", document->url);
  plx_json_add_string (self, "published", document->published);
  plx_json_add_string (self, "language", document->language);
  plx_json_add_string (self, "direction", document->direction);
  plx_json_add_string (self, "note", document->note);
  plx_json_add_string (self, "file", document->filename);
  plx_json_add_string (self, "original", document->original);
  plx_json_add_time (self, "created", document->created);
  plx_json_add_int (self, "codepoints", document->codepoints);
  plx_json_add_string (self, "sha256", document->sha256);
  if (document->version > 1)
    {
      plx_json_add_int (self, "version", document->version);
      plx_json_add_string (self, "made", document->made);
    }
  if (document->article != PLX_ID_NONE)
    plx_json_add_id (self, "article", document->article);
  if (text != NULL)
    plx_json_add_string (self, "text", text);
}

void
plx_json_add_field_values (PlxJson *self,
                           const PlxNames *names,
                           GHashTable *values)
{
  if (g_hash_table_size (values) == 0)
    return;
  plx_json_begin_object (self, "fields");
  for (guint i = 0; i < names->fields->len; i++)
    {
      const PlxOwnField *field = g_ptr_array_index (names->fields, i);
      const char *value = g_hash_table_lookup (values, &field->id);

      if (value != NULL)
        plx_json_add_member (self, field->name, value);
    }
  plx_json_end_object (self);
}

void
plx_json_add_blocks (PlxJson *self,
                     const GArray *blocks)
{
  if (blocks->len == 0)
    return;
  plx_json_begin_array (self, "blocks");
  for (guint i = 0; i < blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (blocks, PlxBlock, i);

      plx_json_begin_array (self, NULL);
      plx_json_add_int (self, NULL, block->start);
      plx_json_add_int (self, NULL, block->end);
      plx_json_add_string (self, NULL, plx_block_kind_get_name (block->kind));
      plx_json_add_int (self, NULL, block->level);
      plx_json_end_array (self);
    }
  plx_json_end_array (self);
}

static void
add_annotator_name (PlxJson *self,
                    const PlxNames *names,
                    PlxId id)
{
  const PlxAnnotator *annotator = plx_names_get_annotator (names, id);

  plx_json_add_string (self, "annotator", annotator != NULL ? annotator->name : "");
}

static void
add_entity_name (PlxJson *self,
                 const PlxNames *names,
                 const char *key,
                 const char *uuid_key,
                 PlxId id)
{
  const PlxEntity *entity = plx_names_get_entity (names, id);

  if (entity == NULL)
    return;
  plx_json_add_string (self, key, entity->name);
  plx_json_add_id (self, uuid_key, id);
}

static void
add_question_text (PlxJson *self,
                   const PlxNames *names,
                   PlxId id)
{
  const PlxQuestion *question = plx_names_get_question (names, id);

  if (question == NULL)
    return;
  plx_json_add_string (self, "question", question->text);
  plx_json_add_id (self, "question-uuid", id);
}

static void
add_claim (PlxJson *self,
           const PlxNames *names,
           const PlxClaim *claim)
{
  add_question_text (self, names, claim->question);
  add_known (self, "value", claim->value);
  if (claim->by_outlet)
    plx_json_add_string (self, "said-by", PLX_JSON_OUTLET_ITSELF);
  else
    add_entity_name (self, names, "said-by", "said-by-uuid", claim->said_by);
  add_known (self, "attribution", claim->attribution);
  add_known (self, "polarity", claim->polarity);
  add_known (self, "certainty", claim->certainty);
  add_known (self, "event-time", claim->event_time);
  add_entity_name (self, names, "place", "place-uuid", claim->place);
}

static void
add_spans (PlxJson *self,
           const PlxAnnotation *annotation)
{
  g_autofree char *text = plx_annotation_dup_quote (annotation);

  plx_json_begin_array (self, "spans");
  for (guint i = 0; i < annotation->spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (annotation->spans, PlxSpan, i);

      plx_json_begin_array (self, NULL);
      plx_json_add_int (self, NULL, span->start);
      plx_json_add_int (self, NULL, span->end);
      plx_json_end_array (self);
    }
  plx_json_end_array (self);
  plx_json_add_string (self, "text", text);
  if (annotation->spans->len > 1)
    {
      plx_json_begin_array (self, "quotes");
      for (char **quote = annotation->quotes; *quote != NULL; quote++)
        plx_json_add_string (self, NULL, *quote);
      plx_json_end_array (self);
    }
  plx_json_add_string (self, "prefix", annotation->prefix);
  plx_json_add_string (self, "suffix", annotation->suffix);
}

void
plx_json_add_annotation (PlxJson *self,
                         const PlxNames *names,
                         const PlxAnnotation *annotation)
{
  const PlxTag *tag = plx_names_get_tag (names, annotation->tag);

  plx_json_add_id (self, "uuid", annotation->id);
  plx_json_add_id (self, "document", annotation->document);
  plx_json_add_string (self, "tag", tag != NULL ? tag->path : "");
  plx_json_add_id (self, "tag-uuid", annotation->tag);
  add_spans (self, annotation);
  if (annotation->entity != PLX_ID_NONE)
    add_entity_name (self, names, "entity", "entity-uuid", annotation->entity);
  else
    plx_json_add_null (self, "entity");
  add_annotator_name (self, names, annotation->annotator);
  plx_json_add_time (self, "created", annotation->created);
  plx_json_add_time (self, "modified", annotation->modified);
  plx_json_add_string (self, "note", annotation->note);
  if (annotation->claim != NULL)
    add_claim (self, names, annotation->claim);
}

void
plx_json_add_silence (PlxJson *self,
                      const PlxNames *names,
                      const PlxSilence *silence)
{
  plx_json_add_id (self, "uuid", silence->id);
  plx_json_add_id (self, "document", silence->document);
  add_question_text (self, names, silence->question);
  add_annotator_name (self, names, silence->annotator);
  plx_json_add_string (self, "note", silence->note);
  plx_json_add_time (self, "created", silence->created);
}

void
plx_json_add_rejection (PlxJson *self,
                        const PlxNames *names,
                        const PlxRejection *rejection)
{
  const PlxTag *tag = plx_names_get_tag (names, rejection->place.tag);

  plx_json_add_id (self, "uuid", rejection->id);
  plx_json_add_id (self, "document", rejection->place.document);
  plx_json_begin_array (self, "span");
  plx_json_add_int (self, NULL, rejection->place.span.start);
  plx_json_add_int (self, NULL, rejection->place.span.end);
  plx_json_end_array (self);
  if (tag != NULL)
    {
      plx_json_add_string (self, "tag", tag->path);
      plx_json_add_id (self, "tag-uuid", tag->id);
    }
  add_entity_name (self, names, "entity", "entity-uuid", rejection->place.entity);
  add_annotator_name (self, names, rejection->annotator);
  plx_json_add_time (self, "created", rejection->created);
}

void
plx_json_add_relation (PlxJson *self,
                       const PlxNames *names,
                       const PlxRelation *relation)
{
  const PlxRelationKind *kind = plx_names_get_relation_kind (names, relation->kind);

  plx_json_add_id (self, "uuid", relation->id);
  plx_json_add_string (self, "kind", kind != NULL ? kind->name : "");
  plx_json_add_id (self, "from", relation->source);
  plx_json_add_id (self, "to", relation->target);
  add_annotator_name (self, names, relation->annotator);
  plx_json_add_string (self, "note", relation->note);
  plx_json_add_time (self, "created", relation->created);
  plx_json_add_time (self, "modified", relation->modified);
}

gboolean
plx_json_add_foreign_ids (PlxJson *self,
                          const PlxNames *names,
                          PlxConnection *connection,
                          PlxId subject,
                          GError **error)
{
  g_auto (GStrv) ids = NULL;

  if (!plx_names_list_foreign_ids (names, connection, subject, &ids, error))
    return FALSE;
  if (*ids == NULL)
    return TRUE;
  plx_json_begin_array (self, "foreign-ids");
  for (char **id = ids; *id != NULL; id += 2)
    {
      plx_json_begin_array (self, NULL);
      plx_json_add_string (self, NULL, id[0]);
      plx_json_add_string (self, NULL, id[1]);
      plx_json_end_array (self);
    }
  plx_json_end_array (self);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-format-jsonl.h"

#include "format/plx-export.h"
#include "format/plx-json-rows.h"
#include "store/plx-annotations.h"
#include "store/plx-blocks.h"
#include "store/plx-documents.h"
#include "store/plx-own-fields.h"
#include "store/plx-questions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  PlxExport *export;
  PlxText *text; /* (unowned) (nullable): of the article whose annotations are written */
  PlxJson json;
} Writer;

static void
begin (Writer *self,
       const char *type)
{
  plx_json_begin (&self->json);
  plx_json_add_string (&self->json, "type", type);
}

static void
put (Writer *self)
{
  plx_json_end (&self->json);
  plx_target_write (self->export->target, self->json.line->str, self->json.line->len);
}

/* Ends the row of @id with the ids that it had elsewhere. */
static gboolean
put_row (Writer *self,
         PlxId id,
         GError **error)
{
  if (!plx_json_add_foreign_ids (&self->json, self->export->names, self->export->connection, id, error))
    return FALSE;
  put (self);
  return plx_export_check (self->export, error);
}

static void
put_head (Writer *self)
{
  const PlxProjectFacts *facts = &self->export->facts;

  begin (self, "project");
  plx_json_add_string (&self->json, "format", PLX_JSONL_FORMAT);
  plx_json_add_int (&self->json, "version", PLX_JSONL_VERSION);
  plx_json_add_string (&self->json, "application", "Parallax " PLX_VERSION);
  plx_json_add_string (&self->json, "uuid", facts->uuid);
  plx_json_add_string (&self->json, "name", facts->name);
  plx_json_add_string (&self->json, "created", facts->created);
  plx_json_add_string (&self->json, "exported", facts->exported);
  put (self);
}

static gboolean
put_codebook (Writer *self,
              GError **error)
{
  const PlxNames *names = self->export->names;

  for (guint i = 0; i < names->tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (names->tags, i);

      begin (self, "tag");
      plx_json_add_tag (&self->json, tag);
      if (!put_row (self, tag->id, error))
        return FALSE;
    }
  for (guint i = 0; i < names->relation_kinds->len; i++)
    {
      const PlxRelationKind *kind = g_ptr_array_index (names->relation_kinds, i);

      begin (self, "relation-kind");
      plx_json_add_relation_kind (&self->json, kind);
      if (!put_row (self, kind->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_shared (Writer *self,
            GError **error)
{
  const PlxNames *names = self->export->names;

  for (guint i = 0; i < names->entities->len; i++)
    {
      const PlxEntity *entity = g_ptr_array_index (names->entities, i);

      begin (self, "entity");
      plx_json_add_entity (&self->json, entity);
      if (!put_row (self, entity->id, error))
        return FALSE;
    }
  for (guint i = 0; i < names->questions->len; i++)
    {
      const PlxQuestion *question = g_ptr_array_index (names->questions, i);

      begin (self, "question");
      plx_json_add_question (&self->json, question);
      if (!put_row (self, question->id, error))
        return FALSE;
    }
  for (guint i = 0; i < names->annotators->len; i++)
    {
      const PlxAnnotator *annotator = g_ptr_array_index (names->annotators, i);

      begin (self, "annotator");
      plx_json_add_annotator (&self->json, annotator);
      if (!put_row (self, annotator->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_outlets_and_fields (Writer *self,
                        GError **error)
{
  const PlxNames *names = self->export->names;

  for (guint i = 0; i < names->outlets->len; i++)
    {
      const PlxOutlet *outlet = g_ptr_array_index (names->outlets, i);

      begin (self, "outlet");
      plx_json_add_outlet (&self->json, outlet);
      if (!put_row (self, outlet->id, error))
        return FALSE;
    }
  for (guint i = 0; i < names->fields->len; i++)
    {
      const PlxOwnField *field = g_ptr_array_index (names->fields, i);

      begin (self, "field");
      plx_json_add_field (&self->json, field);
      if (!put_row (self, field->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_annotation (const PlxAnnotation *annotation,
                gpointer data,
                GError **error)
{
  Writer *self = data;

  if (!plx_export_check_annotation (self->export, self->text, annotation, error))
    return FALSE;
  begin (self, "annotation");
  plx_json_add_annotation (&self->json, self->export->names, annotation);
  return put_row (self, annotation->id, error);
}

static gboolean
put_silences (Writer *self,
              PlxId document,
              GError **error)
{
  g_autoptr (GPtrArray) silences = plx_silences_list (self->export->connection, document, error);

  for (guint i = 0; silences != NULL && i < silences->len; i++)
    {
      const PlxSilence *silence = g_ptr_array_index (silences, i);

      begin (self, "silence");
      plx_json_add_silence (&self->json, self->export->names, silence);
      if (!put_row (self, silence->id, error))
        return FALSE;
    }
  return silences != NULL;
}

static gboolean
put_rejections (Writer *self,
                PlxId document,
                GError **error)
{
  g_autoptr (GArray) rejections = plx_rejections_load (self->export->connection, document, error);

  for (guint i = 0; rejections != NULL && i < rejections->len; i++)
    {
      const PlxRejection *rejection = &g_array_index (rejections, PlxRejection, i);

      begin (self, "rejection");
      plx_json_add_rejection (&self->json, self->export->names, rejection);
      if (!put_row (self, rejection->id, error))
        return FALSE;
    }
  return rejections != NULL;
}

static gboolean
put_relations (Writer *self,
               PlxId document,
               GError **error)
{
  g_autoptr (GPtrArray) relations = plx_export_list_relations (self->export, document, error);

  for (guint i = 0; relations != NULL && i < relations->len; i++)
    {
      const PlxRelation *relation = g_ptr_array_index (relations, i);

      begin (self, "relation");
      plx_json_add_relation (&self->json, self->export->names, relation);
      if (!put_row (self, relation->id, error))
        return FALSE;
    }
  return relations != NULL;
}

static gboolean
put_document (const PlxDocument *document,
              gpointer data,
              GError **error)
{
  Writer *self = data;
  PlxConnection *connection = self->export->connection;
  g_autoptr (PlxText) text = plx_documents_load_text (connection, document->id, error);
  g_autoptr (GArray) blocks = NULL;
  g_autoptr (GHashTable) values = NULL;

  if (text == NULL || (blocks = plx_blocks_load (connection, document->text, error)) == NULL ||
      (values = plx_own_fields_load_values (connection, document->id, error)) == NULL)
    return FALSE;
  self->text = text;
  begin (self, "document");
  plx_json_add_document (&self->json, document, plx_text_get_utf8 (text));
  plx_json_add_field_values (&self->json, self->export->names, values);
  plx_json_add_blocks (&self->json, blocks);
  return put_row (self, document->id, error) &&
         plx_annotations_foreach (connection, document->id, put_annotation, self, error) &&
         put_silences (self, document->id, error) &&
         put_rejections (self, document->id, error) &&
         put_relations (self, document->id, error);
}

static gboolean
write_jsonl (PlxExport *export,
             GError **error)
{
  Writer self = { .export = export };
  gboolean done;

  plx_json_init (&self.json);
  put_head (&self);
  done = put_codebook (&self, error) && put_shared (&self, error) && put_outlets_and_fields (&self, error) &&
         plx_export_foreach_document (export, put_document, &self, error) && put_relations (&self, PLX_ID_NONE, error);
  plx_json_clear (&self.json);
  return done;
}

static gboolean
sniff_jsonl (const char *head,
             gsize length)
{
  return g_str_has_prefix (head, "{\"type\":\"project\"") && strstr (head, "\"" PLX_JSONL_FORMAT "\"") != NULL;
}

const PlxFormat plx_format_jsonl = {
  .name = "jsonl",
  .title = N_ ("JSON Lines"),
  .extension = ".jsonl",
  .mime_type = "application/jsonl",
  .carries = PLX_CARRIES_WHOLE,
  .write = write_jsonl,
  .sniff = sniff_jsonl,
  .read = plx_jsonl_read,
};

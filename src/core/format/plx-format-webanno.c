/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-format-webanno.h"

#include "base/plx-time.h"
#include "format/plx-export.h"
#include "format/plx-json-rows.h"
#include "model/plx-quote.h"
#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-questions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD                                                               \
  "{\"@context\":[\"http://www.w3.org/ns/anno.jsonld\",{\"@version\":1.1," \
  "\"parallax\":{\"@id\":\"https://parallaxworkbench.org/ns#row\",\"@type\":\"@json\"}}],\n"

typedef struct
{
  PlxExport *export;
  PlxText *text; /* (unowned): of the article that is written */
  PlxJson json;
  gboolean any;
  gboolean utf16; /* positions count units of UTF-16, as browsers do */
} Writer;

static void
put (Writer *self,
     const char *string)
{
  plx_target_write (self->export->target, string, strlen (string));
}

static void
begin (Writer *self,
       PlxId id,
       const char *motivation)
{
  g_autofree char *uuid = plx_id_to_uuid (id);
  g_autofree char *urn = g_strconcat ("urn:uuid:", uuid, NULL);

  plx_json_begin (&self->json);
  plx_json_add_string (&self->json, "id", urn);
  plx_json_add_string (&self->json, "type", "Annotation");
  plx_json_add_string (&self->json, "motivation", motivation);
}

static void
end (Writer *self)
{
  plx_json_end (&self->json);
  put (self, self->any ? "," : "");
  self->any = TRUE;
  plx_target_write (self->export->target, self->json.line->str, self->json.line->len);
}

static void
add_urn (Writer *self,
         const char *key,
         PlxId id)
{
  g_autofree char *uuid = plx_id_to_uuid (id);
  g_autofree char *urn = g_strconcat ("urn:uuid:", uuid, NULL);

  plx_json_add_string (&self->json, key, urn);
}

static void
add_maker (Writer *self,
           PlxId annotator,
           gint64 created,
           gint64 modified)
{
  plx_json_begin_object (&self->json, "creator");
  add_urn (self, "id", annotator);
  plx_json_add_string (&self->json, "type", "Person");
  plx_json_add_string (&self->json, "name", plx_names_get_annotator (self->export->names, annotator)->name);
  plx_json_end_object (&self->json);
  plx_json_add_time (&self->json, "created", created);
  if (modified != 0)
    plx_json_add_time (&self->json, "modified", modified);
}

static void
add_text_body (Writer *self,
               const char *purpose,
               const char *value)
{
  plx_json_begin_object (&self->json, NULL);
  plx_json_add_string (&self->json, "type", "TextualBody");
  plx_json_add_string (&self->json, "purpose", purpose);
  plx_json_add_string (&self->json, "value", value);
  plx_json_add_string (&self->json, "format", "text/plain");
  plx_json_end_object (&self->json);
}

static void
add_source_body (Writer *self,
                 const char *purpose,
                 PlxId id,
                 const char *uri)
{
  plx_json_begin_object (&self->json, NULL);
  plx_json_add_string (&self->json, "type", "SpecificResource");
  plx_json_add_string (&self->json, "purpose", purpose);
  if (*uri != '\0' && g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL))
    plx_json_add_string (&self->json, "source", uri);
  else
    add_urn (self, "source", id);
  plx_json_end_object (&self->json);
}

static int
get_position (Writer *self,
              int offset)
{
  return self->utf16 ? plx_text_utf16_of_offset (self->text, offset) : offset;
}

static void
add_target (Writer *self,
            const PlxAnnotation *annotation,
            guint i)
{
  const PlxSpan *span = &g_array_index (annotation->spans, PlxSpan, i);
  g_autofree char *prefix = plx_quote_dup_prefix (self->text, span->start);
  g_autofree char *suffix = plx_quote_dup_suffix (self->text, span->end);

  plx_json_begin_object (&self->json, NULL);
  plx_json_add_string (&self->json, "type", "SpecificResource");
  add_urn (self, "source", annotation->document);
  plx_json_begin_array (&self->json, "selector");
  plx_json_begin_object (&self->json, NULL);
  plx_json_add_string (&self->json, "type", "TextPositionSelector");
  plx_json_add_int (&self->json, "start", get_position (self, span->start));
  plx_json_add_int (&self->json, "end", get_position (self, span->end));
  plx_json_end_object (&self->json);
  plx_json_begin_object (&self->json, NULL);
  plx_json_add_string (&self->json, "type", "TextQuoteSelector");
  plx_json_add_string (&self->json, "exact", annotation->quotes[i]);
  plx_json_add_string (&self->json, "prefix", prefix);
  plx_json_add_string (&self->json, "suffix", suffix);
  plx_json_end_object (&self->json);
  plx_json_end_array (&self->json);
  plx_json_end_object (&self->json);
}

static void
add_row (Writer *self,
         const PlxAnnotation *annotation,
         const PlxTag *tag,
         const PlxEntity *entity)
{
  plx_json_begin_object (&self->json, "parallax");
  plx_json_add_string (&self->json, "kind", plx_kind_to_string (tag->kind));
  if (entity != NULL)
    plx_json_add_string (&self->json, "entity-kind", plx_kind_to_string (entity->kind));
  plx_json_add_annotation (&self->json, self->export->names, annotation);
  plx_json_end_object (&self->json);
}

static gboolean
write_annotation (const PlxAnnotation *annotation,
                  gpointer data,
                  GError **error)
{
  Writer *self = data;
  const PlxTag *tag = plx_names_get_tag (self->export->names, annotation->tag);
  const PlxEntity *entity = plx_names_get_entity (self->export->names, annotation->entity);

  if (!plx_export_check_annotation (self->export, self->text, annotation, error))
    return FALSE;
  begin (self, annotation->id, "classifying");
  add_maker (self, annotation->annotator, annotation->created, annotation->modified);
  plx_json_begin_array (&self->json, "body");
  add_text_body (self, "tagging", tag->path);
  add_source_body (self, "classifying", tag->id, "");
  if (entity != NULL)
    add_source_body (self, "identifying", entity->id, entity->uri);
  if (*annotation->note != '\0')
    add_text_body (self, "commenting", annotation->note);
  plx_json_end_array (&self->json);
  plx_json_begin_array (&self->json, "target");
  for (guint i = 0; i < annotation->spans->len; i++)
    add_target (self, annotation, i);
  plx_json_end_array (&self->json);
  add_row (self, annotation, tag, entity);
  end (self);
  return TRUE;
}

static gboolean
write_silences (Writer *self,
                PlxId document,
                GError **error)
{
  g_autoptr (GPtrArray) silences = plx_silences_list (self->export->connection, document, error);

  for (guint i = 0; silences != NULL && i < silences->len; i++)
    {
      const PlxSilence *silence = g_ptr_array_index (silences, i);
      g_autofree char *value = g_strconcat ("Silent: ", plx_names_get_question (self->export->names, silence->question)->text, NULL);

      begin (self, silence->id, "assessing");
      add_maker (self, silence->annotator, silence->created, 0);
      plx_json_begin_array (&self->json, "body");
      add_text_body (self, "assessing", value);
      plx_json_end_array (&self->json);
      add_urn (self, "target", silence->document);
      plx_json_begin_object (&self->json, "parallax");
      plx_json_add_silence (&self->json, self->export->names, silence);
      plx_json_end_object (&self->json);
      end (self);
    }
  return silences != NULL;
}

static gboolean
write_relations (Writer *self,
                 PlxId document,
                 GError **error)
{
  g_autoptr (GPtrArray) relations = plx_export_list_relations (self->export, document, error);

  for (guint i = 0; relations != NULL && i < relations->len; i++)
    {
      const PlxRelation *relation = g_ptr_array_index (relations, i);

      begin (self, relation->id, "linking");
      add_maker (self, relation->annotator, relation->created, relation->modified);
      add_urn (self, "body", relation->target);
      add_urn (self, "target", relation->source);
      plx_json_begin_object (&self->json, "parallax");
      plx_json_add_relation (&self->json, self->export->names, relation);
      plx_json_end_object (&self->json);
      end (self);
    }
  return relations != NULL;
}

static gboolean
write_document (Writer *self,
                const PlxDocument *document,
                GError **error)
{
  g_autoptr (PlxText) text = plx_documents_load_text (self->export->connection, document->id, error);

  self->text = text;
  return text != NULL && plx_annotations_foreach (self->export->connection, document->id, write_annotation, self, error) &&
         write_silences (self, document->id, error) && write_relations (self, document->id, error);
}

static gboolean
write_items (Writer *self,
             GError **error)
{
  for (guint i = 0; i < self->export->documents->len; i++)
    {
      plx_export_begin (self->export, g_ptr_array_index (self->export->documents, i));
      if (!write_document (self, self->export->current, error))
        return FALSE;
      plx_export_end (self->export);
    }
  return write_relations (self, PLX_ID_NONE, error);
}

static void
put_head (Writer *self)
{
  const PlxProjectFacts *facts = &self->export->facts;
  g_autofree char *page = plx_uuid_derive (facts->uuid, "page");
  g_autofree char *collection_urn = g_strconcat ("urn:uuid:", facts->uuid, NULL);
  g_autofree char *page_urn = g_strconcat ("urn:uuid:", page, NULL);

  put (self, HEAD);
  plx_json_begin (&self->json);
  plx_json_add_string (&self->json, "id", collection_urn);
  plx_json_add_string (&self->json, "type", "AnnotationCollection");
  plx_json_add_string (&self->json, "label", facts->name);
  plx_json_begin_object (&self->json, "first");
  plx_json_add_string (&self->json, "id", page_urn);
  plx_json_add_string (&self->json, "type", "AnnotationPage");
  plx_json_add_int (&self->json, "startIndex", 0);
  /* Without the brace that it begins with: it goes on where the context ended. */
  put (self, self->json.line->str + 1);
  put (self, ",\"items\":[\n");
}

static gboolean
write_file (PlxExport *export,
            gboolean utf16,
            GError **error)
{
  Writer self = { .export = export, .utf16 = utf16 };
  gboolean done;

  plx_json_init (&self.json);
  put_head (&self);
  done = write_items (&self, error);
  put (&self, "]}}\n");
  plx_json_clear (&self.json);
  return done;
}

static gboolean
write_webanno (PlxExport *export,
               GError **error)
{
  return write_file (export, FALSE, error);
}

static gboolean
write_utf16 (PlxExport *export,
             GError **error)
{
  return write_file (export, TRUE, error);
}

static gboolean
sniff_webanno (const char *head,
               gsize length)
{
  return strstr (head, "http://www.w3.org/ns/anno.jsonld") != NULL && strchr (head, '{') != NULL;
}

#define CARRIES (PLX_CARRIES_FRAGMENTS | PLX_CARRIES_NOTES | PLX_CARRIES_ANNOTATORS | PLX_CARRIES_TIMES | PLX_CARRIES_ENTITIES | PLX_CARRIES_CLAIMS | PLX_CARRIES_SILENCES | PLX_CARRIES_RELATIONS | PLX_CARRIES_CROSS_RELATIONS)

const PlxFormat plx_format_webanno = {
  .name = "webanno",
  .title = N_ ("Web Annotation"),
  .extension = ".jsonld",
  .mime_type = "application/ld+json",
  .carries = CARRIES,
  .write = write_webanno,
  .sniff = sniff_webanno,
  .read = plx_webanno_read,
  .variant = &plx_format_webanno_utf16,
  .variant_option = "utf16",
  .variant_title = N_ ("Positions in UTF-16 units, as browsers count"),
};

const PlxFormat plx_format_webanno_utf16 = {
  .name = "webanno-utf16",
  .title = N_ ("Web Annotation, UTF-16 units"),
  .extension = ".jsonld",
  .mime_type = "application/ld+json",
  .carries = CARRIES,
  .write = write_utf16,
  .read = plx_webanno_read,
  .is_variant = TRUE,
};

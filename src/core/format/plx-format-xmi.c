/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-format-xmi.h"

#include "base/plx-zip.h"
#include "format/plx-article-files.h"
#include "format/plx-cross-relations.h"
#include "format/plx-features.h"
#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-questions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SOFA "1"

/* Where an annotation stands that a relation of the article leads to. */
typedef struct
{
  int id;
  int begin;
  int end;
} Place;

typedef struct
{
  PlxExport *export;
  PlxXml *xml;              /* (unowned): of the file that is written */
  PlxText *text;            /* (unowned): of the article that is written */
  GHashTable *places;       /* (owned) (element-type PlxId Place): of the ends of its relations */
  PlxCrossRelations *cross; /* (owned) */
  GString *members;         /* (owned): of the view */
  int last;                 /* number that was given last */
} Writer;

static void
write_number (Writer *self,
              const char *name,
              int number)
{
  char text[16];

  g_snprintf (text, sizeof text, "%d", number);
  plx_xml_attribute (self->xml, name, text);
}

/* Begins a feature structure; one of the view has a place in its list. */
static int
begin (Writer *self,
       const char *name,
       gboolean member)
{
  int id = ++self->last;

  plx_xml_start (self->xml, name);
  write_number (self, "xmi:id", id);
  if (!member)
    return id;
  plx_xml_attribute (self->xml, "sofa", SOFA);
  g_string_append_printf (self->members, "%s%d", self->members->len > 0 ? " " : "", id);
  return id;
}

static void
write_range (Writer *self,
             int from,
             int to)
{
  write_number (self, "begin", from);
  write_number (self, "end", to);
}

static int
utf16 (Writer *self,
       int offset)
{
  return plx_text_utf16_of_offset (self->text, offset);
}

static void
feature_cb (gpointer data,
            const char *name,
            const char *value)
{
  Writer *self = data;

  plx_xml_attribute (self->xml, name, value);
}

/* The article */

/* What stands in DocumentMetaData does not stand here again. */
static void
info_cb (gpointer data,
         const char *name,
         const char *value)
{
  if (strcmp (name, "title") != 0 && strcmp (name, "language") != 0)
    feature_cb (data, name, value);
}

static gboolean
write_info (Writer *self,
            const PlxDocument *document,
            GError **error)
{
  g_autofree char *collection = g_strconcat ("urn:uuid:", self->export->facts.uuid, NULL);
  const char *name = *document->filename != '\0' ? document->filename : document->title;

  begin (self, "metadata:DocumentMetaData", TRUE);
  write_range (self, 0, utf16 (self, plx_text_get_length (self->text)));
  plx_xml_attribute (self->xml, "language", *document->language != '\0' ? document->language : "x-unspecified");
  plx_xml_attribute (self->xml, "documentTitle", document->title);
  plx_xml_attribute (self->xml, "documentId", name);
  plx_xml_attribute_id (self->xml, "documentUri", "urn:uuid:", document->id);
  plx_xml_attribute (self->xml, "collectionId", collection);
  plx_xml_attribute (self->xml, "isLastSegment", "false");
  plx_xml_end (self->xml);
  begin (self, "custom:DocumentInfo", TRUE);
  if (!plx_features_list_document (self->export, document, info_cb, self, error))
    return FALSE;
  plx_xml_end (self->xml);
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
      begin (self, "custom:Silence", TRUE);
      plx_features_list_silence (self->export->names, g_ptr_array_index (silences, i), feature_cb, self);
      plx_xml_end (self->xml);
    }
  return silences != NULL;
}

/* Annotations */

/* The pieces, and the numbers of the links to them. */
static char *
write_fragments (Writer *self,
                 const PlxAnnotation *annotation)
{
  GString *links = g_string_new (NULL);

  for (guint i = 0; i < annotation->spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (annotation->spans, PlxSpan, i);
      int fragment = begin (self, "custom:Fragment", TRUE);

      write_range (self, utf16 (self, span->start), utf16 (self, span->end));
      write_number (self, "index", (int) i + 1);
      plx_xml_end (self->xml);
      g_string_append_printf (links, "%s%d", i > 0 ? " " : "", begin (self, "custom:SpanFragmentsLink", FALSE));
      write_number (self, "role", (int) i + 1);
      write_number (self, "target", fragment);
      plx_xml_end (self->xml);
    }
  return g_string_free (links, FALSE);
}

static void
write_cross (Writer *self,
             PlxId annotation)
{
  GPtrArray *relations = plx_cross_relations_get (self->cross, annotation);

  for (guint i = 0; relations != NULL && i < relations->len; i++)
    {
      const PlxRelation *relation = g_ptr_array_index (relations, i);
      gboolean out = relation->source == annotation;
      g_autofree char *other = plx_id_to_uuid (out ? relation->target : relation->source);
      g_autofree char *uuid = plx_id_to_uuid (relation->id);
      g_autofree char *line = g_strdup_printf ("%s %s urn:uuid:%s urn:uuid:%s", plx_names_get_relation_kind (self->export->names, relation->kind)->name,
                                               out ? "out" : "in", other, uuid);

      plx_xml_element (self->xml, "crossRelations", line);
    }
}

/* What other tools know an actor or a place by. */
static void
write_named_entity (Writer *self,
                    const PlxAnnotation *annotation,
                    PlxKind kind)
{
  const PlxEntity *entity = plx_names_get_entity (self->export->names, annotation->entity);
  const PlxSpan *span = &g_array_index (annotation->spans, PlxSpan, 0);
  gboolean person = entity != NULL && strcmp (entity->sort, "person") == 0;

  if ((kind != PLX_KIND_ACTOR && kind != PLX_KIND_PLACE) || annotation->spans->len > 1)
    return;
  begin (self, "ner:NamedEntity", TRUE);
  write_range (self, utf16 (self, span->start), utf16 (self, span->end));
  plx_xml_attribute (self->xml, "value", kind == PLX_KIND_PLACE ? "LOC" : person ? "PER"
                                                                                 : "ORG");
  if (entity != NULL && *entity->uri != '\0')
    plx_xml_attribute (self->xml, "identifier", entity->uri);
  else if (entity != NULL)
    plx_xml_attribute_id (self->xml, "identifier", "urn:uuid:", entity->id);
  plx_xml_end (self->xml);
}

static gboolean
write_annotation (const PlxAnnotation *annotation,
                  gpointer data,
                  GError **error)
{
  Writer *self = data;
  const GArray *spans = annotation->spans;
  int from, to;
  g_autofree char *links = NULL;
  Place *place = g_hash_table_lookup (self->places, &annotation->id);
  int id;

  if (!plx_export_check_annotation (self->export, self->text, annotation, error))
    return FALSE;
  from = utf16 (self, g_array_index (spans, PlxSpan, 0).start);
  to = utf16 (self, g_array_index (spans, PlxSpan, spans->len - 1).end);
  if (spans->len > 1)
    links = write_fragments (self, annotation);
  id = begin (self, "custom:Span", TRUE);
  write_range (self, from, to);
  plx_features_list_annotation (self->export->names, annotation, feature_cb, self);
  if (links != NULL)
    plx_xml_attribute (self->xml, "fragments", links);
  write_cross (self, annotation->id);
  plx_xml_end (self->xml);
  if (place != NULL)
    *place = (Place){ id, from, to };
  write_named_entity (self, annotation, plx_names_get_tag (self->export->names, annotation->tag)->kind);
  return TRUE;
}

/* Relations */

static void
write_relations (Writer *self,
                 GPtrArray *relations)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const PlxRelation *relation = g_ptr_array_index (relations, i);
      const Place *source = g_hash_table_lookup (self->places, &relation->source);
      const Place *target = g_hash_table_lookup (self->places, &relation->target);

      begin (self, "custom:Relation", TRUE);
      write_range (self, target->begin, target->end);
      plx_xml_attribute (self->xml, "label", plx_names_get_relation_kind (self->export->names, relation->kind)->name);
      write_number (self, "Governor", source->id);
      write_number (self, "Dependent", target->id);
      plx_features_list_relation (self->export->names, relation, feature_cb, self);
      plx_xml_end (self->xml);
    }
}

/* They stand with the article that they start in. */
static void
write_cross_relations (Writer *self,
                       PlxId document)
{
  GPtrArray *relations = plx_cross_relations_from (self->cross, document);

  for (guint i = 0; relations != NULL && i < relations->len; i++)
    {
      begin (self, "custom:CrossRelation", TRUE);
      plx_features_list_cross_relation (self->export->names, g_ptr_array_index (relations, i), feature_cb, self);
      plx_xml_end (self->xml);
    }
}

static void
note_ends (Writer *self,
           GPtrArray *relations)
{
  g_hash_table_remove_all (self->places);
  for (guint i = 0; i < relations->len; i++)
    {
      const PlxRelation *relation = g_ptr_array_index (relations, i);

      g_hash_table_insert (self->places, g_memdup2 (&relation->source, sizeof (PlxId)), g_new0 (Place, 1));
      g_hash_table_insert (self->places, g_memdup2 (&relation->target, sizeof (PlxId)), g_new0 (Place, 1));
    }
}

/* Files */

static void
write_head (Writer *self)
{
  plx_xml_start (self->xml, "xmi:XMI");
  plx_xml_attribute (self->xml, "xmlns:xmi", "http://www.omg.org/XMI");
  plx_xml_attribute (self->xml, "xmlns:cas", "http:///uima/cas.ecore");
  plx_xml_attribute (self->xml, "xmlns:tcas", "http:///uima/tcas.ecore");
  plx_xml_attribute (self->xml, "xmlns:custom", "http:///custom.ecore");
  plx_xml_attribute (self->xml, "xmlns:ner", "http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore");
  plx_xml_attribute (self->xml, "xmlns:metadata", "http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore");
  plx_xml_attribute (self->xml, "xmi:version", "2.0");
  plx_xml_start (self->xml, "cas:NULL");
  plx_xml_attribute (self->xml, "xmi:id", "0");
  plx_xml_end (self->xml);
}

static void
write_tail (Writer *self)
{
  plx_xml_start (self->xml, "cas:Sofa");
  plx_xml_attribute (self->xml, "xmi:id", SOFA);
  plx_xml_attribute (self->xml, "sofaNum", "1");
  plx_xml_attribute (self->xml, "sofaID", "_InitialView");
  plx_xml_attribute (self->xml, "mimeType", "text");
  plx_xml_attribute (self->xml, "sofaString", plx_text_get_utf8 (self->text));
  plx_xml_end (self->xml);
  plx_xml_start (self->xml, "cas:View");
  plx_xml_attribute (self->xml, "sofa", SOFA);
  plx_xml_attribute (self->xml, "members", self->members->str);
  plx_xml_end (self->xml);
  plx_xml_end (self->xml);
}

static gboolean
write_article (PlxXml *xml,
               const PlxDocument *document,
               gpointer data,
               GError **error)
{
  Writer *self = data;
  g_autoptr (PlxText) text = plx_documents_load_text (self->export->connection, document->id, error);
  g_autoptr (GPtrArray) relations = text != NULL ? plx_export_list_relations (self->export, document->id, error) : NULL;

  if (relations == NULL)
    return FALSE;
  self->xml = xml;
  self->text = text;
  self->last = 1;
  g_string_truncate (self->members, 0);
  note_ends (self, relations);
  write_head (self);
  if (!write_info (self, document, error) || !write_silences (self, document->id, error) ||
      !plx_annotations_foreach (self->export->connection, document->id, write_annotation, self, error))
    return FALSE;
  write_relations (self, relations);
  write_cross_relations (self, document->id);
  write_tail (self);
  return TRUE;
}

static gboolean
write_xmi (PlxExport *export,
           GError **error)
{
  Writer self = { .export = export };
  PlxContainer *container;
  gboolean done;

  self.cross = plx_cross_relations_new (export, error);
  if (self.cross == NULL)
    return FALSE;
  self.members = g_string_new (NULL);
  self.places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  container = plx_container_new (export->target);
  plx_xmi_write_types (container);
  done = plx_article_files_write (export, container, ".xmi", write_article, &self, error);
  plx_cross_relations_free (self.cross);
  g_hash_table_unref (self.places);
  g_string_free (self.members, TRUE);
  return done;
}

static gboolean
sniff_xmi (const char *head,
           gsize length)
{
  g_autofree char *name = plx_zip_dup_first_name (head, length);

  return g_str_has_suffix (name, "typesystem.xml") || g_str_has_suffix (name, ".xmi") || strstr (head, "http://www.omg.org/XMI") != NULL;
}

const PlxFormat plx_format_xmi = {
  .name = "xmi",
  .title = N_ ("UIMA CAS XMI"),
  .extension = ".xmi.zip",
  .mime_type = "application/zip",
  .carries = PLX_CARRIES_TEXTS | PLX_CARRIES_METADATA | PLX_CARRIES_FIELDS | PLX_CARRIES_FRAGMENTS | PLX_CARRIES_NOTES | PLX_CARRIES_ANNOTATORS | PLX_CARRIES_TIMES | PLX_CARRIES_ENTITIES | PLX_CARRIES_CLAIMS | PLX_CARRIES_SILENCES | PLX_CARRIES_RELATIONS | PLX_CARRIES_CROSS_RELATIONS,
  .write = write_xmi,
  .sniff = sniff_xmi,
  .read = plx_xmi_read,
};

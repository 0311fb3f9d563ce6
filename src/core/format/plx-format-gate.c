/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-format-gate.h"

#include "base/plx-zip.h"
#include "format/plx-article-files.h"
#include "format/plx-features.h"
#include "format/plx-gate-write.h"
#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-questions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Annotations */

static void
begin_annotation (PlxGateWrite *self,
                  int number,
                  const char *type,
                  int start,
                  int end)
{
  plx_xml_start (self->xml, "Annotation");
  plx_gate_write_number (self, "Id", number);
  plx_xml_attribute (self->xml, "Type", type);
  plx_gate_write_number (self, "StartNode", plx_gate_utf16 (self, start));
  plx_gate_write_number (self, "EndNode", plx_gate_utf16 (self, end));
}

static void
write_fragments (PlxGateWrite *self,
                 const PlxAnnotation *annotation)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < annotation->spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (annotation->spans, PlxSpan, i);

      g_string_append_printf (list, "%s%d-%d", i > 0 ? ";" : "", plx_gate_utf16 (self, span->start), plx_gate_utf16 (self, span->end));
    }
  plx_gate_write_feature (self, "fragments", "java.util.ArrayList", "java.lang.String", list->str);
}

/* Whether GATE can hold it: both ends are in one set. */
static gboolean
is_within_set (PlxGateWrite *self,
               const PlxRelation *relation)
{
  const PlxGatePlace *source = g_hash_table_lookup (self->places, &relation->source);
  const PlxGatePlace *target = g_hash_table_lookup (self->places, &relation->target);

  return source != NULL && target != NULL && source->annotator == target->annotator;
}

/* `rel.KIND`, with the UUIDs at the other ends. */
static void
add_link (GHashTable *links,
          PlxGateWrite *self,
          const PlxRelation *relation,
          PlxId annotation)
{
  gboolean out = relation->source == annotation;
  g_autofree char *name = g_strconcat (out ? PLX_GATE_OUT : PLX_GATE_IN, plx_names_get_relation_kind (self->export->names, relation->kind)->name, NULL);
  g_autofree char *uuid = plx_id_to_uuid (out ? relation->target : relation->source);
  const char *before = plx_features_get (links, name);
  g_autofree char *value = g_strdup_printf ("%s%surn:uuid:%s", before, *before != '\0' ? ";" : "", uuid);

  plx_features_set (links, name, value);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (a, b);
}

static void
write_links (PlxGateWrite *self,
             PlxId annotation)
{
  GPtrArray *cross = plx_cross_relations_get (self->cross, annotation);
  g_autoptr (GHashTable) links = plx_features_new ();
  g_autoptr (GList) names = NULL;

  for (guint i = 0; cross != NULL && i < cross->len; i++)
    add_link (links, self, g_ptr_array_index (cross, i), annotation);
  for (guint i = 0; g_hash_table_contains (self->places, &annotation) && i < self->relations->len; i++)
    {
      const PlxRelation *relation = g_ptr_array_index (self->relations, i);

      if ((relation->source == annotation || relation->target == annotation) && !is_within_set (self, relation))
        add_link (links, self, relation, annotation);
    }
  names = g_list_sort (g_hash_table_get_keys (links), compare_strings);
  for (GList *name = names; name != NULL; name = name->next)
    plx_gate_write_feature (self, name->data, strchr (plx_features_get (links, name->data), ';') != NULL ? "java.util.ArrayList" : "java.lang.String",
                            strchr (plx_features_get (links, name->data), ';') != NULL ? "java.lang.String" : NULL, plx_features_get (links, name->data));
}

static const char *
get_type (PlxKind kind)
{
  return kind == PLX_KIND_ACTOR ? "Actor" : kind == PLX_KIND_PLACE ? "PlxGatePlace"
                                        : kind == PLX_KIND_CLAIM   ? "Claim"
                                                                   : "Other";
}

static gboolean
write_annotation (const PlxAnnotation *annotation,
                  gpointer data,
                  GError **error)
{
  PlxGateWrite *self = data;
  const GArray *spans = annotation->spans;
  PlxGatePlace *place = g_hash_table_lookup (self->places, &annotation->id);

  if (annotation->annotator != self->annotator)
    return plx_export_check (self->export, error);
  if (!plx_export_check_annotation (self->export, self->text, annotation, error))
    return FALSE;
  begin_annotation (self, place != NULL ? place->number : self->last++, get_type (plx_names_get_tag (self->export->names, annotation->tag)->kind),
                    g_array_index (spans, PlxSpan, 0).start, g_array_index (spans, PlxSpan, spans->len - 1).end);
  plx_features_list_annotation (self->export->names, annotation, plx_gate_annotation_cb, self);
  if (spans->len > 1)
    write_fragments (self, annotation);
  write_links (self, annotation->id);
  plx_xml_end (self->xml);
  return TRUE;
}

static gboolean
write_silences (PlxGateWrite *self,
                GError **error)
{
  g_autoptr (GPtrArray) silences = plx_silences_list (self->export->connection, self->document, error);

  for (guint i = 0; silences != NULL && i < silences->len; i++)
    {
      const PlxSilence *silence = g_ptr_array_index (silences, i);

      if (silence->annotator != self->annotator)
        continue;
      begin_annotation (self, self->last++, PLX_GATE_SILENCE, 0, plx_text_get_length (self->text));
      plx_features_list_silence (self->export->names, silence, plx_gate_annotation_cb, self);
      plx_xml_end (self->xml);
    }
  return silences != NULL;
}

/* Over the whole text: GATE has no relation that it could be. */
static void
write_cross_relation (PlxGateWrite *self,
                      const PlxRelation *relation)
{
  if (relation->annotator != self->annotator)
    return;
  begin_annotation (self, self->last++, PLX_GATE_CROSS_RELATION, 0, plx_text_get_length (self->text));
  plx_features_list_cross_relation (self->export->names, relation, plx_gate_feature_cb, self);
  plx_xml_end (self->xml);
}

static void
write_cross_relations (PlxGateWrite *self)
{
  GPtrArray *cross = plx_cross_relations_from (self->cross, self->document);

  for (guint i = 0; cross != NULL && i < cross->len; i++)
    write_cross_relation (self, g_ptr_array_index (cross, i));
  for (guint i = 0; i < self->relations->len; i++)
    if (!is_within_set (self, g_ptr_array_index (self->relations, i)))
      write_cross_relation (self, g_ptr_array_index (self->relations, i));
}

/* Relations */

static gboolean
note_place (const PlxAnnotation *annotation,
            gpointer data,
            GError **error)
{
  PlxGateWrite *self = data;
  PlxGatePlace *place = g_hash_table_lookup (self->places, &annotation->id);

  if (place != NULL)
    *place = (PlxGatePlace){ self->last++, annotation->annotator };
  return plx_export_check (self->export, error);
}

static void
add_end (PlxGateWrite *self,
         PlxId id)
{
  g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id), g_new0 (PlxGatePlace, 1));
}

static gboolean
note_ends (PlxGateWrite *self,
           GError **error)
{
  g_hash_table_remove_all (self->places);
  for (guint i = 0; i < self->relations->len; i++)
    {
      const PlxRelation *relation = g_ptr_array_index (self->relations, i);

      add_end (self, relation->source);
      add_end (self, relation->target);
    }
  return plx_annotations_foreach (self->export->connection, self->document, note_place, self, error);
}

static void
write_relation (PlxGateWrite *self,
                const PlxRelation *relation)
{
  const PlxGatePlace *source = g_hash_table_lookup (self->places, &relation->source);
  const PlxGatePlace *target = g_hash_table_lookup (self->places, &relation->target);
  g_autofree char *members = g_strdup_printf ("%d;%d", source->number, target->number);

  plx_xml_start (self->xml, "Relation");
  plx_gate_write_number (self, "Id", self->last++);
  plx_xml_attribute (self->xml, "Type", plx_names_get_relation_kind (self->export->names, relation->kind)->name);
  plx_xml_attribute (self->xml, "Members", members);
  plx_xml_start (self->xml, "UserData");
  plx_xml_end (self->xml);
  plx_features_list_relation (self->export->names, relation, plx_gate_relation_cb, self);
  plx_xml_end (self->xml);
}

static void
write_relation_set (PlxGateWrite *self)
{
  const PlxAnnotator *annotator = plx_names_get_annotator (self->export->names, self->annotator);
  gboolean any = FALSE;

  for (guint i = 0; i < self->relations->len; i++)
    {
      const PlxRelation *relation = g_ptr_array_index (self->relations, i);
      const PlxGatePlace *source = g_hash_table_lookup (self->places, &relation->source);

      if (!is_within_set (self, relation) || source->annotator != self->annotator)
        continue;
      if (!any)
        {
          plx_xml_start (self->xml, "RelationSet");
          plx_xml_attribute (self->xml, "Name", annotator->name);
        }
      any = TRUE;
      write_relation (self, relation);
    }
  if (any)
    plx_xml_end (self->xml);
}

/* Files */

static gboolean
write_set (PlxGateWrite *self,
           const PlxAnnotator *annotator,
           GError **error)
{
  self->annotator = annotator->id;
  plx_xml_start (self->xml, "AnnotationSet");
  plx_xml_attribute (self->xml, "Name", annotator->name);
  if (!plx_annotations_foreach (self->export->connection, self->document, write_annotation, self, error) || !write_silences (self, error))
    return FALSE;
  write_cross_relations (self);
  plx_xml_end (self->xml);
  return TRUE;
}

static gboolean
write_sets (PlxGateWrite *self,
            GError **error)
{
  const GPtrArray *annotators = self->export->names->annotators;

  plx_xml_start (self->xml, "AnnotationSet");
  plx_xml_end (self->xml);
  for (guint i = 0; i < annotators->len; i++)
    if (!write_set (self, g_ptr_array_index (annotators, i), error))
      return FALSE;
  for (guint i = 0; i < annotators->len; i++)
    {
      self->annotator = ((const PlxAnnotator *) g_ptr_array_index (annotators, i))->id;
      write_relation_set (self);
    }
  return TRUE;
}

static gboolean
write_article (PlxXml *xml,
               const PlxDocument *document,
               gpointer data,
               GError **error)
{
  PlxGateWrite *self = data;
  g_autoptr (PlxText) text = plx_documents_load_text (self->export->connection, document->id, error);
  g_autoptr (GPtrArray) relations = text != NULL ? plx_export_list_relations (self->export, document->id, error) : NULL;

  if (relations == NULL)
    return FALSE;
  self->xml = xml;
  self->text = text;
  self->document = document->id;
  self->relations = relations;
  self->last = 0;
  if (!plx_gate_note_nodes (self, error) || !note_ends (self, error))
    return FALSE;
  plx_xml_start (self->xml, "GateDocument");
  plx_xml_attribute (self->xml, "version", "3");
  if (!plx_gate_write_document_features (self, document, error))
    return FALSE;
  plx_gate_write_text (self);
  if (!write_sets (self, error))
    return FALSE;
  plx_xml_end (self->xml);
  return TRUE;
}

static gboolean
write_gate (PlxExport *export,
            GError **error)
{
  PlxGateWrite self = { .export = export };
  gboolean done;

  self.cross = plx_cross_relations_new (export, error);
  if (self.cross == NULL)
    return FALSE;
  self.places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self.nodes = g_array_new (FALSE, FALSE, sizeof (int));
  done = plx_article_files_write (export, plx_container_new (export->target), ".gate.xml", write_article, &self, error);
  plx_cross_relations_free (self.cross);
  g_hash_table_unref (self.places);
  g_array_unref (self.nodes);
  return done;
}

static gboolean
sniff_gate (const char *head,
            gsize length)
{
  g_autofree char *name = plx_zip_dup_first_name (head, length);

  return g_str_has_suffix (name, ".gate.xml") || strstr (head, "<GateDocument") != NULL;
}

const PlxFormat plx_format_gate = {
  .name = "gate",
  .title = N_ ("GATE XML"),
  .extension = ".gate.zip",
  .mime_type = "application/zip",
  .carries = PLX_CARRIES_TEXTS | PLX_CARRIES_METADATA | PLX_CARRIES_FIELDS | PLX_CARRIES_FRAGMENTS | PLX_CARRIES_NOTES | PLX_CARRIES_ANNOTATORS | PLX_CARRIES_TIMES | PLX_CARRIES_ENTITIES | PLX_CARRIES_CLAIMS | PLX_CARRIES_SILENCES | PLX_CARRIES_RELATIONS | PLX_CARRIES_CROSS_RELATIONS,
  .write = write_gate,
  .sniff = sniff_gate,
  .read = plx_gate_read,
};

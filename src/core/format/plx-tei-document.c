/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-tei.h"

#include "format/plx-json.h"
#include "format/plx-tei-inline.h"
#include "format/plx-tei-pointer.h"
#include "model/plx-direction.h"
#include "model/plx-value.h"
#include "store/plx-annotations.h"
#include "store/plx-blocks.h"
#include "store/plx-documents.h"
#include "store/plx-questions.h"
#include "store/plx-rejections.h"

#include <string.h>

/* One article under way. */
typedef struct
{
  PlxTei *tei;
  PlxXml *xml;
  PlxText *text;       /* (unowned) */
  GArray *lines;       /* (owned) (element-type PlxTeiLine) */
  char *id;            /* (owned): xml:id */
  GString *scratch;    /* (owned) */
  gboolean in_list;    /* the list of annotations is open */
  PlxTeiInline *marks; /* (owned) (nullable): of the reading view */
} Article;

/* Claims */

static void
write_string_field (Article *self,
                    const char *name,
                    const char *value)
{
  if (*value == '\0')
    return;
  plx_xml_start_inline (self->xml, "f");
  plx_xml_attribute (self->xml, "name", name);
  plx_xml_element_inline (self->xml, "string", value);
  plx_xml_end (self->xml);
}

static void
write_symbol_field (Article *self,
                    const char *name,
                    const char *symbol)
{
  if (*symbol == '\0')
    return;
  plx_xml_start_inline (self->xml, "f");
  plx_xml_attribute (self->xml, "name", name);
  plx_xml_start_inline (self->xml, "symbol");
  plx_xml_attribute (self->xml, "value", symbol);
  plx_xml_end (self->xml);
  plx_xml_end (self->xml);
}

static void
write_interval (Article *self,
                const PlxValue *value)
{
  g_autofree char *low = plx_double_format (value->low);
  g_autofree char *high = plx_double_format (value->high);

  plx_xml_start_inline (self->xml, "f");
  plx_xml_attribute (self->xml, "name", "value");
  plx_xml_start_inline (self->xml, "numeric");
  plx_xml_attribute (self->xml, "value", low);
  if (strcmp (low, high) != 0)
    plx_xml_attribute (self->xml, "max", high);
  plx_xml_end (self->xml);
  plx_xml_end (self->xml);
}

static void
write_value (Article *self,
             const char *expression)
{
  g_autoptr (PlxValue) value = NULL;

  if (*expression == '\0')
    return;
  value = plx_value_parse (expression, NULL);
  if (value != NULL && value->has_range)
    {
      write_interval (self, value);
      write_string_field (self, "unit", value->unit);
    }
  if (value == NULL || !value->has_range)
    write_string_field (self, "words", expression);
  write_string_field (self, "expression", expression);
}

static void
write_claim_fields (Article *self,
                    const PlxClaim *claim)
{
  if (*claim->value == '\0' && *claim->attribution == '\0' && *claim->polarity == '\0' && *claim->certainty == '\0' &&
      *claim->event_time == '\0')
    return;
  plx_xml_start (self->xml, "note");
  plx_xml_attribute (self->xml, "type", "claim");
  plx_xml_start_inline (self->xml, "fs");
  plx_xml_attribute (self->xml, "type", "claim");
  write_value (self, claim->value);
  write_symbol_field (self, "attribution", claim->attribution);
  write_symbol_field (self, "polarity", claim->polarity);
  write_symbol_field (self, "certainty", claim->certainty);
  write_string_field (self, "event-time", claim->event_time);
  plx_xml_end (self->xml);
  plx_xml_end (self->xml);
}

/* Annotations */

static void
write_pointer (Article *self,
               const char *type,
               const char *prefix,
               PlxId id)
{
  if (id == PLX_ID_NONE)
    return;
  plx_xml_start (self->xml, "ptr");
  plx_xml_attribute (self->xml, "type", type);
  plx_xml_attribute_id (self->xml, "target", prefix, id);
  plx_xml_end (self->xml);
}

static void
write_claim_pointers (Article *self,
                      const PlxAnnotation *annotation)
{
  const PlxClaim *claim = annotation->claim;

  write_pointer (self, "question", "#" PLX_TEI_QUESTION, claim->question);
  if (claim->by_outlet)
    write_pointer (self, "said-by", "#" PLX_TEI_DOCUMENT, annotation->document);
  else
    write_pointer (self, "said-by", "#" PLX_TEI_ENTITY, claim->said_by);
  write_pointer (self, "place", "#" PLX_TEI_ENTITY, claim->place);
}

static void
write_quotes (Article *self,
              const PlxAnnotation *annotation)
{
  for (guint i = 0; i < annotation->spans->len; i++)
    {
      plx_xml_start (self->xml, "note");
      plx_xml_attribute (self->xml, "type", "quote");
      if (annotation->spans->len > 1)
        {
          char number[16];

          g_snprintf (number, sizeof number, "%u", i + 1);
          plx_xml_attribute (self->xml, "n", number);
        }
      plx_xml_attribute (self->xml, "xml:space", "preserve");
      plx_xml_text (self->xml, annotation->quotes[i]);
      plx_xml_end (self->xml);
    }
}

static const char *
get_motivation (const PlxAnnotation *annotation)
{
  gboolean mention = annotation->entity != PLX_ID_NONE;

  if (*annotation->note == '\0')
    return mention ? "classifying identifying" : "classifying";
  return mention ? "classifying identifying commenting" : "classifying commenting";
}

static void
write_moments (Article *self,
               const PlxAnnotation *annotation)
{
  plx_xml_start (self->xml, "revisionDesc");
  plx_tei_write_change (self->tei, "created", annotation->created, annotation->annotator);
  if (annotation->modified != 0)
    plx_tei_write_change (self->tei, "modified", annotation->modified, PLX_ID_NONE);
  plx_xml_end (self->xml);
}

static void
open_list (Article *self)
{
  if (!self->in_list)
    {
      plx_xml_start (self->xml, "standOff");
      plx_xml_start (self->xml, "listAnnotation");
    }
  self->in_list = TRUE;
}

static void
start_annotation (Article *self,
                  const PlxAnnotation *annotation)
{
  g_string_truncate (self->scratch, 0);
  plx_tei_pointer_append (self->lines, self->id, annotation->spans, self->scratch);
  plx_xml_start (self->xml, "annotation");
  plx_xml_attribute_id (self->xml, "xml:id", PLX_TEI_ANNOTATION, annotation->id);
  plx_xml_attribute (self->xml, "target", self->scratch->str);
  plx_xml_attribute (self->xml, "motivation", get_motivation (annotation));
  plx_xml_attribute_id (self->xml, "ana", "#" PLX_TEI_TAG, annotation->tag);
  plx_xml_attribute_id (self->xml, "resp", "#" PLX_TEI_ANNOTATOR, annotation->annotator);
}

static gboolean
write_annotation (const PlxAnnotation *annotation,
                  gpointer data,
                  GError **error)
{
  Article *self = data;

  if (!plx_export_check_annotation (self->tei->export, self->text, annotation, error))
    return FALSE;
  open_list (self);
  start_annotation (self, annotation);
  write_moments (self, annotation);
  write_pointer (self, "entity", "#" PLX_TEI_ENTITY, annotation->entity);
  if (annotation->claim != NULL)
    write_claim_pointers (self, annotation);
  write_quotes (self, annotation);
  if (annotation->claim != NULL)
    write_claim_fields (self, annotation->claim);
  plx_xml_element_with (self->xml, "note", "type", "comment", annotation->note);
  if (!plx_tei_write_foreign_ids (self->tei, "note", annotation->id, error))
    return FALSE;
  plx_xml_end (self->xml);
  return TRUE;
}

static gboolean
write_silence (Article *self,
               const PlxSilence *silence,
               GError **error)
{
  open_list (self);
  plx_xml_start (self->xml, "annotation");
  plx_xml_attribute_id (self->xml, "xml:id", PLX_TEI_SILENCE, silence->id);
  plx_xml_attribute_id (self->xml, "target", "#" PLX_TEI_DOCUMENT, silence->document);
  plx_xml_attribute (self->xml, "motivation", *silence->note != '\0' ? "classifying commenting" : "classifying");
  plx_xml_attribute (self->xml, "ana", "#silence");
  plx_xml_attribute_id (self->xml, "resp", "#" PLX_TEI_ANNOTATOR, silence->annotator);
  plx_xml_start (self->xml, "revisionDesc");
  plx_tei_write_change (self->tei, "created", silence->created, silence->annotator);
  plx_xml_end (self->xml);
  write_pointer (self, "question", "#" PLX_TEI_QUESTION, silence->question);
  plx_xml_element_with (self->xml, "note", "type", "comment", silence->note);
  if (!plx_tei_write_foreign_ids (self->tei, "note", silence->id, error))
    return FALSE;
  plx_xml_end (self->xml);
  return TRUE;
}

static gboolean
write_silences (Article *self,
                PlxId document,
                GError **error)
{
  g_autoptr (GPtrArray) silences = plx_silences_list (self->tei->export->connection, document, error);

  for (guint i = 0; silences != NULL && i < silences->len; i++)
    if (!write_silence (self, g_ptr_array_index (silences, i), error))
      return FALSE;
  return silences != NULL;
}

/* Its spans are one; the pointers say what was suggested. */
static gboolean
write_rejection (Article *self,
                 const PlxRejection *rejection,
                 GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  g_array_append_val (spans, rejection->place.span);
  g_string_truncate (self->scratch, 0);
  plx_tei_pointer_append (self->lines, self->id, spans, self->scratch);
  open_list (self);
  plx_xml_start (self->xml, "annotation");
  plx_xml_attribute_id (self->xml, "xml:id", PLX_TEI_REJECTION, rejection->id);
  plx_xml_attribute (self->xml, "target", self->scratch->str);
  plx_xml_attribute (self->xml, "motivation", "classifying");
  plx_xml_attribute (self->xml, "ana", "#rejection");
  plx_xml_attribute_id (self->xml, "resp", "#" PLX_TEI_ANNOTATOR, rejection->annotator);
  plx_xml_start (self->xml, "revisionDesc");
  plx_tei_write_change (self->tei, "created", rejection->created, rejection->annotator);
  plx_xml_end (self->xml);
  write_pointer (self, "tag", "#" PLX_TEI_TAG, rejection->place.tag);
  write_pointer (self, "entity", "#" PLX_TEI_ENTITY, rejection->place.entity);
  if (!plx_tei_write_foreign_ids (self->tei, "note", rejection->id, error))
    return FALSE;
  plx_xml_end (self->xml);
  return TRUE;
}

static gboolean
write_rejections (Article *self,
                  PlxId document,
                  GError **error)
{
  g_autoptr (GArray) rejections = plx_rejections_load (self->tei->export->connection, document, error);

  for (guint i = 0; rejections != NULL && i < rejections->len; i++)
    if (!write_rejection (self, &g_array_index (rejections, PlxRejection, i), error))
      return FALSE;
  return rejections != NULL;
}

/* What is more than a plain paragraph; the text itself stays as it is. */
static gboolean
write_blocks (Article *self,
              PlxId text,
              GError **error)
{
  g_autoptr (GArray) blocks = plx_blocks_load (self->tei->export->connection, text, error);

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (blocks, PlxBlock, i);
      g_autofree char *kind = g_strconcat ("#" PLX_TEI_BLOCK, plx_block_kind_get_name (block->kind), NULL);
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
      g_autofree char *id = g_strdup_printf ("%s.block%u", self->id, i + 1);
      PlxSpan span = { block->start, block->end };
      char level[16];

      g_array_append_val (spans, span);
      g_snprintf (level, sizeof level, "%d", block->level);
      g_string_truncate (self->scratch, 0);
      plx_tei_pointer_append (self->lines, self->id, spans, self->scratch);
      open_list (self);
      plx_xml_start (self->xml, "annotation");
      plx_xml_attribute (self->xml, "xml:id", id);
      plx_xml_attribute (self->xml, "n", level);
      plx_xml_attribute (self->xml, "target", self->scratch->str);
      plx_xml_attribute (self->xml, "motivation", "describing");
      plx_xml_attribute (self->xml, "ana", kind);
      plx_xml_end (self->xml);
    }
  return blocks != NULL;
}

static gboolean
write_stand_off (Article *self,
                 PlxId document,
                 PlxId text,
                 GError **error)
{
  g_autoptr (GPtrArray) relations = plx_export_list_relations (self->tei->export, document, error);

  if (relations == NULL ||
      !plx_annotations_foreach_plain (self->tei->export->connection, document, write_annotation, self, error) ||
      !write_silences (self, document, error) || !write_rejections (self, document, error) || !write_blocks (self, text, error))
    return FALSE;
  if (!self->in_list)
    return TRUE; /* and no relations, which need annotations */
  plx_xml_end (self->xml);
  plx_tei_write_relations (self->tei, relations, "within-document");
  if (!plx_tei_write_moments (self->tei, relations, FALSE, error))
    return FALSE;
  plx_xml_end (self->xml);
  return TRUE;
}

/* Before the text, or inside it. */
static gboolean
write_annotations (Article *self,
                   const PlxDocument *document,
                   GError **error)
{
  if (!self->tei->reading_view)
    return write_stand_off (self, document->id, document->text, error);
  self->marks = plx_tei_inline_new (self->tei, self->text, self->lines, document->id, error);
  return self->marks != NULL;
}

/* The text */

static void
write_paragraph (Article *self,
                 const PlxTeiLine *line)
{
  gsize start = plx_text_byte_of_offset (self->text, line->start);
  gsize end = plx_text_byte_of_offset (self->text, line->end);

  g_string_printf (self->scratch, "%s.b%d", self->id, line->paragraph);
  plx_xml_start_inline (self->xml, "p");
  plx_xml_attribute (self->xml, "xml:id", self->scratch->str);
  if (self->marks != NULL)
    plx_tei_inline_write (self->marks, line);
  else
    plx_xml_text_len (self->xml, plx_text_get_utf8 (self->text) + start, end - start);
  plx_xml_end (self->xml);
}

static void
write_text (Article *self,
            const PlxDocument *document)
{
  plx_xml_start (self->xml, "text");
  if (plx_tei_is_language (document->language))
    plx_xml_attribute (self->xml, "xml:lang", document->language);
  if (plx_direction_from_string (document->direction) != PLX_DIRECTION_NONE)
    {
      g_string_printf (self->scratch, "direction: %s", document->direction);
      plx_xml_attribute (self->xml, "style", self->scratch->str);
    }
  plx_xml_start (self->xml, "body");
  plx_xml_start (self->xml, "div");
  g_string_printf (self->scratch, "%s.text", self->id);
  plx_xml_attribute (self->xml, "type", "source-text");
  plx_xml_attribute (self->xml, "xml:id", self->scratch->str);
  plx_xml_attribute (self->xml, "xml:space", "preserve");
  for (guint i = 0; i < self->lines->len; i++)
    {
      const PlxTeiLine *line = &g_array_index (self->lines, PlxTeiLine, i);

      if (i > 0)
        plx_xml_text (self->xml, "\n");
      if (line->paragraph > 0)
        write_paragraph (self, line);
    }
  plx_xml_end (self->xml);
  plx_xml_end (self->xml);
  plx_xml_end (self->xml);
}

gboolean
plx_tei_write_document (PlxTei *tei,
                        const PlxDocument *document,
                        GError **error)
{
  g_autoptr (PlxText) text = plx_documents_load_text (tei->export->connection, document->id, error);
  g_autofree char *uuid = plx_id_to_uuid (document->id);
  g_autofree char *id = g_strconcat (PLX_TEI_DOCUMENT, uuid, NULL);
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GString) scratch = g_string_new (NULL);
  Article self = { .tei = tei, .xml = &tei->xml, .text = text, .id = id, .scratch = scratch };

  if (text == NULL)
    return FALSE;
  self.lines = lines = plx_tei_lines_new (plx_text_get_utf8 (text));

  plx_xml_start (self.xml, "TEI");
  plx_xml_attribute (self.xml, "xml:id", id);
  if (!plx_tei_write_article_header (tei, document, text, error) || !write_annotations (&self, document, error))
    return FALSE;
  write_text (&self, document);
  g_clear_pointer (&self.marks, plx_tei_inline_free);
  plx_xml_end (self.xml);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-gate-write.h"

#include "format/plx-features.h"
#include "store/plx-annotations.h"

#include <string.h>

int
plx_gate_utf16 (PlxGateWrite *self,
                int offset)
{
  return plx_text_utf16_of_offset (self->text, offset);
}

void
plx_gate_write_number (PlxGateWrite *self,
                       const char *name,
                       int number)
{
  char text[16];

  g_snprintf (text, sizeof text, "%d", number);
  plx_xml_attribute (self->xml, name, text);
}

/* Features */

static void
write_part (PlxGateWrite *self,
            const char *element,
            const char *type,
            const char *item_type,
            const char *value)
{
  plx_xml_start (self->xml, element);
  plx_xml_attribute (self->xml, "className", type);
  if (item_type != NULL)
    plx_xml_attribute (self->xml, "itemClassName", item_type);
  plx_xml_text (self->xml, value);
  plx_xml_end (self->xml);
}

void
plx_gate_write_feature (PlxGateWrite *self,
                        const char *name,
                        const char *type,
                        const char *item_type,
                        const char *value)
{
  plx_xml_start (self->xml, "Feature");
  write_part (self, "Name", "java.lang.String", NULL, name);
  write_part (self, "Value", type, item_type, value);
  plx_xml_end (self->xml);
}

void
plx_gate_write_string (PlxGateWrite *self,
                       const char *name,
                       const char *value)
{
  plx_gate_write_feature (self, name, "java.lang.String", NULL, value);
}

void
plx_gate_feature_cb (gpointer data,
                     const char *name,
                     const char *value)
{
  plx_gate_write_string (data, name, value);
}

/* GATE has names of its own for some, and the set says who. */
void
plx_gate_annotation_cb (gpointer data,
                        const char *name,
                        const char *value)
{
  if (strcmp (name, "annotator") == 0)
    return;
  if (strcmp (name, "valueMin") == 0 || strcmp (name, "valueMax") == 0)
    plx_gate_write_feature (data, name, "java.lang.Double", NULL, value);
  else if (strcmp (name, "label") == 0)
    plx_gate_write_string (data, "tag", value);
  else if (strcmp (name, "entity") == 0)
    plx_gate_write_string (data, "inst", value);
  else
    plx_gate_write_string (data, name, value);
}

/* The kind of a relation is its type. */
void
plx_gate_relation_cb (gpointer data,
                      const char *name,
                      const char *value)
{
  if (strcmp (name, "label") != 0)
    plx_gate_write_string (data, name, value);
}

/* The text */

/* Text that is written in pieces must not hide a carriage return. */
static gboolean
note_spans (const PlxAnnotation *annotation,
            gpointer data,
            GError **error)
{
  PlxGateWrite *self = data;
  int start = g_array_index (annotation->spans, PlxSpan, 0).start;
  int end = g_array_index (annotation->spans, PlxSpan, annotation->spans->len - 1).end;

  g_array_append_val (self->nodes, start);
  g_array_append_val (self->nodes, end);
  return plx_export_check (self->export, error);
}

static int
compare_offsets (gconstpointer a,
                 gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

gboolean
plx_gate_note_nodes (PlxGateWrite *self,
                     GError **error)
{
  int ends[] = { 0, plx_text_get_length (self->text) };

  g_array_set_size (self->nodes, 0);
  g_array_append_vals (self->nodes, ends, G_N_ELEMENTS (ends));
  if (!plx_annotations_foreach (self->export->connection, self->document, note_spans, self, error))
    return FALSE;
  g_array_sort (self->nodes, compare_offsets);
  return TRUE;
}

void
plx_gate_write_text (PlxGateWrite *self)
{
  const char *utf8 = plx_text_get_utf8 (self->text);
  gsize byte = 0;
  int last = -1;

  plx_xml_start (self->xml, "TextWithNodes");
  for (guint i = 0; i < self->nodes->len; i++)
    {
      int offset = g_array_index (self->nodes, int, i);
      gsize to = plx_text_byte_of_offset (self->text, offset);

      if (offset == last)
        continue;
      plx_xml_text_len (self->xml, utf8 + byte, to - byte);
      plx_xml_start_inline (self->xml, "Node");
      plx_gate_write_number (self, "id", plx_gate_utf16 (self, offset));
      plx_xml_end (self->xml);
      byte = to;
      last = offset;
    }
  plx_xml_end (self->xml);
}

gboolean
plx_gate_write_document_features (PlxGateWrite *self,
                                  const PlxDocument *document,
                                  GError **error)
{
  plx_xml_start (self->xml, "GateDocumentFeatures");
  plx_gate_write_string (self, "gate.SourceURL", *document->filename != '\0' ? document->filename : document->title);
  plx_gate_write_string (self, "MimeType", "text/plain");
  plx_gate_write_string (self, "docNewLineType", "LF");
  if (!plx_features_list_document (self->export, document, plx_gate_feature_cb, self, error))
    return FALSE;
  plx_xml_end (self->xml);
  return TRUE;
}

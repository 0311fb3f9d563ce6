/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-qdpx-write.h"

#include "base/plx-time.h"
#include "format/plx-qdpx-units.h"
#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-questions.h"

#include <string.h>

/* Passages */

static void
write_coding (PlxQdpxWrite *self,
              const PlxAnnotation *annotation,
              const char *selection,
              const char *what,
              const char *code)
{
  g_autofree char *guid = plx_uuid_derive (selection, what);

  plx_xml_start (&self->xml, "Coding");
  plx_xml_attribute (&self->xml, "guid", guid);
  plx_xml_attribute_id (&self->xml, "creatingUser", "", annotation->annotator);
  plx_qdpx_write_time (self, "creationDateTime", annotation->created);
  plx_qdpx_write_reference (self, "CodeRef", code);
  plx_xml_end (&self->xml);
}

static void
write_row_coding (PlxQdpxWrite *self,
                  const PlxAnnotation *annotation,
                  const char *selection,
                  const char *what,
                  PlxId row)
{
  g_autofree char *code = row != PLX_ID_NONE ? plx_id_to_uuid (row) : NULL;

  if (code != NULL)
    write_coding (self, annotation, selection, what, code);
}

static void
write_field_coding (PlxQdpxWrite *self,
                    const PlxAnnotation *annotation,
                    const char *selection,
                    const char *field,
                    const char *value)
{
  g_autofree char *name = g_strconcat (field, ": ", value, NULL);
  g_autofree char *code = plx_uuid_derive (PLX_QDPX_FIELDS, name);

  if (*value != '\0')
    write_coding (self, annotation, selection, field, code);
}

static void
write_codings (PlxQdpxWrite *self,
               const PlxAnnotation *annotation,
               const char *selection)
{
  const PlxClaim *claim = annotation->claim;

  write_row_coding (self, annotation, selection, "tag", annotation->tag);
  write_row_coding (self, annotation, selection, "entity", annotation->entity);
  if (claim == NULL)
    return;
  write_row_coding (self, annotation, selection, "question", claim->question);
  write_field_coding (self, annotation, selection, "attribution", claim->attribution);
  write_field_coding (self, annotation, selection, "polarity", claim->polarity);
  write_field_coding (self, annotation, selection, "certainty", claim->certainty);
}

/* Line ends before @offset. */
static int
count_line_ends (PlxQdpxWrite *self,
                 int offset)
{
  guint first = 0, last = self->line_ends->len;

  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (g_array_index (self->line_ends, int, middle) < offset)
        first = middle + 1;
      else
        last = middle;
    }
  return (int) first;
}

static int
get_position (PlxQdpxWrite *self,
              int offset)
{
  return self->utf16 ? plx_text_utf16_of_offset (self->text, offset) + count_line_ends (self, offset) : offset;
}

static void
note_line_ends (PlxQdpxWrite *self)
{
  const char *utf8 = plx_text_get_utf8 (self->text);

  g_array_set_size (self->line_ends, 0);
  for (const char *p = strchr (utf8, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    {
      int offset = plx_text_offset_of_byte (self->text, (gsize) (p - utf8));

      g_array_append_val (self->line_ends, offset);
    }
}

static void
write_piece (PlxQdpxWrite *self,
             const PlxAnnotation *annotation,
             guint i)
{
  const PlxSpan *span = &g_array_index (annotation->spans, PlxSpan, i);
  g_autofree char *guid = plx_qdpx_dup_piece (annotation, i);
  g_autofree char *name = plx_qdpx_dup_name (annotation->quotes[i]);

  plx_xml_start (&self->xml, "PlainTextSelection");
  plx_xml_attribute (&self->xml, "guid", guid);
  plx_xml_attribute (&self->xml, "name", name);
  plx_xml_attribute_int (&self->xml, "startPosition", get_position (self, span->start));
  plx_xml_attribute_int (&self->xml, "endPosition", get_position (self, span->end));
  plx_xml_attribute_id (&self->xml, "creatingUser", "", annotation->annotator);
  plx_qdpx_write_time (self, "creationDateTime", annotation->created);
  if (annotation->modified != 0)
    plx_qdpx_write_time (self, "modifiedDateTime", annotation->modified);
  plx_xml_element (&self->xml, "Description", annotation->note);
  write_codings (self, annotation, guid);
  if (i == 0 && plx_qdpx_has_note (annotation->claim))
    {
      g_autofree char *note = plx_uuid_derive (guid, "note");

      plx_xml_start (&self->xml, "NoteRef");
      plx_xml_attribute (&self->xml, "targetGUID", note);
      plx_xml_end (&self->xml);
    }
  plx_xml_end (&self->xml);
}

static gboolean
write_annotation (const PlxAnnotation *annotation,
                  gpointer data,
                  GError **error)
{
  PlxQdpxWrite *self = data;

  if (!plx_export_check_annotation (self->export, self->text, annotation, error))
    return FALSE;
  self->has_pieces |= annotation->spans->len > 1;
  for (guint i = 0; i < annotation->spans->len; i++)
    write_piece (self, annotation, i);
  return TRUE;
}

/* Sources */

static gboolean
write_silences (PlxQdpxWrite *self,
                PlxId document,
                GError **error)
{
  g_autoptr (GPtrArray) silences = plx_silences_list (self->export->connection, document, error);

  for (guint i = 0; silences != NULL && i < silences->len; i++)
    {
      const PlxSilence *silence = g_ptr_array_index (silences, i);
      g_autofree char *question = plx_id_to_uuid (silence->question);
      g_autofree char *code = plx_uuid_derive (PLX_QDPX_SILENCES, question);
      g_autofree char *uuid = plx_id_to_uuid (silence->id);
      g_autofree char *note = plx_uuid_derive (uuid, "note");

      plx_xml_start (&self->xml, "Coding");
      plx_xml_attribute (&self->xml, "guid", uuid);
      plx_xml_attribute_id (&self->xml, "creatingUser", "", silence->annotator);
      plx_qdpx_write_time (self, "creationDateTime", silence->created);
      plx_qdpx_write_reference (self, "CodeRef", code);
      if (*silence->note != '\0')
        plx_qdpx_write_reference (self, "NoteRef", note);
      plx_xml_end (&self->xml);
    }
  return silences != NULL;
}

static void
write_metadata (PlxQdpxWrite *self,
                const PlxDocument *document)
{
  plx_qdpx_write_value (self, "outlet", document->outlet);
  plx_qdpx_write_value (self, "author", document->author);
  plx_qdpx_write_value (self, "url", document->url);
  plx_qdpx_write_value (self, "published", document->published);
  plx_qdpx_write_value (self, "language", document->language);
  plx_qdpx_write_value (self, "direction", document->direction);
  plx_qdpx_write_value (self, "filename", document->filename);
  plx_qdpx_write_value (self, "sha256", document->sha256);
}

static gboolean
write_source (PlxQdpxWrite *self,
              const PlxDocument *document,
              GError **error)
{
  g_autoptr (PlxText) text = plx_documents_load_text (self->export->connection, document->id, error);
  g_autofree char *uuid = plx_id_to_uuid (document->id);
  g_autofree char *path = g_strconcat ("internal://", uuid, ".txt", NULL);

  self->text = text;
  if (text == NULL)
    return FALSE;
  if (self->utf16)
    note_line_ends (self);
  plx_xml_start (&self->xml, "TextSource");
  plx_xml_attribute (&self->xml, "guid", uuid);
  plx_xml_attribute (&self->xml, "name", document->title);
  plx_xml_attribute (&self->xml, "plainTextPath", path);
  plx_qdpx_write_time (self, "creationDateTime", document->created);
  plx_xml_element (&self->xml, "Description", document->note);
  if (!plx_annotations_foreach_plain (self->export->connection, document->id, write_annotation, self, error) ||
      !write_silences (self, document->id, error))
    return FALSE;
  write_metadata (self, document);
  if (!plx_qdpx_write_field_values (self, document->id, error))
    return FALSE;
  plx_xml_end (&self->xml);
  return TRUE;
}

gboolean
plx_qdpx_write_sources (PlxQdpxWrite *self,
                        GError **error)
{
  if (self->export->documents->len == 0)
    return TRUE;
  plx_xml_start (&self->xml, "Sources");
  for (guint i = 0; i < self->export->documents->len; i++)
    {
      plx_export_begin (self->export, g_ptr_array_index (self->export->documents, i));
      if (!write_source (self, self->export->current, error))
        return FALSE;
      self->export->n_replaced = plx_xml_take_n_replaced (&self->xml);
      plx_export_end (self->export);
    }
  plx_xml_end (&self->xml);
  return TRUE;
}

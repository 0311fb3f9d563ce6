/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-qdpx-read.h"

#include "base/plx-string.h"
#include "store/plx-questions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Texts */

/* The member that @path means, or %NULL. */
static const char *
find_raw (PlxQdpxRead *self,
          const xmlNode *source)
{
  const char *path = plx_node_attribute (source, "plainTextPath");
  g_autofree char *lower = g_utf8_strdown (path, -1);
  g_autofree char *name = NULL;
  GBytes *bytes;

  if (!g_str_has_prefix (lower, "internal://"))
    return NULL;
  name = g_strconcat ("sources/", lower + strlen ("internal://"), NULL);
  bytes = g_hash_table_lookup (self->members, name);
  return bytes != NULL ? g_bytes_get_data (bytes, NULL) : NULL;
}

/* A text in the container, or in the project file itself; made valid. */
static char *
dup_raw (PlxQdpxRead *self,
         const xmlNode *source)
{
  xmlNode *content = plx_node_child (source, "PlainTextContent");
  const char *raw = find_raw (self, source);

  if (raw == NULL && content != NULL)
    return plx_node_dup_text (content);
  return raw != NULL ? g_utf8_make_valid (raw, -1) : NULL;
}

static gboolean
get_span (const xmlNode *selection,
          GArray *map,
          PlxSpan *span)
{
  gint64 start, end;

  if (!g_ascii_string_to_signed (plx_node_attribute (selection, "startPosition"), 10, 0, G_MAXINT, &start, NULL) ||
      !g_ascii_string_to_signed (plx_node_attribute (selection, "endPosition"), 10, 0, G_MAXINT, &end, NULL) ||
      start >= (gint64) map->len || end >= (gint64) map->len)
    return FALSE;
  span->start = g_array_index (map, int, start);
  span->end = g_array_index (map, int, end);
  return span->start >= 0 && span->end >= 0;
}

void
plx_qdpx_look_at_source (PlxQdpxRead *self,
                         xmlNode *node)
{
  g_autofree char *raw = dup_raw (self, node);
  g_autofree char *text = raw != NULL ? plx_qdpx_dup_text (raw) : NULL;

  for (guint unit = 0; text != NULL && unit < PLX_QDPX_N_UNITS; unit++)
    {
      g_autoptr (GArray) map = plx_qdpx_map_new (raw, plx_qdpx_unit (unit));
      xmlNode *selection = plx_node_child (node, "PlainTextSelection");

      for (; selection != NULL; selection = plx_node_next (selection, "PlainTextSelection"))
        {
          PlxSpan span;

          if (get_span (selection, map, &span))
            self->scores[unit] += plx_qdpx_score (text, &span, plx_node_attribute (selection, "name"));
        }
    }
}

void
plx_qdpx_choose_unit (PlxQdpxRead *self)
{
  for (guint unit = 1; unit < PLX_QDPX_N_UNITS; unit++)
    if (self->scores[unit] > self->scores[self->unit])
      self->unit = unit;
  if (self->unit > 0)
    {
      g_autofree char *words = plx_qdpx_unit_dup_words (self->unit);

      plx_import_remark (self->import, _ ("Positions are counted otherwise than the standard says, as most passages show: %s."), words);
    }
}

/* Passages */

static void
read_note_lines (PlxClaim *claim,
                 const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      if (g_str_has_prefix (*line, "value="))
        plx_take_str (&claim->value, g_strdup (*line + strlen ("value=")));
      else if (g_str_has_prefix (*line, "event-time="))
        plx_take_str (&claim->event_time, g_strdup (*line + strlen ("event-time=")));
    }
}

static void
read_field (PlxClaim *claim,
            const char *field)
{
  const char *value = strstr (field, ": ");

  if (value == NULL)
    return;
  if (g_str_has_prefix (field, "attribution"))
    plx_take_str (&claim->attribution, g_strdup (value + 2));
  else if (g_str_has_prefix (field, "polarity"))
    plx_take_str (&claim->polarity, g_strdup (value + 2));
  else if (g_str_has_prefix (field, "certainty"))
    plx_take_str (&claim->certainty, g_strdup (value + 2));
}

/* What the codings say besides tags. */
static void
read_details (PlxQdpxRead *self,
              xmlNode *selection,
              const char *guid,
              const char *source,
              PlxAnnotation *annotation)
{
  PlxClaim *claim = annotation->claim = plx_claim_new ();
  g_autofree char *note_guid = plx_qdpx_dup_guid (plx_node_child (selection, "NoteRef"), "targetGUID");
  const PlxQdpxNote *note = g_hash_table_lookup (self->notes, note_guid);
  const char *speaker = g_hash_table_lookup (self->said_by, guid);
  const char *place = g_hash_table_lookup (self->places, guid);

  for (xmlNode *coding = plx_node_child (selection, "Coding"); coding != NULL; coding = plx_node_next (coding, "Coding"))
    {
      g_autofree char *key = plx_qdpx_dup_guid (plx_node_child (coding, "CodeRef"), "targetGUID");
      const PlxQdpxCode *code = g_hash_table_lookup (self->codes, key);

      if (code == NULL)
        continue;
      if (code->kind == PLX_QDPX_CODE_ENTITY)
        annotation->entity = code->id;
      else if (code->kind == PLX_QDPX_CODE_QUESTION)
        claim->question = code->id;
      else if (code->kind == PLX_QDPX_CODE_FIELD)
        read_field (claim, code->field);
    }
  if (note != NULL && self->own)
    read_note_lines (claim, note->text);
  claim->by_outlet = speaker != NULL && strcmp (speaker, source) == 0;
  if (speaker != NULL && !claim->by_outlet)
    claim->said_by = plx_qdpx_get_id (self, speaker);
  if (place != NULL)
    claim->place = plx_qdpx_get_id (self, place);
}

/* The piece itself and those that continue it. */
static void
add_spans (PlxQdpxRead *self,
           const char *guid,
           const PlxSpan *first,
           GArray *spans)
{
  const char *next = g_hash_table_lookup (self->next, guid);

  g_array_append_vals (spans, first, 1);
  for (int i = 0; next != NULL && i < 10000; i++)
    {
      const PlxSpan *span = g_hash_table_lookup (self->pieces, next);

      if (span != NULL)
        g_array_append_vals (spans, span, 1);
      next = g_hash_table_lookup (self->next, next);
    }
}

static PlxId
get_user (PlxQdpxRead *self,
          const xmlNode *coding,
          const xmlNode *selection)
{
  g_autofree char *coder = plx_qdpx_dup_guid (coding, "creatingUser");
  g_autofree char *user = plx_qdpx_dup_guid (selection, "creatingUser");

  return plx_qdpx_get_id (self, *coder != '\0' ? coder : user);
}

static gboolean
read_coding (PlxQdpxRead *self,
             xmlNode *selection,
             xmlNode *coding,
             const PlxQdpxCode *code,
             const PlxSpan *span,
             PlxId document,
             const char *source,
             gboolean only,
             GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  g_autofree char *guid = plx_qdpx_dup_guid (selection, "guid");
  g_autofree char *coding_guid = plx_qdpx_dup_guid (coding, "guid");
  const char *key = only ? guid : coding_guid;
  int n_problems = self->import->report->n_problems;
  PlxId id = plx_qdpx_get_id (self, key);

  annotation->id = id = id != PLX_ID_NONE ? id : plx_id_new ();
  annotation->document = document;
  annotation->tag = code->id;
  annotation->annotator = get_user (self, coding, selection);
  annotation->created = plx_qdpx_get_time (coding, "creationDateTime");
  if (annotation->created == 0)
    annotation->created = plx_qdpx_get_time (selection, "creationDateTime");
  if (self->own)
    annotation->modified = plx_qdpx_get_time (selection, "modifiedDateTime");
  plx_take_str (&annotation->note, plx_node_dup_text (plx_node_child (selection, "Description")));
  add_spans (self, guid, span, annotation->spans);
  read_details (self, selection, guid, source, annotation);
  if (!g_hash_table_contains (self->ends, guid))
    g_hash_table_insert (self->ends, g_strdup (guid), g_memdup2 (&id, sizeof id));
  if (!plx_import_annotation (self->import, annotation, error))
    return FALSE;
  return self->import->report->n_problems > n_problems || plx_qdpx_keep_guid (self, id, key, error);
}

static const PlxQdpxCode *
get_tag (PlxQdpxRead *self,
         xmlNode *coding)
{
  g_autofree char *key = plx_qdpx_dup_guid (plx_node_child (coding, "CodeRef"), "targetGUID");
  const PlxQdpxCode *code = g_hash_table_lookup (self->codes, key);

  if (code == NULL)
    plx_import_problem (self->import, _ ("There is no code %s."), key);
  return code != NULL && code->kind == PLX_QDPX_CODE_TAG ? code : NULL;
}

static int
count_tags (PlxQdpxRead *self,
            xmlNode *selection)
{
  int n = 0;

  for (xmlNode *coding = plx_node_child (selection, "Coding"); coding != NULL; coding = plx_node_next (coding, "Coding"))
    {
      g_autofree char *key = plx_qdpx_dup_guid (plx_node_child (coding, "CodeRef"), "targetGUID");
      const PlxQdpxCode *code = g_hash_table_lookup (self->codes, key);

      n += code != NULL && code->kind == PLX_QDPX_CODE_TAG;
    }
  return n;
}

static gboolean
read_selection (PlxQdpxRead *self,
                xmlNode *selection,
                const PlxSpan *span,
                PlxId document,
                const char *source,
                GError **error)
{
  g_autofree char *guid = plx_qdpx_dup_guid (selection, "guid");
  int n = count_tags (self, selection);

  if (g_hash_table_contains (self->later, guid))
    return TRUE;
  if (n == 0)
    plx_import_problem (self->import, _ ("The passage “%s” has no code."), plx_node_attribute (selection, "name"));
  for (xmlNode *coding = plx_node_child (selection, "Coding"); coding != NULL; coding = plx_node_next (coding, "Coding"))
    {
      const PlxQdpxCode *code = get_tag (self, coding);

      if (code != NULL && !read_coding (self, selection, coding, code, span, document, source, n == 1, error))
        return FALSE;
    }
  return TRUE;
}

/* Sources */

static gboolean
read_silence (PlxQdpxRead *self,
              xmlNode *coding,
              PlxId document,
              GError **error)
{
  g_autofree char *key = plx_qdpx_dup_guid (plx_node_child (coding, "CodeRef"), "targetGUID");
  g_autofree char *note_guid = plx_qdpx_dup_guid (plx_node_child (coding, "NoteRef"), "targetGUID");
  g_autofree char *guid = plx_qdpx_dup_guid (coding, "guid");
  const PlxQdpxCode *code = g_hash_table_lookup (self->codes, key);
  const PlxQdpxNote *note = g_hash_table_lookup (self->notes, note_guid);
  g_autoptr (PlxSilence) silence = NULL;

  if (code == NULL || code->kind != PLX_QDPX_CODE_SILENCE)
    {
      plx_import_remark (self->import, _ ("A code on a whole article was left out."));
      return TRUE;
    }
  silence = plx_silence_new ();
  silence->id = plx_qdpx_get_id (self, guid);
  silence->document = document;
  silence->question = code->id;
  silence->annotator = get_user (self, coding, coding);
  silence->created = plx_qdpx_get_time (coding, "creationDateTime");
  if (note != NULL)
    plx_take_str (&silence->note, g_strdup (note->text));
  return plx_import_silence (self->import, silence, error);
}

static gboolean
read_passages (PlxQdpxRead *self,
               xmlNode *node,
               PlxId document,
               const char *source,
               GArray *map,
               GError **error)
{
  xmlNode *selection;

  g_hash_table_remove_all (self->pieces);
  for (selection = plx_node_child (node, "PlainTextSelection"); selection != NULL; selection = plx_node_next (selection, "PlainTextSelection"))
    {
      PlxSpan span;

      if (get_span (selection, map, &span))
        g_hash_table_replace (self->pieces, plx_qdpx_dup_guid (selection, "guid"), g_memdup2 (&span, sizeof span));
    }
  for (selection = plx_node_child (node, "PlainTextSelection"); selection != NULL; selection = plx_node_next (selection, "PlainTextSelection"))
    {
      PlxSpan span;

      self->import->line = (int) xmlGetLineNo (selection);
      if (!get_span (selection, map, &span))
        /* Translators: two positions as the file has them, the name of a source */
        plx_import_problem (self->import, _ ("The place %s–%s of “%s” is not in the text."), plx_node_attribute (selection, "startPosition"),
                            plx_node_attribute (selection, "endPosition"), plx_node_attribute (selection, "name"));
      else if (!read_selection (self, selection, &span, document, source, error))
        return FALSE;
      if (!plx_import_tick (self->import, error))
        return FALSE;
    }
  for (xmlNode *coding = plx_node_child (node, "Coding"); coding != NULL; coding = plx_node_next (coding, "Coding"))
    if (!read_silence (self, coding, document, error))
      return FALSE;
  return TRUE;
}

static PlxDocument *
make_document (PlxQdpxRead *self,
               xmlNode *node,
               PlxId id)
{
  PlxDocument *document = plx_document_new ();

  document->id = id;
  plx_take_str (&document->title, g_strdup (plx_node_attribute (node, "name")));
  plx_take_str (&document->note, plx_node_dup_text (plx_node_child (node, "Description")));
  plx_take_str (&document->outlet, plx_qdpx_dup_value (self, node, "outlet"));
  plx_take_str (&document->author, plx_qdpx_dup_value (self, node, "author"));
  plx_take_str (&document->url, plx_qdpx_dup_value (self, node, "url"));
  plx_take_str (&document->published, plx_qdpx_dup_value (self, node, "published"));
  plx_take_str (&document->language, plx_qdpx_dup_value (self, node, "language"));
  plx_take_str (&document->direction, plx_qdpx_dup_value (self, node, "direction"));
  plx_take_str (&document->filename, plx_qdpx_dup_value (self, node, "filename"));
  document->created = plx_qdpx_get_time (node, "creationDateTime");
  return document;
}

/* As it was before it was written for NVivo, if it was. */
static char *
dup_own_text (const char *raw)
{
  GString *text;

  if (!g_str_has_prefix (raw, PLX_QDPX_BOM))
    return g_strdup (raw);
  text = g_string_new (raw + strlen (PLX_QDPX_BOM));
  g_string_replace (text, "\r\n", "\n", 0);
  return g_string_free (text, FALSE);
}

gboolean
plx_qdpx_read_source (PlxQdpxRead *self,
                      xmlNode *node,
                      GError **error)
{
  g_autofree char *guid = plx_qdpx_dup_guid (node, "guid");
  PlxId id = plx_qdpx_get_id (self, guid);
  g_autoptr (PlxDocument) document = make_document (self, node, id);
  g_autofree char *raw = dup_raw (self, node);
  g_autofree char *utf8 = NULL;
  g_autoptr (PlxText) text = NULL;
  g_autoptr (GArray) map = NULL;
  gboolean plain;

  if (raw == NULL)
    {
      /* Translators: the name of a source, the path of its file in the container */
      plx_import_problem (self->import, _ ("The text of “%s” (%s) is not in the container."), document->title, plx_node_attribute (node, "plainTextPath"));
      return TRUE;
    }
  /* Our own texts are as they are, whatever their line ends; those for NVivo
   * begin with a byte order mark. */
  plain = self->own && !g_str_has_prefix (raw, PLX_QDPX_BOM);
  utf8 = self->own ? dup_own_text (raw) : plx_qdpx_dup_text (raw);
  text = plx_text_new (utf8, -1);
  if (plx_text_get_length (text) == 0)
    {
      plx_import_problem (self->import, _ ("The article “%s” has no text."), document->title);
      return TRUE;
    }
  map = plain ? g_array_new (FALSE, FALSE, sizeof (int)) : plx_qdpx_map_new (raw, plx_qdpx_unit (self->own ? PLX_QDPX_UNIT_NVIVO : self->unit));
  for (int i = 0; plain && i <= plx_text_get_length (text); i++)
    g_array_append_val (map, i);
  return plx_import_document (self->import, document, text, error) && plx_qdpx_keep_guid (self, id, guid, error) &&
         plx_qdpx_read_field_values (self, node, id, error) && read_passages (self, node, id, guid, map, error);
}

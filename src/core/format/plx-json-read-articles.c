/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-json-read.h"
#include "format/plx-json-rows.h"

#include <glib/gi18n-lib.h>

/* Articles and what is said about them */

/* Name and value of each own field. */
static gboolean
take_field_values (PlxJsonLine *self,
                   JsonObject *fields,
                   GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (fields == NULL || plx_import_get_text (self->import, self->id) == NULL)
    return TRUE;
  json_object_iter_init_ordered (&iter, fields);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!plx_json_line_is_string (value))
      plx_import_problem (self->import, _ ("The field “%s” is not what it should be."), name);
    else if (!plx_import_field_value (self->import, self->id, name, json_node_get_string (value), error))
      return FALSE;
  return TRUE;
}

/* Which version it is, if it is not the first. */
static void
read_version (PlxJsonLine *self,
              PlxDocument *document)
{
  JsonNode *version = json_object_get_member (self->object, "version");
  double number = 1;

  if (version != NULL && (!plx_json_line_get_number (version, &number) || !(number >= 1 && number < G_MAXINT)))
    {
      self->bad = "version";
      number = 1;
    }
  document->version = (int) number;
  document->article = plx_json_line_get_id (self, PLX_JSON_SPACE_DOCUMENT, "article");
  plx_json_line_set (self, &document->made, "made");
  if (!plx_document_is_made (document->made))
    self->bad = "made";
}

/* `[start, end, kind, level]` */
static gboolean
get_block (JsonNode *node,
           PlxBlock *block)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  double numbers[3];
  static const guint places[] = { 0, 1, 3 };

  if (array == NULL || json_array_get_length (array) != 4 || !plx_json_line_is_string (json_array_get_element (array, 2)) ||
      !plx_block_kind_from_name (json_array_get_string_element (array, 2), &block->kind))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (!plx_json_line_get_number (json_array_get_element (array, places[i]), &numbers[i]) || !(numbers[i] >= 0 && numbers[i] < G_MAXINT / 2))
      return FALSE;
  block->start = (int) numbers[0];
  block->end = (int) numbers[1];
  block->level = (int) numbers[2];
  return TRUE;
}

static GArray *
get_blocks (PlxJsonLine *self)
{
  JsonArray *array = plx_json_line_get_array (self, "blocks");
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (PlxBlock));

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      PlxBlock block;

      if (get_block (json_array_get_element (array, i), &block))
        g_array_append_val (blocks, block);
      else
        self->bad = "blocks";
    }
  return blocks;
}

gboolean
plx_json_read_document (PlxJsonLine *self,
                        GError **error)
{
  g_autoptr (PlxDocument) document = plx_document_new ();
  g_autoptr (PlxText) text = plx_text_new (plx_json_line_get_string (self, "text"), -1);
  const char *sha256 = plx_text_get_sha256 (text);
  g_autoptr (GArray) blocks = get_blocks (self);
  JsonObject *fields = plx_json_line_get_object (self, "fields");
  const char *said = plx_json_line_get_string (self, "sha256");

  document->id = plx_json_line_get_own_id (self, PLX_JSON_SPACE_DOCUMENT);
  plx_json_line_set (self, &document->title, "title");
  plx_json_line_set (self, &document->outlet, "outlet");
  plx_json_line_set (self, &document->author, "author");
  plx_json_line_set (self, &document->url, "url");
  plx_json_line_set (self, &document->published, "published");
  plx_json_line_set (self, &document->language, "language");
  plx_json_line_set (self, &document->direction, "direction");
  plx_json_line_set (self, &document->note, "note");
  plx_json_line_set (self, &document->filename, "file");
  plx_json_line_set (self, &document->original, "original");
  read_version (self, document);
  document->created = plx_json_line_get_time (self, "created");
  if (plx_text_get_length (text) == 0)
    self->bad = "text";
  if (!plx_json_line_is_sound (self))
    return TRUE;
  if (*said != '\0' && strcmp (said, sha256) != 0)
    plx_import_problem (self->import, _ ("The text of “%s” is not the one that was exported: its SHA-256 differs."), document->title);
  return plx_import_document (self->import, document, text, error) && plx_import_blocks (self->import, self->id, blocks, error) &&
         take_field_values (self, fields, error);
}

/* Whatever is named by UUID, or else by name. */
static gboolean
find_tag (PlxJsonLine *self,
          PlxId *id,
          GError **error)
{
  const char *path = plx_json_line_get_string (self, "tag");

  *id = plx_json_line_get_reference (self, PLX_JSON_SPACE_TAG, "tag-uuid");
  return *id != PLX_ID_NONE || *path == '\0' || plx_import_ensure_tag (self->import, path, plx_json_line_get_kind (self, "kind", PLX_KIND_OTHER), id, error);
}

static gboolean
find_entity (PlxJsonLine *self,
             const char *uuid_key,
             const char *key,
             PlxKind kind,
             PlxId *id,
             GError **error)
{
  const char *name = plx_json_line_get_string (self, key);

  *id = plx_json_line_get_reference (self, PLX_JSON_SPACE_ENTITY, uuid_key);
  return *id != PLX_ID_NONE || *name == '\0' || plx_import_ensure_entity (self->import, kind, name, id, error);
}

static gboolean
find_question (PlxJsonLine *self,
               PlxId *id,
               GError **error)
{
  const char *text = plx_json_line_get_string (self, "question");

  *id = plx_json_line_get_reference (self, PLX_JSON_SPACE_QUESTION, "question-uuid");
  return *id != PLX_ID_NONE || *text == '\0' || plx_import_ensure_question (self->import, text, id, error);
}

static gboolean
read_claim (PlxJsonLine *self,
            PlxAnnotation *annotation,
            GError **error)
{
  PlxClaim *claim = annotation->claim = plx_claim_new ();

  plx_json_line_set (self, &claim->value, "value");
  plx_json_line_set (self, &claim->attribution, "attribution");
  plx_json_line_set (self, &claim->polarity, "polarity");
  plx_json_line_set (self, &claim->certainty, "certainty");
  plx_json_line_set (self, &claim->event_time, "event-time");
  claim->by_outlet = *plx_json_line_get_string (self, "said-by-uuid") == '\0' && strcmp (plx_json_line_get_string (self, "said-by"), PLX_JSON_OUTLET_ITSELF) == 0;
  return find_question (self, &claim->question, error) &&
         (claim->by_outlet || find_entity (self, "said-by-uuid", "said-by", PLX_KIND_ACTOR, &claim->said_by, error)) &&
         find_entity (self, "place-uuid", "place", PLX_KIND_PLACE, &claim->place, error);
}

/* Spans, and the words that stand there. */
static void
read_spans (PlxJsonLine *self,
            PlxAnnotation *annotation)
{
  JsonArray *spans = plx_json_line_get_array (self, "spans");
  guint n = spans != NULL ? json_array_get_length (spans) : 0;

  for (guint i = 0; i < n; i++)
    {
      PlxSpan span = { 0 };

      if (!plx_json_line_get_span (json_array_get_element (spans, i), &span))
        self->bad = "spans";
      g_array_append_val (annotation->spans, span);
    }
  if (n <= 1 && !json_object_has_member (self->object, "text"))
    return;
  g_strfreev (annotation->quotes);
  annotation->quotes = n > 1 ? plx_json_line_dup_strings (self, "quotes") : g_new0 (char *, 2);
  if (n <= 1)
    annotation->quotes[0] = g_strdup (plx_json_line_get_string (self, "text"));
}

gboolean
plx_json_read_annotation (PlxJsonLine *self,
                          GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();

  annotation->id = plx_json_line_get_own_id (self, PLX_JSON_SPACE_ANNOTATION);
  annotation->document = plx_json_line_get_document (self);
  plx_json_line_set (self, &annotation->note, "note");
  annotation->created = plx_json_line_get_time (self, "created");
  annotation->modified = plx_json_line_get_time (self, "modified");
  read_spans (self, annotation);
  if (!plx_json_line_is_sound (self))
    return TRUE;
  return find_tag (self, &annotation->tag, error) && read_claim (self, annotation, error) &&
         find_entity (self, "entity-uuid", "entity", plx_json_line_get_kind (self, "entity-kind", PLX_KIND_ACTOR), &annotation->entity, error) &&
         plx_import_ensure_annotator (self->import, plx_json_line_get_string (self, "annotator"), &annotation->annotator, error) &&
         plx_import_annotation (self->import, annotation, error);
}

gboolean
plx_json_read_silence (PlxJsonLine *self,
                       GError **error)
{
  g_autoptr (PlxSilence) silence = plx_silence_new ();

  silence->id = plx_json_line_get_own_id (self, "silence");
  silence->document = plx_json_line_get_document (self);
  plx_json_line_set (self, &silence->note, "note");
  silence->created = plx_json_line_get_time (self, "created");
  if (!plx_json_line_is_sound (self))
    return TRUE;
  return find_question (self, &silence->question, error) &&
         plx_import_ensure_annotator (self->import, plx_json_line_get_string (self, "annotator"), &silence->annotator, error) &&
         plx_import_silence (self->import, silence, error);
}

gboolean
plx_json_read_rejection (PlxJsonLine *self,
                         GError **error)
{
  PlxRejection rejection = { .id = plx_json_line_get_own_id (self, "rejection") };
  JsonNode *span = json_object_get_member (self->object, "span");

  rejection.place.document = plx_json_line_get_document (self);
  rejection.created = plx_json_line_get_time (self, "created");
  if (span == NULL || !plx_json_line_get_span (span, &rejection.place.span))
    self->bad = "span";
  if (!plx_json_line_is_sound (self))
    return TRUE;
  return find_tag (self, &rejection.place.tag, error) &&
         find_entity (self, "entity-uuid", "entity", PLX_KIND_ACTOR, &rejection.place.entity, error) &&
         plx_import_ensure_annotator (self->import, plx_json_line_get_string (self, "annotator"), &rejection.annotator, error) &&
         plx_import_rejection (self->import, &rejection, error);
}

gboolean
plx_json_read_relation (PlxJsonLine *self,
                        GError **error)
{
  g_autoptr (PlxRelation) relation = plx_relation_new ();
  const char *kind = plx_json_line_get_string (self, "kind");

  relation->id = plx_json_line_get_own_id (self, "relation");
  relation->source = plx_json_line_get_id (self, PLX_JSON_SPACE_ANNOTATION, "from");
  relation->target = plx_json_line_get_id (self, PLX_JSON_SPACE_ANNOTATION, "to");
  plx_json_line_set (self, &relation->note, "note");
  relation->created = plx_json_line_get_time (self, "created");
  relation->modified = plx_json_line_get_time (self, "modified");
  if (!plx_json_line_is_sound (self))
    return TRUE;
  return plx_import_ensure_relation_kind (self->import, kind, &relation->kind, error) &&
         plx_import_ensure_annotator (self->import, plx_json_line_get_string (self, "annotator"), &relation->annotator, error) &&
         plx_import_relation (self->import, relation, error);
}

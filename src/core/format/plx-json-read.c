/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads JSON Lines, row by row.
 *
 * Rows that stand for something are named by UUID, or by name alone in files that
 * were written by hand; `uuid` may be any string that is the same throughout the
 * file.
 */

#include "config.h"

#include "format/plx-format-jsonl.h"
#include "format/plx-import.h"
#include "format/plx-json-guard.h"
#include "format/plx-json-rows.h"

#include "base/plx-time.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* What ids are of: names in different spaces may be the same. */
#define ANNOTATION "annotation"
#define DOCUMENT "document"
#define ENTITY "entity"
#define FIELD "field"
#define KIND "relation-kind"
#define OUTLET "outlet"
#define QUESTION "question"
#define TAG "tag"

typedef struct
{
  PlxImport *import;
  JsonObject *object; /* (unowned): the row */
  PlxId id;           /* its own, as soon as it is read */
  PlxId document;     /* in which it is whatever it says, or PLX_ID_NONE */
  gboolean by_name;   /* what it refers to is not in the file */
  const char *bad;    /* (nullable): a member that is not what it should be */
} Row;

/* Members */

/* Empty for what is not there or null. */
static const char *
get_string (Row *self,
            const char *key)
{
  JsonNode *node = json_object_get_member (self->object, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return "";
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  self->bad = key;
  return "";
}

static void
set (Row *self,
     char **field,
     const char *key)
{
  const char *value = get_string (self, key);

  g_free (*field);
  *field = g_strdup (value);
}

static PlxId
get_id (Row *self,
        const char *space,
        const char *key)
{
  return plx_import_id (self->import, space, get_string (self, key));
}

/* The id of the row itself, a new one if it has none. */
static PlxId
get_own_id (Row *self,
            const char *space)
{
  self->id = get_id (self, space, "uuid");
  if (self->id == PLX_ID_NONE)
    self->id = plx_id_new ();
  return self->id;
}

static PlxId
get_document (Row *self)
{
  return self->document != PLX_ID_NONE ? self->document : get_id (self, DOCUMENT, "document");
}

/* The id of what the row refers to, unless that is to be found by name. */
static PlxId
get_reference (Row *self,
               const char *space,
               const char *key)
{
  return self->by_name ? PLX_ID_NONE : get_id (self, space, key);
}

/* Files without a codebook say with each row of what kind a name is. */
static PlxKind
get_kind (Row *self,
          const char *key,
          PlxKind otherwise)
{
  PlxKind kind;

  return self->by_name && plx_kind_from_string (get_string (self, key), &kind) ? kind : otherwise;
}

static gint64
get_time (Row *self,
          const char *key)
{
  const char *string = get_string (self, key);
  gint64 time = 0;

  if (*string != '\0' && !plx_time_parse (string, &time))
    self->bad = key;
  return time;
}

static JsonArray *
get_array (Row *self,
           const char *key)
{
  JsonNode *node = json_object_get_member (self->object, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  self->bad = key;
  return NULL;
}

static gboolean
is_string (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING;
}

static char **
dup_strings (Row *self,
             const char *key)
{
  JsonArray *array = get_array (self, key);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  char **strings = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!is_string (node))
        self->bad = key;
      strings[i] = g_strdup (is_string (node) ? json_node_get_string (node) : "");
    }
  return strings;
}

static gboolean
get_number (JsonNode *node,
            double *number)
{
  GType type = json_node_get_value_type (node);

  *number = type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : 0;
  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

static gboolean
get_coordinate (Row *self,
                const char *key,
                double *number)
{
  JsonNode *node = json_object_get_member (self->object, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return FALSE;
  if (!get_number (node, number))
    self->bad = key;
  return TRUE;
}

/* [start, end] */
static gboolean
get_span (JsonNode *node,
          PlxSpan *span)
{
  JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gint64 start, end;

  if (pair == NULL || json_array_get_length (pair) != 2 ||
      json_node_get_value_type (json_array_get_element (pair, 0)) != G_TYPE_INT64 ||
      json_node_get_value_type (json_array_get_element (pair, 1)) != G_TYPE_INT64)
    return FALSE;
  start = json_array_get_int_element (pair, 0);
  end = json_array_get_int_element (pair, 1);
  if (start != (int) start || end != (int) end)
    return FALSE;
  *span = (PlxSpan){ (int) start, (int) end };
  return TRUE;
}

/* Whether all members were what they should be; if not, the row is a problem. */
static gboolean
is_sound (Row *self)
{
  if (self->bad != NULL)
    plx_import_problem (self->import, _ ("“%s” is not what it should be; the row is left out."), self->bad);
  return self->bad == NULL;
}

static gboolean
take_foreign_ids (Row *self,
                  GError **error)
{
  JsonArray *pairs = get_array (self, "foreign-ids");

  for (guint i = 0; pairs != NULL && i < json_array_get_length (pairs); i++)
    {
      JsonNode *node = json_array_get_element (pairs, i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (pair == NULL || json_array_get_length (pair) != 2 || !is_string (json_array_get_element (pair, 0)) ||
          !is_string (json_array_get_element (pair, 1)))
        plx_import_problem (self->import, _ ("“%s” is not what it should be."), "foreign-ids");
      else if (!plx_import_foreign_id (self->import, self->id, json_array_get_string_element (pair, 0),
                                       json_array_get_string_element (pair, 1), error))
        return FALSE;
    }
  return TRUE;
}

/* The codebook and what the project shares */

static gboolean
read_tag (Row *self,
          GError **error)
{
  g_autoptr (PlxTag) tag = plx_tag_new ();
  g_auto (GStrv) examples = dup_strings (self, "examples");

  tag->id = get_own_id (self, TAG);
  tag->parent = get_id (self, TAG, "parent");
  set (self, &tag->name, "name");
  set (self, &tag->colour, "colour");
  set (self, &tag->hotkey, "hotkey");
  set (self, &tag->description, "description");
  g_free (tag->examples);
  tag->examples = g_strjoinv ("\n", examples);
  if (!plx_kind_from_string (get_string (self, "kind"), &tag->kind))
    self->bad = "kind";
  if (!is_sound (self))
    return TRUE;
  return plx_import_tag (self->import, tag, error);
}

static gboolean
read_relation_kind (Row *self,
                    GError **error)
{
  g_autoptr (PlxRelationKind) kind = plx_relation_kind_new ();
  JsonNode *directed = json_object_get_member (self->object, "directed");

  kind->id = get_own_id (self, KIND);
  set (self, &kind->name, "name");
  set (self, &kind->description, "description");
  if (directed != NULL && json_node_get_value_type (directed) != G_TYPE_BOOLEAN)
    self->bad = "directed";
  kind->directed = directed == NULL || json_node_get_value_type (directed) != G_TYPE_BOOLEAN || json_node_get_boolean (directed);
  if (!is_sound (self))
    return TRUE;
  return plx_import_relation_kind (self->import, kind, error);
}

static gboolean
read_entity (Row *self,
             GError **error)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();
  gboolean north, east;

  entity->id = get_own_id (self, ENTITY);
  set (self, &entity->name, "name");
  set (self, &entity->sort, "sort");
  set (self, &entity->uri, "uri");
  set (self, &entity->note, "note");
  entity->created = get_time (self, "created");
  g_strfreev (entity->aliases);
  entity->aliases = dup_strings (self, "aliases");
  north = get_coordinate (self, "latitude", &entity->latitude);
  east = get_coordinate (self, "longitude", &entity->longitude);
  entity->has_coordinates = north && east;
  if (!plx_kind_from_string (get_string (self, "kind"), &entity->kind))
    self->bad = "kind";
  if (!is_sound (self))
    return TRUE;
  return plx_import_entity (self->import, entity, error);
}

static gboolean
read_question (Row *self,
               GError **error)
{
  g_autoptr (PlxQuestion) question = plx_question_new ();

  question->id = get_own_id (self, QUESTION);
  set (self, &question->text, "text");
  set (self, &question->unit, "unit");
  set (self, &question->note, "note");
  if (json_object_has_member (self->object, "answer"))
    set (self, &question->answer, "answer");
  question->created = get_time (self, "created");
  if (!is_sound (self))
    return TRUE;
  return plx_import_question (self->import, question, error);
}

static gboolean
read_annotator (Row *self,
                GError **error)
{
  PlxAnnotator annotator = { get_own_id (self, "annotator"), (char *) get_string (self, "name"), get_time (self, "created") };

  if (!is_sound (self))
    return TRUE;
  return plx_import_annotator (self->import, &annotator, error);
}

static gboolean
read_outlet (Row *self,
             GError **error)
{
  g_autoptr (PlxOutlet) outlet = plx_outlet_new (get_string (self, "name"));

  outlet->id = get_own_id (self, OUTLET);
  set (self, &outlet->brief, "short");
  set (self, &outlet->colour, "colour");
  set (self, &outlet->note, "note");
  if (!is_sound (self))
    return TRUE;
  return plx_import_outlet (self->import, outlet, error);
}

static gboolean
read_field (Row *self,
            GError **error)
{
  g_autoptr (PlxOwnField) field = plx_own_field_new (get_string (self, "name"), PLX_FIELD_KIND_TEXT);

  field->id = get_own_id (self, FIELD);
  if (!plx_field_kind_from_string (get_string (self, "kind"), &field->kind))
    self->bad = "kind";
  if (!is_sound (self))
    return TRUE;
  return plx_import_field (self->import, field, error);
}

/* Articles and what is said about them */

static JsonObject *
get_object (Row *self,
            const char *key)
{
  JsonNode *node = json_object_get_member (self->object, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  self->bad = key;
  return NULL;
}

/* Name and value of each own field. */
static gboolean
take_field_values (Row *self,
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
    if (!is_string (value))
      plx_import_problem (self->import, _ ("The field “%s” is not what it should be."), name);
    else if (!plx_import_field_value (self->import, self->id, name, json_node_get_string (value), error))
      return FALSE;
  return TRUE;
}

/* Which version it is, if it is not the first. */
static void
read_version (Row *self,
              PlxDocument *document)
{
  JsonNode *version = json_object_get_member (self->object, "version");
  double number = 1;

  if (version != NULL && (!get_number (version, &number) || !(number >= 1 && number < G_MAXINT)))
    self->bad = "version";
  document->version = (int) number;
  document->article = get_id (self, DOCUMENT, "article");
  set (self, &document->made, "made");
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

  if (array == NULL || json_array_get_length (array) != 4 || !is_string (json_array_get_element (array, 2)) ||
      !plx_block_kind_from_name (json_array_get_string_element (array, 2), &block->kind))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (!get_number (json_array_get_element (array, places[i]), &numbers[i]) || !(numbers[i] >= 0 && numbers[i] < G_MAXINT / 2))
      return FALSE;
  block->start = (int) numbers[0];
  block->end = (int) numbers[1];
  block->level = (int) numbers[2];
  return TRUE;
}

static GArray *
get_blocks (Row *self)
{
  JsonArray *array = get_array (self, "blocks");
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

static gboolean
read_document (Row *self,
               GError **error)
{
  g_autoptr (PlxDocument) document = plx_document_new ();
  g_autoptr (PlxText) text = plx_text_new (get_string (self, "text"), -1);
  const char *sha256 = plx_text_get_sha256 (text);
  g_autoptr (GArray) blocks = get_blocks (self);
  JsonObject *fields = get_object (self, "fields");
  const char *said = get_string (self, "sha256");

  document->id = get_own_id (self, DOCUMENT);
  set (self, &document->title, "title");
  set (self, &document->outlet, "outlet");
  set (self, &document->author, "author");
  set (self, &document->url, "url");
  set (self, &document->published, "published");
  set (self, &document->language, "language");
  set (self, &document->direction, "direction");
  set (self, &document->note, "note");
  set (self, &document->filename, "file");
  set (self, &document->original, "original");
  read_version (self, document);
  document->created = get_time (self, "created");
  if (plx_text_get_length (text) == 0)
    self->bad = "text";
  if (!is_sound (self))
    return TRUE;
  if (*said != '\0' && strcmp (said, sha256) != 0)
    plx_import_problem (self->import, _ ("The text of “%s” is not the one that was exported: its SHA-256 differs."), document->title);
  return plx_import_document (self->import, document, text, error) && plx_import_blocks (self->import, self->id, blocks, error) &&
         take_field_values (self, fields, error);
}

/* Whatever is named by UUID, or else by name. */
static gboolean
find_tag (Row *self,
          PlxId *id,
          GError **error)
{
  const char *path = get_string (self, "tag");

  *id = get_reference (self, TAG, "tag-uuid");
  return *id != PLX_ID_NONE || *path == '\0' || plx_import_ensure_tag (self->import, path, get_kind (self, "kind", PLX_KIND_OTHER), id, error);
}

static gboolean
find_entity (Row *self,
             const char *uuid_key,
             const char *key,
             PlxKind kind,
             PlxId *id,
             GError **error)
{
  const char *name = get_string (self, key);

  *id = get_reference (self, ENTITY, uuid_key);
  return *id != PLX_ID_NONE || *name == '\0' || plx_import_ensure_entity (self->import, kind, name, id, error);
}

static gboolean
find_question (Row *self,
               PlxId *id,
               GError **error)
{
  const char *text = get_string (self, "question");

  *id = get_reference (self, QUESTION, "question-uuid");
  return *id != PLX_ID_NONE || *text == '\0' || plx_import_ensure_question (self->import, text, id, error);
}

static gboolean
read_claim (Row *self,
            PlxAnnotation *annotation,
            GError **error)
{
  PlxClaim *claim = annotation->claim = plx_claim_new ();

  set (self, &claim->value, "value");
  set (self, &claim->attribution, "attribution");
  set (self, &claim->polarity, "polarity");
  set (self, &claim->certainty, "certainty");
  set (self, &claim->event_time, "event-time");
  claim->by_outlet = *get_string (self, "said-by-uuid") == '\0' && strcmp (get_string (self, "said-by"), PLX_JSON_OUTLET_ITSELF) == 0;
  return find_question (self, &claim->question, error) &&
         (claim->by_outlet || find_entity (self, "said-by-uuid", "said-by", PLX_KIND_ACTOR, &claim->said_by, error)) &&
         find_entity (self, "place-uuid", "place", PLX_KIND_PLACE, &claim->place, error);
}

/* Spans, and the words that stand there. */
static void
read_spans (Row *self,
            PlxAnnotation *annotation)
{
  JsonArray *spans = get_array (self, "spans");
  guint n = spans != NULL ? json_array_get_length (spans) : 0;

  for (guint i = 0; i < n; i++)
    {
      PlxSpan span = { 0 };

      if (!get_span (json_array_get_element (spans, i), &span))
        self->bad = "spans";
      g_array_append_val (annotation->spans, span);
    }
  if (n <= 1 && !json_object_has_member (self->object, "text"))
    return;
  g_strfreev (annotation->quotes);
  annotation->quotes = n > 1 ? dup_strings (self, "quotes") : g_new0 (char *, 2);
  if (n <= 1)
    annotation->quotes[0] = g_strdup (get_string (self, "text"));
}

static gboolean
read_annotation (Row *self,
                 GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();

  annotation->id = get_own_id (self, ANNOTATION);
  annotation->document = get_document (self);
  set (self, &annotation->note, "note");
  annotation->created = get_time (self, "created");
  annotation->modified = get_time (self, "modified");
  read_spans (self, annotation);
  if (!is_sound (self))
    return TRUE;
  return find_tag (self, &annotation->tag, error) && read_claim (self, annotation, error) &&
         find_entity (self, "entity-uuid", "entity", get_kind (self, "entity-kind", PLX_KIND_ACTOR), &annotation->entity, error) &&
         plx_import_ensure_annotator (self->import, get_string (self, "annotator"), &annotation->annotator, error) &&
         plx_import_annotation (self->import, annotation, error);
}

static gboolean
read_silence (Row *self,
              GError **error)
{
  g_autoptr (PlxSilence) silence = plx_silence_new ();

  silence->id = get_own_id (self, "silence");
  silence->document = get_document (self);
  set (self, &silence->note, "note");
  silence->created = get_time (self, "created");
  if (!is_sound (self))
    return TRUE;
  return find_question (self, &silence->question, error) &&
         plx_import_ensure_annotator (self->import, get_string (self, "annotator"), &silence->annotator, error) &&
         plx_import_silence (self->import, silence, error);
}

static gboolean
read_rejection (Row *self,
                GError **error)
{
  PlxRejection rejection = { .id = get_own_id (self, "rejection") };
  JsonNode *span = json_object_get_member (self->object, "span");

  rejection.place.document = get_document (self);
  rejection.created = get_time (self, "created");
  if (span == NULL || !get_span (span, &rejection.place.span))
    self->bad = "span";
  if (!is_sound (self))
    return TRUE;
  return find_tag (self, &rejection.place.tag, error) &&
         find_entity (self, "entity-uuid", "entity", PLX_KIND_ACTOR, &rejection.place.entity, error) &&
         plx_import_ensure_annotator (self->import, get_string (self, "annotator"), &rejection.annotator, error) &&
         plx_import_rejection (self->import, &rejection, error);
}

static gboolean
read_relation (Row *self,
               GError **error)
{
  g_autoptr (PlxRelation) relation = plx_relation_new ();
  const char *kind = get_string (self, "kind");

  relation->id = get_own_id (self, "relation");
  relation->source = get_id (self, ANNOTATION, "from");
  relation->target = get_id (self, ANNOTATION, "to");
  set (self, &relation->note, "note");
  relation->created = get_time (self, "created");
  relation->modified = get_time (self, "modified");
  if (!is_sound (self))
    return TRUE;
  return plx_import_ensure_relation_kind (self->import, kind, &relation->kind, error) &&
         plx_import_ensure_annotator (self->import, get_string (self, "annotator"), &relation->annotator, error) &&
         plx_import_relation (self->import, relation, error);
}

/* The file */

static gboolean
read_head (Row *self,
           GError **error)
{
  JsonNode *version = json_object_get_member (self->object, "version");

  if (version != NULL && json_node_get_value_type (version) == G_TYPE_INT64 && json_node_get_int (version) > PLX_JSONL_VERSION)
    return plx_import_malformed (self->import, error, _ ("it was written by a newer Parallax. Update Parallax first."));
  return TRUE;
}

static gboolean
read_row (Row *self,
          GError **error)
{
  static const struct
  {
    const char *type;
    gboolean (*read) (Row *self,
                      GError **error);
  } types[] = {
    { "annotation", read_annotation },
    { "document", read_document },
    { "relation", read_relation },
    { "entity", read_entity },
    { "tag", read_tag },
    { "question", read_question },
    { "silence", read_silence },
    { "rejection", read_rejection },
    { "relation-kind", read_relation_kind },
    { "annotator", read_annotator },
    { "outlet", read_outlet },
    { "field", read_field },
    { "project", read_head },
  };
  const char *type = get_string (self, "type");
  int n_problems = self->import->report->n_problems;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (type, types[i].type) == 0)
      return types[i].read (self, error) &&
             (self->import->report->n_problems > n_problems || take_foreign_ids (self, error));
  plx_import_problem (self->import, _ ("There is no row of type “%s”."), type);
  return TRUE;
}

/* A line that is no JSON is told; the others may be good. */
static gboolean
read_line (PlxImport *self,
           JsonParser *parser,
           const GString *line,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  Row row = { .import = self };
  JsonNode *root;

  if (!plx_json_parse (parser, line->str, line->len, &local))
    {
      if (plx_source_get_position (self->source) >= plx_source_get_size (self->source) && line->str[line->len - 1] != '}')
        plx_import_problem (self, _ ("The file breaks off in this line. Get it again from where it came from."));
      else
        plx_import_problem (self, _ ("The line is no JSON: %s"), local->message);
      return TRUE;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      plx_import_problem (self, _ ("The line is no JSON object."));
      return TRUE;
    }
  row.object = json_node_get_object (root);
  return read_row (&row, error);
}

gboolean
plx_jsonl_read_by_name (PlxImport *self,
                        const char *line,
                        PlxId document,
                        GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;
  Row row = { .import = self, .document = document, .by_name = TRUE };
  JsonNode *root;

  if (!plx_json_parse (parser, line, strlen (line), &local) ||
      (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      plx_import_problem (self, _ ("The line is no JSON: %s"), local != NULL ? local->message : "");
      return TRUE;
    }
  row.object = json_node_get_object (root);
  if (json_object_has_member (row.object, "from"))
    return read_relation (&row, error);
  return json_object_has_member (row.object, "spans") ? read_annotation (&row, error) : read_silence (&row, error);
}

gboolean
plx_jsonl_read (PlxImport *self,
                GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gboolean end = FALSE;

  while (!end)
    {
      if (!plx_import_tick (self, error) || !plx_source_read_line (self->source, line, &end, error))
        return FALSE;
      self->line++;
      if (line->len > 0 && !read_line (self, parser, line, error))
        return FALSE;
    }
  return TRUE;
}

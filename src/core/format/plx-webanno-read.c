/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads Web Annotations, our own and those of others: the first tag of a body
 * becomes the tag, comments the note.  The quote decides where an annotation is:
 * a position is taken as code points, as UTF-16 units, which browsers count, or
 * not at all. */

#include "config.h"

#include "format/plx-format-webanno.h"

#include "format/plx-format-jsonl.h"
#include "format/plx-import.h"
#include "format/plx-json-guard.h"
#include "model/plx-quote.h"
#include "store/plx-relations.h"
#include "store/plx-rows.h"

#include "base/plx-time.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  PlxImport *import;
  GPtrArray *later; /* (element-type JsonObject): links, unowned */
  int n_utf16;
  int n_quote;
  int n_by_words; /* articles */
  int n_whole;    /* annotations of articles as a whole */
} Reader;

/* Members */

static const char *
get (JsonObject *object,
     const char *key)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
}

static JsonObject *
get_object (JsonObject *object,
            const char *key)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* One thing, or a list of them. */
typedef gboolean (*NodeFunc) (Reader *self,
                              JsonNode *node,
                              gpointer data);

static gboolean
foreach (Reader *self,
         JsonObject *object,
         const char *key,
         NodeFunc func,
         gpointer data)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node == NULL)
    return TRUE;
  if (array == NULL)
    return func (self, node, data);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!func (self, json_array_get_element (array, i), data))
      return FALSE;
  return TRUE;
}

static const char *
skip_urn (const char *iri)
{
  return g_str_has_prefix (iri, "urn:uuid:") ? iri + strlen ("urn:uuid:") : iri;
}

/* Places */

typedef struct
{
  PlxAnnotation *annotation;
  int start;
  int end;
  gboolean has_position;
  const char *exact;
  const char *prefix;
  const char *suffix;
} Place;

static gboolean
read_number (JsonObject *object,
             const char *key,
             int *number)
{
  JsonNode *node = json_object_get_member (object, key);
  gint64 value = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : -1;

  *number = value >= 0 && value < G_MAXINT / 2 ? (int) value : -1;
  return *number >= 0;
}

static gboolean
read_selector (Reader *self,
               JsonNode *node,
               gpointer data)
{
  Place *place = data;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (strcmp (get (object, "type"), "TextPositionSelector") == 0)
    place->has_position = read_number (object, "start", &place->start) && read_number (object, "end", &place->end);
  if (strcmp (get (object, "type"), "TextQuoteSelector") == 0)
    {
      place->exact = get (object, "exact");
      place->prefix = get (object, "prefix");
      place->suffix = get (object, "suffix");
    }
  return TRUE;
}

/* The only place with these words between these contexts. */
static gboolean
find_quote (PlxText *text,
            const Place *place,
            PlxSpan *span)
{
  g_autofree char *whole = g_strconcat (place->prefix, place->exact, place->suffix, NULL);
  const char *utf8 = plx_text_get_utf8 (text);
  const char *found = strstr (utf8, whole);

  if (found == NULL || strstr (found + 1, whole) != NULL)
    return FALSE;
  span->start = plx_text_offset_of_byte (text, (gsize) (found - utf8) + strlen (place->prefix));
  span->end = span->start + (int) g_utf8_strlen (place->exact, -1);
  return TRUE;
}

/* What the project calls the article: its own id, or its address. */
static gboolean
find_article (Reader *self,
              const char *sql,
              const char *key,
              PlxId *id,
              GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->import->connection, sql);

  plx_statement_bind_text (statement, ":key", key);
  return plx_rows_find (statement, id, error);
}

/* The only article that has these words between these contexts. */
static gboolean
find_by_words (Reader *self,
               const Place *place,
               PlxId *id,
               GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->import->connection, "SELECT document.id FROM document JOIN text ON text.id = document.text "
                                                                                         "WHERE instr (body, :key) LIMIT 2");
  g_autofree char *whole = g_strconcat (place->prefix, place->exact, place->suffix, NULL);
  PlxStep step;
  int n = 0;

  plx_statement_bind_text (statement, ":key", whole);
  while (*place->exact != '\0' && (step = plx_statement_step (statement, error)) != PLX_STEP_DONE)
    {
      if (step == PLX_STEP_ERROR)
        return FALSE;
      *id = n++ == 0 ? plx_statement_get_int (statement, 0) : PLX_ID_NONE;
    }
  return TRUE;
}

/* The article that the file calls @source, found once. */
static PlxText *
find_source (Reader *self,
             const char *source,
             const Place *place,
             PlxId *id)
{
  PlxId there = PLX_ID_NONE;
  PlxText *text;

  *id = plx_import_id (self->import, "document", skip_urn (source));
  text = *id != PLX_ID_NONE ? plx_import_get_text (self->import, *id) : NULL;
  if (text != NULL || *id == PLX_ID_NONE)
    return text;
  find_article (self, "SELECT id FROM document WHERE url = :key AND url <> '' LIMIT 1", source, &there, NULL);
  if (there == PLX_ID_NONE)
    {
      find_by_words (self, place, &there, NULL);
      self->n_by_words += there != PLX_ID_NONE;
    }
  if (there == PLX_ID_NONE)
    return NULL;
  plx_import_move (self->import, *id, there);
  return plx_import_get_text (self->import, *id);
}

static gboolean
locate (Reader *self,
        PlxText *text,
        const Place *place,
        PlxSpan *span)
{
  *span = (PlxSpan){ place->start, place->end };
  if (place->has_position && (*place->exact == '\0' || plx_quote_matches (text, span, place->exact)))
    return TRUE;
  if (*place->exact == '\0')
    return FALSE;
  if (place->has_position && place->start <= place->end && place->end <= plx_text_utf16_of_offset (text, plx_text_get_length (text)))
    {
      span->start = plx_text_offset_of_utf16 (text, place->start);
      span->end = plx_text_offset_of_utf16 (text, place->end);
      if (plx_quote_matches (text, span, place->exact))
        {
          self->n_utf16++;
          return TRUE;
        }
    }
  if (!find_quote (text, place, span))
    return FALSE;
  self->n_quote++;
  return TRUE;
}

static gboolean
read_target (Reader *self,
             JsonNode *node,
             gpointer data)
{
  PlxAnnotation *annotation = data;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  Place place = { .annotation = annotation, .exact = "", .prefix = "", .suffix = "" };
  const char *source = get (object, "source");
  PlxText *text;
  PlxSpan span;

  if (object == NULL || !json_object_has_member (object, "selector"))
    {
      self->n_whole++;
      return FALSE;
    }
  foreach (self, object, "selector", read_selector, &place);
  text = find_source (self, source, &place, &annotation->document);
  if (text == NULL)
    {
      plx_import_problem (self->import, _ ("The article “%s” is not in the project; Web Annotations hold no texts. Add it first."), source);
      return FALSE;
    }
  if (!locate (self, text, &place, &span))
    {
      plx_import_problem (self->import, _ ("“%s” does not stand where the annotation says, and not at one other place only."), place.exact);
      return FALSE;
    }
  g_array_append_val (annotation->spans, span);
  return TRUE;
}

/* Bodies */

typedef struct
{
  PlxAnnotation *annotation;
  const char *tag;
} Bodies;

static void
add_note (PlxAnnotation *annotation,
          const char *text)
{
  char *note = *annotation->note != '\0' ? g_strconcat (annotation->note, "\n", text, NULL) : g_strdup (text);

  g_free (annotation->note);
  annotation->note = note;
}

static gboolean
read_body (Reader *self,
           JsonNode *node,
           gpointer data)
{
  Bodies *bodies = data;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *purpose = get (object, "purpose");
  const char *value = *get (object, "value") != '\0' ? get (object, "value") : get (object, "source");

  if (object == NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    value = json_node_get_string (node);
  if (*value == '\0')
    return TRUE;
  if (strcmp (purpose, "tagging") == 0 && bodies->tag == NULL)
    bodies->tag = value;
  else
    add_note (bodies->annotation, value);
  return TRUE;
}

/* Annotations */

static gboolean
read_foreign (Reader *self,
              JsonObject *object,
              GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  Bodies bodies = { annotation, NULL };
  JsonObject *creator = get_object (object, "creator");
  const char *value = get (object, "bodyValue");

  annotation->id = plx_import_id (self->import, "annotation", skip_urn (get (object, "id")));
  if (annotation->id == PLX_ID_NONE)
    annotation->id = plx_id_new ();
  plx_time_parse (get (object, "created"), &annotation->created);
  plx_time_parse (get (object, "modified"), &annotation->modified);
  if (!json_object_has_member (object, "target"))
    {
      plx_import_problem (self->import, _ ("An annotation has no target."));
      return TRUE;
    }
  if (!foreach (self, object, "target", read_target, annotation))
    return TRUE;
  foreach (self, object, "body", read_body, &bodies);
  if (*value != '\0')
    add_note (annotation, value);
  return plx_import_ensure_tag (self->import, bodies.tag != NULL ? bodies.tag : _ ("Annotation"), PLX_KIND_OTHER, &annotation->tag, error) &&
         plx_import_ensure_annotator (self->import, get (creator, "name"), &annotation->annotator, error) &&
         plx_import_annotation (self->import, annotation, error);
}

/* A row of ours, as text again. */
static gboolean
read_row (Reader *self,
          JsonObject *row,
          GError **error)
{
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autofree char *line = NULL;

  json_node_init_object (node, row);
  line = json_to_string (node, FALSE);
  return plx_jsonl_read_by_name (self->import, line, PLX_ID_NONE, error);
}

static gboolean
read_item (Reader *self,
           JsonNode *node,
           GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *row = get_object (object, "parallax");

  if (object == NULL)
    {
      plx_import_problem (self->import, _ ("An item is no JSON object."));
      return TRUE;
    }
  if (row != NULL)
    return read_row (self, row, error);
  if (strcmp (get (object, "motivation"), "linking") == 0)
    {
      g_ptr_array_add (self->later, object);
      return TRUE;
    }
  return read_foreign (self, object, error);
}

/* The list of items, wherever it stands. */
static JsonArray *
find_items (JsonNode *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonObject *page = object != NULL && get_object (object, "first") != NULL ? get_object (object, "first") : object;
  JsonNode *items = page != NULL ? json_object_get_member (page, "items") : NULL;

  if (JSON_NODE_HOLDS_ARRAY (root))
    return json_node_get_array (root);
  return items != NULL && JSON_NODE_HOLDS_ARRAY (items) ? json_node_get_array (items) : NULL;
}

static gboolean
read_items (Reader *self,
            JsonNode *root,
            GError **error)
{
  JsonArray *items = find_items (root);

  if (items == NULL)
    return read_item (self, root, error);
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      g_autofree char *member = g_strdup_printf (_ ("item %u"), i + 1);
      gboolean done;

      self->import->member = member;
      done = plx_import_tick (self->import, error) && read_item (self, json_array_get_element (items, i), error);
      self->import->member = NULL;
      if (!done)
        return FALSE;
    }
  return TRUE;
}

/* Links */

typedef struct
{
  const char *to;
  const char *kind;
  const char *note;
} Link;

static gboolean
read_link_body (Reader *self,
                JsonNode *node,
                gpointer data)
{
  Link *link = data;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *purpose = get (object, "purpose");

  if (object == NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    link->to = json_node_get_string (node);
  else if (*get (object, "source") != '\0')
    link->to = get (object, "source");
  else if (strcmp (purpose, "tagging") == 0)
    link->kind = get (object, "value");
  else if (*get (object, "value") != '\0')
    link->note = get (object, "value");
  return TRUE;
}

/* From the target to the body, by the tag in words. */
static gboolean
read_link (Reader *self,
           JsonObject *object,
           GError **error)
{
  g_autoptr (PlxRelation) relation = plx_relation_new ();
  Link link = { "", "", "" };

  foreach (self, object, "body", read_link_body, &link);
  relation->id = plx_id_new ();
  relation->source = plx_import_id (self->import, "annotation", skip_urn (get (object, "target")));
  relation->target = plx_import_id (self->import, "annotation", skip_urn (link.to));
  plx_time_parse (get (object, "created"), &relation->created);
  g_free (relation->note);
  relation->note = g_strdup (link.note);
  return plx_import_ensure_relation_kind (self->import, *link.kind != '\0' ? link.kind : _ ("related"), &relation->kind, error) &&
         plx_import_ensure_annotator (self->import, get (get_object (object, "creator"), "name"), &relation->annotator, error) &&
         plx_import_relation (self->import, relation, error);
}

static gboolean
read_links (Reader *self,
            GError **error)
{
  for (guint i = 0; i < self->later->len; i++)
    if (!read_link (self, g_ptr_array_index (self->later, i), error))
      return FALSE;
  return TRUE;
}

static void
tell_places (Reader *self)
{
  if (self->n_by_words > 0)
    plx_import_remark (self->import, ngettext ("%d article was found by words that stand in it alone.", "%d articles were found by words that stand in them alone.", (gulong) self->n_by_words), self->n_by_words);
  if (self->n_whole > 0)
    plx_import_remark (self->import, ngettext ("%d annotation that is about no passage was left out.", "%d annotations that are about no passage were left out.", (gulong) self->n_whole), self->n_whole);
  if (self->n_utf16 > 0)
    plx_import_remark (self->import, ngettext ("%d position counts UTF-16 units, as its quote shows.", "%d positions count UTF-16 units, as their quotes show.", (gulong) self->n_utf16), self->n_utf16);
  if (self->n_quote > 0)
    plx_import_remark (self->import, ngettext ("%d place was found by its words alone.", "%d places were found by their words alone.", (gulong) self->n_quote), self->n_quote);
}

gboolean
plx_webanno_read (PlxImport *import,
                  GError **error)
{
  g_autoptr (GBytes) bytes = plx_source_read_all (import->source, error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) later = g_ptr_array_new ();
  Reader self = { .import = import, .later = later };
  const char *data;
  gsize length;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  if (length == 0 || !plx_json_guard (data, length, &local) || !json_parser_load_from_data (parser, data, (gssize) length, &local))
    return plx_import_malformed (import, error, _ ("this is no JSON: %s"), local != NULL ? local->message : "");
  if (!read_items (&self, json_parser_get_root (parser), error) || !read_links (&self, error))
    return FALSE;
  tell_places (&self);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads Web Annotations, our own and those of others: the first tag of a body
 * becomes the tag, comments the note.  The quote decides where an annotation is:
 * a position is taken as code points, as UTF-16 units, which browsers count, or
 * not at all. */

#include "config.h"

#include "format/plx-webanno-read.h"

#include "format/plx-format-webanno.h"

#include "format/plx-format-jsonl.h"
#include "format/plx-json-guard.h"
#include "model/plx-quote.h"
#include "store/plx-relations.h"
#include "store/plx-rows.h"

#include "base/plx-time.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Members */

const char *
plx_webanno_get (JsonObject *object,
                 const char *key)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
}

JsonObject *
plx_webanno_get_object (JsonObject *object,
                        const char *key)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

gboolean
plx_webanno_foreach (PlxWebannoRead *self,
                     JsonObject *object,
                     const char *key,
                     PlxWebannoFunc func,
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
read_body (PlxWebannoRead *self,
           JsonNode *node,
           gpointer data)
{
  Bodies *bodies = data;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *purpose = plx_webanno_get (object, "purpose");
  const char *value = *plx_webanno_get (object, "value") != '\0' ? plx_webanno_get (object, "value") : plx_webanno_get (object, "source");

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
read_foreign (PlxWebannoRead *self,
              JsonObject *object,
              GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  Bodies bodies = { annotation, NULL };
  JsonObject *creator = plx_webanno_get_object (object, "creator");
  const char *value = plx_webanno_get (object, "bodyValue");

  annotation->id = plx_import_id (self->import, "annotation", plx_import_skip_urn (plx_webanno_get (object, "id")));
  if (annotation->id == PLX_ID_NONE)
    annotation->id = plx_id_new ();
  plx_time_parse (plx_webanno_get (object, "created"), &annotation->created);
  plx_time_parse (plx_webanno_get (object, "modified"), &annotation->modified);
  if (!json_object_has_member (object, "target"))
    {
      plx_import_problem (self->import, _ ("An annotation has no target."));
      return TRUE;
    }
  if (!plx_webanno_foreach (self, object, "target", plx_webanno_read_target, annotation))
    return TRUE;
  plx_webanno_foreach (self, object, "body", read_body, &bodies);
  if (*value != '\0')
    add_note (annotation, value);
  return plx_import_ensure_tag (self->import, bodies.tag != NULL ? bodies.tag : _ ("Annotation"), PLX_KIND_OTHER, &annotation->tag, error) &&
         plx_import_ensure_annotator (self->import, plx_webanno_get (creator, "name"), &annotation->annotator, error) &&
         plx_import_annotation (self->import, annotation, error);
}

/* A row of ours, as text again. */
static gboolean
read_row (PlxWebannoRead *self,
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
read_item (PlxWebannoRead *self,
           JsonNode *node,
           GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *row = plx_webanno_get_object (object, "parallax");

  if (object == NULL)
    {
      plx_import_problem (self->import, _ ("An item is no JSON object."));
      return TRUE;
    }
  if (row != NULL)
    return read_row (self, row, error);
  if (strcmp (plx_webanno_get (object, "motivation"), "linking") == 0)
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
  JsonObject *page = object != NULL && plx_webanno_get_object (object, "first") != NULL ? plx_webanno_get_object (object, "first") : object;
  JsonNode *items = page != NULL ? json_object_get_member (page, "items") : NULL;

  if (JSON_NODE_HOLDS_ARRAY (root))
    return json_node_get_array (root);
  return items != NULL && JSON_NODE_HOLDS_ARRAY (items) ? json_node_get_array (items) : NULL;
}

static gboolean
read_items (PlxWebannoRead *self,
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
read_link_body (PlxWebannoRead *self,
                JsonNode *node,
                gpointer data)
{
  Link *link = data;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *purpose = plx_webanno_get (object, "purpose");

  if (object == NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    link->to = json_node_get_string (node);
  else if (*plx_webanno_get (object, "source") != '\0')
    link->to = plx_webanno_get (object, "source");
  else if (strcmp (purpose, "tagging") == 0)
    link->kind = plx_webanno_get (object, "value");
  else if (*plx_webanno_get (object, "value") != '\0')
    link->note = plx_webanno_get (object, "value");
  return TRUE;
}

/* From the target to the body, by the tag in words. */
static gboolean
read_link (PlxWebannoRead *self,
           JsonObject *object,
           GError **error)
{
  g_autoptr (PlxRelation) relation = plx_relation_new ();
  Link link = { "", "", "" };

  plx_webanno_foreach (self, object, "body", read_link_body, &link);
  relation->id = plx_id_new ();
  relation->source = plx_import_id (self->import, "annotation", plx_import_skip_urn (plx_webanno_get (object, "target")));
  relation->target = plx_import_id (self->import, "annotation", plx_import_skip_urn (link.to));
  plx_time_parse (plx_webanno_get (object, "created"), &relation->created);
  g_free (relation->note);
  relation->note = g_strdup (link.note);
  return plx_import_ensure_relation_kind (self->import, *link.kind != '\0' ? link.kind : _ ("related"), &relation->kind, error) &&
         plx_import_ensure_annotator (self->import, plx_webanno_get (plx_webanno_get_object (object, "creator"), "name"), &relation->annotator, error) &&
         plx_import_relation (self->import, relation, error);
}

static gboolean
read_links (PlxWebannoRead *self,
            GError **error)
{
  for (guint i = 0; i < self->later->len; i++)
    if (!read_link (self, g_ptr_array_index (self->later, i), error))
      return FALSE;
  return TRUE;
}

static void
tell_places (PlxWebannoRead *self)
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
  PlxWebannoRead self = { .import = import, .later = later };
  JsonNode *root = NULL;
  const char *data;
  gsize length;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  /* Of nothing but blanks there is no root. */
  if (length > 0 && plx_json_parse (parser, data, length, &local))
    root = json_parser_get_root (parser);
  if (root == NULL)
    return plx_import_malformed (import, error, _ ("this is no JSON: %s"), local != NULL ? local->message : "");
  if (!read_items (&self, root, error) || !read_links (&self, error))
    return FALSE;
  tell_places (&self);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-html-about.h"

#include "intake/plx-intake-reader.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* What is nested more deeply describes no article. */
#define MAX_JSON_DEPTH 64
#define MAX_JSON_BYTES (1 << 20)

/* JSON-LD */

/* Parsers of JSON call themselves for each level. */
static gboolean
is_shallow (const char *json)
{
  int depth = 0;
  gboolean quoted = FALSE;

  for (const char *p = json; *p != '\0'; p++)
    {
      if (quoted && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        quoted = !quoted;
      else if (!quoted && (*p == '[' || *p == '{') && ++depth > MAX_JSON_DEPTH)
        return FALSE;
      else if (!quoted && (*p == ']' || *p == '}'))
        depth--;
    }
  return TRUE;
}

/* The text of "x", {"name": "x"}, {"@id": "x"} and of the first of several. */
static const char *
get_text (JsonNode *node)
{
  JsonObject *object;
  JsonArray *array;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      array = json_node_get_array (node);
      node = json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;
    }
  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node))
    return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  object = json_node_get_object (node);
  node = json_object_has_member (object, "name") ? json_object_get_member (object, "name") : json_object_get_member (object, "@id");
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* All names of a list of people. */
static char *
dup_names (JsonNode *node)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup (get_text (node));
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      const char *name = get_text (json_array_get_element (json_node_get_array (node), i));

      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_strdup (names->str);
}

static gboolean
is_article (JsonObject *object)
{
  const char *type = get_text (json_object_get_member (object, "@type"));

  return type != NULL && (strstr (type, "Article") != NULL || strstr (type, "Posting") != NULL || strcmp (type, "Report") == 0);
}

static void
describe_by_object (JsonObject *object,
                    PlxDocument *document)
{
  g_autofree char *authors = dup_names (json_object_get_member (object, "author"));

  plx_intake_set_field (&document->title, get_text (json_object_get_member (object, "headline")));
  plx_intake_set_field (&document->author, authors);
  plx_intake_set_field (&document->outlet, get_text (json_object_get_member (object, "publisher")));
  plx_intake_set_field (&document->url, get_text (json_object_get_member (object, "url")));
  plx_intake_set_field (&document->url, get_text (json_object_get_member (object, "mainEntityOfPage")));
  plx_intake_set_published (document, get_text (json_object_get_member (object, "datePublished")));
  plx_intake_set_language (document, get_text (json_object_get_member (object, "inLanguage")));
}

/* An object, a list of them, or an object with a list of them. */
static void
describe_by_node (JsonNode *node,
                  PlxDocument *document)
{
  JsonArray *array = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonNode *graph = json_object_get_member (json_node_get_object (node), "@graph");

      if (is_article (json_node_get_object (node)))
        describe_by_object (json_node_get_object (node), document);
      if (graph != NULL && JSON_NODE_HOLDS_ARRAY (graph))
        array = json_node_get_array (graph);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    array = json_node_get_array (node);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element) && is_article (json_node_get_object (element)))
        describe_by_object (json_node_get_object (element), document);
    }
}

static void
describe_by_json (const xmlNode *script,
                  PlxDocument *document)
{
  g_autofree char *json = plx_html_dup_text (script);
  g_autoptr (JsonParser) parser = NULL;

  if (strlen (json) > MAX_JSON_BYTES || !is_shallow (json))
    return;
  parser = json_parser_new ();
  if (json_parser_load_from_data (parser, json, -1, NULL) && json_parser_get_root (parser) != NULL)
    describe_by_node (json_parser_get_root (parser), document);
}

/* Elements */

/* The content of the first meta element whose name or property is @name. */
static const char *
find_meta (const xmlNode *root,
           const char *name)
{
  for (const xmlNode *node = root; node != NULL; node = plx_html_next (root, node, TRUE))
    {
      const char *key = plx_html_is (node, "meta") ? plx_html_get (node, "property") : NULL;

      if (key == NULL && plx_html_is (node, "meta"))
        key = plx_html_get (node, "name");
      if (key == NULL && plx_html_is (node, "meta"))
        key = plx_html_get (node, "itemprop");
      if (key != NULL && g_ascii_strcasecmp (key, name) == 0)
        return plx_html_get (node, "content");
    }
  return NULL;
}

static const char *
find_canonical (const xmlNode *root)
{
  for (const xmlNode *node = root; node != NULL; node = plx_html_next (root, node, TRUE))
    if (plx_html_is (node, "link") && g_strcmp0 (plx_html_get (node, "rel"), "canonical") == 0)
      return plx_html_get (node, "href");
  return NULL;
}

static void
describe_by_meta (const xmlNode *root,
                  PlxDocument *document)
{
  static const char *const dates[] = { "article:published_time", "datePublished", "date", "dc.date", "dc.date.issued", "pubdate", "DC.date.issued" };
  const char *author = find_meta (root, "author");
  const xmlNode *time = plx_html_find (root, "time");

  plx_intake_set_field (&document->title, find_meta (root, "og:title"));
  plx_intake_set_field (&document->title, find_meta (root, "dc.title"));
  plx_intake_set_field (&document->outlet, find_meta (root, "og:site_name"));
  plx_intake_set_field (&document->outlet, find_meta (root, "dc.publisher"));
  plx_intake_set_field (&document->author, author != NULL ? author : find_meta (root, "dc.creator"));
  plx_intake_set_field (&document->url, find_canonical (root));
  plx_intake_set_field (&document->url, find_meta (root, "og:url"));
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    plx_intake_set_published (document, find_meta (root, dates[i]));
  if (time != NULL)
    plx_intake_set_published (document, plx_html_get (time, "datetime"));
  plx_intake_set_language (document, plx_html_get (root, "lang"));
  plx_intake_set_language (document, plx_html_get (root, "xml:lang"));
  plx_intake_set_language (document, find_meta (root, "og:locale"));
}

/* Only what is not said better: titles of pages name the outlet too. */
static void
describe_by_title (const xmlNode *root,
                   PlxDocument *document)
{
  const xmlNode *title = plx_html_find (root, "h1");
  g_autofree char *text = NULL;

  if (title == NULL)
    title = plx_html_find (root, "title");
  if (title == NULL)
    return;
  text = plx_html_dup_text (title);
  plx_intake_set_field (&document->title, text);
}

void
plx_html_describe (xmlDoc *page,
                   PlxDocument *document)
{
  const xmlNode *root = xmlDocGetRootElement (page);

  for (const xmlNode *node = root; node != NULL; node = plx_html_next (root, node, TRUE))
    if (plx_html_is (node, "script") && g_strcmp0 (plx_html_get (node, "type"), "application/ld+json") == 0)
      describe_by_json (node, document);
  describe_by_meta (root, document);
  describe_by_title (root, document);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-tei.h"

#include "base/plx-time.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  PlxTestRows *rows;
  GHashTable *ids;     /* (owned) (element-type utf8 xmlNode) */
  GHashTable *bases;   /* (owned) (element-type xmlNode int): where a paragraph begins in its text */
  GHashTable *kinds;   /* (owned) (element-type utf8 utf8): uuid of a kind of relations by its xml:id */
  GHashTable *moments; /* (owned) (element-type utf8 utf8): @when by xml:id of the change */
} Reader;

/* The tree */

static gboolean
is (xmlNode *node,
    const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static char *
get (xmlNode *node,
     const char *attribute)
{
  xmlChar *value = strcmp (attribute, "xml:id") == 0
                       ? xmlGetNsProp (node, BAD_CAST "id", XML_XML_NAMESPACE)
                       : xmlGetNoNsProp (node, BAD_CAST attribute);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static gboolean
has (xmlNode *node,
     const char *attribute,
     const char *expected)
{
  g_autofree char *value = get (node, attribute);

  return g_strcmp0 (value, expected) == 0;
}

static char *
dup_content (xmlNode *node)
{
  xmlChar *value = node != NULL ? xmlNodeGetContent (node) : NULL;
  char *copy = g_strdup (value != NULL ? (const char *) value : "");

  xmlFree (value);
  return copy;
}

/* The first child element @name, with @type if given, empty for without one. */
static xmlNode *
child (xmlNode *node,
       const char *name,
       const char *type)
{
  for (xmlNode *c = node != NULL ? node->children : NULL; c != NULL; c = c->next)
    if (is (c, name) && (type == NULL || has (c, "type", *type != '\0' ? type : NULL)))
      return c;
  return NULL;
}

/* Follows a path of names from @node. */
static xmlNode *
find (xmlNode *node,
      const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);

  for (char **name = names; *name != NULL; name++)
    node = child (node, *name, NULL);
  return node;
}

static void
index_ids (Reader *self,
           xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      g_autofree char *id = node->type == XML_ELEMENT_NODE ? get (node, "xml:id") : NULL;

      if (id != NULL)
        {
          g_assert_false (g_hash_table_contains (self->ids, id));
          g_hash_table_insert (self->ids, g_strdup (id), node);
        }
      index_ids (self, node->children);
    }
}

/* The row that @attribute points to: what stands after the prefix of the id,
 * which must exist. */
static char *
dup_target (Reader *self,
            xmlNode *node,
            const char *attribute,
            const char *prefix)
{
  g_autofree char *pointer = node != NULL ? get (node, attribute) : NULL;
  g_autofree char *start = g_strconcat ("#", prefix, NULL);

  if (pointer == NULL)
    return NULL;
  g_assert_true (g_str_has_prefix (pointer, start));
  g_assert_nonnull (g_hash_table_lookup (self->ids, pointer + 1));
  return g_strdup (pointer + strlen (start));
}

static char *
dup_own_uuid (xmlNode *node,
              const char *prefix)
{
  g_autofree char *id = get (node, "xml:id");

  g_assert_true (g_str_has_prefix (id, prefix));
  return g_strdup (id + strlen (prefix));
}

/* Lines */

static void
add_content (Reader *self,
             const char *name,
             xmlNode *node)
{
  g_autofree char *value = dup_content (node);

  plx_test_rows_add (self->rows, name, value);
}

static void
add_number (Reader *self,
            const char *name,
            int value)
{
  g_autofree char *text = g_strdup_printf ("%d", value);

  plx_test_rows_add (self->rows, name, text);
}

static void
add_when (Reader *self,
          const char *name,
          const char *when)
{
  gint64 time;
  g_autofree char *text = NULL;

  if (when == NULL)
    return;
  g_assert_true (plx_time_parse (when, &time));
  text = g_strdup_printf ("%" G_GINT64_FORMAT, time);
  plx_test_rows_add (self->rows, name, text);
}

static void
add_target (Reader *self,
            const char *name,
            xmlNode *node,
            const char *attribute,
            const char *prefix)
{
  g_autofree char *uuid = dup_target (self, node, attribute, prefix);

  plx_test_rows_add (self->rows, name, uuid);
}

static void
add_own_uuid (Reader *self,
              const char *type,
              const char *uuid)
{
  plx_test_rows_begin (self->rows, type);
  plx_test_rows_add (self->rows, "row_id", uuid);
}

static void
read_foreign_ids (Reader *self,
                  xmlNode *node,
                  const char *element,
                  const char *uuid)
{
  for (xmlNode *c = node->children; c != NULL; c = c->next)
    if (is (c, element) && has (c, "type", "foreign-id"))
      {
        g_autofree char *scheme = get (c, "n");

        add_own_uuid (self, "foreign", uuid);
        plx_test_rows_add (self->rows, "scheme", scheme);
        add_content (self, "value", c);
        plx_test_rows_end (self->rows);
      }
}

/* The header */

static void
read_annotators (Reader *self,
                 xmlNode *title_statement)
{
  for (xmlNode *c = title_statement->children; c != NULL; c = c->next)
    if (is (c, "respStmt"))
      {
        g_autofree char *uuid = dup_own_uuid (c, "annotator.");
        g_autofree char *when = get (child (c, "resp", NULL), "when");

        add_own_uuid (self, "annotator", uuid);
        add_content (self, "name", child (c, "name", NULL));
        add_when (self, "created_at", when);
        plx_test_rows_end (self->rows);
        read_foreign_ids (self, c, "note", uuid);
      }
}

static void
add_examples (Reader *self,
              xmlNode *description)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (xmlNode *c = description->children; c != NULL; c = c->next)
    if (is (c, "mentioned"))
      {
        g_autofree char *line = dup_content (c);

        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
      }
  plx_test_rows_add (self->rows, "examples", lines->str);
}

static void
read_tags (Reader *self,
           xmlNode *parent,
           const char *parent_uuid)
{
  int rank = 0;

  for (xmlNode *c = parent->children; c != NULL; c = c->next)
    if (is (c, "category"))
      {
        xmlNode *description = child (c, "catDesc", NULL);
        g_autofree char *uuid = dup_own_uuid (c, "tag.");
        g_autofree char *colour = get (c, "rend");

        g_assert_true (g_str_has_prefix (colour, "color:"));
        add_own_uuid (self, "tag", uuid);
        plx_test_rows_add (self->rows, "parent_id", parent_uuid);
        add_target (self, "kind", c, "ana", "kind.");
        add_content (self, "name", child (description, "term", NULL));
        plx_test_rows_add (self->rows, "colour", colour + strlen ("color:"));
        add_content (self, "hotkey", child (description, "ident", "hotkey"));
        add_content (self, "description", child (description, "gloss", NULL));
        add_examples (self, description);
        add_number (self, "rank", rank++);
        plx_test_rows_end (self->rows);
        read_foreign_ids (self, description, "idno", uuid);
        read_tags (self, c, uuid);
      }
}

static void
read_relation_kinds (Reader *self,
                     xmlNode *taxonomy)
{
  int rank = 0;

  for (xmlNode *c = taxonomy->children; c != NULL; c = c->next)
    if (is (c, "category"))
      {
        xmlNode *description = child (c, "catDesc", NULL);
        g_autofree char *uuid = dup_content (child (description, "idno", "UUID"));

        add_own_uuid (self, "kind", uuid);
        add_content (self, "name", child (description, "term", NULL));
        add_target (self, "direction", c, "ana", "");
        add_content (self, "description", child (description, "gloss", NULL));
        add_number (self, "rank", rank++);
        plx_test_rows_end (self->rows);
        read_foreign_ids (self, description, "idno", uuid);
        g_hash_table_insert (self->kinds, get (c, "xml:id"), g_strdup (uuid));
      }
}

static void
read_fields (Reader *self,
             xmlNode *taxonomy)
{
  int rank = 0;

  for (xmlNode *c = taxonomy->children; c != NULL; c = c->next)
    if (is (c, "category"))
      {
        xmlNode *description = child (c, "catDesc", NULL);
        g_autofree char *uuid = dup_own_uuid (c, "field.");

        add_own_uuid (self, "field", uuid);
        add_content (self, "name", child (description, "term", NULL));
        add_target (self, "kind", c, "ana", "field.");
        add_number (self, "rank", rank++);
        plx_test_rows_end (self->rows);
        read_foreign_ids (self, description, "idno", uuid);
      }
}

/* What an article says in the fields. */
static void
read_values (Reader *self,
             xmlNode *bibl,
             const char *uuid)
{
  for (xmlNode *c = bibl->children; c != NULL; c = c->next)
    if (is (c, "note") && has (c, "type", "field"))
      {
        g_autofree char *pointer = get (c, "corresp");
        xmlNode *field = g_hash_table_lookup (self->ids, pointer + 1);

        add_own_uuid (self, "value", uuid);
        add_content (self, "field", find (field, "catDesc/term"));
        add_content (self, "value", c);
        plx_test_rows_end (self->rows);
      }
}

static void
read_header (Reader *self,
             xmlNode *header)
{
  read_annotators (self, find (header, "fileDesc/titleStmt"));
  for (xmlNode *c = find (header, "encodingDesc/classDecl")->children; c != NULL; c = c->next)
    {
      if (is (c, "taxonomy") && has (c, "xml:id", "codebook"))
        read_tags (self, c, NULL);
      if (is (c, "taxonomy") && has (c, "xml:id", "relation-kinds"))
        read_relation_kinds (self, c);
      if (is (c, "taxonomy") && has (c, "xml:id", "fields"))
        read_fields (self, c);
    }
}

/* Entities and questions */

static void
add_moment (Reader *self,
            const char *name,
            const char *id)
{
  const char *when = g_hash_table_lookup (self->moments, id);

  g_assert_nonnull (when);
  add_when (self, name, when);
}

static void
read_names (Reader *self,
            xmlNode *entity,
            const char *element,
            const char *uuid)
{
  for (xmlNode *c = entity->children; c != NULL; c = c->next)
    if (is (c, element) && has (c, "type", "alias"))
      {
        add_own_uuid (self, "alias", uuid);
        add_content (self, "name", c);
        plx_test_rows_end (self->rows);
      }
}

static void
add_geo (Reader *self,
         xmlNode *geo)
{
  g_autofree char *content = dup_content (geo);
  g_auto (GStrv) parts = g_strsplit (content, " ", -1);
  g_autofree char *text = NULL;

  if (geo == NULL)
    return;
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  text = g_strdup_printf ("%.12g %.12g", g_ascii_strtod (parts[0], NULL), g_ascii_strtod (parts[1], NULL));
  plx_test_rows_add (self->rows, "geo", text);
}

static void
read_entities (Reader *self,
               xmlNode *list,
               const char *element,
               const char *name)
{
  for (xmlNode *c = list != NULL ? list->children : NULL; c != NULL; c = c->next)
    if (is (c, element))
      {
        g_autofree char *uuid = dup_own_uuid (c, "ent.");
        g_autofree char *moment = dup_target (self, c, "change", "");
        const char *sort = is (c, "person") ? "person" : is (c, "org") && !has (c, "type", "unspecified") ? "organisation"
                                                                                                          : "";

        add_own_uuid (self, "entity", uuid);
        plx_test_rows_add (self->rows, "kind", is (c, "place") ? "place" : "actor");
        plx_test_rows_add (self->rows, "sort", sort);
        add_content (self, "name", child (c, name, "main"));
        add_content (self, "uri", child (c, "idno", "URI"));
        add_geo (self, find (c, is (c, "person") ? "residence/geo" : "location/geo"));
        add_content (self, "note", child (c, "note", "comment"));
        add_moment (self, "created_at", moment);
        plx_test_rows_end (self->rows);
        read_names (self, c, name, uuid);
        read_foreign_ids (self, c, "idno", uuid);
      }
}

static void
read_outlets (Reader *self,
              xmlNode *list)
{
  for (xmlNode *c = list != NULL ? list->children : NULL; c != NULL; c = c->next)
    if (is (c, "org"))
      {
        g_autofree char *uuid = dup_own_uuid (c, "outlet.");
        g_autofree char *colour = get (c, "rend");

        add_own_uuid (self, "outlet", uuid);
        add_content (self, "name", child (c, "orgName", "main"));
        add_content (self, "short", child (c, "orgName", "short"));
        plx_test_rows_add (self->rows, "colour", colour != NULL ? colour + strlen ("color:") : "");
        add_content (self, "note", child (c, "note", "comment"));
        plx_test_rows_end (self->rows);
        read_foreign_ids (self, c, "idno", uuid);
      }
}

static void
read_questions (Reader *self,
                xmlNode *list)
{
  int rank = 0;

  for (xmlNode *c = list != NULL ? list->children : NULL; c != NULL; c = c->next)
    if (is (c, "item"))
      {
        g_autofree char *uuid = dup_own_uuid (c, "q.");
        g_autofree char *moment = dup_target (self, c, "change", "");

        add_own_uuid (self, "question", uuid);
        add_content (self, "text", child (c, "seg", "question"));
        add_content (self, "unit", child (c, "seg", "unit"));
        add_content (self, "answer", child (c, "seg", "answer"));
        add_content (self, "note", child (c, "note", "comment"));
        add_moment (self, "created_at", moment);
        add_number (self, "rank", rank++);
        plx_test_rows_end (self->rows);
        read_foreign_ids (self, c, "idno", uuid);
      }
}

/* Relations */

static void
read_moments (Reader *self,
              xmlNode *list)
{
  for (xmlNode *c = list != NULL ? list->children : NULL; c != NULL; c = c->next)
    if (is (c, "change"))
      g_hash_table_insert (self->moments, get (c, "xml:id"), get (c, "when"));
}

static void
read_relations (Reader *self,
                xmlNode *list)
{
  for (xmlNode *c = list != NULL ? list->children : NULL; c != NULL; c = c->next)
    if (is (c, "relation"))
      {
        g_autofree char *uuid = dup_own_uuid (c, "r.");
        g_autofree char *kind = dup_target (self, c, "ref", "");
        g_autofree char *pointers = get (c, "change");
        g_auto (GStrv) moments = g_strsplit (pointers, " ", -1);

        add_own_uuid (self, "relation", uuid);
        plx_test_rows_add (self->rows, "kind_id", g_hash_table_lookup (self->kinds, kind));
        add_target (self, "source_id", c, "active", "a.");
        add_target (self, "target_id", c, "passive", "a.");
        add_target (self, "annotator_id", c, "resp", "annotator.");
        add_content (self, "note", child (c, "desc", NULL));
        add_moment (self, "created_at", moments[0] + 1);
        if (moments[1] != NULL)
          add_moment (self, "modified_at", moments[1] + 1);
        plx_test_rows_end (self->rows);
        read_foreign_ids (self, g_hash_table_lookup (self->ids, moments[0] + 1), "idno", uuid);
      }
}

/* Texts and pointers */

static char *
dup_slice (const char *text,
           long start,
           long end)
{
  g_assert_cmpint (start, >=, 0);
  g_assert_cmpint (start, <, end);
  g_assert_cmpint (end, <=, g_utf8_strlen (text, -1));
  return g_utf8_substring (text, start, end);
}

static void
index_paragraphs (Reader *self,
                  xmlNode *div)
{
  long offset = 0;

  g_hash_table_insert (self->bases, div, GINT_TO_POINTER (0));
  for (xmlNode *c = div->children; c != NULL; c = c->next)
    {
      g_autofree char *content = dup_content (c);

      g_assert_true (is (c, "p") || c->type == XML_TEXT_NODE);
      if (is (c, "p"))
        g_assert_null (strchr (content, '\n'));
      else
        g_assert_cmpuint (strspn (content, "\n"), ==, strlen (content));
      g_hash_table_insert (self->bases, c, GINT_TO_POINTER ((int) offset));
      offset += g_utf8_strlen (content, -1);
    }
}

/* Reads `ID,NUMBER` at *p; the offset counts from the beginning of the text. */
static long
read_point (Reader *self,
            const char **p)
{
  const char *comma = strchr (*p, ',');
  g_autofree char *id = g_strndup (*p, (gsize) (comma - *p));
  xmlNode *node = g_hash_table_lookup (self->ids, id);
  char *end;
  long offset = strtol (comma + 1, &end, 10);

  g_assert_nonnull (node);
  g_assert_true (g_hash_table_contains (self->bases, node));
  *p = end;
  return offset + GPOINTER_TO_INT (g_hash_table_lookup (self->bases, node));
}

static void
expect (const char **p,
        const char *text)
{
  g_assert_true (g_str_has_prefix (*p, text));
  *p += strlen (text);
}

static void
append_span (GArray *spans,
             long start,
             long end)
{
  g_array_append_val (spans, start);
  g_array_append_val (spans, end);
}

static void
read_string_range (Reader *self,
                   const char *p,
                   GArray *spans)
{
  const char *pair = strchr (p, ',');
  long base;
  char *end;

  base = read_point (self, &p) - strtol (pair + 1, NULL, 10);
  while (*pair == ',')
    {
      long offset = strtol (pair + 1, &end, 10);
      long length;

      g_assert_cmpint (*end, ==, ',');
      length = strtol (end + 1, &end, 10);
      append_span (spans, base + offset, base + offset + length);
      pair = end;
    }
  g_assert_cmpstr (pair, ==, ")");
}

static void
read_range (Reader *self,
            const char *p,
            GArray *spans)
{
  do
    {
      long start, end;

      expect (&p, "string-index(");
      start = read_point (self, &p);
      expect (&p, "),string-index(");
      end = read_point (self, &p);
      expect (&p, ")");
      append_span (spans, start, end);
    }
  while (*p++ == ',');
  g_assert_cmpstr (p, ==, "");
}

/* Returns: (element-type long): start, end, start, end, … in the whole text */
static GArray *
resolve (Reader *self,
         const char *pointer)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (long));

  if (g_str_has_prefix (pointer, "#string-range("))
    read_string_range (self, pointer + strlen ("#string-range("), spans);
  else if (g_str_has_prefix (pointer, "#range("))
    read_range (self, pointer + strlen ("#range("), spans);
  else
    g_error ("What pointer is %s?", pointer);
  return spans;
}

/* Annotations */

static void
read_spans (Reader *self,
            xmlNode *annotation,
            const char *uuid,
            const char *text)
{
  g_autofree char *pointer = get (annotation, "target");
  g_autoptr (GArray) ends = resolve (self, pointer);
  guint i = 0;

  for (xmlNode *c = annotation->children; c != NULL; c = c->next)
    if (is (c, "note") && has (c, "type", "quote"))
      {
        g_autofree char *quote = dup_content (c);
        g_autofree char *slice = NULL;

        g_assert_cmpuint (i + 1, <, ends->len);
        slice = dup_slice (text, g_array_index (ends, long, i), g_array_index (ends, long, i + 1));
        g_assert_cmpstr (slice, ==, quote);
        add_own_uuid (self, "span", uuid);
        add_number (self, "start", (int) g_array_index (ends, long, i));
        add_number (self, "end", (int) g_array_index (ends, long, i + 1));
        plx_test_rows_add (self->rows, "quote", quote);
        plx_test_rows_end (self->rows);
        i += 2;
      }
  g_assert_cmpuint (i, ==, ends->len);
}

static xmlNode *
field (xmlNode *annotation,
       const char *name)
{
  xmlNode *fs = child (child (annotation, "note", "claim"), "fs", NULL);

  for (xmlNode *c = fs != NULL ? fs->children : NULL; c != NULL; c = c->next)
    if (is (c, "f") && has (c, "name", name))
      return c;
  return NULL;
}

static void
add_symbol (Reader *self,
            xmlNode *annotation,
            const char *name)
{
  xmlNode *f = field (annotation, name);
  g_autofree char *value = f != NULL ? get (child (f, "symbol", NULL), "value") : NULL;

  plx_test_rows_add (self->rows, name, value);
}

/* Whether a claim is there at all: a row without any field is not stored. */
static void
read_claim (Reader *self,
            xmlNode *annotation,
            const char *uuid)
{
  xmlNode *speaker = child (annotation, "ptr", "said-by");
  xmlNode *question = child (annotation, "ptr", "question");
  xmlNode *place = child (annotation, "ptr", "place");
  g_autofree char *said_by = speaker != NULL ? get (speaker, "target") : NULL;
  gboolean outlet = said_by != NULL && g_str_has_prefix (said_by, "#d.");

  if (speaker == NULL && question == NULL && place == NULL && child (annotation, "note", "claim") == NULL)
    return;
  add_own_uuid (self, "claim", uuid);
  add_target (self, "question_id", question, "target", "q.");
  add_content (self, "value", field (annotation, "expression"));
  if (!outlet)
    add_target (self, "speaker_id", speaker, "target", "ent.");
  plx_test_rows_add (self->rows, "outlet", outlet ? "yes" : "");
  add_symbol (self, annotation, "attribution");
  add_symbol (self, annotation, "polarity");
  add_symbol (self, annotation, "certainty");
  add_content (self, "event_time", field (annotation, "event-time"));
  add_target (self, "place_id", place, "target", "ent.");
  plx_test_rows_end (self->rows);
}

static void
add_moments_of (Reader *self,
                xmlNode *annotation)
{
  for (xmlNode *c = child (annotation, "revisionDesc", NULL)->children; c != NULL; c = c->next)
    if (is (c, "change"))
      {
        g_autofree char *when = get (c, "when");

        add_when (self, has (c, "status", "created") ? "created_at" : "modified_at", when);
      }
}

static void
read_annotation (Reader *self,
                 xmlNode *annotation,
                 const char *document,
                 const char *text)
{
  g_autofree char *uuid = dup_own_uuid (annotation, "a.");

  add_own_uuid (self, "annotation", uuid);
  plx_test_rows_add (self->rows, "document_id", document);
  add_target (self, "tag_id", annotation, "ana", "tag.");
  add_target (self, "annotator_id", annotation, "resp", "annotator.");
  add_target (self, "entity_id", child (annotation, "ptr", "entity"), "target", "ent.");
  add_content (self, "note", child (annotation, "note", "comment"));
  add_moments_of (self, annotation);
  plx_test_rows_end (self->rows);
  read_spans (self, annotation, uuid, text);
  read_claim (self, annotation, uuid);
  read_foreign_ids (self, annotation, "note", uuid);
}

static void
read_silence (Reader *self,
              xmlNode *annotation)
{
  g_autofree char *uuid = dup_own_uuid (annotation, "s.");

  add_own_uuid (self, "silence", uuid);
  add_target (self, "question_id", child (annotation, "ptr", "question"), "target", "q.");
  add_target (self, "document_id", annotation, "target", "d.");
  add_target (self, "annotator_id", annotation, "resp", "annotator.");
  add_content (self, "note", child (annotation, "note", "comment"));
  add_moments_of (self, annotation);
  plx_test_rows_end (self->rows);
  read_foreign_ids (self, annotation, "note", uuid);
}

static void
read_annotations (Reader *self,
                  xmlNode *list,
                  const char *document,
                  const char *text)
{
  for (xmlNode *c = list != NULL ? list->children : NULL; c != NULL; c = c->next)
    if (is (c, "annotation") && !has (c, "motivation", "describing"))
      {
        if (has (c, "ana", "#silence"))
          read_silence (self, c);
        else
          read_annotation (self, c, document, text);
      }
}

/* Articles */

/* Attribute or content, whichever is there. */
static void
add_either (Reader *self,
            const char *name,
            xmlNode *node,
            const char *attribute)
{
  g_autofree char *content = dup_content (node);
  g_autofree char *value = node != NULL && *content == '\0' ? get (node, attribute) : NULL;

  plx_test_rows_add (self->rows, name, value != NULL ? value : content);
}

/* What a style sheet makes of @style. */
static const char *
get_direction (const char *style)
{
  if (style == NULL)
    return "";
  g_assert_true (g_str_has_prefix (style, "direction: "));
  return style + strlen ("direction: ");
}

static void
read_metadata (Reader *self,
               xmlNode *header,
               const char *style,
               const char *uuid,
               const char *text)
{
  xmlNode *bibl = find (header, "fileDesc/sourceDesc/bibl");
  xmlNode *url = child (bibl, "idno", "URL");
  g_autofree char *own = dup_content (child (bibl, "idno", "UUID"));
  g_autofree char *when = get (find (header, "revisionDesc/change"), "when");
  g_autofree char *length = get (child (find (header, "fileDesc/extent"), "measure", "length"), "quantity");

  g_assert_cmpstr (own, ==, uuid);
  add_own_uuid (self, "document", uuid);
  add_content (self, "title", child (bibl, "title", NULL));
  add_content (self, "outlet", child (bibl, "publisher", NULL));
  add_content (self, "author", child (bibl, "author", NULL));
  add_either (self, "url", url != NULL ? url : child (bibl, "ptr", NULL), "target");
  add_either (self, "published", child (bibl, "date", NULL), "when");
  add_either (self, "language", find (header, "profileDesc/langUsage/language"), "ident");
  plx_test_rows_add (self->rows, "direction", get_direction (style));
  add_content (self, "note", child (bibl, "note", "comment"));
  add_content (self, "filename", child (bibl, "idno", "filename"));
  add_when (self, "created_at", when);
  add_content (self, "sha256", child (bibl, "idno", "SHA-256"));
  plx_test_rows_add (self->rows, "codepoints", length);
  plx_test_rows_add (self->rows, "body", text);
  plx_test_rows_end (self->rows);
  read_foreign_ids (self, bibl, "idno", uuid);
  read_values (self, bibl, uuid);
}

static void
read_article (Reader *self,
              xmlNode *tei)
{
  xmlNode *div = find (tei, "text/body/div");
  xmlNode *stand_off = child (tei, "standOff", NULL);
  g_autofree char *uuid = dup_own_uuid (tei, "d.");
  g_autofree char *text = dup_content (div);
  g_autofree char *style = get (child (tei, "text", NULL), "style");

  index_paragraphs (self, div);
  read_metadata (self, child (tei, "teiHeader", NULL), style, uuid, text);
  read_moments (self, child (stand_off, "listChange", NULL));
  read_annotations (self, child (stand_off, "listAnnotation", NULL), uuid, text);
  read_relations (self, child (stand_off, "listRelation", NULL));
}

static void
read_corpus (Reader *self,
             xmlNode *corpus)
{
  xmlNode *stand_off = child (corpus, "standOff", NULL);

  read_header (self, child (corpus, "teiHeader", NULL));
  read_moments (self, child (stand_off, "listChange", NULL));
  read_entities (self, child (stand_off, "listPerson", NULL), "person", "persName");
  read_entities (self, child (stand_off, "listOrg", ""), "org", "orgName");
  read_outlets (self, child (stand_off, "listOrg", "outlets"));
  read_entities (self, child (stand_off, "listPlace", NULL), "place", "placeName");
  read_questions (self, child (stand_off, "list", "questions"));
  for (xmlNode *c = corpus->children; c != NULL; c = c->next)
    if (is (c, "TEI"))
      read_article (self, c);
  read_relations (self, child (stand_off, "listRelation", NULL));
}

PlxTestRows *
plx_test_tei_read (const char *path)
{
  Reader self = { .rows = plx_test_rows_new () };
  xmlDoc *doc = xmlReadFile (path, NULL, XML_PARSE_NONET);

  g_assert_nonnull (doc);
  g_assert_true (is (xmlDocGetRootElement (doc), "teiCorpus"));
  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.bases = g_hash_table_new (NULL, NULL);
  self.kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.moments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  index_ids (&self, xmlDocGetRootElement (doc));
  read_corpus (&self, xmlDocGetRootElement (doc));
  g_hash_table_unref (self.ids);
  g_hash_table_unref (self.bases);
  g_hash_table_unref (self.kinds);
  g_hash_table_unref (self.moments);
  xmlFreeDoc (doc);
  return self.rows;
}

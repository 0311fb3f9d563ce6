/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-fill.h"
#include "plx-test-random.h"
#include "plx-test-rows.h"

#include "base/plx-time.h"
#include "format/plx-format.h"
#include "format/plx-json.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#define N_PROJECTS 12

/* Back from JSON Lines to rows, with a parser that is not ours. */

typedef struct
{
  PlxTestRows *rows;
  JsonObject *object; /* (unowned): the line being read */
  GHashTable *uuids;  /* (owned) (element-type utf8 utf8): of annotators and kinds, by type and name */
  GHashTable *ranks;  /* (owned) (element-type utf8 int): rows seen so far under a parent */
} Reader;

static const char *
get (Reader *self,
     const char *key)
{
  JsonNode *node = json_object_get_member (self->object, key);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? json_node_get_string (node) : NULL;
}

static void
add (Reader *self,
     const char *name,
     const char *key)
{
  plx_test_rows_add (self->rows, name, get (self, key));
}

static void
add_time (Reader *self,
          const char *name,
          const char *key)
{
  g_autofree char *text = NULL;
  gint64 time;

  if (get (self, key) == NULL)
    return;
  g_assert_true (plx_time_parse (get (self, key), &time));
  text = g_strdup_printf ("%" G_GINT64_FORMAT, time);
  plx_test_rows_add (self->rows, name, text);
}

static void
add_int (Reader *self,
         const char *name,
         gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  plx_test_rows_add (self->rows, name, text);
}

static void
add_rank (Reader *self,
          const char *key)
{
  int rank = GPOINTER_TO_INT (g_hash_table_lookup (self->ranks, key));

  add_int (self, "rank", rank);
  g_hash_table_insert (self->ranks, g_strdup (key), GINT_TO_POINTER (rank + 1));
}

static void
add_named (Reader *self,
           const char *name,
           const char *type,
           const char *key)
{
  g_autofree char *known = g_strconcat (type, " ", get (self, key), NULL);

  g_assert_nonnull (g_hash_table_lookup (self->uuids, known));
  plx_test_rows_add (self->rows, name, g_hash_table_lookup (self->uuids, known));
}

static void
begin (Reader *self,
       const char *type)
{
  plx_test_rows_begin (self->rows, type);
  add (self, "row_id", "uuid");
}

static void
remember (Reader *self,
          const char *type)
{
  g_hash_table_insert (self->uuids, g_strconcat (type, " ", get (self, "name"), NULL), g_strdup (get (self, "uuid")));
}

static void
add_lines (Reader *self,
           const char *field)
{
  JsonArray *array = json_object_get_array_member (self->object, field);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", json_array_get_string_element (array, i));
  plx_test_rows_add (self->rows, field, lines->str);
}

static void
read_tag (Reader *self)
{
  begin (self, "tag");
  add (self, "parent_id", "parent");
  add (self, "kind", "kind");
  add (self, "name", "name");
  add (self, "colour", "colour");
  add (self, "hotkey", "hotkey");
  add (self, "description", "description");
  add_lines (self, "examples");
  add_rank (self, get (self, "parent") != NULL ? get (self, "parent") : "top");
  plx_test_rows_end (self->rows);
  g_assert_true (g_str_has_suffix (get (self, "tag"), get (self, "name")));
}

static void
read_kind (Reader *self)
{
  begin (self, "kind");
  add (self, "name", "name");
  if (!json_object_get_boolean_member (self->object, "directed"))
    plx_test_rows_add (self->rows, "direction", "symmetric");
  add (self, "description", "description");
  add_rank (self, "kinds");
  plx_test_rows_end (self->rows);
  remember (self, "kind");
}

static void
read_entity (Reader *self)
{
  JsonArray *aliases = json_object_get_array_member (self->object, "aliases");

  begin (self, "entity");
  add (self, "kind", "kind");
  add (self, "sort", "sort");
  add (self, "name", "name");
  add (self, "uri", "uri");
  if (json_object_has_member (self->object, "latitude"))
    {
      g_autofree char *geo = g_strdup_printf ("%.12g %.12g", json_object_get_double_member (self->object, "latitude"),
                                              json_object_get_double_member (self->object, "longitude"));

      plx_test_rows_add (self->rows, "geo", geo);
    }
  add (self, "note", "note");
  add_time (self, "created_at", "created");
  plx_test_rows_end (self->rows);
  for (guint i = 0; i < json_array_get_length (aliases); i++)
    {
      begin (self, "alias");
      plx_test_rows_add (self->rows, "name", json_array_get_string_element (aliases, i));
      plx_test_rows_end (self->rows);
    }
}

static void
read_question (Reader *self)
{
  begin (self, "question");
  add (self, "text", "text");
  add (self, "unit", "unit");
  add (self, "answer", "answer");
  add (self, "note", "note");
  add_time (self, "created_at", "created");
  add_rank (self, "questions");
  plx_test_rows_end (self->rows);
}

static void
read_annotator (Reader *self)
{
  begin (self, "annotator");
  add (self, "name", "name");
  add_time (self, "created_at", "created");
  plx_test_rows_end (self->rows);
  remember (self, "annotator");
}

static void
read_outlet (Reader *self)
{
  begin (self, "outlet");
  add (self, "name", "name");
  add (self, "short", "short");
  add (self, "colour", "colour");
  add (self, "note", "note");
  plx_test_rows_end (self->rows);
}

static void
read_field (Reader *self)
{
  begin (self, "field");
  add (self, "name", "name");
  add (self, "kind", "kind");
  add_rank (self, "fields");
  plx_test_rows_end (self->rows);
}

static void
read_values (Reader *self)
{
  JsonObject *fields = json_object_has_member (self->object, "fields") ? json_object_get_object_member (self->object, "fields") : NULL;
  g_autoptr (GList) names = fields != NULL ? json_object_get_members (fields) : NULL;

  for (GList *name = names; name != NULL; name = name->next)
    {
      begin (self, "value");
      plx_test_rows_add (self->rows, "field", name->data);
      plx_test_rows_add (self->rows, "value", json_object_get_string_member (fields, name->data));
      plx_test_rows_end (self->rows);
    }
}

static void
read_document (Reader *self)
{
  begin (self, "document");
  add (self, "title", "title");
  add (self, "outlet", "outlet");
  add (self, "author", "author");
  add (self, "url", "url");
  add (self, "published", "published");
  add (self, "language", "language");
  add (self, "direction", "direction");
  add (self, "note", "note");
  add (self, "filename", "file");
  add_time (self, "created_at", "created");
  add (self, "sha256", "sha256");
  add_int (self, "codepoints", json_object_get_int_member (self->object, "codepoints"));
  add (self, "body", "text");
  plx_test_rows_end (self->rows);
  read_values (self);
}

static void
read_spans (Reader *self)
{
  JsonArray *spans = json_object_get_array_member (self->object, "spans");
  guint n = json_array_get_length (spans);
  JsonArray *quotes = n > 1 ? json_object_get_array_member (self->object, "quotes") : NULL;

  for (guint i = 0; i < n; i++)
    {
      JsonArray *span = json_array_get_array_element (spans, i);

      begin (self, "span");
      add_int (self, "start", json_array_get_int_element (span, 0));
      add_int (self, "end", json_array_get_int_element (span, 1));
      plx_test_rows_add (self->rows, "quote", quotes != NULL ? json_array_get_string_element (quotes, i) : get (self, "text"));
      plx_test_rows_end (self->rows);
    }
}

static void
read_claim (Reader *self)
{
  static const char *const keys[] = { "question", "value", "said-by", "attribution", "polarity", "certainty", "event-time", "place" };
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    any = any || json_object_has_member (self->object, keys[i]);
  if (!any)
    return;
  begin (self, "claim");
  add (self, "question_id", "question-uuid");
  add (self, "value", "value");
  add (self, "speaker_id", "said-by-uuid");
  if (get (self, "said-by") != NULL && get (self, "said-by-uuid") == NULL)
    {
      g_assert_cmpstr (get (self, "said-by"), ==, "the outlet itself");
      plx_test_rows_add (self->rows, "outlet", "yes");
    }
  add (self, "attribution", "attribution");
  add (self, "polarity", "polarity");
  add (self, "certainty", "certainty");
  add (self, "event_time", "event-time");
  add (self, "place_id", "place-uuid");
  plx_test_rows_end (self->rows);
}

static void
read_annotation (Reader *self)
{
  begin (self, "annotation");
  add (self, "document_id", "document");
  add (self, "tag_id", "tag-uuid");
  add_named (self, "annotator_id", "annotator", "annotator");
  add (self, "entity_id", "entity-uuid");
  add (self, "note", "note");
  add_time (self, "created_at", "created");
  add_time (self, "modified_at", "modified");
  plx_test_rows_end (self->rows);
  read_spans (self);
  read_claim (self);
}

static void
read_silence (Reader *self)
{
  begin (self, "silence");
  add (self, "question_id", "question-uuid");
  add (self, "document_id", "document");
  add_named (self, "annotator_id", "annotator", "annotator");
  add (self, "note", "note");
  add_time (self, "created_at", "created");
  plx_test_rows_end (self->rows);
}

static void
read_relation (Reader *self)
{
  begin (self, "relation");
  add_named (self, "kind_id", "kind", "kind");
  add (self, "source_id", "from");
  add (self, "target_id", "to");
  add_named (self, "annotator_id", "annotator", "annotator");
  add (self, "note", "note");
  add_time (self, "created_at", "created");
  add_time (self, "modified_at", "modified");
  plx_test_rows_end (self->rows);
}

static void
read_foreign_ids (Reader *self)
{
  JsonArray *ids = json_object_has_member (self->object, "foreign-ids")
                       ? json_object_get_array_member (self->object, "foreign-ids")
                       : NULL;

  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    {
      JsonArray *pair = json_array_get_array_element (ids, i);

      begin (self, "foreign");
      plx_test_rows_add (self->rows, "scheme", json_array_get_string_element (pair, 0));
      plx_test_rows_add (self->rows, "value", json_array_get_string_element (pair, 1));
      plx_test_rows_end (self->rows);
    }
}

static void
read_row (Reader *self)
{
  static const struct
  {
    const char *type;
    void (*read) (Reader *self);
  } types[] = {
    { "tag", read_tag },
    { "relation-kind", read_kind },
    { "entity", read_entity },
    { "question", read_question },
    { "annotator", read_annotator },
    { "outlet", read_outlet },
    { "field", read_field },
    { "document", read_document },
    { "annotation", read_annotation },
    { "silence", read_silence },
    { "relation", read_relation },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (get (self, "type"), types[i].type))
      {
        types[i].read (self);
        read_foreign_ids (self);
        return;
      }
  g_error ("What is a row of type %s?", get (self, "type"));
}

static PlxTestRows *
read_jsonl (const char *contents)
{
  Reader self = { .rows = plx_test_rows_new () };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_auto (GStrv) lines = g_strsplit (contents, "\n", -1);

  self.uuids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; *lines[i] != '\0'; i++)
    {
      g_autoptr (GError) error = NULL;

      json_parser_load_from_data (parser, lines[i], -1, &error);
      g_assert_no_error (error);
      self.object = json_node_get_object (json_parser_get_root (parser));
      if (i == 0)
        {
          g_assert_cmpstr (get (&self, "type"), ==, "project");
          g_assert_cmpstr (get (&self, "format"), ==, "parallax-jsonl");
          g_assert_cmpint (json_object_get_int_member (self.object, "version"), ==, 1);
        }
      else
        read_row (&self);
    }
  g_hash_table_unref (self.uuids);
  g_hash_table_unref (self.ranks);
  return self.rows;
}

static char *
export_jsonl (PlxTestProject *project)
{
  g_autofree char *path = g_build_filename (project->folder, "p.jsonl", NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  plx_format_export (project->connection, plx_formats_find ("jsonl", NULL), path, NULL, 0, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

/* Every row comes back, characters that XML cannot hold included. */
static void
test_random (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < N_PROJECTS; i++)
    {
      g_autoptr (PlxTestProject) project = plx_test_fill (random, TRUE);
      g_autofree char *contents = export_jsonl (project);
      g_autoptr (PlxTestRows) expected = plx_test_rows_read (project->connection, FALSE);
      g_autoptr (PlxTestRows) found = read_jsonl (contents);
      g_autofree char *expected_text = plx_test_rows_dup_text (expected);
      g_autofree char *found_text = plx_test_rows_dup_text (found);
      g_auto (GStrv) left = g_strsplit (expected_text, "\n", -1);
      g_auto (GStrv) right = g_strsplit (found_text, "\n", -1);

      for (guint k = 0; left[k] != NULL && right[k] != NULL; k++)
        g_assert_cmpstr (left[k], ==, right[k]);
      g_assert_cmpuint (g_strv_length (left), ==, g_strv_length (right));
    }
}

static void
test_empty (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *contents = export_jsonl (project);

  g_assert_true (g_str_has_prefix (contents, "{\"type\":\"project\",\"format\":\"parallax-jsonl\",\"version\":1,"));
  g_assert_null (strstr (contents, "\"type\":\"document\""));
}

/* All bytes that need it are escaped, nothing else is. */
static void
test_escapes (void)
{
  g_auto (PlxJson) json = { NULL };

  plx_json_init (&json);
  plx_json_begin (&json);
  plx_json_add_string (&json, "a", "\"\\/\b\f\n\r\t\001\037 é🇸\u2028\177");
  plx_json_begin_array (&json, "b");
  plx_json_begin_array (&json, NULL);
  plx_json_add_int (&json, NULL, -1);
  plx_json_add_int (&json, NULL, G_MAXINT64);
  plx_json_end_array (&json);
  plx_json_add_null (&json, NULL);
  plx_json_end_array (&json);
  plx_json_add_boolean (&json, "c", TRUE);
  plx_json_end (&json);
  g_assert_cmpstr (json.line->str, ==,
                   "{\"a\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f é🇸\u2028\177\",\"b\":[[-1,9223372036854775807],null],\"c\":true}\n");
}

static void
test_double (void)
{
  static const double values[] = { 0, 0.1, -0.1, 36.2, 1e300, 5e-324, 1.0 / 3, 100, 1e15, 123456789.123 };
  g_autofree char *tenth = plx_double_format (0.1);
  g_autofree char *hundred = plx_double_format (100);
  g_autofree char *above = plx_double_format (INFINITY);
  g_autofree char *below = plx_double_format (-INFINITY);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = plx_double_format (values[i]);

      g_assert_true (g_ascii_strtod (text, NULL) == values[i]);
    }
  g_assert_cmpstr (tenth, ==, "0.1");
  g_assert_cmpstr (hundred, ==, "100");
  g_assert_cmpstr (above, ==, "INF");
  g_assert_cmpstr (below, ==, "-INF");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jsonl/random", test_random);
  g_test_add_func ("/jsonl/empty", test_empty);
  g_test_add_func ("/jsonl/escapes", test_escapes);
  g_test_add_func ("/jsonl/double", test_double);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-rows.h"

#include <string.h>

PlxTestRows *
plx_test_rows_new (void)
{
  PlxTestRows *self = g_new0 (PlxTestRows, 1);

  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->line = g_string_new (NULL);
  return self;
}

void
plx_test_rows_free (PlxTestRows *self)
{
  g_ptr_array_unref (self->lines);
  g_string_free (self->line, TRUE);
  g_free (self);
}

void
plx_test_rows_begin (PlxTestRows *self,
                     const char *type)
{
  g_string_assign (self->line, type);
}

void
plx_test_rows_add (PlxTestRows *self,
                   const char *name,
                   const char *value)
{
  g_autofree char *escaped = g_strescape (value != NULL ? value : "", NULL);

  if (*escaped != '\0')
    g_string_append_printf (self->line, " | %s=%s", name, escaped);
}

void
plx_test_rows_end (PlxTestRows *self)
{
  g_ptr_array_add (self->lines, g_strdup (self->line->str));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
plx_test_rows_dup_text (PlxTestRows *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_ptr_array_sort (self->lines, compare);
  for (guint i = 0; i < self->lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (self->lines, i));
  return g_strdup (text->str);
}

/* Each query gives rows whose columns are named after their fields.  Columns
 * whose name ends in _id hold ids, those in _at moments. */
static const struct
{
  const char *type;
  const char *sql;
} queries[] = {
  { "annotator", "SELECT id AS row_id, name, created AS created_at FROM annotator" },
  { "document", "SELECT document.id AS row_id, title, outlet, author, url, published, language, direction, note, filename, "
                "created AS created_at, sha256, codepoints, body FROM document JOIN text ON text = text.id" },
  { "tag", "SELECT id AS row_id, parent AS parent_id, kind, name, colour, hotkey, description, examples, "
           "(SELECT count (*) FROM tag AS other WHERE other.parent IS tag.parent AND other.position < tag.position) AS rank FROM tag" },
  { "kind", "SELECT id AS row_id, name, CASE directed WHEN 0 THEN 'symmetric' END AS direction, description, "
            "(SELECT count (*) FROM relation_kind AS other WHERE other.position < relation_kind.position) AS rank FROM relation_kind" },
  { "entity", "SELECT id AS row_id, kind, sort, name, uri, CASE WHEN latitude IS NOT NULL THEN printf ('%.12g %.12g', latitude, longitude) END AS geo, "
              "note, created AS created_at FROM entity" },
  { "alias", "SELECT entity AS row_id, name FROM alias" },
  { "question", "SELECT id AS row_id, text, unit, answer, note, created AS created_at, "
                "(SELECT count (*) FROM question AS other WHERE other.position < question.position) AS rank FROM question" },
  { "outlet", "SELECT id AS row_id, name, short, colour, note FROM outlet" },
  { "field", "SELECT id AS row_id, name, kind, (SELECT count (*) FROM field AS other WHERE other.position < field.position) AS rank FROM field" },
  { "value", "SELECT document AS row_id, name AS field, value FROM field_value JOIN field ON field.id = field" },
  { "annotation", "SELECT id AS row_id, document AS document_id, tag AS tag_id, annotator AS annotator_id, entity AS entity_id, note, "
                  "created AS created_at, modified AS modified_at FROM annotation" },
  { "span", "SELECT annotation AS row_id, start, end, quote FROM span" },
  { "claim", "SELECT annotation AS row_id, question AS question_id, value, said_by AS speaker_id, CASE by_outlet WHEN 1 THEN 'yes' END AS outlet, "
             "attribution, polarity, certainty, event_time, place AS place_id FROM claim" },
  { "silence", "SELECT id AS row_id, question AS question_id, document AS document_id, annotator AS annotator_id, note, "
               "created AS created_at FROM silence" },
  { "relation", "SELECT id AS row_id, kind AS kind_id, source AS source_id, target AS target_id, annotator AS annotator_id, note, "
                "created AS created_at, modified AS modified_at FROM relation" },
  { "foreign", "SELECT subject AS row_id, scheme, value FROM foreign_id" },
};

static gboolean
is_xml (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
}

static char *
make_xml (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (clean, is_xml (g_utf8_get_char (p)) ? g_utf8_get_char (p) : 0xfffd);
  return g_string_free (clean, FALSE);
}

/* The names of the columns of a query of ours. */
static char **
split_names (const char *sql)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const char *end = g_strrstr (sql, " FROM ");
  int depth = 0;
  const char *start = sql + strlen ("SELECT ");

  for (const char *p = start; p <= end; p++)
    {
      depth += (*p == '(') - (*p == ')');
      if (depth == 0 && (*p == ',' || p == end))
        {
          g_autofree char *column = g_strndup (start, (gsize) (p - start));
          const char *name = g_strrstr (column, " AS ");

          g_strv_builder_add (names, g_strstrip (name != NULL ? (char *) name + 4 : column));
          start = p + 1;
        }
    }
  return g_strv_builder_end (names);
}

static void
add_column (PlxTestRows *self,
            PlxStatement *row,
            int column,
            const char *name,
            gboolean xml)
{
  g_autofree char *value = NULL;

  if (plx_statement_is_null (row, column))
    return;
  if (g_str_has_suffix (name, "_id"))
    value = plx_id_to_uuid (plx_statement_get_int (row, column));
  else if (g_str_has_suffix (name, "_at"))
    value = g_strdup_printf ("%" G_GINT64_FORMAT, plx_statement_get_int (row, column));
  else
    value = plx_statement_dup_text (row, column);
  if (xml)
    {
      g_autofree char *clean = make_xml (value);

      plx_test_rows_add (self, name, clean);
    }
  else
    plx_test_rows_add (self, name, value);
}

PlxTestRows *
plx_test_rows_read (PlxConnection *connection,
                    gboolean xml)
{
  PlxTestRows *self = plx_test_rows_new ();

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_auto (GStrv) names = split_names (queries[i].sql);
      g_autoptr (PlxStatement) row = plx_connection_prepare (connection, queries[i].sql);
      g_autoptr (GError) error = NULL;

      while (plx_statement_step (row, &error) == PLX_STEP_ROW)
        {
          plx_test_rows_begin (self, queries[i].type);
          for (int column = 0; names[column] != NULL; column++)
            add_column (self, row, column, names[column], xml);
          plx_test_rows_end (self);
        }
      g_assert_no_error (error);
    }
  return self;
}

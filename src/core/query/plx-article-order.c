/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-article-order.h"

#include "base/plx-time.h"
#include "query/plx-article-words.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

PlxArticleOrder *
plx_article_order_new (void)
{
  PlxArticleOrder *self = g_new0 (PlxArticleOrder, 1);

  self->outlet = g_strdup ("");
  self->language = g_strdup ("");
  self->month = g_strdup ("");
  self->words = g_strdup ("");
  self->value = g_strdup ("");
  return self;
}

PlxArticleOrder *
plx_article_order_copy (const PlxArticleOrder *self)
{
  PlxArticleOrder *copy = g_new (PlxArticleOrder, 1);

  *copy = *self;
  copy->outlet = g_strdup (self->outlet);
  copy->language = g_strdup (self->language);
  copy->month = g_strdup (self->month);
  copy->words = g_strdup (self->words);
  copy->value = g_strdup (self->value);
  return copy;
}

void
plx_article_order_free (PlxArticleOrder *self)
{
  g_free (self->outlet);
  g_free (self->language);
  g_free (self->month);
  g_free (self->words);
  g_free (self->value);
  g_free (self);
}

gboolean
plx_article_order_is_filter (const PlxArticleOrder *self)
{
  return *self->outlet != '\0' || *self->language != '\0' || *self->month != '\0' || *self->words != '\0' || self->field != PLX_ID_NONE || self->unread || self->unannotated;
}

gboolean
plx_article_order_is_plain (const PlxArticleOrder *self)
{
  return self->sort == PLX_ARTICLES_BY_ORDER && !self->descending && self->group == PLX_ARTICLES_BY_ORDER && !plx_article_order_is_filter (self);
}

static const char *const keys[] = {
  [PLX_ARTICLES_BY_ORDER] = "order",
  [PLX_ARTICLES_BY_TITLE] = "title",
  [PLX_ARTICLES_BY_OUTLET] = "outlet",
  [PLX_ARTICLES_BY_DATE] = "date",
  [PLX_ARTICLES_BY_LANGUAGE] = "language",
  [PLX_ARTICLES_BY_ANNOTATIONS] = "annotations",
  [PLX_ARTICLES_BY_FIELD] = "field",
};

const char *
plx_article_key_to_string (PlxArticleKey key)
{
  return keys[key];
}

gboolean
plx_article_key_from_string (const char *string,
                             PlxArticleKey *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (string, keys[i]) == 0)
      {
        *key = (PlxArticleKey) i;
        return TRUE;
      }
  return FALSE;
}

/* Kept for the next time */

GVariant *
plx_article_order_save (const PlxArticleOrder *self)
{
  return g_variant_new (PLX_ARTICLE_ORDER_TYPE, keys[self->sort], self->sort_field, self->descending, keys[self->group], self->group_field);
}

static void
restore_key (PlxConnection *connection,
             const char *string,
             gint64 field,
             PlxArticleKey *key,
             PlxId *id)
{
  g_autoptr (PlxStatement) statement = NULL;

  if (!plx_article_key_from_string (string, key) || *key != PLX_ARTICLES_BY_FIELD)
    return;
  statement = plx_connection_prepare (connection, "SELECT 1 FROM field WHERE id = :field");
  plx_statement_bind_id (statement, ":field", field);
  if (plx_statement_step (statement, NULL) == PLX_STEP_ROW)
    *id = field;
  else
    *key = PLX_ARTICLES_BY_ORDER;
}

PlxArticleOrder *
plx_article_order_restore (PlxConnection *connection,
                           GVariant *saved)
{
  PlxArticleOrder *self = plx_article_order_new ();
  const char *sort, *group;
  gint64 sort_field, group_field;

  g_variant_get (saved, "(&sxb&sx)", &sort, &sort_field, &self->descending, &group, &group_field);
  restore_key (connection, sort, sort_field, &self->sort, &self->sort_field);
  restore_key (connection, group, group_field, &self->group, &self->group_field);
  return self;
}

/* Keys to sort by.  What is not known comes last, whatever the direction. */

typedef struct
{
  gboolean is_known;
  double number;
  char *text; /* (owned) (nullable): a collation key */
} Key;

typedef struct
{
  PlxId id;
  gint64 position;
  Key group;
  char *heading; /* (owned) (nullable) */
  Key sort;
} Row;

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->group.text);
  g_free (row->heading);
  g_free (row->sort.text);
}

/* The first moment of a date, in UTC; in minutes, which a double holds. */
static gboolean
read_moment (const char *date,
             double *minutes)
{
  static const char *const rests[] = { [4] = "-01-01T00:00:00Z", [7] = "-01T00:00:00Z", [10] = "T00:00:00Z" };
  gsize length = strlen (date);
  g_autofree char *whole = NULL;
  gint64 time;

  if (length == 0 || (length <= 10 && rests[length] == NULL))
    return FALSE;
  whole = g_strconcat (date, length <= 10 ? rests[length] : "", NULL);
  if (!plx_time_parse (whole, &time))
    return FALSE;
  *minutes = (double) time / 60000;
  return TRUE;
}

static Key
read_key (PlxStatement *row,
          int column,
          PlxArticleKey by,
          const char *kind)
{
  const char *value = plx_statement_peek_text (row, column);
  Key key = { FALSE, 0, NULL };

  if (value == NULL)
    return key;
  if (by == PLX_ARTICLES_BY_ANNOTATIONS || strcmp (kind, "number") == 0)
    {
      key.is_known = *value != '\0';
      key.number = g_ascii_strtod (value, NULL);
    }
  else if (by == PLX_ARTICLES_BY_DATE || strcmp (kind, "date") == 0)
    key.is_known = read_moment (value, &key.number);
  else
    {
      key.is_known = *value != '\0';
      key.text = g_utf8_collate_key (value, -1);
    }
  return key;
}

static int
compare_keys (const Key *a,
              const Key *b,
              gboolean descending)
{
  int order;

  if (a->is_known != b->is_known)
    return a->is_known ? -1 : 1;
  if (a->text != NULL && b->text != NULL)
    order = strcmp (a->text, b->text);
  else
    order = (a->number > b->number) - (a->number < b->number);
  return descending ? -order : order;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer data)
{
  const PlxArticleOrder *self = data;
  const Row *first = a, *second = b;
  /* Groups of dates run with the dates in them. */
  int order = compare_keys (&first->group, &second->group, self->descending && self->group == self->sort);

  if (order == 0 && self->sort != PLX_ARTICLES_BY_ORDER)
    order = compare_keys (&first->sort, &second->sort, self->descending);
  if (order != 0)
    return order;
  order = first->position != second->position ? (first->position > second->position) - (first->position < second->position)
                                              : (first->id > second->id) - (first->id < second->id);
  return self->sort == PLX_ARTICLES_BY_ORDER && self->descending ? -order : order;
}

/* Asking */

static void
append_column (GString *sql,
               PlxArticleKey by,
               const char *parameter)
{
  switch (by)
    {
    case PLX_ARTICLES_BY_TITLE:
      g_string_append (sql, ", title");
      break;
    case PLX_ARTICLES_BY_OUTLET:
      g_string_append (sql, ", outlet");
      break;
    case PLX_ARTICLES_BY_DATE:
      g_string_append (sql, ", published");
      break;
    case PLX_ARTICLES_BY_LANGUAGE:
      g_string_append (sql, ", language");
      break;
    case PLX_ARTICLES_BY_ANNOTATIONS:
      g_string_append (sql, ", (SELECT count (*) FROM annotation WHERE annotation.document = document.id)");
      break;
    case PLX_ARTICLES_BY_FIELD:
      g_string_append_printf (sql, ", coalesce ((SELECT value FROM field_value WHERE field_value.document = document.id AND field = %s), '')", parameter);
      break;
    case PLX_ARTICLES_BY_ORDER:
    default:
      g_string_append (sql, ", ''");
    }
}

static char *
write_query (const PlxArticleOrder *self)
{
  GString *sql = g_string_new ("SELECT id, position, coalesce ((SELECT kind FROM field WHERE id = :group_field), ''), "
                               "coalesce ((SELECT kind FROM field WHERE id = :sort_field), '')");

  append_column (sql, self->group, ":group_field");
  append_column (sql, self->sort, ":sort_field");
  g_string_append (sql, ", title, outlet, published FROM document WHERE article IS NULL");
  if (*self->outlet != '\0')
    g_string_append (sql, " AND outlet = :outlet");
  if (*self->language != '\0')
    g_string_append (sql, " AND language = :language");
  if (*self->month != '\0')
    g_string_append (sql, " AND substr (published, 1, length (:month)) = :month");
  if (self->field != PLX_ID_NONE)
    g_string_append (sql, " AND EXISTS (SELECT 1 FROM field_value WHERE field_value.document = document.id AND field = :field AND value = :value)");
  if (self->unread)
    g_string_append (sql, " AND id NOT IN (SELECT document FROM seen)");
  if (self->unannotated)
    g_string_append (sql, " AND NOT EXISTS (SELECT 1 FROM annotation WHERE annotation.document = document.id)");
  return g_string_free (sql, FALSE);
}

static PlxStatement *
prepare (PlxConnection *connection,
         const PlxArticleOrder *self)
{
  g_autofree char *sql = write_query (self);
  PlxStatement *statement = plx_connection_prepare_dynamic (connection, sql);

  plx_statement_bind_int (statement, ":group_field", self->group == PLX_ARTICLES_BY_FIELD ? self->group_field : 0);
  plx_statement_bind_int (statement, ":sort_field", self->sort == PLX_ARTICLES_BY_FIELD ? self->sort_field : 0);
  if (*self->outlet != '\0')
    plx_statement_bind_text (statement, ":outlet", self->outlet);
  if (*self->language != '\0')
    plx_statement_bind_text (statement, ":language", self->language);
  if (*self->month != '\0')
    plx_statement_bind_text (statement, ":month", self->month);
  if (self->field != PLX_ID_NONE)
    {
      plx_statement_bind_id (statement, ":field", self->field);
      plx_statement_bind_text (statement, ":value", self->value);
    }
  return statement;
}

/* Headings */

/* `November 2024`, `2024`; dates in different zones are in the month that they
 * say themselves. */
static char *
dup_month (const char *date)
{
  g_autoptr (GDateTime) moment = NULL;
  int year = 0, month = 0;

  if (*date == '\0')
    return g_strdup (_ ("No date"));
  if (sscanf (date, "%4d-%2d", &year, &month) == 2)
    moment = g_date_time_new_utc (year, month, 1, 0, 0, 0);
  /* Translators: a month and a year as a heading, see strftime() */
  return moment != NULL ? g_date_time_format (moment, _ ("%B %Y")) : g_strdup (date);
}

static char *
dup_heading (PlxArticleKey by,
             const char *value)
{
  switch (by)
    {
    case PLX_ARTICLES_BY_DATE:
      return dup_month (value);
    case PLX_ARTICLES_BY_OUTLET:
      return g_strdup (*value != '\0' ? value : _ ("No outlet"));
    case PLX_ARTICLES_BY_LANGUAGE:
      return g_strdup (*value != '\0' ? value : _ ("No language"));
    case PLX_ARTICLES_BY_TITLE:
    case PLX_ARTICLES_BY_ANNOTATIONS:
    case PLX_ARTICLES_BY_FIELD:
      return g_strdup (*value != '\0' ? value : _ ("Without a value"));
    case PLX_ARTICLES_BY_ORDER:
    default:
      return NULL;
    }
}

/* Within a month the order is that of the articles. */
static void
read_group (Row *row,
            PlxStatement *statement,
            PlxArticleKey by,
            const char *kind)
{
  const char *value = plx_statement_peek_text (statement, 4);
  int year = 0, month = 0;

  row->heading = dup_heading (by, value);
  row->group = read_key (statement, 4, by, kind);
  if (by == PLX_ARTICLES_BY_DATE && sscanf (value, "%4d-%2d", &year, &month) >= 1)
    row->group.number = year * 12 + month;
}

/* Whether the article is asked for by what somebody typed. */
static gboolean
is_asked_for (const PlxArticleWords *words,
              PlxStatement *statement)
{
  return words == NULL || plx_article_words_match (words, plx_statement_peek_text (statement, 6), plx_statement_peek_text (statement, 7),
                                                   plx_statement_peek_text (statement, 8));
}

static GArray *
read_rows (PlxConnection *connection,
           const PlxArticleOrder *self,
           GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_autoptr (PlxStatement) statement = prepare (connection, self);
  g_autoptr (PlxArticleWords) words = plx_article_words_new (self->words);
  PlxStep step;

  g_array_set_clear_func (rows, row_clear);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      g_autofree char *group_kind = plx_statement_dup_text (statement, 2);
      g_autofree char *sort_kind = plx_statement_dup_text (statement, 3);
      Row row = { .id = plx_statement_get_int (statement, 0), .position = plx_statement_get_int (statement, 1) };

      if (!is_asked_for (words, statement))
        continue;
      if (self->group != PLX_ARTICLES_BY_ORDER)
        read_group (&row, statement, self->group, group_kind);
      row.sort = read_key (statement, 5, self->sort, sort_kind);
      g_array_append_val (rows, row);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

GArray *
plx_article_order_list (PlxConnection *connection,
                        const PlxArticleOrder *self,
                        GHashTable **headings,
                        GError **error)
{
  g_autoptr (GArray) rows = read_rows (connection, self, error);
  const char *last = NULL;
  GArray *ids;

  if (rows == NULL)
    return NULL;
  g_array_sort_with_data (rows, compare_rows, (gpointer) self);
  ids = g_array_sized_new (FALSE, FALSE, sizeof (PlxId), rows->len);
  if (headings != NULL)
    *headings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      g_array_append_val (ids, row->id);
      if (headings != NULL && row->heading != NULL && g_strcmp0 (row->heading, last) != 0)
        g_hash_table_insert (*headings, g_memdup2 (&row->id, sizeof row->id), g_strdup (row->heading));
      last = row->heading;
    }
  return ids;
}

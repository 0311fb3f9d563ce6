/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In what order articles are listed, under which headings, and which of them. */

#include "config.h"

#include "plx-test-project.h"

#include "query/plx-article-order.h"
#include "query/plx-article-words.h"
#include "store/plx-documents.h"
#include "store/plx-own-fields.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  const char *title;
  const char *outlet;
  const char *published;
  const char *language;
} Article;

static const Article articles[] = {
  { "Saraqib taken, rebels say", "Northern Wire", "2024-11-28T23:30:00-05:00", "en" },
  { "Army denies loss", "Harbour Post", "2024-11-29T01:00:00+03:00", "en" },
  { "Été à Hay’at", "Courrier", "2023", "fr" },
  { "Army at the gates", "Northern Wire", "2024-12-02", "" },
  { "No date", "", "", "en" },
};

typedef struct
{
  PlxTestProject *project;
  PlxId field;
} Fixture;

static gboolean
describe_cb (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  Fixture *fixture = data;
  g_autoptr (PlxOwnField) field = plx_own_field_new ("Reach", PLX_FIELD_KIND_NUMBER);

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (PlxDocument) document = plx_documents_get (connection, plx_test_project_get_document (fixture->project, i), error);

      g_free (document->title);
      g_free (document->outlet);
      g_free (document->published);
      g_free (document->language);
      document->title = g_strdup (articles[i].title);
      document->outlet = g_strdup (articles[i].outlet);
      document->published = g_strdup (articles[i].published);
      document->language = g_strdup (articles[i].language);
      if (!plx_documents_update (connection, document, error))
        return FALSE;
    }
  if (!plx_own_fields_set (connection, field, error))
    return FALSE;
  fixture->field = field->id;
  return plx_own_fields_set_value (connection, plx_test_project_get_document (fixture->project, 1), field->id, "9", error) &&
         plx_own_fields_set_value (connection, plx_test_project_get_document (fixture->project, 3), field->id, "10", error);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  static const char *const texts[] = { "One.", "Two.", "Three.", "Four.", "Five.", NULL };

  fixture->project = plx_test_project_new (texts);
  plx_test_project_edit (fixture->project, describe_cb, fixture);
  plx_test_project_tag (fixture->project, 2, "Three", "Claim");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_project_free (fixture->project);
}

/* The articles by their numbers, as `1 0 2`, headings before them in brackets. */
static void
assert_listed (Fixture *fixture,
               const PlxArticleOrder *order,
               const char *expected)
{
  g_autoptr (GHashTable) headings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = plx_article_order_list (fixture->project->connection, order, &headings, &error);
  g_autoptr (GString) listed = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      PlxId id = g_array_index (ids, PlxId, i);
      const char *heading = g_hash_table_lookup (headings, &id);
      guint number = 0;

      while (plx_test_project_get_document (fixture->project, number) != id)
        number++;
      if (heading != NULL)
        g_string_append_printf (listed, "[%s] ", heading);
      g_string_append_printf (listed, "%u ", number);
    }
  g_assert_cmpstr (g_strchomp (listed->str), ==, expected);
}

static void
test_sort (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (PlxArticleOrder) order = plx_article_order_new ();

  g_assert_true (plx_article_order_is_plain (order));
  assert_listed (fixture, order, "0 1 2 3 4");
  order->descending = TRUE;
  assert_listed (fixture, order, "4 3 2 1 0");
  order->sort = PLX_ARTICLES_BY_DATE; /* 22:00 and 4:30 in UTC; no date is last both ways */
  assert_listed (fixture, order, "3 0 1 2 4");
  order->descending = FALSE;
  assert_listed (fixture, order, "2 1 0 3 4");
  order->sort = PLX_ARTICLES_BY_OUTLET;
  assert_listed (fixture, order, "2 1 0 3 4");
  order->sort = PLX_ARTICLES_BY_ANNOTATIONS;
  assert_listed (fixture, order, "0 1 3 4 2");
  order->sort = PLX_ARTICLES_BY_FIELD;
  order->sort_field = fixture->field; /* 9 is less than 10; without a value last */
  assert_listed (fixture, order, "1 3 0 2 4");
}

static void
test_group (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (PlxArticleOrder) order = plx_article_order_new ();

  order->group = PLX_ARTICLES_BY_OUTLET;
  assert_listed (fixture, order, "[Courrier] 2 [Harbour Post] 1 [Northern Wire] 0 3 [No outlet] 4");
  order->group = PLX_ARTICLES_BY_LANGUAGE;
  assert_listed (fixture, order, "[en] 0 1 4 [fr] 2 [No language] 3");
}

static void
test_filter (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *expected;
  } cases[] = {
    { "army", "1 3" },
    { "ARMY gat", "3" },
    { "hayat ete", "2" },
    { "wire", "0 3" },
    { "  ", "0 1 2 3 4" },
    { "nothing", "" },
    { "after:2024", "0 1 3" },
    { "after:2024-12", "3" },
    { "before:2024-12 army", "1" },
    { "after:2024-11-29 before:2024-12-03", "1 3" },
    { "before:2024", "2" },
    { "after:", "0 1 2 3 4" },
  };
  g_autoptr (PlxArticleOrder) order = plx_article_order_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxArticleOrder) copy = NULL;

      g_free (order->words);
      order->words = g_strdup (cases[i].words);
      copy = plx_article_order_copy (order);
      g_assert_true (plx_article_order_is_filter (copy));
      assert_listed (fixture, copy, cases[i].expected);
    }
  g_free (order->words);
  order->words = g_strdup ("");
  g_free (order->month);
  order->month = g_strdup ("2024-11");
  assert_listed (fixture, order, "0 1");
  g_free (order->month);
  order->month = g_strdup ("2024");
  order->unannotated = TRUE;
  assert_listed (fixture, order, "0 1 3");
}

static void
test_saved (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (PlxArticleOrder) order = plx_article_order_new ();
  g_autoptr (PlxArticleOrder) again = NULL;
  g_autoptr (PlxArticleOrder) strange = NULL;
  g_autoptr (GVariant) saved = NULL;
  g_autoptr (GVariant) other = g_variant_ref_sink (g_variant_new (PLX_ARTICLE_ORDER_TYPE, "field", (gint64) 12345, FALSE, "colour", (gint64) 0));

  order->sort = PLX_ARTICLES_BY_FIELD;
  order->sort_field = fixture->field;
  order->descending = TRUE;
  order->group = PLX_ARTICLES_BY_OUTLET;
  order->unread = TRUE;
  saved = g_variant_ref_sink (plx_article_order_save (order));
  again = plx_article_order_restore (fixture->project->connection, saved);
  g_assert_cmpint (again->sort, ==, PLX_ARTICLES_BY_FIELD);
  g_assert_cmpint (again->sort_field, ==, fixture->field);
  g_assert_true (again->descending);
  g_assert_cmpint (again->group, ==, PLX_ARTICLES_BY_OUTLET);
  g_assert_false (plx_article_order_is_filter (again));
  strange = plx_article_order_restore (fixture->project->connection, other);
  g_assert_true (plx_article_order_is_plain (strange));
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/article-order/sort", Fixture, NULL, set_up, test_sort, tear_down);
  g_test_add ("/article-order/group", Fixture, NULL, set_up, test_group, tear_down);
  g_test_add ("/article-order/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/article-order/saved", Fixture, NULL, set_up, test_saved, tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of articles: found by what is typed, sorted as it was left, long. */

#include "config.h"

#include "plx-test-session.h"

#include "panels/plx-article-panel.h"
#include "panels/plx-growing-list.h"

#include <adwaita.h>

#define N_ARTICLES 60

typedef struct
{
  PlxTestSession *test; /* (owned) */
  GtkWidget *panel;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (int i = 1; i <= N_ARTICLES; i++)
    g_ptr_array_add (texts, g_strdup_printf ("Text %d.", i));
  g_ptr_array_add (texts, NULL);
  fixture->test = plx_test_session_new (plx_test_project_new ((const char *const *) texts->pdata));
}

static void
show (Fixture *fixture)
{
  fixture->panel = plx_article_panel_new ();
  plx_article_panel_set_session (PLX_ARTICLE_PANEL (fixture->panel), fixture->test->session);
  plx_test_session_present (fixture->test, fixture->panel);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_session_free (fixture->test);
}

static gpointer
part (Fixture *fixture,
      const char *name)
{
  GObject *object = gtk_widget_get_template_child (fixture->panel, PLX_TYPE_ARTICLE_PANEL, name);

  g_assert_nonnull (object);
  return object;
}

static GListModel *
get_model (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (part (fixture, "view")));
}

static gboolean
lists (Fixture *fixture,
       guint n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);

  return g_list_model_get_n_items (get_model (fixture)) == n &&
         g_str_equal (gtk_label_get_text (part (fixture, "count")), n > 0 ? count : "");
}

/* The first rows are there at once, the others some frames later. */
static void
test_grows (Fixture *fixture,
            gconstpointer data)
{
  fixture->panel = plx_article_panel_new ();
  plx_article_panel_set_session (PLX_ARTICLE_PANEL (fixture->panel), fixture->test->session);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), <, N_ARTICLES);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), >, 0);
  plx_test_session_present (fixture->test, fixture->panel);
  PLX_WAIT_FOR (lists (fixture, N_ARTICLES));
}

static void
test_grows_no_further (Fixture *fixture,
                       gconstpointer data)
{
  const char *const items[] = { "One", "Two", NULL };
  g_autoptr (GtkStringList) strings = gtk_string_list_new (items);
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (GListModel) growing = plx_growing_list_new (G_LIST_MODEL (strings), label);

  g_assert_cmpuint (g_list_model_get_n_items (growing), ==, 2);
  gtk_string_list_append (strings, "Three");
  g_assert_cmpuint (g_list_model_get_n_items (growing), ==, 3);
  g_object_unref (label);
}

static void
test_find (Fixture *fixture,
           gconstpointer data)
{
  show (fixture);
  PLX_WAIT_FOR (lists (fixture, N_ARTICLES));
  g_assert_false (gtk_widget_get_child_visible (part (fixture, "entry")));

  gtk_toggle_button_set_active (part (fixture, "find_button"), TRUE);
  gtk_editable_set_text (part (fixture, "entry"), "art 4");
  PLX_WAIT_FOR (lists (fixture, 11)); /* 4, 40 to 49 */
  gtk_editable_set_text (part (fixture, "entry"), "nothing");
  PLX_WAIT_FOR (lists (fixture, 0));
  g_assert_true (gtk_widget_get_mapped (part (fixture, "view"))); /* it is not that there are no articles */

  /* What is not seen leaves nothing out. */
  gtk_toggle_button_set_active (part (fixture, "find_button"), FALSE);
  PLX_WAIT_FOR (lists (fixture, N_ARTICLES));
}

/* The menu says what the list is sorted by when it comes sorted. */
static void
test_sorted (Fixture *fixture,
             gconstpointer data)
{
  PlxDocumentList *documents = plx_session_get_documents (fixture->test->session);
  g_autoptr (PlxArticleOrder) order = plx_article_order_new ();
  g_autoptr (PlxDocumentItem) first = NULL;

  order->descending = TRUE;
  order->group = PLX_ARTICLES_BY_OUTLET;
  plx_document_list_set_order (documents, order);
  show (fixture);
  PLX_WAIT_FOR (lists (fixture, N_ARTICLES));
  first = g_list_model_get_item (get_model (fixture), 0);
  g_assert_cmpstr (plx_document_item_get_document (first)->title, ==, "Article 60");
  /* One step back from there. */
  g_assert_true (gtk_widget_activate_action (fixture->panel, "articles.descending", NULL));
  g_assert_false (plx_document_list_get_order (documents)->descending);
  g_assert_cmpint (plx_document_list_get_order (documents)->group, ==, PLX_ARTICLES_BY_OUTLET);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  TEST ("/articles/grows", test_grows);
  TEST ("/articles/grows-no-further", test_grows_no_further);
  TEST ("/articles/find", test_find);
  TEST ("/articles/sorted", test_sorted);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The search of the whole project, on a screen. */

#include "config.h"

#include "plx-test-frame.h"
#include "plx-test-session.h"

#include "dialogs/plx-search-row.h"
#include "dialogs/plx-search-window.h"
#include "list/plx-search-list.h"
#include "store/plx-annotations.h"
#include "store/plx-tags.h"

#include <string.h>

static const char *const texts[] = {
  "Aleppo fell. ALEPPO’s governor fled from Aleppo.",
  "Near al-Aleppo nothing burned; Aleppoans stayed.",
  "سقطت حلب. حَلَب.",
  NULL,
};

/* Rows */

static void
add_hit (GPtrArray *hits,
         PlxSearchWhere where,
         PlxId document,
         int start)
{
  PlxSearchHit *hit = g_new0 (PlxSearchHit, 1);

  hit->where = where;
  hit->document = document;
  hit->span = (PlxSpan){ start, start + 1 };
  hit->title = g_strdup ("Title");
  hit->before = g_strdup ("before ");
  hit->text = g_strdup ("text");
  hit->after = g_strdup (" after");
  g_ptr_array_add (hits, hit);
}

static GPtrArray *
make_hits (int n)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_search_hit_free);

  for (int i = 0; i < n; i++)
    add_hit (hits, PLX_SEARCH_TEXT, 1 + i / 2, i);
  add_hit (hits, PLX_SEARCH_TAG, PLX_ID_NONE, 0);
  return hits;
}

typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
  int n;
} Change;

static void
changed_cb (GListModel *model,
            guint position,
            guint n_removed,
            guint n_added,
            gpointer data)
{
  Change *change = data;

  *change = (Change){ position, n_removed, n_added, change->n + 1 };
}

/* Hits stand under the name of their article; more of the same search leaves the
 * first ones where they are. */
static void
test_list (void)
{
  g_autoptr (PlxSearchList) list = plx_search_list_new ();
  g_autoptr (GPtrArray) few = make_hits (3);
  g_autoptr (GPtrArray) many = make_hits (4);
  g_autoptr (PlxSearchItem) name = NULL, hit = NULL;
  Change change = { 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (changed_cb), &change);
  plx_search_list_set (list, few, PLX_SEARCH_BY_ARTICLE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 7); /* 2 articles, 3 hits, tags, 1 hit */
  name = g_list_model_get_item (G_LIST_MODEL (list), 0);
  hit = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpuint (plx_search_item_get_n (name), ==, 2);
  g_assert_null (plx_search_item_get_hit (name));
  g_assert_cmpint (plx_search_item_get_hit (hit)->span.start, ==, 0);
  g_assert_cmpuint (plx_search_list_count_articles (list), ==, 2);

  plx_search_list_set (list, many, PLX_SEARCH_BY_ARTICLE);
  g_assert_cmpint (change.n, ==, 2);
  g_assert_cmpuint (change.position, ==, 3);
  plx_search_list_set (list, many, PLX_SEARCH_BY_LEFT);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 5);
}

static GtkWidget *
find_label (GtkWidget *widget,
            const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

/* What comes before a hit ends where the hit begins, however the window is
 * written. */
static void
test_row (void)
{
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  g_autoptr (PlxSearchList) list = plx_search_list_new ();
  g_autoptr (GPtrArray) hits = make_hits (1);
  g_autoptr (PlxSearchItem) item = NULL;

  plx_search_list_set (list, hits, PLX_SEARCH_BY_ARTICLE);
  item = g_list_model_get_item (G_LIST_MODEL (list), 1);
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      GtkTextDirection usual = gtk_widget_get_default_direction ();
      GtkWidget *row;

      gtk_widget_set_default_direction (directions[i]);
      row = g_object_ref_sink (plx_search_row_new ());
      plx_search_row_set_item (PLX_SEARCH_ROW (row), item, FALSE);
      g_assert_cmpint (gtk_widget_get_direction (find_label (row, "before ")), ==, GTK_TEXT_DIR_LTR);
      g_assert_cmpint (gtk_widget_get_direction (find_label (row, " after")), ==, GTK_TEXT_DIR_LTR);
      g_object_unref (row);
      gtk_widget_set_default_direction (usual);
    }
}

/* The window */

typedef struct
{
  PlxTestSession *session;
  PlxSearchWindow *window; /* (unowned): it is on the screen */
} Fixture;

static void
set_up (Fixture *fixture)
{
  fixture->session = plx_test_session_new (plx_test_project_new (texts));
  plx_test_session_present (fixture->session, gtk_label_new ("behind"));
}

static void
tear_down (Fixture *fixture)
{
  plx_search_window_forget (fixture->session->window);
  plx_test_session_free (fixture->session);
}

static GListModel *
get_rows (Fixture *fixture)
{
  GtkListView *view = GTK_LIST_VIEW (gtk_widget_get_template_child (GTK_WIDGET (fixture->window), PLX_TYPE_SEARCH_WINDOW, "view"));

  return G_LIST_MODEL (gtk_list_view_get_model (view));
}

static const char *
get_summary (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (fixture->window), PLX_TYPE_SEARCH_WINDOW, "summary")));
}

static void
look_for (Fixture *fixture,
          const char *text)
{
  fixture->window = plx_search_window_show (fixture->session->window, fixture->session->session, text);
}

static void
activate (Fixture *fixture,
          guint position)
{
  GtkWidget *view = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->window), PLX_TYPE_SEARCH_WINDOW, "view"));

  g_signal_emit_by_name (view, "activate", position);
}

static void
test_search (void)
{
  Fixture fixture = { NULL };
  PlxReading *reading;

  set_up (&fixture);
  look_for (&fixture, "aleppo*");
  PLX_WAIT_FOR (g_str_has_prefix (get_summary (&fixture), "5 hits"));
  g_assert_nonnull (strstr (get_summary (&fixture), "2 articles"));
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (&fixture)), ==, 7);

  /* Enter on the last hit of the second article. */
  activate (&fixture, 6);
  PLX_WAIT_FOR ((reading = plx_session_get_current (fixture.session->session)) != NULL);
  g_assert_cmpint (plx_reading_get_document (reading)->id, ==, plx_test_project_get_document (fixture.session->files, 1));

  look_for (&fixture, "حلب");
  PLX_WAIT_FOR (g_str_has_prefix (get_summary (&fixture), "2 hits"));
  look_for (&fixture, "nowhere");
  PLX_WAIT_FOR (*get_summary (&fixture) == '\0');
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (&fixture)), ==, 0);
  look_for (&fixture, "before:noon");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (&fixture)), ==, 0);
  g_assert_null (fixture.session->failure);
  tear_down (&fixture);
}

/* All passages get the tag in one edit. */
static void
test_tag (void)
{
  Fixture fixture = { NULL };
  g_autoptr (GPtrArray) annotations = NULL;

  set_up (&fixture);
  look_for (&fixture, "Aleppo");
  PLX_WAIT_FOR (g_str_has_prefix (get_summary (&fixture), "4 hits"));
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "search.tag", NULL);
  plx_test_session_settle (fixture.session);
  g_assert_nonnull (strstr (fixture.session->done, "passages"));
  g_assert_null (fixture.session->failure);
  look_for (&fixture, "tag:Actor");
  PLX_WAIT_FOR (g_list_model_get_n_items (get_rows (&fixture)) > 0 && g_str_has_suffix (get_summary (&fixture), "2 articles"));
  plx_test_session_undo (fixture.session);
  look_for (&fixture, "tag:Actor ");
  PLX_WAIT_FOR (*get_summary (&fixture) == '\0');
  tear_down (&fixture);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/search/list", test_list);
  g_test_add_func ("/ui/search/row", test_row);
  g_test_add_func ("/ui/search/search", test_search);
  g_test_add_func ("/ui/search/tag", test_tag);
  return g_test_run ();
}

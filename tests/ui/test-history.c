/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history panel, and going about in the history of a session. */

#include "config.h"

#include "plx-test-session.h"

#include "panels/plx-history-details.h"
#include "panels/plx-history-panel.h"
#include "panels/plx-history-row.h"

#include "base/plx-time.h"
#include "list/plx-history-list.h"
#include "list/plx-history-results.h"
#include "panels/plx-words.h"
#include "session/plx-verb-label.h"

#include <adwaita.h>
#include <string.h>

static const char *const texts[] = {
  "The gate of Quillhead Dam failed, said the Ildwen Basin Authority.",
  "Owners of Merrowick saw Quillhead Dam fail.",
  NULL,
};

typedef struct
{
  PlxTestSession *test;
  GtkWidget *panel;
  char *message; /* of PlxSession::travelled */
  gint64 back;
  PlxReading *entered;
  int offset;
} Fixture;

static void
travelled_cb (PlxSession *session,
              const char *message,
              gint64 back,
              Fixture *fixture)
{
  g_free (fixture->message);
  fixture->message = g_strdup (message);
  fixture->back = back;
}

static void
entered_cb (PlxSession *session,
            PlxReading *reading,
            int offset,
            Fixture *fixture)
{
  fixture->entered = reading;
  fixture->offset = offset;
}

static void
go_to_edit_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  Fixture *fixture = data;

  plx_session_go_to_edit (fixture->test->session, g_variant_get_int64 (parameter));
}

/* What the window offers its panels. */
static void
add_actions (Fixture *fixture)
{
  static const GActionEntry entries[] = { { .name = "go-to-edit", .parameter_type = "x", .activate = go_to_edit_cb } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->test->window), "win", G_ACTION_GROUP (group));
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  PlxTestProject *files = plx_test_project_new (texts);

  plx_test_project_tag (files, 0, "Quillhead Dam", "Place");
  plx_test_project_tag (files, 1, "Merrowick", "Place");
  plx_test_project_tag (files, 1, "Owners", "Actor");
  fixture->test = plx_test_session_new (files);
  g_signal_connect (fixture->test->session, "travelled", G_CALLBACK (travelled_cb), fixture);
  g_signal_connect (fixture->test->session, "entered", G_CALLBACK (entered_cb), fixture);
  fixture->panel = plx_history_panel_new (fixture->test->session);
  plx_test_session_present (fixture->test, fixture->panel);
  add_actions (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->test->session, fixture);
  plx_test_session_free (fixture->test);
  g_free (fixture->message);
}

static GtkWidget *
find (GtkWidget *widget,
      const char *name)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkSingleSelection *
get_selection (Fixture *fixture)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (find (fixture->panel, "view"))));
}

static PlxHistoryItem *
get_item (Fixture *fixture,
          guint position)
{
  g_autoptr (PlxHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (get_selection (fixture)), position);

  return item;
}

static const char *
get_text (Fixture *fixture,
          const char *name)
{
  return gtk_label_get_text (GTK_LABEL (find (fixture->panel, name)));
}

static void
click (Fixture *fixture,
       const char *name)
{
  g_signal_emit_by_name (find (fixture->panel, name), "clicked");
  plx_test_session_settle (fixture->test);
}

/* The tests */

static void
test_choose (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *details = find (fixture->panel, "details");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture))), ==, 5);
  g_assert_null (gtk_single_selection_get_selected_item (get_selection (fixture)));
  g_assert_true (plx_history_item_is_here (get_item (fixture, 0)));

  gtk_single_selection_set_selected (get_selection (fixture), 1);
  g_assert_cmpstr (get_text (fixture, "summary"), ==, "1 place in 1 article");
  g_assert_nonnull (strstr (get_text (fixture, "who"), "Tester"));
  g_assert_true (plx_history_details_go_there (PLX_HISTORY_DETAILS (details)));
  g_assert_nonnull (fixture->entered);
  g_assert_cmpint (plx_reading_get_id (fixture->entered), ==, plx_test_project_get_document (fixture->test->files, 1));
  g_assert_cmpint (fixture->offset, ==, strlen ("Owners of "));
  g_assert_cmpint (plx_session_get_selected (fixture->test->session), !=, PLX_ID_NONE);

  /* Both articles that were added; the beginning has no places. */
  gtk_single_selection_set_selected (get_selection (fixture), 3);
  g_assert_cmpstr (get_text (fixture, "summary"), ==, "2 articles");
  gtk_single_selection_set_selected (get_selection (fixture), 4);
  g_assert_false (gtk_widget_get_visible (find (fixture->panel, "summary")));
  g_assert_false (gtk_widget_get_visible (find (fixture->panel, "go_there")));
}

static void
test_travel (Fixture *fixture,
             gconstpointer data)
{
  PlxId last = plx_history_item_get_id (get_item (fixture, 0));
  GtkWidget *travel = find (fixture->panel, "travel");

  gtk_single_selection_set_selected (get_selection (fixture), 0);
  g_assert_false (gtk_widget_get_sensitive (travel));
  gtk_single_selection_set_selected (get_selection (fixture), 2);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (travel)), ==, "_Undo Back to Here");
  click (fixture, "travel");
  g_assert_cmpstr (fixture->message, ==, "Undid 2 edits");
  g_assert_cmpint (fixture->back, ==, last);
  g_assert_cmpint (plx_history_item_get_edit (get_item (fixture, 0))->state, ==, PLX_EDIT_UNDONE);
  g_assert_true (plx_history_item_is_here (get_item (fixture, 2)));
  g_assert_false (gtk_widget_get_sensitive (travel));

  gtk_single_selection_set_selected (get_selection (fixture), 1);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (travel)), ==, "_Redo up to Here");
  g_assert_true (gtk_widget_get_visible (find (fixture->panel, "state")));
  click (fixture, "travel");
  g_assert_cmpstr (fixture->message, ==, "Redid 1 edit");
  g_assert_true (plx_history_item_is_here (get_item (fixture, 1)));

  /* The way back that the toast offers. */
  plx_session_go_to_edit (fixture->test->session, fixture->back);
  plx_test_session_settle (fixture->test);
  g_assert_true (plx_history_item_is_here (get_item (fixture, 2)));

  gtk_single_selection_set_selected (get_selection (fixture), 4);
  click (fixture, "travel");
  g_assert_cmpstr (fixture->message, ==, "Undid 2 edits");
  g_assert_true (plx_history_item_is_here (get_item (fixture, 4)));
  plx_session_go_to_edit (fixture->test->session, plx_id_new ());
  plx_test_session_settle (fixture->test);
  g_assert_nonnull (fixture->test->failure);
}

/* A double click, or Enter, goes there and changes nothing. */
static void
test_activate (Fixture *fixture,
               gconstpointer data)
{
  g_signal_emit_by_name (find (fixture->panel, "view"), "activate", 2u);
  plx_test_session_settle (fixture->test);
  g_assert_nonnull (fixture->entered);
  g_assert_null (fixture->message);
  g_assert_true (plx_history_item_is_here (get_item (fixture, 0)));
}

static void
test_deleted (Fixture *fixture,
              gconstpointer data)
{
  g_assert_true (plx_history_undo (fixture->test->files->connection, NULL, NULL));
  plx_test_project_tag (fixture->test->files, 0, "gate", "Place");
  plx_project_refresh (fixture->test->project);
  gtk_single_selection_set_selected (get_selection (fixture), 1);
  g_assert_cmpint (plx_history_item_get_edit (get_item (fixture, 1))->state, ==, PLX_EDIT_DROPPED);
  g_assert_nonnull (strstr (get_text (fixture, "state"), "cannot be redone"));
  g_assert_false (gtk_widget_get_visible (find (fixture->panel, "travel")));
  g_assert_false (gtk_widget_get_visible (find (fixture->panel, "go_there")));
  g_assert_cmpstr (get_text (fixture, "summary"), ==, "1 place in 1 article");
}

static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  GtkEditable *search = GTK_EDITABLE (find (fixture->panel, "search"));
  GtkStack *stack = GTK_STACK (find (fixture->panel, "stack"));

  gtk_editable_set_text (search, "owners");
  PLX_WAIT_FOR (PLX_IS_HISTORY_RESULTS (gtk_single_selection_get_model (get_selection (fixture))));
  PLX_WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture))) == 1);
  gtk_editable_set_text (search, "dragons");
  PLX_WAIT_FOR (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "nothing-found") == 0);
  g_signal_emit_by_name (search, "stop-search");
  PLX_WAIT_FOR (PLX_IS_HISTORY_LIST (gtk_single_selection_get_model (get_selection (fixture))));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
}

static void
test_words (void)
{
  gint64 now = plx_time_now ();
  g_autofree char *moment = plx_words_dup_ago (now, now);
  g_autofree char *minutes = plx_words_dup_ago (now - 5 * 60000, now);
  g_autofree char *future = plx_words_dup_ago (now + 60000, now);
  g_autofree char *today = plx_words_dup_day (now, now);
  g_autofree char *yesterday = plx_words_dup_day (now - 86400000, now);
  g_auto (GStrv) verbs = plx_verb_list_matching ("ENTITY");
  g_auto (GStrv) none = plx_verb_list_matching ("dragon");

  g_assert_cmpstr (moment, ==, "just now");
  g_assert_cmpstr (minutes, ==, "5 minutes ago");
  g_assert_cmpstr (future, ==, "just now");
  g_assert_cmpstr (today, ==, "Today");
  g_assert_cmpstr (yesterday, ==, "Yesterday");
  g_assert_true (g_strv_contains ((const char *const *) verbs, "link"));
  g_assert_null (none[0]);
}

#define ADD(name, func) g_test_add ("/ui/history/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("choose", test_choose);
  ADD ("travel", test_travel);
  ADD ("activate", test_activate);
  ADD ("deleted", test_deleted);
  ADD ("search", test_search);
  g_test_add_func ("/ui/history/words", test_words);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The filter: what is hidden leaves the reading, the column and the selection,
 * and nothing that people make stays out of sight. */

#include "config.h"

#include "plx-test-column.h"

#include "panels/plx-filter-panel.h"
#include "store/plx-annotators.h"
#include "store/plx-tags.h"

typedef struct
{
  PlxTestColumn column;
  PlxFilter *filter;
  PlxId claim;
  PlxId actor;
  PlxId state;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  plx_test_column_init (&fixture->column, plx_test_column_text, 463, 700);
  fixture->filter = plx_session_get_filter (fixture->column.session->session);
  fixture->claim = plx_test_column_tag (&fixture->column, "Fighters of Hay’at Tahrir al-Sham", "Claim");
  fixture->actor = plx_test_column_tag (&fixture->column, "Hay’at Tahrir", "Actor");
  fixture->state = plx_test_column_tag (&fixture->column, "U.S.", "Actor/State");
  plx_test_session_settle (fixture->column.session);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_session_settle (fixture->column.session);
  g_assert_null (fixture->column.session->failure);
  plx_test_column_clear (&fixture->column);
}

static PlxId
tag_id (Fixture *fixture,
        const char *path)
{
  return plx_test_column_find_tag (&fixture->column, path)->id;
}

static PlxIndexedSpan
span_of (Fixture *fixture,
         PlxId annotation)
{
  PlxSpanIndex *index = plx_reading_get_index (fixture->column.reading);

  for (gsize i = 0; i < plx_span_index_get_n_spans (index); i++)
    if (plx_span_index_get (index, i)->annotation == annotation)
      return *plx_span_index_get (index, i);
  g_assert_not_reached ();
}

static void
assert_shown (Fixture *fixture,
              guint n_shown,
              guint n_hidden)
{
  g_assert_cmpuint (plx_span_index_get_n_annotations (plx_reading_get_index (fixture->column.reading)), ==, n_shown);
  g_assert_cmpuint (plx_reading_get_n_hidden (fixture->column.reading), ==, n_hidden);
  g_assert_true (plx_span_index_check (plx_reading_get_index (fixture->column.reading)));
}

static void
test_tags (Fixture *fixture,
           gconstpointer data)
{
  assert_shown (fixture, 3, 0);
  g_assert_cmpuint (span_of (fixture, fixture->actor).lane, ==, 1);

  /* Lanes close up. */
  plx_filter_set_tag_shown (fixture->filter, tag_id (fixture, "Claim"), FALSE);
  assert_shown (fixture, 2, 1);
  g_assert_cmpuint (span_of (fixture, fixture->actor).lane, ==, 0);
  g_assert_true (plx_reading_is_hidden (fixture->column.reading, fixture->claim));

  /* A tag goes with all below it; those can be shown singly. */
  plx_filter_set_tag_shown (fixture->filter, tag_id (fixture, "Actor"), FALSE);
  assert_shown (fixture, 0, 3);
  plx_filter_set_tag_shown (fixture->filter, tag_id (fixture, "Actor/State"), TRUE);
  assert_shown (fixture, 1, 2);
  g_assert_true (plx_filter_shows (fixture->filter, tag_id (fixture, "Actor/State")));
  g_assert_false (plx_filter_shows (fixture->filter, tag_id (fixture, "Actor")));

  plx_filter_show_all (fixture->filter);
  g_assert_false (plx_filter_is_active (fixture->filter));
  assert_shown (fixture, 3, 0);
}

static void
test_kinds_and_only (Fixture *fixture,
                     gconstpointer data)
{
  plx_filter_set_kind_shown (fixture->filter, PLX_KIND_ACTOR, FALSE);
  assert_shown (fixture, 1, 2);
  plx_filter_show_only_tag (fixture->filter, tag_id (fixture, "Actor"));
  assert_shown (fixture, 2, 1);
  plx_filter_show_only_tag (fixture->filter, tag_id (fixture, "Actor/State"));
  assert_shown (fixture, 1, 2);
  /* A tag that is not there changes nothing. */
  plx_filter_show_only_tag (fixture->filter, 12345);
  assert_shown (fixture, 1, 2);
}

static void
test_annotators (Fixture *fixture,
                 gconstpointer data)
{
  PlxConnection *reader = plx_project_get_reader (fixture->column.session->project);
  g_autoptr (GPtrArray) annotators = plx_annotators_list (reader, NULL);
  PlxId tester = ((PlxAnnotator *) g_ptr_array_index (annotators, 0))->id;

  g_assert_cmpuint (annotators->len, ==, 1);
  plx_project_set_annotator (fixture->column.session->project, "Somebody");
  plx_test_column_tag (&fixture->column, "airport", "Place");
  plx_test_session_settle (fixture->column.session);
  plx_filter_set_annotator_shown (fixture->filter, tester, FALSE);
  assert_shown (fixture, 1, 3);
  plx_filter_set_annotator_shown (fixture->filter, tester, TRUE);
  assert_shown (fixture, 4, 0);

  /* Whoever works sees what they make. */
  plx_filter_set_annotator_shown (fixture->filter, tester, FALSE);
  plx_project_set_annotator (fixture->column.session->project, "Tester");
  plx_test_column_tag (&fixture->column, "road", "Place");
  plx_test_session_settle (fixture->column.session);
  assert_shown (fixture, 5, 0);
  g_assert_nonnull (fixture->column.session->done);
}

static void
test_selection (Fixture *fixture,
                gconstpointer data)
{
  PlxSession *session = fixture->column.session->session;

  /* What is hidden is not selected any more, nor is it hit or undone away. */
  plx_session_select (session, fixture->column.reading, fixture->actor);
  plx_filter_set_kind_shown (fixture->filter, PLX_KIND_ACTOR, FALSE);
  g_assert_cmpint (plx_session_get_selected (session), ==, PLX_ID_NONE);
  g_assert_cmpint (plx_span_index_hit (plx_reading_get_index (fixture->column.reading),
                                       plx_test_column_find (&fixture->column, "Tahrir").start, PLX_ID_NONE),
                   ==, fixture->claim);

  /* Going to it shows it, and says so. */
  g_assert_null (fixture->column.session->done);
  plx_session_select (session, fixture->column.reading, fixture->actor);
  g_assert_cmpint (plx_session_get_selected (session), ==, fixture->actor);
  g_assert_true (plx_filter_shows_kind (fixture->filter, PLX_KIND_ACTOR));
  g_assert_nonnull (fixture->column.session->done);
}

static void
test_making (Fixture *fixture,
             gconstpointer data)
{
  plx_filter_set_tag_shown (fixture->filter, tag_id (fixture, "Place"), FALSE);
  g_assert_true (plx_filter_is_active (fixture->filter));
  plx_test_column_tag (&fixture->column, "airport", "Place");
  assert_shown (fixture, 4, 0);
  g_assert_true (plx_filter_shows_tag (fixture->filter, tag_id (fixture, "Place")));
  g_assert_nonnull (fixture->column.session->done);
  plx_test_session_settle (fixture->column.session);
  assert_shown (fixture, 4, 0);

  /* Another process, and undoing, work on what is hidden too. */
  plx_filter_set_tag_shown (fixture->filter, tag_id (fixture, "Place"), FALSE);
  assert_shown (fixture, 3, 1);
  plx_test_session_undo (fixture->column.session);
  assert_shown (fixture, 3, 0);
  plx_test_project_tag (fixture->column.session->files, 0, "road", "Place");
  plx_project_refresh (fixture->column.session->project);
  assert_shown (fixture, 3, 1);
}

static void
test_remembered (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (PlxFilter) other = plx_filter_new (plx_session_get_codebook (fixture->column.session->session));
  g_autoptr (GVariant) saved = NULL;
  g_autoptr (GVariant) odd = g_variant_ref_sink (g_variant_new_parsed ("@(axaxas) ([77, -5], [], ['nonsense'])"));

  plx_filter_set_kind_shown (fixture->filter, PLX_KIND_CLAIM, FALSE);
  plx_filter_set_tag_shown (fixture->filter, tag_id (fixture, "Actor/State"), FALSE);
  saved = g_variant_ref_sink (plx_filter_save (fixture->filter));
  plx_filter_restore (other, saved);
  g_assert_false (plx_filter_shows_kind (other, PLX_KIND_CLAIM));
  g_assert_false (plx_filter_shows_tag (other, tag_id (fixture, "Actor/State")));
  g_assert_true (plx_filter_shows (other, tag_id (fixture, "Actor")));

  /* What is unknown hides nothing. */
  plx_filter_restore (other, odd);
  g_assert_false (plx_filter_is_active (other));
}

/* The check button that says @name to screen readers. */
static GtkWidget *
find_check (GtkWidget *widget,
            const char *name)
{
  GtkWidget *found = NULL;

  if (GTK_IS_CHECK_BUTTON (widget) && gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    {
      g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

      if (wrong == NULL)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_check (child, name);
  return found;
}

static void
test_panel (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *panel = plx_filter_panel_new (fixture->column.session->session);
  GtkWidget *state, *actor;

  gtk_window_set_child (GTK_WINDOW (window), panel);
  gtk_window_present (GTK_WINDOW (window));
  PLX_WAIT_FOR (gtk_widget_get_mapped (panel));
  state = find_check (panel, "Actor/State");
  g_assert_nonnull (state);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (state), FALSE);
  assert_shown (fixture, 2, 1);

  /* The first one called so is the kind. */
  actor = find_check (panel, "Actor");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (actor), FALSE);
  assert_shown (fixture, 1, 2);
  g_assert_false (gtk_widget_is_sensitive (state));
  plx_filter_show_all (fixture->filter);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (state)));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (actor)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
remove_tag (PlxConnection *connection,
            PlxId annotator,
            gpointer tag,
            GError **error)
{
  return plx_tags_remove (connection, *(PlxId *) tag, error);
}

/* A hidden tag that is deleted leaves no filter behind. */
static void
test_deleted_tag (Fixture *fixture,
                  gconstpointer data)
{
  PlxId tag = tag_id (fixture, "Actor/State");

  plx_filter_set_tag_shown (fixture->filter, tag, FALSE);
  assert_shown (fixture, 2, 1);
  plx_test_project_edit (fixture->column.session->files, remove_tag, &tag);
  plx_project_refresh (fixture->column.session->project);
  assert_shown (fixture, 2, 0);
  g_assert_false (plx_filter_is_active (fixture->filter));
}

/* From the menu of the text. */
static void
test_actions (Fixture *fixture,
              gconstpointer data)
{
  GtkWidget *reader = GTK_WIDGET (fixture->column.reader);

  plx_session_select (fixture->column.session->session, fixture->column.reading, fixture->state);
  g_assert_true (gtk_widget_activate_action (reader, "reader.show-only-tag", NULL));
  assert_shown (fixture, 1, 2);
  g_assert_cmpint (plx_session_get_selected (fixture->column.session->session), ==, fixture->state);
  g_assert_true (gtk_widget_activate_action (reader, "reader.show-all", NULL));
  assert_shown (fixture, 3, 0);
  g_assert_true (gtk_widget_activate_action (reader, "reader.hide-tag", NULL));
  assert_shown (fixture, 2, 1);
  g_assert_cmpint (plx_session_get_selected (fixture->column.session->session), ==, PLX_ID_NONE);
  /* Of nothing selected there is no tag. */
  g_assert_true (gtk_widget_activate_action (reader, "reader.show-only-tag", NULL));
  assert_shown (fixture, 2, 1);
}

int
main (int argc,
      char **argv)
{
  plx_test_frame_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/filter/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("tags", test_tags);
  ADD ("kinds-and-only", test_kinds_and_only);
  ADD ("annotators", test_annotators);
  ADD ("selection", test_selection);
  ADD ("making", test_making);
  ADD ("remembered", test_remembered);
  ADD ("panel", test_panel);
  ADD ("deleted-tag", test_deleted_tag);
  ADD ("actions", test_actions);
  return g_test_run ();
}

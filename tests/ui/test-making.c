/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making annotations of several passages, and painting. */

#include "config.h"

#include "plx-test-column.h"

#include "reader/plx-label-bar.h"
#include "store/plx-tags.h"

#include <signal.h>
#include <sys/resource.h>

static PlxMaking *
get_making (PlxTestColumn *fixture)
{
  return plx_session_get_making (fixture->session->session);
}

static void
select_quote (PlxTestColumn *fixture,
              const char *quote)
{
  PlxSpan span = plx_test_column_find (fixture, quote);

  plx_reader_set_selection (fixture->reader, &span);
}

/* As the mouse does. */
static void
commit_quote (PlxTestColumn *fixture,
              const char *quote)
{
  select_quote (fixture, quote);
  plx_reader_commit_selection (fixture->reader, PLX_SNAP_WORD);
}

static guint
count (PlxTestColumn *fixture)
{
  return (guint) plx_span_index_get_n_annotations (plx_reading_get_index (fixture->reading));
}

/* What the selected annotation covers, as it is stored. */
static void
assert_selected_covers (PlxTestColumn *fixture,
                        const char *expected)
{
  g_autoptr (PlxAnnotation) annotation = NULL;
  g_autofree char *quote = NULL;

  plx_test_session_settle (fixture->session);
  annotation = plx_reading_load_annotation (fixture->reading, plx_session_get_selected (fixture->session->session), NULL);
  g_assert_nonnull (annotation);
  quote = plx_annotation_dup_quote (annotation);
  g_assert_cmpstr (quote, ==, expected);
}

static void
assert_failed (PlxTestColumn *fixture,
               const char *beginning)
{
  g_assert_nonnull (fixture->session->failure);
  g_assert_true (g_str_has_prefix (fixture->session->failure, beginning));
  g_clear_pointer (&fixture->session->failure, g_free);
}

static void
test_collect (void)
{
  PlxTestColumn fixture;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  commit_quote (&fixture, "Tahrir");
  plx_test_column_activate (&fixture, "reader.add-fragment");
  g_assert_cmpuint (plx_making_get_n_fragments (get_making (&fixture)), ==, 1);
  g_assert_cmpuint (count (&fixture), ==, 0);
  select_quote (&fixture, "militias ");
  plx_test_column_activate (&fixture, "reader.annotate");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.reader), "reader.tag", "s", "1"));
  assert_selected_covers (&fixture, "Tahrir … militias");
  g_assert_cmpuint (plx_making_get_n_fragments (get_making (&fixture)), ==, 0);

  /* One step back takes all of it. */
  plx_test_session_undo (fixture.session);
  g_assert_cmpuint (count (&fixture), ==, 0);
  g_assert_null (fixture.session->failure);
  plx_test_column_clear (&fixture);
}

static void
test_recall (void)
{
  PlxTestColumn fixture;
  GtkWidget *bar;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  bar = plx_test_column_find_widget (fixture.column, PLX_TYPE_LABEL_BAR);
  commit_quote (&fixture, "Tahrir");
  plx_test_column_activate (&fixture, "reader.add-fragment");
  commit_quote (&fixture, "militias");
  plx_test_column_activate (&fixture, "reader.add-fragment");
  g_assert_false (gtk_widget_get_visible (bar));

  /* Enter brings the bar back for all of them. */
  plx_test_column_activate (&fixture, "reader.annotate");
  g_assert_true (gtk_widget_get_visible (bar));
  plx_test_column_assert_selection (&fixture, "militias");
  g_assert_cmpuint (plx_making_get_n_fragments (get_making (&fixture)), ==, 1);

  /* Escape gives up all. */
  plx_label_bar_dismiss (PLX_LABEL_BAR (bar));
  g_assert_cmpuint (plx_making_get_n_fragments (get_making (&fixture)), ==, 0);
  g_assert_false (gtk_widget_get_visible (bar));

  /* Minus gives one back. */
  commit_quote (&fixture, "Tahrir");
  plx_test_column_activate (&fixture, "reader.add-fragment");
  plx_test_column_activate (&fixture, "reader.remove-fragment");
  g_assert_cmpuint (plx_making_get_n_fragments (get_making (&fixture)), ==, 0);

  /* Nothing is selected: that is said. */
  plx_test_column_activate (&fixture, "reader.add-fragment");
  assert_failed (&fixture, "Select some text");
  plx_test_column_clear (&fixture);
}

static void
test_add_and_remove (void)
{
  PlxTestColumn fixture;
  PlxId id;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  id = plx_test_column_tag (&fixture, "Tahrir", "Actor");
  select_quote (&fixture, "militias");
  plx_test_column_activate (&fixture, "reader.add-fragment");
  g_assert_cmpint (plx_session_get_selected (fixture.session->session), ==, id);
  assert_selected_covers (&fixture, "Tahrir … militias");
  g_assert_cmpstr (fixture.session->done, ==, "Fragment added");

  /* What it covers it need not be given again. */
  select_quote (&fixture, "militias");
  plx_test_column_activate (&fixture, "reader.add-fragment");
  assert_failed (&fixture, "The annotation covers this passage already");

  plx_reader_place_caret (fixture.reader, plx_test_column_find (&fixture, "Tahrir").start + 2);
  plx_test_column_activate (&fixture, "reader.remove-fragment");
  assert_selected_covers (&fixture, "militias");
  plx_reader_place_caret (fixture.reader, plx_test_column_find (&fixture, "militias").start + 2);
  plx_test_column_activate (&fixture, "reader.remove-fragment");
  assert_failed (&fixture, "This is the only fragment");
  plx_reader_place_caret (fixture.reader, 0);
  plx_test_column_activate (&fixture, "reader.remove-fragment");
  assert_failed (&fixture, "No fragment of the selected annotation");

  plx_test_session_undo (fixture.session);
  plx_session_select (fixture.session->session, fixture.reading, id);
  assert_selected_covers (&fixture, "Tahrir … militias");
  g_assert_null (fixture.session->failure);
  plx_test_column_clear (&fixture);
}

static void
test_duplicates (void)
{
  PlxTestColumn fixture;
  PlxSession *session;
  PlxSpan spans[2];
  PlxId actor, first;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  session = fixture.session->session;
  actor = plx_test_column_find_tag (&fixture, "Actor")->id;
  spans[0] = plx_test_column_find (&fixture, "militias");
  spans[1] = plx_test_column_find (&fixture, "Tahrir");
  first = plx_session_tag (session, fixture.reading, spans, 2, actor, NULL);
  g_assert_cmpint (first, !=, PLX_ID_NONE);
  assert_selected_covers (&fixture, "Tahrir … militias");

  /* In any order it is the same; a part of it is not. */
  spans[0] = plx_test_column_find (&fixture, "Tahrir");
  spans[1] = plx_test_column_find (&fixture, "militias");
  g_assert_cmpint (plx_session_tag (session, fixture.reading, spans, 2, actor, NULL), ==, PLX_ID_NONE);
  assert_failed (&fixture, "This passage already has that tag.");
  g_assert_cmpint (plx_session_get_selected (session), ==, first);
  g_assert_cmpint (plx_session_tag (session, fixture.reading, spans, 1, actor, NULL), !=, PLX_ID_NONE);

  /* Somebody else may say the same. */
  plx_test_session_settle (fixture.session);
  plx_project_set_annotator (fixture.session->project, "Another");
  g_assert_cmpint (plx_session_tag (session, fixture.reading, spans, 2, actor, NULL), !=, PLX_ID_NONE);
  plx_test_session_settle (fixture.session);
  g_assert_null (fixture.session->failure);
  g_assert_cmpuint (count (&fixture), ==, 3);

  /* Nothing is no passage. */
  spans[0].end = spans[0].start;
  g_assert_cmpint (plx_session_tag (session, fixture.reading, spans, 1, actor, NULL), ==, PLX_ID_NONE);
  assert_failed (&fixture, "Select some text first.");
  g_assert_cmpint (plx_session_tag (session, fixture.reading, NULL, 0, actor, NULL), ==, PLX_ID_NONE);
  assert_failed (&fixture, "Select some text first.");
  plx_test_column_clear (&fixture);
}

/* Painting */

static void
test_paint (void)
{
  PlxTestColumn fixture;
  GtkWidget *bar;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  bar = plx_test_column_find_widget (fixture.column, PLX_TYPE_LABEL_BAR);
  plx_test_column_activate (&fixture, "reader.keep-painting");
  g_assert_cmpint (plx_making_get_painting (get_making (&fixture)), ==, PLX_PAINTING_ARMED);

  /* The first one is chosen as ever, all others get it at once. */
  commit_quote (&fixture, "Tahrir");
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.reader), "reader.tag", "s", "2"));
  g_assert_cmpint (plx_making_get_painting (get_making (&fixture)), ==, PLX_PAINTING_ON);
  commit_quote (&fixture, "militias");
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_cmpstr (plx_test_column_get_selected_path (&fixture), ==, "Place");
  assert_selected_covers (&fixture, "militias");

  /* What is refused is no reason to end. */
  commit_quote (&fixture, "militias");
  assert_failed (&fixture, "This passage already has that tag.");
  g_assert_cmpint (plx_making_get_painting (get_making (&fixture)), ==, PLX_PAINTING_ON);

  /* A key still says what it says. */
  select_quote (&fixture, "airport");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.reader), "reader.tag", "s", "1"));
  g_assert_cmpstr (plx_test_column_get_selected_path (&fixture), ==, "Actor");
  g_assert_cmpuint (count (&fixture), ==, 3);

  plx_test_column_activate (&fixture, "reader.cancel");
  g_assert_cmpint (plx_making_get_painting (get_making (&fixture)), ==, PLX_PAINTING_OFF);
  commit_quote (&fixture, "Wednesday");
  g_assert_true (gtk_widget_get_visible (bar));
  plx_test_session_settle (fixture.session);
  plx_test_column_clear (&fixture);
}

static gboolean
remove_tag (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  return plx_tags_remove (connection, *(PlxId *) data, error);
}

/* Another program takes the tag away: before this one knows, and after. */
static void
test_tag_is_gone (void)
{
  PlxTestColumn fixture;
  PlxId place, actor;
  GtkWidget *bar;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  bar = plx_test_column_find_widget (fixture.column, PLX_TYPE_LABEL_BAR);
  place = plx_test_column_find_tag (&fixture, "Place")->id;
  actor = plx_test_column_find_tag (&fixture, "Actor")->id;
  plx_test_column_activate (&fixture, "reader.keep-painting");
  commit_quote (&fixture, "Tahrir");
  g_assert_true (plx_reader_tag (fixture.reader, place));
  plx_test_session_settle (fixture.session);
  plx_test_project_edit (fixture.session->files, remove_tag, &place);
  commit_quote (&fixture, "militias");
  PLX_WAIT_FOR (fixture.session->failure != NULL);
  plx_test_session_settle (fixture.session);
  g_clear_pointer (&fixture.session->failure, g_free);
  g_assert_cmpint (plx_making_get_painting (get_making (&fixture)), ==, PLX_PAINTING_OFF);
  g_assert_cmpuint (count (&fixture), ==, 0);

  /* While the bar is open. */
  commit_quote (&fixture, "militias");
  g_assert_true (gtk_widget_get_visible (bar));
  plx_test_project_edit (fixture.session->files, remove_tag, &actor);
  plx_project_refresh (fixture.session->project);
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_true (plx_reader_tag (fixture.reader, actor));
  assert_failed (&fixture, "The tag is not in the codebook any more.");
  plx_test_session_settle (fixture.session);
  g_assert_cmpuint (count (&fixture), ==, 0);
  plx_test_column_clear (&fixture);
}

/* No file may grow any more, or may again. */
static void
set_disk_full (gboolean full)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = full ? 1 : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* The disk runs full in the middle of painting: it ends, says why, and shows what
 * is stored. */
static void
test_disk_is_full (void)
{
  PlxTestColumn fixture;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  plx_test_column_activate (&fixture, "reader.keep-painting");
  commit_quote (&fixture, "Tahrir");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.reader), "reader.tag", "s", "2"));
  plx_test_session_settle (fixture.session);

  set_disk_full (TRUE);
  commit_quote (&fixture, "militias");
  commit_quote (&fixture, "airport");
  g_assert_cmpuint (count (&fixture), ==, 3);
  PLX_WAIT_FOR (fixture.session->failure != NULL && !plx_test_session_is_saving (fixture.session));
  set_disk_full (FALSE);
  g_assert_cmpuint (count (&fixture), ==, 1);
  g_assert_cmpint (plx_making_get_painting (get_making (&fixture)), ==, PLX_PAINTING_OFF);
  g_clear_pointer (&fixture.session->failure, g_free);

  /* Once there is space, work goes on. */
  commit_quote (&fixture, "militias");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.reader), "reader.tag", "s", "2"));
  assert_selected_covers (&fixture, "militias");
  g_assert_null (fixture.session->failure);
  g_assert_cmpuint (count (&fixture), ==, 2);
  plx_test_column_clear (&fixture);
}

int
main (int argc,
      char **argv)
{
  /* Writing beyond the limit is to fail, not to kill. */
  signal (SIGXFSZ, SIG_IGN);
  plx_test_frame_init (&argc, &argv);
  g_test_add_func ("/making/collect", test_collect);
  g_test_add_func ("/making/recall", test_recall);
  g_test_add_func ("/making/add-and-remove", test_add_and_remove);
  g_test_add_func ("/making/duplicates", test_duplicates);
  g_test_add_func ("/making/paint", test_paint);
  g_test_add_func ("/making/tag-is-gone", test_tag_is_gone);
  g_test_add_func ("/making/disk-is-full", test_disk_is_full);
  return g_test_run ();
}

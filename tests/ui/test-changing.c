/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changing annotations on a screen: what the session selects and does, what
 * moving borders shows, and what is told when the project says otherwise. */

#include "config.h"

#include "plx-test-column.h"

#include "verb/plx-annotation-verbs.h"

#include <string.h>

static PlxSelection *
get_selection (PlxTestColumn *fixture)
{
  return plx_session_get_selection (fixture->session->session);
}

static guint
count (PlxTestColumn *fixture)
{
  return (guint) plx_span_index_get_n_annotations (plx_reading_get_index (fixture->reading));
}

static const char *
get_path (PlxTestColumn *fixture,
          PlxId annotation)
{
  PlxId tag = plx_span_index_get_tag (plx_reading_get_index (fixture->reading), annotation);

  return plx_codebook_get_tag (plx_session_get_codebook (fixture->session->session), tag)->path;
}

static void
assert_quote (PlxTestColumn *fixture,
              PlxId annotation,
              const char *expected)
{
  PlxSpan span = plx_test_column_get_span (fixture, annotation);
  g_autofree char *quote = plx_text_dup_slice (plx_reading_get_text (fixture->reading), span.start, span.end);

  g_assert_cmpstr (quote, ==, expected);
}

static void
assert_failure (PlxTestColumn *fixture,
                const char *part)
{
  g_assert_nonnull (fixture->session->failure);
  g_assert_nonnull (strstr (fixture->session->failure, part));
  g_clear_pointer (&fixture->session->failure, g_free);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_selection (void)
{
  PlxTestColumn fixture;
  PlxSession *session;
  PlxId a, b;
  guint n_notified = 0;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  session = fixture.session->session;
  a = plx_test_column_tag (&fixture, "Tahrir", "Actor");
  b = plx_test_column_tag (&fixture, "militias", "Actor");
  plx_test_session_settle (fixture.session);
  g_signal_connect_swapped (session, "notify::selected", G_CALLBACK (count_cb), &n_notified);

  g_assert_cmpint (plx_session_get_selected (session), ==, b);
  plx_session_toggle (session, fixture.reading, a);
  g_assert_cmpuint (plx_selection_get_n (get_selection (&fixture)), ==, 2);
  g_assert_cmpint (plx_session_get_selected (session), ==, a);
  g_assert_true (plx_selection_contains (get_selection (&fixture), b));
  g_assert_cmpuint (n_notified, ==, 1);

  /* The one before is the primary one again. */
  plx_session_toggle (session, fixture.reading, a);
  g_assert_cmpint (plx_session_get_selected (session), ==, b);
  g_assert_cmpuint (plx_selection_get_n (get_selection (&fixture)), ==, 1);

  plx_session_select_same_tag (session);
  g_assert_cmpuint (plx_selection_get_n (get_selection (&fixture)), ==, 2);
  plx_session_select (session, fixture.reading, a);
  g_assert_cmpuint (plx_selection_get_n (get_selection (&fixture)), ==, 1);
  n_notified = 0;
  plx_session_select (session, fixture.reading, a);
  g_assert_cmpuint (n_notified, ==, 0);
  plx_session_select (session, NULL, PLX_ID_NONE);
  g_assert_cmpuint (plx_selection_get_n (get_selection (&fixture)), ==, 0);
  g_assert_null (plx_session_get_selected_reading (session));
  plx_test_column_clear (&fixture);
}

static void
test_all_at_once (void)
{
  PlxTestColumn fixture;
  PlxSession *session;
  PlxId a, b;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  session = fixture.session->session;
  a = plx_test_column_tag (&fixture, "Tahrir", "Actor");
  b = plx_test_column_tag (&fixture, "militias", "Actor");
  plx_test_session_settle (fixture.session);
  plx_session_toggle (session, fixture.reading, a);

  /* Shown at once, one edit. */
  plx_session_retag_selected (session, plx_test_column_find_tag (&fixture, "Place")->id);
  g_assert_cmpstr (get_path (&fixture, a), ==, "Place");
  g_assert_cmpstr (get_path (&fixture, b), ==, "Place");
  plx_test_session_settle (fixture.session);
  plx_session_undo (session);
  plx_test_session_settle (fixture.session);
  g_assert_cmpstr (get_path (&fixture, a), ==, "Actor");
  g_assert_cmpstr (get_path (&fixture, b), ==, "Actor");

  plx_session_untag_selected (session);
  plx_test_session_settle (fixture.session);
  g_assert_cmpuint (count (&fixture), ==, 0);
  g_assert_cmpuint (plx_selection_get_n (get_selection (&fixture)), ==, 0);
  plx_session_undo (session);
  plx_test_session_settle (fixture.session);
  g_assert_cmpuint (count (&fixture), ==, 2);
  g_assert_null (fixture.session->failure);
  plx_test_column_clear (&fixture);
}

static void
test_split_and_join (void)
{
  PlxTestColumn fixture;
  PlxSession *session;
  PlxSplit split = { PLX_SPLIT_AROUND, { 0, 0 } };
  PlxId a, far;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  session = fixture.session->session;
  a = plx_test_column_tag (&fixture, "Tahrir", "Actor");
  plx_test_session_settle (fixture.session);
  split.span = plx_test_column_find (&fixture, "Tahrir");
  plx_session_split (session, fixture.reading, a, &split);
  assert_failure (&fixture, "both parts need");
  plx_session_join_selected (session);
  assert_failure (&fixture, "Select two annotations");

  split.span.end = split.span.start + 3;
  plx_session_split (session, fixture.reading, a, &split);
  g_assert_cmpuint (count (&fixture), ==, 2);
  plx_test_session_settle (fixture.session);
  g_assert_null (fixture.session->failure);
  g_assert_cmpuint (plx_selection_get_n (get_selection (&fixture)), ==, 2);
  assert_quote (&fixture, a, "Tah");
  plx_session_join_selected (session);
  plx_test_session_settle (fixture.session);
  g_assert_cmpuint (count (&fixture), ==, 1);
  g_assert_cmpint (plx_session_get_selected (session), ==, a);
  assert_quote (&fixture, a, "Tahrir");

  /* What the store refuses is told, and nothing is changed. */
  far = plx_test_column_tag (&fixture, "militias", "Place");
  plx_test_session_settle (fixture.session);
  plx_session_toggle (session, fixture.reading, a);
  plx_session_join_selected (session);
  plx_test_session_settle (fixture.session);
  assert_failure (&fixture, "different tags");
  assert_quote (&fixture, far, "militias");
  g_assert_cmpuint (count (&fixture), ==, 2);
  plx_test_column_clear (&fixture);
}

static GArray *
make_spans (PlxSpan span)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  g_array_append_val (spans, span);
  return spans;
}

/* Where the same tag lies already: refused, and shown as it is stored. */
static void
test_borders_refused (void)
{
  PlxTestColumn fixture;
  g_autoptr (GArray) spans = NULL;
  PlxId a;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  a = plx_test_column_tag (&fixture, "Tahrir", "Actor");
  plx_test_column_tag (&fixture, "militias", "Actor");
  plx_test_session_settle (fixture.session);
  spans = make_spans (plx_test_column_find (&fixture, "militias"));
  plx_session_set_spans (fixture.session->session, fixture.reading, a, spans);
  assert_quote (&fixture, a, "militias");
  plx_test_session_settle (fixture.session);
  assert_failure (&fixture, "already");
  assert_quote (&fixture, a, "Tahrir");
  plx_test_column_clear (&fixture);
}

static void
test_preview (void)
{
  PlxTestColumn fixture;
  PlxSpan span;
  PlxId a;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  a = plx_test_column_tag (&fixture, "Tahrir", "Actor");
  plx_test_session_settle (fixture.session);
  span = plx_test_column_find (&fixture, "militias");
  plx_reading_show_preview (fixture.reading, a, &span, 1);
  assert_quote (&fixture, a, "militias");

  /* Other work does not disturb it. */
  plx_test_column_tag (&fixture, "airport", "Place");
  plx_test_session_settle (fixture.session);
  plx_session_do (fixture.session->session, plx_verb_set_note (a, "n"), NULL);
  plx_test_session_settle (fixture.session);
  assert_quote (&fixture, a, "militias");
  plx_reading_end_preview (fixture.reading);
  assert_quote (&fixture, a, "Tahrir");

  /* What is deleted meanwhile is gone. */
  plx_reading_show_preview (fixture.reading, a, &span, 1);
  plx_session_do (fixture.session->session, plx_verb_untag (&a, 1, NULL), NULL);
  plx_test_session_settle (fixture.session);
  g_assert_cmpuint (count (&fixture), ==, 1);
  plx_reading_end_preview (fixture.reading);
  g_assert_cmpuint (count (&fixture), ==, 1);
  plx_test_column_clear (&fixture);
}

/* Handles are where the borders are, of the one annotation that is selected. */
static void
test_handles (void)
{
  PlxTestColumn fixture;
  GdkRectangle start, end, character;
  PlxSpan span;
  PlxId a;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  g_assert_false (plx_reader_get_handle_rect (fixture.reader, 0, FALSE, &start));
  a = plx_test_column_tag (&fixture, "Tahrir", "Actor");
  plx_test_session_settle (fixture.session);
  span = plx_test_column_find (&fixture, "Tahrir");
  g_assert_true (plx_reader_get_handle_rect (fixture.reader, 0, FALSE, &start));
  g_assert_true (plx_reader_get_handle_rect (fixture.reader, 0, TRUE, &end));
  g_assert_false (plx_reader_get_handle_rect (fixture.reader, 1, TRUE, &end));
  g_assert_true (plx_reader_get_handle_rect (fixture.reader, 0, TRUE, &end));
  plx_reader_get_offset_rect (fixture.reader, span.start, &character);
  g_assert_cmpint (ABS (start.x + start.width - character.x), <=, 4);
  plx_reader_get_offset_rect (fixture.reader, span.end - 1, &character);
  g_assert_cmpint (ABS (end.x - character.x - character.width), <=, 4);
  plx_test_column_tag (&fixture, "militias", "Actor");
  plx_session_toggle (fixture.session->session, fixture.reading, a);
  g_assert_false (plx_reader_get_handle_rect (fixture.reader, 0, FALSE, &start));
  plx_test_session_settle (fixture.session);
  plx_test_column_clear (&fixture);
}

/* Border mode is told to screen readers, and ends with the annotation. */
static void
test_border_mode (void)
{
  PlxTestColumn fixture;
  g_autofree char *told = NULL;
  PlxId a;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  plx_test_column_activate (&fixture, "reader.edit-borders");
  g_assert_false (plx_reader_is_border_mode (fixture.reader));
  a = plx_test_column_tag (&fixture, "Tahrir", "Actor");
  plx_test_session_settle (fixture.session);
  plx_test_column_activate (&fixture, "reader.edit-borders");
  g_assert_true (plx_reader_is_border_mode (fixture.reader));
  g_assert_true (plx_reader_is_border_at_end (fixture.reader));
  told = plx_reader_dup_border_description (fixture.reader);
  g_assert_nonnull (strstr (told, "Moving the end"));
  g_assert_nonnull (strstr (told, "Tahrir"));
  plx_session_do (fixture.session->session, plx_verb_untag (&a, 1, NULL), NULL);
  plx_test_session_settle (fixture.session);
  g_assert_false (plx_reader_is_border_mode (fixture.reader));
  assert_failure (&fixture, "deleted meanwhile");
  plx_test_column_clear (&fixture);
}

/* How often @words stand below @widget. */
static int
count_labels (GtkWidget *widget,
              const char *words)
{
  int n = GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), words) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, words);
  return n;
}

/* The tags of the menu are those that are there when it opens. */
static void
test_menu (void)
{
  PlxTestColumn fixture;
  GtkWidget *menu;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  plx_test_column_tag (&fixture, "Tahrir", "Actor");
  plx_test_session_settle (fixture.session);
  for (int i = 0; i < 3; i++)
    {
      plx_test_column_activate (&fixture, "reader.menu");
      plx_test_session_settle (fixture.session);
      menu = plx_test_column_find_widget (GTK_WIDGET (fixture.reader), GTK_TYPE_POPOVER_MENU);
      g_assert_nonnull (menu);
      g_assert_cmpint (count_labels (menu, "Claim"), ==, 1);
      gtk_popover_popdown (GTK_POPOVER (menu));
      plx_test_session_settle (fixture.session);
    }
  plx_test_column_clear (&fixture);
}

int
main (int argc,
      char **argv)
{
  plx_test_frame_init (&argc, &argv);
  g_test_add_func ("/ui/changing/selection", test_selection);
  g_test_add_func ("/ui/changing/all-at-once", test_all_at_once);
  g_test_add_func ("/ui/changing/split-and-join", test_split_and_join);
  g_test_add_func ("/ui/changing/borders-refused", test_borders_refused);
  g_test_add_func ("/ui/changing/preview", test_preview);
  g_test_add_func ("/ui/changing/handles", test_handles);
  g_test_add_func ("/ui/changing/border-mode", test_border_mode);
  g_test_add_func ("/ui/changing/menu", test_menu);
  return g_test_run ();
}

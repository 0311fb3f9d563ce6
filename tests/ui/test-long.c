/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Long articles, which are loaded in the background and come into the view in
 * slices. */

#include "config.h"

#include "plx-test-column.h"

#include "reader/plx-reader-private.h"
#include "store/plx-annotations.h"
#include "store/plx-tags.h"

#include <string.h>

#define N_MANY 21000

typedef struct
{
  PlxTestSession *test;
  PlxReading *reading;
  int n_loaded; /* signals */
  int n_spans_changed;
} Fixture;

static char *
make_text (void)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; text->len < 2 * PLX_READING_LONG; i++)
    g_string_append_printf (text, "Paragraph %d: engineers of Hay’at al-Marsa 🇸🇾 said that the gate above Lower Merrow failed before dawn.\n", i);
  return g_string_free (text, FALSE);
}

static void
count_cb (int *n)
{
  ++*n;
}

/* Opens the article, which is still on its way then. */
static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *text = make_text ();
  const char *texts[] = { text, NULL };

  fixture->test = plx_test_session_new (plx_test_project_new (texts));
  plx_test_project_tag (fixture->test->files, 0, "engineers", "Actor");
  plx_project_refresh (fixture->test->project);
  fixture->reading = plx_session_open_document (fixture->test->session, plx_test_project_get_document (fixture->test->files, 0));
  g_assert_nonnull (fixture->reading);
  g_assert_true (plx_reading_is_loading (fixture->reading));
  g_signal_connect_swapped (fixture->reading, "loaded", G_CALLBACK (count_cb), &fixture->n_loaded);
  g_signal_connect_swapped (fixture->reading, "spans-changed", G_CALLBACK (count_cb), &fixture->n_spans_changed);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_session_free (fixture->test);
}

static int
count_shown (Fixture *fixture)
{
  return (int) plx_span_index_get_n_annotations (plx_reading_get_index (fixture->reading));
}

static void
test_loads (Fixture *fixture,
            gconstpointer data)
{
  PlxText *text = plx_test_project_get_text (fixture->test->files, 0);

  g_assert_cmpint (plx_text_get_length (plx_reading_get_text (fixture->reading)), ==, 0);
  g_assert_cmpint (count_shown (fixture), ==, 0);
  PLX_WAIT_FOR (!plx_reading_is_loading (fixture->reading));
  g_assert_cmpint (fixture->n_loaded, ==, 1);
  g_assert_cmpstr (plx_text_get_utf8 (plx_reading_get_text (fixture->reading)), ==, plx_text_get_utf8 (text));
  g_assert_cmpint (count_shown (fixture), ==, 1);
}

/* What happens meanwhile is not forgotten, whichever comes first. */
static void
test_changes_meanwhile (Fixture *fixture,
                        gconstpointer data)
{
  PlxId added = plx_test_project_tag (fixture->test->files, 0, "Lower Merrow", "Place");
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  plx_project_refresh (fixture->test->project);
  PLX_WAIT_FOR (!plx_reading_is_loading (fixture->reading));
  g_assert_cmpint (count_shown (fixture), ==, 2);
  g_assert_true (plx_span_index_get_spans (plx_reading_get_index (fixture->reading), added, spans));
}

static gboolean
annotate_much (PlxConnection *connection,
               PlxId annotator,
               gpointer data,
               GError **error)
{
  Fixture *fixture = data;
  PlxText *text = plx_test_project_get_text (fixture->test->files, 0);
  int step = plx_text_get_length (text) / N_MANY;

  for (int i = 0; i < N_MANY; i++)
    {
      g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
      PlxSpan span = { i * step, i * step + 10 };

      annotation->document = plx_test_project_get_document (fixture->test->files, 0);
      annotation->annotator = annotator;
      g_array_append_val (annotation->spans, span);
      if (!plx_tags_find (connection, "Claim", &annotation->tag, error) || !plx_annotations_add (connection, annotation, text, error))
        return FALSE;
    }
  return TRUE;
}

/* Very many changes at once come in the background too, and take nothing away
 * that is being saved. */
static void
test_many_changes (Fixture *fixture,
                   gconstpointer data)
{
  PlxId saving = plx_id_new ();
  PlxSpan span = { 3, 8 };
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  PlxId tag;

  PLX_WAIT_FOR (!plx_reading_is_loading (fixture->reading));
  g_assert_true (plx_tags_find (plx_project_get_reader (fixture->test->project), "Actor", &tag, NULL));
  plx_reading_show_saving (fixture->reading, saving, tag, &span, 1);
  plx_test_project_edit (fixture->test->files, annotate_much, fixture);
  fixture->n_spans_changed = 0;
  plx_project_refresh (fixture->test->project);
  PLX_WAIT_FOR (count_shown (fixture) == N_MANY + 2);
  g_assert_cmpint (fixture->n_spans_changed, ==, 1);
  g_assert_cmpint (fixture->n_loaded, ==, 1);
  g_assert_true (plx_span_index_get_spans (plx_reading_get_index (fixture->reading), saving, spans));
  g_assert_cmpint (plx_span_index_get_tag (plx_reading_get_index (fixture->reading), saving), ==, tag);
  plx_reading_settle (fixture->reading, saving);
  g_assert_cmpint (count_shown (fixture), ==, N_MANY + 1);
}

static gboolean
damage (PlxConnection *connection,
        gpointer data,
        GError **error)
{
  return plx_connection_execute (connection, "UPDATE text SET body = 'another text'", error);
}

/* A column whose article turns out to be damaged closes with a message. */
static void
test_damaged (Fixture *fixture,
              gconstpointer data)
{
  GListModel *readings = plx_session_get_readings (fixture->test->session);

  PLX_WAIT_FOR (!plx_reading_is_loading (fixture->reading));
  plx_session_close_reading (fixture->test->session, fixture->reading);
  g_assert_true (damage (fixture->test->files->connection, NULL, NULL));
  fixture->reading = plx_session_open_document (fixture->test->session, plx_test_project_get_document (fixture->test->files, 0));
  g_assert_cmpuint (g_list_model_get_n_items (readings), ==, 1);
  PLX_WAIT_FOR (fixture->test->failure != NULL);
  g_assert_nonnull (strstr (fixture->test->failure, "damaged"));
  g_assert_cmpuint (g_list_model_get_n_items (readings), ==, 0);
}

/* The view */

static char *
dup_shown (PlxReader *reader)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
test_view (Fixture *fixture,
           gconstpointer data)
{
  PlxText *text = plx_test_project_get_text (fixture->test->files, 0);
  int far = plx_text_get_length (text) * 3 / 4;
  GtkWidget *column = plx_column_new (fixture->test->session, fixture->reading);
  PlxReader *reader = plx_column_get_reader (PLX_COLUMN (column));
  g_autofree char *shown = NULL;
  GdkRectangle rect;

  plx_test_frame_show (fixture->test, column, 463, 700);
  /* A place that is not there yet is found when it is. */
  plx_reader_set_top (reader, far);
  PLX_WAIT_FOR (plx_reader_is_whole (reader));
  shown = dup_shown (reader);
  g_assert_cmpstr (shown, ==, plx_text_get_utf8 (text));
  g_assert_cmpint (plx_reader_get_caret (reader), ==, 0);
  PLX_WAIT_FOR (reader->reveal.settled_id == 0);
  g_assert_true (plx_reader_get_offset_rect (reader, far, &rect));
  g_assert_cmpint (rect.y, <, 100);
}

static int
count_laid_out (PlxReader *reader,
                int paragraph)
{
  GtkTextIter start;
  PlxShadow *shadow;

  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader)), &start, paragraph);
  shadow = plx_paragraph_cache_get (reader->paragraphs, &start);
  return plx_shadow_get_line (shadow, plx_shadow_get_n_lines (shadow) - 1)->next;
}

/* Each slice ends before an empty paragraph, which may be looked at, as by the
 * caret in a text that is still on its way; the next slice fills it. */
static void
test_between_slices (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GtkWidget) column = g_object_ref_sink (plx_column_new (fixture->test->session, fixture->reading));
  PlxReader *reader = plx_column_get_reader (PLX_COLUMN (column));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader));
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (int));

  while (!plx_reader_is_whole (reader))
    {
      int last = gtk_text_buffer_get_line_count (buffer) - 1;

      g_assert_cmpint (count_laid_out (reader, last), ==, 0);
      if (asked->len == 0 || g_array_index (asked, int, asked->len - 1) != last)
        g_array_append_val (asked, last);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (asked->len, >, 1);
  for (guint i = 0; i < asked->len; i++)
    g_assert_cmpint (count_laid_out (reader, g_array_index (asked, int, i)), >, 50);
}

/* Ctrl+End in a text most of whose paragraphs have not been measured yet: the
 * end is in view when they are. */
static void
test_far_end (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PlxTestSession) test = NULL;
  const char *texts[2] = { NULL, NULL };
  PlxReader *reader;
  GtkWidget *column;
  GdkRectangle rect;
  int end;

  for (int i = 0; text->len < 900000; i++)
    g_string_append_printf (text, "Paragraph %d: engineers of Hay’at al-Marsa said that the gate above Lower Merrow failed before dawn.\n", i);
  texts[0] = text->str;
  test = plx_test_session_new (plx_test_project_new (texts));
  column = plx_column_new (test->session, plx_test_session_open (test, 0));
  reader = plx_column_get_reader (PLX_COLUMN (column));
  plx_test_session_present (test, column);
  g_signal_emit_by_name (reader, "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, 1, FALSE);
  end = plx_text_get_length (plx_reading_get_text (plx_reader_get_reading (reader)));
  g_assert_cmpint (plx_reader_get_caret (reader), ==, end);
  PLX_WAIT_FOR (reader->reveal.settled_id == 0);
  g_assert_true (plx_reader_get_offset_rect (reader, end - 10, &rect));
  g_assert_cmpint (rect.y, >, 0);
}

int
main (int argc,
      char **argv)
{
  plx_test_frame_init (&argc, &argv);
  g_test_add ("/long/loads", Fixture, NULL, set_up, test_loads, tear_down);
  g_test_add ("/long/changes-meanwhile", Fixture, NULL, set_up, test_changes_meanwhile, tear_down);
  g_test_add ("/long/many-changes", Fixture, NULL, set_up, test_many_changes, tear_down);
  g_test_add ("/long/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/long/view", Fixture, NULL, set_up, test_view, tear_down);
  g_test_add ("/long/between-slices", Fixture, NULL, set_up, test_between_slices, tear_down);
  g_test_add_func ("/long/far-end", test_far_end);
  return g_test_run ();
}

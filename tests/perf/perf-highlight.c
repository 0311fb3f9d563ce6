/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the end of a selection to the highlight on the screen, and scrolling,
 * against a plain text view of the same text, font and size.
 *
 * The floor of a highlight is what GTK itself does for one: selecting the same
 * words in the plain view. */

#include "config.h"

#include "plx-perf-view.h"
#include "plx-perf.h"
#include "plx-test-session.h"

#include "board/plx-board.h"
#include "store/plx-annotations.h"
#include "store/plx-tags.h"
#include "window/plx-workbench.h"

#include <adwaita.h>
#include <string.h>

#define WIDTH 1400
#define HEIGHT 900
#define N_PAIRS 9
#define TEXT_BYTES 1000000
#define SCROLL_STEP 60
#define N_STEPS 20

/* Places of the words that are highlighted, all on the first screen. */
#define FIRST_WORD 20
#define WORD_DISTANCE 45

#define SCROLL_BAR 1.4

#define N_ROUNDS 5
#define N_DRAWS 40
#define DRAW_BAR 1.5e-3

/* Searching in ten times as much takes a few more steps; the rest is noise. */
#define DRAW_GROWTH 2

/* The bar is one frame, 16 ms.  The board alone needs about twice as long for a
 * highlight as GTK for a selection, which takes a millisecond: so little that
 * caches and the words around decide, so up to four times is let pass.  Around it the inspector shows the new annotation in the same frame, with all
 * its fields, and the lists count it: that is what most of the time goes to. */
typedef struct
{
  int n_annotations;
  gboolean around; /* all of the workbench, not only the board */
  double bar;
} Case;

static const Case cases[] = {
  { 1000, FALSE, 4.0 },
  { 10000, FALSE, 4.0 },
  { 1000, TRUE, 12.0 },
  { 10000, TRUE, 12.0 },
};

typedef struct
{
  PlxTestSession *test;
  PlxReading *reading;
  PlxReader *reader;
  GtkTextView *plain;
  GtkWindow *below; /* that shows it */
  PlxId tag;
  int n_annotations;
  int turn;
  PlxSpan span;      /* what this turn is about */
  PlxId annotation;  /* what this turn made */
  GdkRectangle area; /* where it is in the reader */
  GArray *before;    /* (owned) (nullable): pixels there */
  GArray *walls;     /* (owned) (element-type double): seconds of each highlight */
} Bench;

/* The article */

static char *
make_text (gsize n_bytes)
{
  static const char *const words[] = { "river", "the", "council", "of", "Merrowick", "said", "that", "evacuated", "a", "bridge", "forty", "and" };
  GString *text = g_string_new (NULL);
  guint n = 0;

  while (text->len < n_bytes)
    {
      g_string_append (text, words[n * 7 % G_N_ELEMENTS (words)]);
      g_string_append (text, ++n % 40 == 0 ? ".\n" : " ");
    }
  return g_string_free (text, FALSE);
}

static gboolean
annotate (PlxConnection *connection,
          PlxId annotator,
          gpointer data,
          GError **error)
{
  Bench *bench = data;
  PlxText *text = plx_test_project_get_text (bench->test->files, 0);
  int step = plx_text_get_length (text) / bench->n_annotations;
  const char *const tags[] = { "Actor", "Place", "Claim" };

  for (int i = 0; i < bench->n_annotations; i++)
    {
      g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
      PlxSpan span = { i * step, i * step + 10 + i % 50 };

      annotation->document = plx_test_project_get_document (bench->test->files, 0);
      annotation->annotator = annotator;
      g_array_append_val (annotation->spans, span);
      if (!plx_tags_find (connection, tags[i % 3], &annotation->tag, error) ||
          !plx_annotations_add (connection, annotation, text, error))
        return FALSE;
    }
  return plx_tags_find (connection, "Claim/Event", &bench->tag, error);
}

/* Views */

static GtkWidget *
show_plain (Bench *bench)
{
  GtkTextView *reader = GTK_TEXT_VIEW (bench->reader);
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (view, "plx-reader");
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), gtk_text_view_get_wrap_mode (reader));
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), gtk_text_view_get_left_margin (reader));
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), gtk_text_view_get_right_margin (reader));
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), gtk_text_view_get_top_margin (reader));
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), gtk_text_view_get_bottom_margin (reader));
  gtk_text_view_set_pixels_above_lines (GTK_TEXT_VIEW (view), gtk_text_view_get_pixels_above_lines (reader));
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (view), gtk_text_view_get_pixels_below_lines (reader));
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (view), gtk_text_view_get_pixels_inside_wrap (reader));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), plx_text_get_utf8 (plx_reading_get_text (bench->reading)), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  bench->plain = GTK_TEXT_VIEW (view);
  return scroller;
}

static PlxReader *
find_reader (GtkWidget *widget)
{
  PlxReader *found = PLX_IS_READER (widget) ? PLX_READER (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_reader (child);
  return found;
}

static void
bench_init (Bench *bench,
            gsize n_bytes,
            int n_annotations,
            gboolean around)
{
  g_autofree char *text = make_text (n_bytes);
  const char *texts[] = { text, NULL };
  GtkWidget *content;

  memset (bench, 0, sizeof *bench);
  bench->n_annotations = n_annotations;
  bench->walls = g_array_new (FALSE, FALSE, sizeof (double));
  bench->test = plx_test_session_new (plx_test_project_new (texts));
  plx_test_project_edit (bench->test->files, annotate, bench);
  plx_project_refresh (bench->test->project);
  bench->reading = plx_test_session_open (bench->test, 0);
  g_assert_cmpuint (plx_span_index_get_n_annotations (plx_reading_get_index (bench->reading)), ==, (guint) n_annotations);

  content = around ? plx_workbench_new (bench->test->session) : plx_board_new (bench->test->session);
  bench->reader = find_reader (content);
  g_assert_nonnull (bench->reader);
  bench->test->window = plx_perf_view_show (content, WIDTH, HEIGHT);
  /* The plain view gets the size that the board leaves to the text. */
  bench->below = plx_perf_view_show (show_plain (bench), gtk_widget_get_width (GTK_WIDGET (bench->reader)), gtk_widget_get_height (GTK_WIDGET (bench->reader)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (bench->plain)), ==, gtk_widget_get_width (GTK_WIDGET (bench->reader)));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (bench->plain)), ==, gtk_widget_get_height (GTK_WIDGET (bench->reader)));
  /* Only what is on top can be read from the screen. */
  gtk_window_present (bench->test->window);
  plx_perf_view_settle ();
}

static void
bench_clear (Bench *bench)
{
  gtk_window_destroy (bench->below);
  plx_test_session_free (bench->test);
  g_array_unref (bench->walls);
}

/* Highlights */

/* Puts the place of the span into the bench; returns whether it is on one line. */
static gboolean
locate (Bench *bench)
{
  GdkRectangle first, last;

  g_assert_true (plx_snap_span (plx_reading_get_text (bench->reading), PLX_SNAP_WORD, &bench->span));
  g_assert_true (plx_reader_get_offset_rect (bench->reader, bench->span.start, &first));
  g_assert_true (plx_reader_get_offset_rect (bench->reader, bench->span.end - 1, &last));
  bench->area = (GdkRectangle){ first.x, first.y, last.x + last.width - first.x, first.height };
  return first.y == last.y;
}

/* Another word on the screen each time. */
static void
next_span (Bench *bench)
{
  int start = FIRST_WORD + bench->turn * WORD_DISTANCE;

  do
    {
      bench->span = (PlxSpan){ start, start + 4 };
      start += 4;
    }
  while (!locate (bench));
}

static void
tag (gpointer data)
{
  Bench *bench = data;

  bench->annotation = plx_session_tag (bench->test->session, bench->reading, &bench->span, 1, bench->tag, NULL);
}

/* Whether most of the screen behind the word has another colour than before. */
static void
check_screen (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GArray) after = plx_perf_view_grab (GTK_WIDGET (bench->reader), &bench->area);
  guint n_changed = 0;

  g_assert_cmpuint (after->len, ==, bench->before->len);
  for (guint i = 0; i < after->len; i++)
    n_changed += g_array_index (after, gulong, i) != g_array_index (bench->before, gulong, i);
  g_assert_cmpuint (n_changed, >, after->len / 2);
}

static double
highlight (gpointer data)
{
  Bench *bench = data;
  PlxPerfFrame frame;

  next_span (bench);
  bench->turn++;
  bench->before = plx_perf_view_grab (GTK_WIDGET (bench->reader), &bench->area);
  frame = plx_perf_view_act (GTK_WIDGET (bench->reader), tag, check_screen, bench);
  g_clear_pointer (&bench->before, g_array_unref);
  g_assert_cmpint (bench->annotation, !=, PLX_ID_NONE);
  g_array_append_val (bench->walls, frame.wall);
  plx_test_session_settle (bench->test);
  plx_perf_view_settle ();
  return frame.cpu;
}

static void
select_words (gpointer data)
{
  Bench *bench = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (bench->plain);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, bench->span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, bench->span.end);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static double
highlight_plainly (gpointer data)
{
  Bench *bench = data;
  PlxPerfFrame frame;

  next_span (bench);
  frame = plx_perf_view_act (GTK_WIDGET (bench->plain), select_words, NULL, bench);
  plx_perf_view_settle ();
  return frame.cpu;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
test_highlight (gconstpointer data)
{
  const Case *which = data;
  g_autofree char *name = g_strdup_printf ("highlight in the next frame at %d annotations, %s",
                                           which->n_annotations, which->around ? "whole workbench" : "board");
  Bench bench;

  bench_init (&bench, TEXT_BYTES, which->n_annotations, which->around);
  plx_perf_compare_seconds (name, which->bar, N_PAIRS, highlight_plainly, highlight, &bench);
  g_array_sort (bench.walls, compare_doubles);
  g_print ("# from tagging to the end of that frame, the wait for the screen included: %.1f ms\n",
           g_array_index (bench.walls, double, bench.walls->len / 2) * 1e3);
  bench_clear (&bench);
}

/* Scrolling */

static void
scroll_down (gpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (data));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLL_STEP);
}

/* From the middle of the text, where a jump goes first that is not counted. */
static void
jump (GtkTextView *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  plx_perf_view_settle ();
}

static double
scroll_plain (gpointer data)
{
  Bench *bench = data;
  double sum = 0;

  jump (bench->plain);
  for (int i = 0; i < N_STEPS; i++)
    sum += plx_perf_view_act (GTK_WIDGET (bench->plain), scroll_down, NULL, bench->plain).cpu;
  return sum / N_STEPS;
}

/* Whether the page on the screen went up by the step. */
static void
check_scrolled (Bench *bench)
{
  g_autoptr (GArray) after = plx_perf_view_grab (GTK_WIDGET (bench->reader), &bench->area);
  gsize step = (gsize) bench->area.width * SCROLL_STEP;

  g_assert_cmpmem (after->data, (after->len - step) * sizeof (gulong),
                   bench->before->data + step * sizeof (gulong), (after->len - step) * sizeof (gulong));
}

static double
scroll_reader (gpointer data)
{
  Bench *bench = data;
  double sum = 0;

  jump (GTK_TEXT_VIEW (bench->reader));
  bench->area = (GdkRectangle){ 0, 0, 400, 400 };
  for (int i = 0; i < N_STEPS; i++)
    {
      bench->before = plx_perf_view_grab (GTK_WIDGET (bench->reader), &bench->area);
      sum += plx_perf_view_act (GTK_WIDGET (bench->reader), scroll_down, NULL, bench->reader).cpu;
      check_scrolled (bench);
      g_clear_pointer (&bench->before, g_array_unref);
    }
  return sum / N_STEPS;
}

static void
test_scroll (void)
{
  Bench bench;

  bench_init (&bench, TEXT_BYTES, 10000, FALSE);
  plx_perf_compare_seconds ("scroll by 60 pixels, 1 MB and 10,000 annotations", SCROLL_BAR, N_PAIRS, scroll_plain, scroll_reader, &bench);
  bench_clear (&bench);
}

/* Drawing */

static void
draw_once (GtkTextView *view)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_TEXT_VIEW_GET_CLASS (view)->snapshot_layer (view, GTK_TEXT_VIEW_LAYER_BELOW_TEXT, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
}

/* Processor seconds of drawing all highlights in view, of the best round. */
static double
draw (Bench *bench)
{
  double best = G_MAXDOUBLE;

  for (int i = 0; i < N_ROUNDS; i++)
    {
      double start = plx_perf_cpu ();

      for (int j = 0; j < N_DRAWS; j++)
        draw_once (GTK_TEXT_VIEW (bench->reader));
      best = MIN (best, (plx_perf_cpu () - start) / N_DRAWS);
    }
  return best;
}

static double
draw_captions (Bench *bench,
               gboolean captions)
{
  double seconds;

  g_object_set (plx_session_get_look (bench->test->session), "captions", captions, NULL);
  plx_perf_view_settle ();
  seconds = draw (bench);
  g_print ("# drawing the highlights in view, %d annotations%s: %.2f ms\n", bench->n_annotations, captions ? ", with captions" : "", seconds * 1e3);
  g_assert_cmpfloat (seconds, <=, DRAW_BAR);
  return seconds;
}

/* With as many annotations on the screen, whatever the document has. */
static void
test_draw (void)
{
  Bench bench;
  double small, large;

  bench_init (&bench, TEXT_BYTES / 10, 1000, FALSE);
  small = draw_captions (&bench, FALSE);
  bench_clear (&bench);
  bench_init (&bench, TEXT_BYTES, 10000, FALSE);
  large = draw_captions (&bench, FALSE);
  draw_captions (&bench, TRUE);
  bench_clear (&bench);
  g_assert_cmpfloat (large, <=, DRAW_GROWTH * small);
}

/* As in the application. */
static void
add_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/parallaxworkbench/Parallax/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add_style ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/perf/highlight/%s/%d", cases[i].around ? "workbench" : "board", cases[i].n_annotations);

      g_test_add_data_func (path, &cases[i], test_highlight);
    }
  g_test_add_func ("/perf/scroll", test_scroll);
  g_test_add_func ("/perf/draw", test_draw);
  return g_test_run ();
}

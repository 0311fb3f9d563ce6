/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening 10 MB of text with 100,000 annotations, against giving the same text
 * to a plain text view: processor time of all threads to the first frame that
 * shows text and highlights, and the longest time for which nothing else could
 * happen until everything was there.  And the memory that it takes, over that of
 * a window without it. */

#include "config.h"

#include "plx-perf-view.h"
#include "plx-perf.h"
#include "plx-test-session.h"

#include "board/plx-board.h"
#include "store/plx-annotations.h"
#include "store/plx-tags.h"

#include <adwaita.h>
#include <malloc.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define WIDTH 900
#define HEIGHT 900
#define N_PAIRS 5
#define TEXT_BYTES 10000000
#define N_ANNOTATIONS 100000
#define OPEN_BAR 2.0
#define BLOCK_BAR 0.5
#define MEMORY_BAR_MB 60
#define PATIENCE_US (60 * G_USEC_PER_SEC)

typedef struct
{
  PlxTestSession *test;
  PlxReading *reading; /* (nullable): while it is open */
  GtkWidget *board;
  GtkWidget *scroller; /* of the plain view */
  char *text;          /* (owned) */
} Bench;

static char *
make_text (void)
{
  static const char *const words[] = { "river", "the", "council", "of", "Merrowick", "said", "that", "evacuated", "a", "bridge", "forty", "and" };
  GString *text = g_string_new (NULL);
  guint n = 0;

  while (text->len < TEXT_BYTES)
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
  int step = plx_text_get_length (text) / N_ANNOTATIONS;
  const char *const tags[] = { "Actor", "Place", "Claim" };

  for (int i = 0; i < N_ANNOTATIONS; i++)
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
  return TRUE;
}

/* What an opening cost. */
typedef struct
{
  double first_frame;   /* processor seconds of all threads */
  double longest_block; /* of the main thread */
} Cost;

static double
get_thread_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
after_paint_cb (GdkFrameClock *clock,
                int *n_frames)
{
  ++*n_frames;
}

/* Runs @open and the main loop until a frame has been painted after @is_shown
 * was true, and @is_whole is. */
static Cost
measure (GtkWidget *widget,
         void (*open) (Bench *bench),
         gboolean (*is_shown) (Bench *bench),
         gboolean (*is_whole) (Bench *bench),
         Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  int n_frames = 0, shown_at = -1;
  gulong id = g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), &n_frames);
  double start = plx_perf_cpu (), block = get_thread_cpu ();
  Cost cost = { 0, 0 };

  open (bench);
  cost.longest_block = get_thread_cpu () - block;
  while ((cost.first_frame == 0 || !is_whole (bench)) && g_get_monotonic_time () < end)
    {
      block = get_thread_cpu ();
      g_main_context_iteration (NULL, TRUE);
      cost.longest_block = MAX (cost.longest_block, get_thread_cpu () - block);
      if (shown_at < 0 && is_shown (bench))
        shown_at = n_frames;
      if (cost.first_frame == 0 && shown_at >= 0 && n_frames > shown_at)
        cost.first_frame = plx_perf_cpu () - start;
    }
  g_signal_handler_disconnect (clock, id);
  g_assert_true (is_whole (bench));
  g_assert_cmpfloat (cost.first_frame, >, 0);
  return cost;
}

/* The plain view */

static GtkTextBuffer *
get_plain_buffer (Bench *bench)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (bench->scroller))));
}

static void
open_plain (Bench *bench)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), bench->text, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (bench->scroller), view);
}

static gboolean
is_plain_shown (Bench *bench)
{
  return gtk_text_buffer_get_char_count (get_plain_buffer (bench)) > 0;
}

static Cost
measure_plain (Bench *bench)
{
  Cost cost = measure (bench->scroller, open_plain, is_plain_shown, is_plain_shown, bench);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (bench->scroller), NULL);
  return cost;
}

/* Ours */

static void
open_ours (Bench *bench)
{
  bench->reading = plx_session_open_document (bench->test->session, plx_test_project_get_document (bench->test->files, 0));
  g_assert_nonnull (bench->reading);
}

static GtkTextBuffer *
get_buffer (Bench *bench)
{
  PlxColumn *column = plx_board_find_column (PLX_BOARD (bench->board), bench->reading);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (plx_column_get_reader (column)));
}

static gboolean
is_shown (Bench *bench)
{
  return gtk_text_buffer_get_char_count (get_buffer (bench)) > 0 &&
         plx_span_index_get_n_annotations (plx_reading_get_index (bench->reading)) == N_ANNOTATIONS;
}

static gboolean
is_whole (Bench *bench)
{
  return gtk_text_buffer_get_char_count (get_buffer (bench)) >= (int) strlen (bench->text);
}

static Cost
measure_ours (Bench *bench)
{
  Cost cost = measure (bench->board, open_ours, is_shown, is_whole, bench);

  plx_session_close_reading (bench->test->session, bench->reading);
  bench->reading = NULL;
  return cost;
}

/* Resident memory in MB. */
static double
get_memory (void)
{
  g_autofree char *numbers = NULL;
  long pages = 0;

  malloc_trim (0);
  g_assert_true (g_file_get_contents ("/proc/self/statm", &numbers, NULL, NULL));
  g_assert_cmpint (sscanf (numbers, "%*d %ld", &pages), ==, 1);
  return (double) pages * (double) sysconf (_SC_PAGESIZE) / (1 << 20);
}

static void
report_memory (Bench *bench)
{
  double before = get_memory (), taken;

  measure (bench->board, open_ours, is_shown, is_whole, bench);
  plx_perf_view_settle ();
  taken = get_memory () - before;
  g_print ("# memory of 10 MB with 100,000 annotations, all measured: %.1f MB (bar %d MB)\n", taken, MEMORY_BAR_MB);
  g_assert_cmpfloat (taken, <=, MEMORY_BAR_MB);
  plx_session_close_reading (bench->test->session, bench->reading);
  bench->reading = NULL;
}

static void
measure_both (double *floor,
              double *ours,
              int stride,
              gpointer data)
{
  Bench *bench = data;
  Cost plain = measure_plain (bench);
  Cost cost = measure_ours (bench);

  floor[0] = plain.first_frame;
  floor[stride] = plain.longest_block;
  ours[0] = cost.first_frame;
  ours[stride] = cost.longest_block;
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_open (void)
{
  const char *const names[] = { "open 10 MB with 100,000 annotations, to the first frame", "longest block of the main thread meanwhile" };
  const double bars[] = { OPEN_BAR, BLOCK_BAR };
  Bench bench = { .text = make_text () };
  const char *texts[] = { bench.text, NULL };
  GtkWindow *below;

  bench.test = plx_test_session_new (plx_test_project_new (texts));
  plx_test_project_edit (bench.test->files, annotate, &bench);
  plx_project_refresh (bench.test->project);
  bench.scroller = gtk_scrolled_window_new ();
  below = plx_perf_view_show (bench.scroller, WIDTH, HEIGHT);
  bench.board = plx_board_new (bench.test->session);
  bench.test->window = plx_perf_view_show (bench.board, WIDTH, HEIGHT);

  report_memory (&bench);
  plx_perf_compare_rounds (names, bars, G_N_ELEMENTS (bars), N_PAIRS, measure_both, &bench);
  gtk_window_destroy (below);
  plx_test_session_free (bench.test);
  g_free (bench.text);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/perf/open", test_open);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scrolling one of several columns, against one alone, and all of them together,
 * against one of them. */

#include "config.h"

#include "plx-perf-view.h"
#include "plx-perf.h"
#include "plx-test-session.h"

#include "board/plx-board.h"
#include "board/plx-column-layout.h"
#include "store/plx-annotations.h"
#include "store/plx-tags.h"

#include <adwaita.h>

#define HEIGHT 800
#define N_PAIRS 7
#define TEXT_BYTES 100000
#define N_ANNOTATIONS 1000
#define SCROLL_STEP 60
#define N_STEPS 20

/* The columns that do not scroll are not drawn, but GTK's renderer for screens in
 * memory goes through all they consist of. */
#define ONE_BAR 3.0

typedef struct
{
  PlxTestSession *test;
  GtkTextView *alone; /* the first article in a column of its own */
  GtkTextView *first; /* the first column of the board */
  GtkWindow *below;   /* that shows it alone */
} Bench;

/* Articles */

static char *
make_text (guint number)
{
  static const char *const words[] = { "river", "the", "council", "of", "Merrowick", "said", "that", "evacuated", "a", "bridge", "forty", "and" };
  GString *text = g_string_new (NULL);
  guint n = number;

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
  static const char *const tags[] = { "Actor", "Place", "Claim" };
  PlxTestProject *files = data;

  for (guint i = 0; i < PLX_SESSION_MAX_READINGS * N_ANNOTATIONS; i++)
    {
      g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
      guint document = i % PLX_SESSION_MAX_READINGS;
      int start = (int) (i / PLX_SESSION_MAX_READINGS) * (TEXT_BYTES / N_ANNOTATIONS);
      PlxSpan span = { start, start + 10 + (int) (i % 50) };

      annotation->document = plx_test_project_get_document (files, document);
      annotation->annotator = annotator;
      g_array_append_val (annotation->spans, span);
      if (!plx_tags_find (connection, tags[i % 3], &annotation->tag, error) ||
          !plx_annotations_add (connection, annotation, plx_test_project_get_text (files, document), error))
        return FALSE;
    }
  return TRUE;
}

static PlxTestProject *
make_project (void)
{
  char *texts[PLX_SESSION_MAX_READINGS + 1] = { NULL };
  PlxTestProject *files;

  for (guint i = 0; i < PLX_SESSION_MAX_READINGS; i++)
    texts[i] = make_text (i);
  files = plx_test_project_new ((const char *const *) texts);
  for (guint i = 0; i < PLX_SESSION_MAX_READINGS; i++)
    g_free (texts[i]);
  plx_test_project_edit (files, annotate, files);
  return files;
}

/* Views */

static GtkTextView *
get_view (PlxColumn *column)
{
  return GTK_TEXT_VIEW (plx_column_get_reader (column));
}

/* The window is as large in both: clearing and copying it is GTK's. */
static GtkWindow *
show_alone (GtkWidget *column,
            int width)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *rest = gtk_label_new (NULL);

  gtk_widget_set_size_request (column, PLX_COLUMN_MIN_WIDTH, -1);
  gtk_widget_set_hexpand_set (column, TRUE);
  gtk_widget_set_hexpand (rest, TRUE);
  gtk_box_append (GTK_BOX (box), column);
  gtk_box_append (GTK_BOX (box), rest);
  return plx_perf_view_show (box, width, HEIGHT);
}

static void
bench_init (Bench *bench,
            guint n_columns)
{
  int width = (int) n_columns * PLX_COLUMN_MIN_WIDTH;
  GtkWidget *board, *column;
  PlxReading *first;

  bench->test = plx_test_session_new (make_project ());
  board = plx_board_new (bench->test->session);
  for (guint i = 0; i < n_columns; i++)
    plx_session_open_document (bench->test->session, plx_test_project_get_document (bench->test->files, i));
  first = g_list_model_get_item (plx_session_get_readings (bench->test->session), 0);
  plx_session_set_current (bench->test->session, first);
  column = plx_column_new (bench->test->session, first);
  bench->alone = get_view (PLX_COLUMN (column));
  bench->first = get_view (plx_board_find_column (PLX_BOARD (board), first));
  bench->below = show_alone (column, width);
  bench->test->window = plx_perf_view_show (board, width, HEIGHT);
  g_object_unref (first);
}

static void
bench_clear (Bench *bench)
{
  gtk_window_destroy (bench->below);
  plx_test_session_free (bench->test);
}

static void
scroll_down (gpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (data));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLL_STEP);
}

/* From the middle of the text, where a jump goes first that is not counted. */
static double
scroll (GtkTextView *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double sum = 0;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  plx_perf_view_settle ();
  for (int i = 0; i < N_STEPS; i++)
    sum += plx_perf_view_act (GTK_WIDGET (view), scroll_down, NULL, view).cpu;
  return sum / N_STEPS;
}

static double
scroll_alone (gpointer data)
{
  return scroll (((Bench *) data)->alone);
}

static double
scroll_first (gpointer data)
{
  return scroll (((Bench *) data)->first);
}

static double
scroll_together (gpointer data)
{
  PlxLook *look = plx_session_get_look (((Bench *) data)->test->session);
  double seconds;

  g_object_set (look, "sync", TRUE, NULL);
  seconds = scroll (((Bench *) data)->first);
  g_object_set (look, "sync", FALSE, NULL);
  return seconds;
}

static void
test_one (void)
{
  Bench bench;

  bench_init (&bench, PLX_SESSION_MAX_READINGS);
  plx_perf_compare_seconds ("scroll one column of eight, against one alone", ONE_BAR, N_PAIRS, scroll_alone, scroll_first, &bench);
  bench_clear (&bench);
}

static void
test_together (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strdup_printf ("scroll %u columns together, against one of them", n);
  Bench bench;

  bench_init (&bench, n);
  plx_perf_compare_seconds (name, 1 + 0.7 * (n - 1), N_PAIRS, scroll_first, scroll_together, &bench);
  bench_clear (&bench);
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
  g_test_add_func ("/perf/columns/one", test_one);
  g_test_add_data_func ("/perf/columns/together/4", GUINT_TO_POINTER (4), test_together);
  g_test_add_data_func ("/perf/columns/together/8", GUINT_TO_POINTER (8), test_together);
  return g_test_run ();
}

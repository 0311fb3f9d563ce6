/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Eight columns that follow what is selected: how many frames it takes until all
 * are there, and what scrolling costs with the lines that join them, against
 * scrolling without. */

#include "config.h"

#include "plx-perf-view.h"
#include "plx-perf.h"
#include "plx-test-session.h"

#include "board/plx-board.h"
#include "board/plx-column-layout.h"
#include "verb/plx-claim-verbs.h"

#include <adwaita.h>

#define HEIGHT 800
#define N_PAIRS 13
#define PARAGRAPHS 200
#define SCROLL_STEP 3
#define N_STEPS 20

#define WITH_LINES_BAR 1.2
#define MAX_FRAMES 2

typedef struct
{
  PlxTestSession *test;
  GtkWidget *board;
  PlxId claims[2]; /* of the first article, each on a question of its own */
} Bench;

/* Each article says something on the first question early on, and on the second
 * one near its end. */

static char *
make_text (guint number)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < PARAGRAPHS; i++)
    g_string_append_printf (text, "Claim%03u of account %u: the river council of Merrowick said that forty bridges and houses were evacuated at night.\n", i, number);
  return g_string_free (text, FALSE);
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
  return files;
}

static PlxId
add_claim (PlxTestProject *files,
           guint document,
           guint paragraph,
           const char *question)
{
  g_autofree char *quote = g_strdup_printf ("Claim%03u", paragraph);
  PlxId id = plx_test_project_tag (files, document, quote, "Claim");
  g_autoptr (PlxClaim) fields = plx_claim_new ();
  const PlxTypedClaim typed = { fields, question, "", "" };
  g_autoptr (PlxVerb) verb = plx_verb_edit_claims (&id, 1, PLX_CLAIM_QUESTION, &typed);
  g_autoptr (GError) error = NULL;

  plx_verb_run (verb, files->connection, "Tester", NULL, &error);
  g_assert_no_error (error);
  return id;
}

static void
bench_init (Bench *bench)
{
  PlxTestProject *files = make_project ();
  g_autoptr (PlxReading) first = NULL;

  for (guint i = 0; i < PLX_SESSION_MAX_READINGS; i++)
    {
      PlxId early = add_claim (files, i, 2 + i % 3, "Early?");
      PlxId late = add_claim (files, i, PARAGRAPHS - 20 - i, "Late?");

      if (i == 0)
        {
          bench->claims[0] = early;
          bench->claims[1] = late;
        }
    }
  bench->test = plx_test_session_new (files);
  bench->board = plx_board_new (bench->test->session);
  for (guint i = 0; i < PLX_SESSION_MAX_READINGS; i++)
    plx_session_open_document (bench->test->session, plx_test_project_get_document (bench->test->files, i));
  first = g_list_model_get_item (plx_session_get_readings (bench->test->session), 0);
  plx_session_set_current (bench->test->session, first);
  bench->test->window = plx_perf_view_show (bench->board, PLX_SESSION_MAX_READINGS * PLX_COLUMN_MIN_WIDTH, HEIGHT);
  plx_perf_view_settle ();
}

static PlxReader *
get_reader (Bench *bench,
            guint i)
{
  g_autoptr (PlxReading) reading = g_list_model_get_item (plx_session_get_readings (bench->test->session), i);

  return plx_column_get_reader (plx_board_find_column (PLX_BOARD (bench->board), reading));
}

static void
select_claim (Bench *bench,
              guint which)
{
  g_autoptr (PlxReading) first = g_list_model_get_item (plx_session_get_readings (bench->test->session), 0);

  plx_session_select (bench->test->session, first, bench->claims[which]);
}

static gboolean
are_all_there (Bench *bench)
{
  PlxFollow *follow = plx_session_get_follow (bench->test->session);

  for (guint i = 1; i < PLX_SESSION_MAX_READINGS; i++)
    {
      PlxReader *reader = get_reader (bench, i);
      PlxId counterpart = plx_follow_get_counterpart (follow, plx_reader_get_reading (reader));
      double x, y;

      if (counterpart == PLX_ID_NONE || !plx_reader_get_anchor (reader, counterpart, TRUE, &x, &y) || y < 0)
        return FALSE;
    }
  return TRUE;
}

static void
nothing (gpointer data)
{
}

static void
select_cb (gpointer data)
{
  select_claim (data, 1);
}

static void
test_frames (void)
{
  Bench bench;
  guint frames = 1;

  bench_init (&bench);
  select_claim (&bench, 0);
  plx_perf_view_settle ();
  g_assert_true (are_all_there (&bench));

  plx_perf_view_act (bench.board, select_cb, NULL, &bench);
  while (!are_all_there (&bench) && frames < 100)
    {
      plx_perf_view_act (bench.board, nothing, NULL, &bench);
      frames++;
    }
  g_test_message ("eight columns have moved after %u frames", frames);
  g_assert_cmpuint (frames, <=, MAX_FRAMES);
  plx_test_session_free (bench.test);
}

static void
scroll_down (gpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (data));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLL_STEP);
}

static double
scroll (Bench *bench)
{
  GtkWidget *reader = GTK_WIDGET (get_reader (bench, 0));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (reader));
  double sum = 0;

  gtk_adjustment_set_value (adjustment, 0);
  plx_perf_view_settle ();
  for (int i = 0; i < N_STEPS; i++)
    sum += plx_perf_view_act (reader, scroll_down, NULL, reader).cpu;
  return sum / N_STEPS;
}

static double
scroll_without (gpointer data)
{
  Bench *bench = data;

  g_object_set (plx_session_get_look (bench->test->session), "follow", FALSE, NULL);
  return scroll (bench);
}

static double
scroll_with (gpointer data)
{
  Bench *bench = data;

  g_object_set (plx_session_get_look (bench->test->session), "follow", TRUE, NULL);
  g_assert_true (are_all_there (bench));
  return scroll (bench);
}

static void
test_lines (void)
{
  Bench bench;

  bench_init (&bench);
  select_claim (&bench, 0);
  plx_perf_view_settle ();
  plx_perf_compare_seconds ("scroll with lines to seven columns, against scrolling without", WITH_LINES_BAR, N_PAIRS, scroll_without, scroll_with, &bench);
  plx_test_session_free (bench.test);
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
  g_test_add_func ("/perf/follow/frames", test_frames);
  g_test_add_func ("/perf/follow/lines", test_lines);
  return g_test_run ();
}

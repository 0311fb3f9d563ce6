/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The comparison with the real mouse and keyboard: from a cell to its passage,
 * what an article says nothing on, the next thing to check. */

#include "config.h"

#include "plx-e2e-state.h"

#include <string.h>

/* Rows and columns of the sample. */
#define HOMES 0
#define BRIDGE 2
#define RIVER_NEWS 2
#define RADIO 3

typedef struct
{
  PlxE2e *e2e;
  char *project;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  static const char *const files[] = { "1-harbour-post.txt", "2-valley-daily.txt", "3-river-news.txt", "4-radio-nine.txt", "5-oby-courier.txt" };
  g_autofree char *jsonl = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), "sample.jsonl", NULL);
  g_autofree char *edits = NULL;
  g_autofree char *done = NULL;

  fixture->e2e = plx_e2e_new ();
  fixture->project = g_build_filename (plx_e2e_get_folder (fixture->e2e), "compare.parallax", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), files[i], NULL);
      g_autofree char *imported = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, file, NULL);
    }
  g_assert_true (g_file_get_contents (jsonl, &edits, NULL, NULL));
  done = plx_e2e_run_cli (fixture->e2e, edits, "batch", fixture->project, NULL);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (5), "five articles");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end (fixture->e2e);
  g_free (fixture->project);
}

static void
click_cell (Fixture *fixture,
            int row,
            int column)
{
  PlxE2eRect rect = plx_e2e_locate_cell (fixture->e2e, row, column);

  plx_e2e_click (fixture->e2e, rect.x + rect.width / 2, rect.y + rect.height / 2, 1);
}

static guint
count_silences (Fixture *fixture)
{
  g_autofree char *lines = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "silences", NULL);
  guint n = 0;

  for (const char *p = lines; (p = strchr (p, '\n')) != NULL; p++)
    n++;
  return n;
}

static void
test_passage (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (PlxText) radio = plx_e2e_load_sample ("4-radio-nine.txt");
  int start, end;

  plx_e2e_click_widget (fixture->e2e, "comparison_button");
  plx_e2e_locate_cell (fixture->e2e, HOMES, RADIO);
  plx_e2e_screenshot (fixture->e2e, "60-comparison");
  click_cell (fixture, HOMES, RADIO);

  /* The passage is in view, its claim selected. */
  plx_e2e_find (radio, "12 houses", 1, &start, &end);
  plx_e2e_locate (fixture->e2e, PLX_E2E_RADIO, start);
  g_assert_cmpint (plx_e2e_get_selected (fixture->e2e), !=, 0);
  plx_e2e_screenshot (fixture->e2e, "61-passage");

  /* And back to the same cell. */
  plx_e2e_key (fixture->e2e, "F5");
  plx_e2e_locate_widget (fixture->e2e, "label:How many homes were flooded? – Radio Nine");
}

static void
test_silence (Fixture *fixture,
              gconstpointer data)
{
  guint n = count_silences (fixture);

  plx_e2e_key (fixture->e2e, "F5");
  click_cell (fixture, BRIDGE, RIVER_NEWS);
  plx_e2e_locate_widget (fixture->e2e, "label:Checked: Says Nothing");
  plx_e2e_click_widget (fixture->e2e, "silent_button");
  plx_e2e_locate_widget (fixture->e2e, "label:Not Checked After All");
  g_assert_cmpuint (count_silences (fixture), ==, n + 1);
  plx_e2e_screenshot (fixture->e2e, "62-silent");

  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_locate_widget (fixture->e2e, "label:Checked: Says Nothing");
  g_assert_cmpuint (count_silences (fixture), ==, n);
}

static gboolean
has_caret (JsonObject *state,
           gpointer data)
{
  return json_object_get_int_member (state, "caret") > 0;
}

static void
test_worklist (Fixture *fixture,
               gconstpointer data)
{
  plx_e2e_key (fixture->e2e, "F5");
  plx_e2e_locate_cell (fixture->e2e, 0, 0);
  plx_e2e_key (fixture->e2e, "n");
  plx_e2e_locate_widget (fixture->e2e, "label:How high did the river stand at Saint-Oby bridge? – Ildwen River News");

  /* The article opens where it may speak of it. */
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_gone (fixture->e2e, "next_button");
  plx_e2e_wait (fixture->e2e, has_caret, NULL, "the caret inside the article");
  plx_e2e_locate_widget (fixture->e2e, "label:Passage 1 of");
  plx_e2e_key (fixture->e2e, "n");
  plx_e2e_locate_widget (fixture->e2e, "label:Passage 2 of");

  /* It does not; on to the next. */
  plx_e2e_key (fixture->e2e, "F5");
  plx_e2e_locate_widget (fixture->e2e, "label:Checked: Says Nothing");
  plx_e2e_key (fixture->e2e, "s");
  plx_e2e_locate_widget (fixture->e2e, "label:Not Checked After All");
  plx_e2e_key (fixture->e2e, "n");
  plx_e2e_locate_widget (fixture->e2e, "label:How many people are missing? – Ildwen River News");
}

static void
test_tables (Fixture *fixture,
             gconstpointer data)
{
  plx_e2e_key (fixture->e2e, "F5");
  plx_e2e_locate_cell (fixture->e2e, 4, 0);
  plx_e2e_click_widget (fixture->e2e, "contradictions_button");
  click_cell (fixture, 3, -1);
  plx_e2e_locate_widget (fixture->e2e, "label:Why did the gate fail?");
  plx_e2e_click_widget (fixture->e2e, "names_button");
  click_cell (fixture, 0, -1);
  plx_e2e_locate_widget (fixture->e2e, "label:Open River camp");
  plx_e2e_click_widget (fixture->e2e, "coverage_button");
  plx_e2e_screenshot (fixture->e2e, "63-coverage");
  plx_e2e_click_widget (fixture->e2e, "sources_button");
  click_cell (fixture, 0, -1);
  plx_e2e_locate_widget (fixture->e2e, "label:The Harbour Post");
  plx_e2e_click_widget (fixture->e2e, "attribution_button");
  plx_e2e_locate_cell (fixture->e2e, 5, 3);
}

/* Menus stand in for what a narrow window has no room for. */
static void
test_narrow (Fixture *fixture,
             gconstpointer data)
{
  plx_e2e_key (fixture->e2e, "F5");
  plx_e2e_locate_widget (fixture->e2e, "show_button");
  plx_e2e_resize (fixture->e2e, 420, 950);
  plx_e2e_wait_gone (fixture->e2e, "show_button");
  plx_e2e_wait_gone (fixture->e2e, "names_button");

  plx_e2e_click_widget (fixture->e2e, "tables_button");
  plx_e2e_click_widget (fixture->e2e, "label:Names");
  click_cell (fixture, 0, -1);
  plx_e2e_locate_widget (fixture->e2e, "label:Open River camp");
  plx_e2e_click_widget (fixture->e2e, "tables_button");
  plx_e2e_click_widget (fixture->e2e, "label:Accounts");
  plx_e2e_locate_cell (fixture->e2e, 0, 0);

  plx_e2e_click_widget (fixture->e2e, "more_button");
  plx_e2e_locate_widget (fixture->e2e, "columns");
  plx_e2e_click_widget (fixture->e2e, "label:Only Contradictions");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "columns");
  click_cell (fixture, 3, -1);
  plx_e2e_locate_widget (fixture->e2e, "label:Why did the gate fail?");

  /* Order and filter go back to where they were. */
  plx_e2e_resize (fixture->e2e, 1400, 900);
  plx_e2e_click_widget (fixture->e2e, "show_button");
  plx_e2e_locate_widget (fixture->e2e, "columns");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "columns");
  plx_e2e_key (fixture->e2e, "F5");

  /* So with the header. */
  plx_e2e_resize (fixture->e2e, 420, 950);
  plx_e2e_wait_gone (fixture->e2e, "view_button");
  plx_e2e_click_widget (fixture->e2e, "menu_button");
  plx_e2e_click_widget (fixture->e2e, "label:View");
  plx_e2e_locate_widget (fixture->e2e, "zoom_button");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "zoom_button");
  plx_e2e_click_widget (fixture->e2e, "menu_button");
  plx_e2e_click_widget (fixture->e2e, "label:Filter");
  plx_e2e_locate_widget (fixture->e2e, "label:Show All");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "label:Show All");
}

/* Filters and orders, by keys alone. */
static void
test_filters (Fixture *fixture,
              gconstpointer data)
{
  plx_e2e_key (fixture->e2e, "F5");
  plx_e2e_locate_cell (fixture->e2e, 4, 0);

  plx_e2e_key (fixture->e2e, "alt+c");
  click_cell (fixture, 3, -1);
  plx_e2e_locate_widget (fixture->e2e, "label:Why did the gate fail?");
  plx_e2e_key (fixture->e2e, "alt+c");
  plx_e2e_locate_cell (fixture->e2e, 4, 0);

  /* Two questions have cells that nobody checked. */
  plx_e2e_key (fixture->e2e, "alt+u");
  click_cell (fixture, 1, -1);
  plx_e2e_locate_widget (fixture->e2e, "label:How many people are missing?");
  plx_e2e_key (fixture->e2e, "alt+u");
  plx_e2e_locate_cell (fixture->e2e, 4, 0);

  /* By date: Radio Nine was first. */
  plx_e2e_key (fixture->e2e, "alt+o");
  plx_e2e_locate_widget (fixture->e2e, "columns");
  plx_e2e_screenshot (fixture->e2e, "65-order");
  plx_e2e_key (fixture->e2e, "space");
  plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "columns");
  click_cell (fixture, 3, 0);
  plx_e2e_locate_widget (fixture->e2e, "label:How many people are missing? – Radio Nine");
}

/* Columns by outlet, and only the questions that an actor speaks on. */
static void
test_choices (Fixture *fixture,
              gconstpointer data)
{
  plx_e2e_key (fixture->e2e, "F5");
  plx_e2e_locate_cell (fixture->e2e, 4, 0);

  plx_e2e_key (fixture->e2e, "alt+o");
  plx_e2e_click_widget (fixture->e2e, "columns");
  plx_e2e_click_widget (fixture->e2e, "label:By outlet");
  plx_e2e_wait_gone (fixture->e2e, "label:By date");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "columns");
  click_cell (fixture, 3, 0);
  plx_e2e_locate_widget (fixture->e2e, "label:How many people are missing? – Ildwen River News");
  click_cell (fixture, 3, 1);
  plx_e2e_locate_widget (fixture->e2e, "label:How many people are missing? – Radio Nine");

  plx_e2e_key (fixture->e2e, "alt+o");
  plx_e2e_click_widget (fixture->e2e, "entities");
  plx_e2e_click_widget (fixture->e2e, "label:Lior Amselard");
  plx_e2e_wait_gone (fixture->e2e, "label:Tomas Wrenfeld");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "columns");
  click_cell (fixture, 0, -1);
  plx_e2e_locate_widget (fixture->e2e, "label:Why did the gate fail?");
}

/* The first claim of Radio Nine: 7, 7 and 5 marks are in the lanes above. */
#define RADIO_HOMES 19

static void
test_timeline (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (PlxText) radio = plx_e2e_load_sample ("4-radio-nine.txt");
  PlxE2eRect mark, zoomed;
  int start, end;

  plx_e2e_key (fixture->e2e, "F5");
  plx_e2e_locate_cell (fixture->e2e, 0, 0);
  plx_e2e_click_widget (fixture->e2e, "timeline_button");
  mark = plx_e2e_locate_mark (fixture->e2e, 0);
  plx_e2e_screenshot (fixture->e2e, "64-timeline");
  plx_e2e_click_widget (fixture->e2e, "as_table_button");
  plx_e2e_locate_cell (fixture->e2e, 0, 0);
  plx_e2e_click_widget (fixture->e2e, "as_table_button");

  /* From claim to claim by the keyboard; what it says stands below. */
  plx_e2e_locate_mark (fixture->e2e, 0);
  plx_e2e_click (fixture->e2e, mark.x + mark.width + 300, mark.y + 4, 1);
  plx_e2e_key (fixture->e2e, "Home");
  for (int i = 0; i < 3; i++)
    plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_locate_widget (fixture->e2e, "label:Radio Nine – How many homes were flooded?");

  /* Dragging over a part of the times shows it larger. */
  mark = plx_e2e_locate_mark (fixture->e2e, RADIO_HOMES);
  plx_e2e_drag (fixture->e2e, mark.x + mark.width + 200, mark.y + 4, mark.x + mark.width + 20, mark.y + 4);
  zoomed = plx_e2e_locate_mark (fixture->e2e, RADIO_HOMES);
  g_assert_cmpint (zoomed.width, >, mark.width);
  plx_e2e_click_widget (fixture->e2e, "zoom_fit_button");

  /* A click brings its passage. */
  mark = plx_e2e_locate_mark (fixture->e2e, RADIO_HOMES);
  plx_e2e_click (fixture->e2e, mark.x + 30, mark.y + 6, 1);
  plx_e2e_find (radio, "12 houses", 1, &start, &end);
  plx_e2e_locate (fixture->e2e, PLX_E2E_RADIO, start);
  g_assert_cmpint (plx_e2e_get_selected (fixture->e2e), !=, 0);
}

/* The whole way: claims are marked in two of five accounts, their values taken as
 * proposed, and the comparison says that they contradict. */

static const char *const titles[] = { "Account A", "Account B", "Account C", "Account D", "Account E" };
static const char *const accounts[] = {
  "Opposition groups hold more than 15 villages.\n",
  "Fighters went through a dozen towns and villages.\n",
  "By Friday it was over 50 villages.\n",
  "They hold more than 50 regime-held territories.\n",
  "The attack captured several villages.\n",
};

#define QUESTION "How many villages were captured?"

static void
tag_by_command (GString *edits,
                guint i,
                const char *words,
                const char *value)
{
  const char *found = strstr (accounts[i], words);
  glong start = g_utf8_strlen (accounts[i], found - accounts[i]);

  g_string_append_printf (edits,
                          "{\"op\":\"tag\",\"document\":\"%s\",\"spans\":[[%ld,%ld]],\"tag\":\"Claim\",\"question\":\"" QUESTION "\",\"value\":\"%s\"}\n",
                          titles[i], start, start + g_utf8_strlen (words, -1), value);
}

static void
set_up_story (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GString) edits = g_string_new ("{\"op\":\"question\",\"text\":\"" QUESTION "\",\"unit\":\"villages\"}\n");
  g_autofree char *done = NULL;

  fixture->e2e = plx_e2e_new ();
  fixture->project = g_build_filename (plx_e2e_get_folder (fixture->e2e), "story.parallax", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      g_autofree char *name = g_strdup_printf ("%c.txt", (char) ('a' + i));
      g_autofree char *file = g_build_filename (plx_e2e_get_folder (fixture->e2e), name, NULL);
      g_autofree char *title = g_strconcat ("--title=", titles[i], NULL);
      g_autofree char *imported = NULL;

      g_assert_true (g_file_set_contents (file, accounts[i], -1, NULL));
      imported = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, "--language=en", title, file, NULL);
    }
  tag_by_command (edits, 2, "over 50 villages", ">50 villages");
  tag_by_command (edits, 3, "more than 50 regime-held territories", ">50 territories");
  tag_by_command (edits, 4, "several villages", "several villages");
  done = plx_e2e_run_cli (fixture->e2e, edits->str, "batch", fixture->project, NULL);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (3), "three columns");
}

static void
mark (Fixture *fixture,
      guint i,
      const char *words,
      const char *speaker,
      const char *value)
{
  const char *found = strstr (accounts[i], words);
  int start = (int) g_utf8_strlen (accounts[i], found - accounts[i]);

  plx_e2e_drag_text (fixture->e2e, titles[i], start, start + (int) g_utf8_strlen (words, -1));
  plx_e2e_locate_widget (fixture->e2e, "label-bar");
  plx_e2e_key (fixture->e2e, "3");
  plx_e2e_locate_widget (fixture->e2e, "claim-bar");
  plx_e2e_type (fixture->e2e, "villages");
  plx_e2e_locate_widget (fixture->e2e, "label:" QUESTION);
  plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", value);
  if (*speaker != '\0')
    plx_e2e_type (fixture->e2e, speaker);
  plx_e2e_key (fixture->e2e, "Return");
  if (*speaker != '\0')
    plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", speaker);
  plx_e2e_wait_gone (fixture->e2e, "claim-bar");
}

/* (transfer full): what the window writes into a file of that name. */
static char *
export_to (Fixture *fixture,
           const char *name)
{
  g_autofree char *path = g_build_filename (plx_e2e_get_folder (fixture->e2e), name, NULL);
  char *contents = NULL;

  plx_e2e_click_widget (fixture->e2e, "label:Export Table…");
  plx_e2e_locate_widget (fixture->e2e, "label:Cancel");
  plx_e2e_choose_file (fixture->e2e, path);
  for (int i = 0; i < 100 && !g_file_get_contents (path, &contents, NULL, NULL); i++)
    g_usleep (100000);
  plx_e2e_wait_gone (fixture->e2e, "label:Cancel");
  g_assert_nonnull (contents);
  return contents;
}

static void
test_export (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *csv = NULL;
  g_autofree char *html = NULL;

  plx_e2e_key (fixture->e2e, "F5");
  plx_e2e_locate_cell (fixture->e2e, 0, 0);
  csv = export_to (fixture, "table.csv");
  g_assert_nonnull (strstr (csv, "How many homes were flooded?"));
  html = export_to (fixture, "table.html");
  g_assert_nonnull (strstr (html, "<table"));
  g_assert_nonnull (strstr (html, "How many homes were flooded?"));
}

static void
test_story (Fixture *fixture,
            gconstpointer data)
{
  g_usleep (800000); /* until the texts have found their height */
  mark (fixture, 0, "more than 15 villages", "Opposition groups", "\"value\":\">15 villages\"");
  mark (fixture, 1, "a dozen towns and villages", "", "\"value\":\"~12 towns and villages\"");

  plx_e2e_key (fixture->e2e, "F5");
  click_cell (fixture, 0, 5);
  plx_e2e_locate_widget (fixture->e2e, "label:" QUESTION "\ncontradict: ≈ 12 towns and villages (Account B) and > 50 villages (Account C) cannot both hold.");
  plx_e2e_screenshot (fixture->e2e, "64-story");

  click_cell (fixture, 0, 4);
  plx_e2e_locate (fixture->e2e, "Account E", 20);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/e2e/compare/passage", Fixture, NULL, set_up, test_passage, tear_down);
  g_test_add ("/e2e/compare/silence", Fixture, NULL, set_up, test_silence, tear_down);
  g_test_add ("/e2e/compare/worklist", Fixture, NULL, set_up, test_worklist, tear_down);
  g_test_add ("/e2e/compare/tables", Fixture, NULL, set_up, test_tables, tear_down);
  g_test_add ("/e2e/compare/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/e2e/compare/choices", Fixture, NULL, set_up, test_choices, tear_down);
  g_test_add ("/e2e/compare/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/e2e/compare/filters", Fixture, NULL, set_up, test_filters, tear_down);
  g_test_add ("/e2e/compare/timeline", Fixture, NULL, set_up, test_timeline, tear_down);
  g_test_add ("/e2e/compare/story", Fixture, NULL, set_up_story, test_story, tear_down);
  return g_test_run ();
}

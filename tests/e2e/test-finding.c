/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding again: in one article with the bar of its column, in all of them with
 * the window of searches. */

#include "config.h"

#include "plx-e2e-state.h"

#include "model/plx-match.h"

#include <string.h>

typedef struct
{
  PlxE2e *e2e;
  PlxText *harbour;
  char *project;
} Fixture;

/* How often a file is looked for. */
#define PATIENCE 3000

#define HARBOUR PLX_E2E_HARBOUR

/* Where Merrowick stands before “, all of them on Mill Lane”, in the other article. */
#define MILL_LANE 273

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->e2e = plx_e2e_new ();
  fixture->harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  fixture->project = plx_e2e_new_project (fixture->e2e, "finding.parallax", "1-harbour-post.txt", "4-radio-nine.txt", NULL);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (2), "two columns");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end (fixture->e2e);
  plx_text_unref (fixture->harbour);
  g_free (fixture->project);
}

static gboolean
is_there (JsonObject *state,
          gpointer caret)
{
  return json_object_get_int_member (state, "caret") == GPOINTER_TO_INT (caret);
}

/* However it is written, also inside words. */
static GArray *
find_all (PlxText *text,
          const char *words)
{
  g_autoptr (PlxMatcher) matcher = plx_matcher_new (PLX_FOLD_ALL, FALSE);
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (PlxMatch));

  g_assert_cmpuint (plx_matcher_add (matcher, words), !=, PLX_MATCHER_NO_NAME);
  plx_matcher_find (matcher, text, matches);
  return matches;
}

static void
assert_count (Fixture *fixture,
              guint position,
              guint n)
{
  g_autofree char *label = g_strdup_printf ("label:%u of %u", position, n);

  g_assert_true (plx_e2e_has_widget (fixture->e2e, label));
}

static void
wait_widget (Fixture *fixture,
             const char *name)
{
  gint64 patience = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!plx_e2e_has_widget (fixture->e2e, name))
    {
      if (g_get_monotonic_time () > patience)
        g_error ("Waited in vain for %s", name);
      g_usleep (50000);
    }
}

static void
test_bar (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (GArray) found = find_all (fixture->harbour, "merrow");
  PlxE2eRect rect = plx_e2e_locate (fixture->e2e, HARBOUR, 0);
  guint n = found->len;

  g_assert_cmpuint (n, >, 2);
  plx_e2e_click (fixture->e2e, rect.x + 1, rect.y + rect.height / 2, 1);
  plx_e2e_key (fixture->e2e, "ctrl+Home");
  plx_e2e_key (fixture->e2e, "ctrl+f");
  plx_e2e_type (fixture->e2e, "merrow");
  assert_count (fixture, 1, n);
  g_assert_cmpint (plx_e2e_get_caret (fixture->e2e), ==, g_array_index (found, PlxMatch, 0).span.start);
  plx_e2e_key (fixture->e2e, "Return");
  assert_count (fixture, 2, n);
  g_assert_cmpint (plx_e2e_get_caret (fixture->e2e), ==, g_array_index (found, PlxMatch, 1).span.start);
  plx_e2e_key (fixture->e2e, "shift+Return");
  plx_e2e_key (fixture->e2e, "shift+F3");
  assert_count (fixture, n, n);
  plx_e2e_key (fixture->e2e, "F3");
  assert_count (fixture, 1, n);
  plx_e2e_screenshot (fixture->e2e, "find-bar");

  /* This one, with the bar of tags. */
  plx_e2e_click_widget (fixture->e2e, "find-tag");
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "one annotation");
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Place", g_array_index (found, PlxMatch, 0).span.start, g_array_index (found, PlxMatch, 0).span.end);

  /* All of them: one edit. */
  plx_e2e_click_widget (fixture->e2e, "find-tag-all");
  rect = plx_e2e_locate_widget (fixture->e2e, "find-tags");
  plx_e2e_click (fixture->e2e, rect.x + rect.width / 2, rect.y + 8, 1);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GUINT_TO_POINTER (n + 1), "all of them");
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Actor", g_array_index (found, PlxMatch, n - 1).span.start, g_array_index (found, PlxMatch, n - 1).span.end);

  plx_e2e_click_widget (fixture->e2e, "find-text");
  plx_e2e_key (fixture->e2e, "Escape");
  g_assert_false (plx_e2e_has_widget (fixture->e2e, "find-text"));
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "all taken back");
}

static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (PlxText) radio = plx_e2e_load_sample ("4-radio-nine.txt");
  g_autoptr (GArray) here = find_all (fixture->harbour, "merrow");
  g_autoptr (GArray) there = find_all (radio, "merrow");
  g_autofree char *summary = g_strdup_printf ("label:%u hits in 2 articles", here->len + there->len);

  plx_e2e_key (fixture->e2e, "ctrl+shift+s");
  plx_e2e_type (fixture->e2e, "Merr");
  plx_e2e_key (fixture->e2e, "shift+8");
  wait_widget (fixture, summary);
  plx_e2e_screenshot (fixture->e2e, "search");
  /* Into the list, past the name of the article, to its first passage. */
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait (fixture->e2e, is_there, GINT_TO_POINTER (g_array_index (here, PlxMatch, 0).span.start), "the passage");
}

/* What is typed into the field anew, and what is told of it. */
static void
look_for (Fixture *fixture,
          const char *line,
          const char *summary)
{
  plx_e2e_click_widget (fixture->e2e, "text");
  plx_e2e_key (fixture->e2e, "ctrl+a");
  plx_e2e_type (fixture->e2e, line);
  wait_widget (fixture, summary);
}

/* Only in articles of an outlet, or before a month; and what has a note. */
static void
use_filters (Fixture *fixture)
{
  static const char noted[] = "{\"op\":\"tag\",\"document\":\"4-radio-nine.txt\",\"spans\":[[18,27]],\"tag\":\"Place\",\"note\":\"heard twice\"}\n";
  g_autofree char *radio = plx_e2e_run_cli (fixture->e2e, NULL, "set", fixture->project, "4-radio-nine.txt", "outlet=Radio Nine", "published=2024-11-30", NULL);
  g_autofree char *harbour = plx_e2e_run_cli (fixture->e2e, NULL, "set", fixture->project, "1-harbour-post.txt", "outlet=Harbour Post", "published=2024-12-02", NULL);
  g_autofree char *tagged = plx_e2e_run_cli (fixture->e2e, noted, "batch", fixture->project, NULL);

  plx_e2e_key (fixture->e2e, "ctrl+shift+s");
  look_for (fixture, "merr*", "label:7 hits in 2 articles");
  look_for (fixture, "merr* outlet:\"radio nine\"", "label:3 hits in 1 article");
  look_for (fixture, "merr* after:2024-12", "label:4 hits in 1 article");
  look_for (fixture, "merr* before:2024-12", "label:3 hits in 1 article");
  look_for (fixture, "merr* outlet:harbour before:2024-12", "label:Nothing Found");
  look_for (fixture, "has:note", "label:1 hit in 1 article");
  plx_e2e_screenshot (fixture->e2e, "filters");
  /* The program is ended from here. */
}

static guint
count_lines (const char *table)
{
  guint n = 0;

  for (const char *p = table; (p = strchr (p, '\n')) != NULL; p++)
    n++;
  return n;
}

static char *
save_hits (Fixture *fixture,
           const char *name)
{
  g_autofree char *path = g_build_filename (plx_e2e_get_folder (fixture->e2e), name, NULL);
  char *table = NULL;

  plx_e2e_click_widget (fixture->e2e, "label:Save as CSV…");
  plx_e2e_choose_file (fixture->e2e, path);
  for (int i = 0; i < PATIENCE && table == NULL; i++)
    if (!g_file_get_contents (path, &table, NULL, NULL))
      g_usleep (20000);
  g_assert_nonnull (table);
  return table;
}

static void
choose_order (Fixture *fixture,
              const char *order)
{
  g_autofree char *label = g_strconcat ("label:", order, NULL);

  plx_e2e_click_widget (fixture->e2e, "order");
  plx_e2e_click_widget (fixture->e2e, label);
}

/* By the words before them, by those after them, as a table, and tagged; then
 * only some of them. */
static void
test_hits (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  plx_e2e_key (fixture->e2e, "ctrl+shift+s");
  look_for (fixture, "merr*", "label:7 hits in 2 articles");
  choose_order (fixture, "By words before");
  left = save_hits (fixture, "left.csv");
  plx_e2e_screenshot (fixture->e2e, "by-words-before");
  g_assert_cmpuint (count_lines (left), ==, 8);
  /* above, at, …, Lower, water */
  g_assert_true (strstr (left, "Flooding at ") < strstr (left, "an insult to Lower "));
  choose_order (fixture, "By words after");
  right = save_hits (fixture, "right.csv");
  g_assert_cmpuint (count_lines (right), ==, 8);
  /* all, at, saturday, … */
  g_assert_true (strstr (right, "all of them on Mill Lane") < strstr (right, ", at least 40 homes"));

  plx_e2e_click_widget (fixture->e2e, "label:Tag All");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (7), "all hits tagged");

  /* The first one is in the article that was not looked at. */
  plx_e2e_click_widget (fixture->e2e, "text");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait (fixture->e2e, is_there, GINT_TO_POINTER (MILL_LANE), "the passage");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (0), "all taken back");
  use_filters (fixture);
}

#define ADD(name, func) g_test_add ("/e2e/finding/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("bar", test_bar);
  ADD ("search", test_search);
  ADD ("hits", test_hits);
  return g_test_run ();
}

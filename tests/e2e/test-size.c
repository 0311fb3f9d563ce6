/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Large things: a report of 10 MB with 100,000 annotations, a paragraph of 1 MB,
 * eight columns at once.  Whether they are fast is for tests/perf to say; here
 * they have to work like small ones, also for who waits. */

#include "config.h"

#include "plx-e2e-state.h"

#include <string.h>

#define REPORT "Report"
#define PARAGRAPH "Paragraph"
#define N_ANNOTATIONS 100000
#define PARAGRAPH_BYTES (1 << 20)

/* No act may hold up the window so many times as long as in a short article. */
#define BLOCK_BAR 2.5

typedef struct
{
  PlxE2e *e2e;
  char *project;   /* (owned) */
  PlxText *report; /* (owned) (nullable) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->e2e = plx_e2e_new ();
  fixture->project = g_build_filename (plx_e2e_get_folder (fixture->e2e), "size.parallax", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_free (fixture->e2e);
  g_clear_pointer (&fixture->report, plx_text_unref);
  g_free (fixture->project);
}

static void
import (Fixture *fixture,
        const char *name,
        const GString *text)
{
  g_autofree char *base = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_build_filename (plx_e2e_get_folder (fixture->e2e), base, NULL);
  g_autofree char *title = g_strconcat ("--title=", name, NULL);
  g_autofree char *output = NULL;
  GError *error = NULL;

  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  output = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, path, title, NULL);
}

/* One place to annotate in each sentence. */
static void
import_report (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *output = NULL;

  for (int i = 0; i < N_ANNOTATIONS; i++)
    g_string_append_printf (text, "On day %06d the council of Merrowick counted houses, gates and people along the river again.%s", i, i % 5 == 4 ? "\n" : " ");
  g_assert_cmpuint (text->len, >, 9000000);
  import (fixture, REPORT, text);
  fixture->report = plx_text_new (text->str, (gssize) text->len);
  output = plx_e2e_run_cli (fixture->e2e, "{\"op\":\"tag-all\",\"text\":\"Merrowick\",\"tag\":\"Place\"}\n", "batch", fixture->project, NULL);
}

static gboolean
has_in_first (JsonObject *state,
              gpointer n)
{
  JsonArray *documents = json_object_has_member (state, "documents") ? json_object_get_array_member (state, "documents") : NULL;

  return documents != NULL && json_array_get_length (documents) > 0 &&
         json_object_get_int_member (json_array_get_object_element (documents, 0), "n-annotations") == GPOINTER_TO_INT (n);
}

/* Drags over the words at @start and gives them the tag of @key. */
static void
drag_and_tag (Fixture *fixture,
              const char *title,
              int start,
              int end,
              const char *key,
              int n)
{
  plx_e2e_drag_text (fixture->e2e, title, start, end);
  plx_e2e_key (fixture->e2e, key);
  plx_e2e_wait (fixture->e2e, has_in_first, GINT_TO_POINTER (n), "the new annotation");
}

/* The bar for every act. */
static void
assert_no_block (Fixture *fixture,
                 double floor,
                 const char *what)
{
  double longest = plx_e2e_take_longest_block (fixture->e2e);

  g_test_message ("%s: the longest block takes %.1f ms, %.2f times the floor of %.1f ms", what, longest, longest / floor, floor);
  g_assert_cmpfloat (longest, <=, BLOCK_BAR * floor);
}

/* Returns: the longest block of tagging and undoing in a short article, in ms of the
 * processor. */
static double
measure_floor (Fixture *fixture)
{
  g_autofree char *project = plx_e2e_new_project (fixture->e2e, "short.parallax", "1-harbour-post.txt", NULL);
  g_autoptr (PlxText) text = plx_e2e_load_sample ("1-harbour-post.txt");
  double longest;
  int start, end;

  plx_e2e_start (fixture->e2e, project);
  plx_e2e_wait (fixture->e2e, has_in_first, GINT_TO_POINTER (0), "the article");
  plx_e2e_take_longest_block (fixture->e2e);
  plx_e2e_find (text, "Merrowick", 1, &start, &end);
  drag_and_tag (fixture, PLX_E2E_HARBOUR, start, end, "2", 1);
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, has_in_first, GINT_TO_POINTER (0), "it is undone");
  longest = plx_e2e_take_longest_block (fixture->e2e);
  plx_e2e_quit (fixture->e2e);
  return longest;
}

static void
test_report (Fixture *fixture,
             gconstpointer data)
{
  double floor = measure_floor (fixture);
  int start, end;

  import_report (fixture);
  /* It can be read and tagged while most of it is still on its way. */
  plx_e2e_set_hurried (fixture->e2e, TRUE);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, has_in_first, GINT_TO_POINTER (N_ANNOTATIONS), "100,000 annotations");
  plx_e2e_take_longest_block (fixture->e2e);

  plx_e2e_find (fixture->report, "houses", 1, &start, &end);
  drag_and_tag (fixture, REPORT, start, end, "3", N_ANNOTATIONS + 1);

  /* Some screens further down, with the keys. */
  for (int i = 0; i < 5; i++)
    plx_e2e_key (fixture->e2e, "Page_Down");
  plx_e2e_find (fixture->report, "day 000200", 1, &start, &end);
  drag_and_tag (fixture, REPORT, start, end, "1", N_ANNOTATIONS + 2);
  plx_e2e_screenshot (fixture->e2e, "size-report");

  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, has_in_first, GINT_TO_POINTER (N_ANNOTATIONS + 1), "one undone");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, has_in_first, GINT_TO_POINTER (N_ANNOTATIONS), "two undone");
  /* And all of tag-all in one step. */
  assert_no_block (fixture, floor, "tagging and undoing one of 100,000");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, has_in_first, GINT_TO_POINTER (0), "all undone");
  assert_no_block (fixture, floor, "undoing 100,000");
  plx_e2e_key (fixture->e2e, "ctrl+shift+z");
  plx_e2e_wait (fixture->e2e, has_in_first, GINT_TO_POINTER (N_ANNOTATIONS), "all done again");
  assert_no_block (fixture, floor, "redoing 100,000");
  plx_e2e_quit (fixture->e2e);
}

static void
test_paragraph (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PlxText) all = NULL;
  int start;

  while (text->len < PARAGRAPH_BYTES)
    g_string_append (text, "The council of Merrowick counted houses, gates and people along the river again. ");
  all = plx_text_new (text->str, (gssize) text->len);
  import (fixture, PARAGRAPH, text);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, has_in_first, GINT_TO_POINTER (0), "the article");
  /* In the middle of a sentence in the middle of the paragraph. */
  start = (int) strlen ("The council of Merrowick counted houses, gates and people along the river again. ") * 6000 + (int) strlen ("The council of ");
  drag_and_tag (fixture, PARAGRAPH, start, start + (int) strlen ("Merrowick"), "2", 1);
  plx_e2e_assert_tagged (fixture->e2e, PARAGRAPH, "Place", start, start + (int) strlen ("Merrowick"));
  plx_e2e_screenshot (fixture->e2e, "size-paragraph");
  plx_e2e_quit (fixture->e2e);
}

static void
test_eight_columns (Fixture *fixture,
                    gconstpointer data)
{
  static const char *const files[] = { "1-harbour-post.txt", "2-valley-daily.txt", "3-river-news.txt", "4-radio-nine.txt", "5-oby-courier.txt" };
  g_autofree char *output = NULL;

  import_report (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), files[i], NULL);
      g_autofree char *printed = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, path, NULL);
    }
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("More %d", i);
      g_autoptr (GString) text = g_string_new ("Nothing was heard of the council.\n");

      g_string_append_printf (text, "Day %d.\n", i);
      import (fixture, name, text);
    }
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (3), "three columns");
  /* The list is longer than its place: on with the keys. */
  plx_e2e_click_widget (fixture->e2e, "label:Saboteurs");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (4), "another column");
  for (int i = 5; i <= 8; i++)
    {
      plx_e2e_key (fixture->e2e, "Down");
      plx_e2e_key (fixture->e2e, "Return");
      plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (i), "another column");
    }
  plx_e2e_screenshot (fixture->e2e, "size-eight-columns");
  plx_e2e_quit (fixture->e2e);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/e2e/size/report", Fixture, NULL, set_up, test_report, tear_down);
  g_test_add ("/e2e/size/paragraph", Fixture, NULL, set_up, test_paragraph, tear_down);
  g_test_add ("/e2e/size/eight-columns", Fixture, NULL, set_up, test_eight_columns, tear_down);
  return g_test_run ();
}

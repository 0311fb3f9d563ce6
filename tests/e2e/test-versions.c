/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text is corrected, a revised one comes in, what finds no place is settled;
 * the side list is grouped and filtered. */

#include "config.h"

#include "plx-e2e-state.h"

#include <string.h>

#define FIRST "Rebels took Saraqeb on Friday. At least 15 villages fell, activists said. The minister denied all of it."
#define SECOND "Update. Rebels took Saraqeb on Friday. At least 18 villages fell, activists said."

typedef struct
{
  PlxE2e *e2e;   /* (owned) */
  char *project; /* (owned) */
} Fixture;

static char *
put (Fixture *fixture,
     const char *name,
     const char *text)
{
  char *path = g_build_filename (plx_e2e_get_folder (fixture->e2e), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *imported = NULL;
  g_autofree char *tagged = NULL;

  fixture->e2e = plx_e2e_new ();
  fixture->project = g_build_filename (plx_e2e_get_folder (fixture->e2e), "versions.parallax", NULL);
  first = put (fixture, "first.txt", FIRST);
  imported = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, first, "--title=The Fall", "--outlet=Harbour Post", NULL);
  tagged = plx_e2e_run_cli (fixture->e2e,
                            "{\"op\":\"tag\",\"document\":\"The Fall\",\"spans\":[[12,19]],\"tag\":\"Place\"}\n"
                            "{\"op\":\"tag\",\"document\":\"The Fall\",\"spans\":[[31,56]],\"tag\":\"Claim\"}\n"
                            "{\"op\":\"tag\",\"document\":\"The Fall\",\"spans\":[[74,104]],\"tag\":\"Claim\"}\n",
                            "batch", fixture->project, NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end_whole (fixture->e2e, fixture->project);
  g_free (fixture->project);
}

static void
start (Fixture *fixture)
{
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "one column");
}

static void
choose (Fixture *fixture,
        const char *label)
{
  PlxE2eRect place = plx_e2e_locate_widget (fixture->e2e, "label:The Fall");
  g_autofree char *name = g_strconcat ("label:", label, NULL);

  plx_e2e_click_right (fixture->e2e, place.x + 6, place.y + place.height / 2);
  plx_e2e_click_widget (fixture->e2e, name);
}

static void
assert_listed (Fixture *fixture,
               const char *what,
               const char *words,
               gboolean there)
{
  g_autofree char *rows = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, what, NULL);

  if ((strstr (rows, words) != NULL) != there)
    g_error ("%s in %s", words, rows);
}

/* Where the slip is seen, and in the menu of the column. */
static void
test_correct_there (Fixture *fixture,
                    gconstpointer data)
{
  PlxE2eRect slip;

  start (fixture);
  slip = plx_e2e_locate (fixture->e2e, "The Fall", 70);
  plx_e2e_click_right (fixture->e2e, slip.x, slip.y + slip.height / 2);
  plx_e2e_click_widget (fixture->e2e, "label:Correct the Text…");
  plx_e2e_locate_widget (fixture->e2e, "after");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "after");
  plx_e2e_act (fixture->e2e, "column.correct");
  plx_e2e_locate_widget (fixture->e2e, "after");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "after");
}

/* What is typed is compared while it is typed; one undo takes it back. */
static void
test_correct (Fixture *fixture,
              gconstpointer data)
{
  start (fixture);
  choose (fixture, "Correct the Text…");
  plx_e2e_click_widget (fixture->e2e, "after");
  plx_e2e_key (fixture->e2e, "ctrl+Home");
  plx_e2e_type (fixture->e2e, "In short: ");
  plx_e2e_locate_widget (fixture->e2e, "label:3 annotations are carried over.");
  plx_e2e_screenshot (fixture->e2e, "90-correct");
  plx_e2e_click_widget (fixture->e2e, "apply_button");
  plx_e2e_wait_gone (fixture->e2e, "apply_button");
  assert_listed (fixture, "documents", "\"made\":\"corrected\"", TRUE);
  assert_listed (fixture, "annotations", "\"spans\":[[22,29]]", TRUE);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (3), "three annotations");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  assert_listed (fixture, "annotations", "\"spans\":[[12,19]]", TRUE);
  assert_listed (fixture, "documents", "\"made\"", FALSE);
}

#define N_PARAGRAPHS 40

/* One word differs at the beginning, in the middle, and at the end. */
static char *
make_long (gboolean revised)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < N_PARAGRAPHS; i++)
    g_string_append_printf (text, "Paragraph %d stays as it was %s, and is long enough for a second line in a window like this.\n\n", i,
                            revised && (i == 0 || i == N_PARAGRAPHS / 2 || i == N_PARAGRAPHS - 1) ? "tonight" : "yesterday");
  return g_string_free (text, FALSE);
}

/* From one to the next by mouse and keys; what one side is scrolled to the other one
 * follows to, so that the next is looked for there. */
static void
test_differences (Fixture *fixture,
                  gconstpointer data)
{
  g_autofree char *text = make_long (FALSE);
  g_autofree char *old = put (fixture, "old.txt", text);
  g_autofree char *revised = make_long (TRUE);
  g_autofree char *new = put (fixture, "new.txt", revised);
  g_autofree char *imported = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, old, "--title=Long", NULL);
  PlxE2eRect place, before;

  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (2), "two columns");
  place = plx_e2e_locate_widget (fixture->e2e, "label:Long");
  plx_e2e_click_right (fixture->e2e, place.x + 6, place.y + place.height / 2);
  plx_e2e_click_widget (fixture->e2e, "label:Import a Revised Version…");
  plx_e2e_choose_file (fixture->e2e, new);
  plx_e2e_locate_widget (fixture->e2e, "label:3 differences");
  plx_e2e_click_widget (fixture->e2e, "next-difference");
  plx_e2e_locate_widget (fixture->e2e, "label:Difference 1 of 3");
  plx_e2e_key (fixture->e2e, "alt+Down");
  plx_e2e_locate_widget (fixture->e2e, "label:Difference 2 of 3");
  plx_e2e_settle (fixture->e2e);
  plx_e2e_screenshot (fixture->e2e, "95-difference");
  plx_e2e_click_widget (fixture->e2e, "previous-difference");
  plx_e2e_locate_widget (fixture->e2e, "label:Difference 1 of 3");
  before = plx_e2e_locate_widget (fixture->e2e, "before");
  plx_e2e_wheel (fixture->e2e, before.x + 60, before.y + 60, 60);
  plx_e2e_settle (fixture->e2e);
  plx_e2e_key (fixture->e2e, "alt+Down");
  plx_e2e_locate_widget (fixture->e2e, "label:Difference 3 of 3");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "apply_button");
}

/* One goes where it is proposed, the other one is dropped. */
static void
test_settle (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *second = put (fixture, "second.txt", SECOND);
  g_autofree char *revised = plx_e2e_run_cli (fixture->e2e, NULL, "revise", fixture->project, "The Fall", second, NULL);

  start (fixture);
  choose (fixture, "Place What Waits in Version 1 (2)…");
  plx_e2e_locate_widget (fixture->e2e, "label:2 annotations wait to be placed or dropped.");
  plx_e2e_screenshot (fixture->e2e, "91-settle");
  plx_e2e_click_widget (fixture->e2e, "place_all");
  plx_e2e_locate_widget (fixture->e2e, "label:1 annotation waits to be placed or dropped.");
  plx_e2e_click_widget (fixture->e2e, "apply_button");
  plx_e2e_wait_gone (fixture->e2e, "apply_button");
  assert_listed (fixture, "annotations", "\"text\":\"At least 18 villages fell\"", TRUE);
  choose (fixture, "Read Version 1");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (2), "the earlier version");
  plx_e2e_screenshot (fixture->e2e, "92-earlier");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  assert_listed (fixture, "annotations", "\"text\":\"At least 15 villages fell\"", TRUE);
}

/* By the menu, with the mouse; by what is typed, with the keyboard. */
static void
filter_by_date (Fixture *fixture)
{
  plx_e2e_click_widget (fixture->e2e, "order_button");
  plx_e2e_click_widget (fixture->e2e, "label:Date");
  plx_e2e_click_widget (fixture->e2e, "label:2024-12");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (1), "the article of December");
  plx_e2e_locate_widget (fixture->e2e, "label:Talks");
  plx_e2e_click_widget (fixture->e2e, "order_button");
  plx_e2e_screenshot (fixture->e2e, "94-dates");
  plx_e2e_click_widget (fixture->e2e, "label:Date");
  plx_e2e_click_widget (fixture->e2e, "label:All Dates");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (2), "both articles");
  plx_e2e_click_widget (fixture->e2e, "find_button");
  plx_e2e_type (fixture->e2e, "before:2024-12");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (1), "the article of November");
  plx_e2e_locate_widget (fixture->e2e, "label:The Fall");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (2), "both articles again");
}

/* The list shows only what was not annotated yet, under headings. */
static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *other = put (fixture, "other.txt", "Talks went on in Geneva.");
  g_autofree char *imported = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, other, "--title=Talks", "--outlet=Valley Daily", "--published=2024-12-01", NULL);
  g_autofree char *dated = plx_e2e_run_cli (fixture->e2e, NULL, "set", fixture->project, "The Fall", "published=2024-11-29", NULL);

  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (2), "two articles");
  plx_e2e_click_widget (fixture->e2e, "order_button");
  plx_e2e_click_widget (fixture->e2e, "label:Group By");
  plx_e2e_click_widget (fixture->e2e, "label:Outlet");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_locate_widget (fixture->e2e, "label:Valley Daily");
  plx_e2e_screenshot (fixture->e2e, "93-groups");
  plx_e2e_click_widget (fixture->e2e, "order_button");
  plx_e2e_click_widget (fixture->e2e, "label:Not Yet Annotated");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (1), "one article");

  /* The next time all of them are there, under the same headings. */
  plx_e2e_restart (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (2), "two articles");
  plx_e2e_locate_widget (fixture->e2e, "label:Valley Daily");
  filter_by_date (fixture);
}

#define ADD(name, func) g_test_add ("/versions/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("correct", test_correct);
  ADD ("correct-there", test_correct_there);
  ADD ("differences", test_differences);
  ADD ("settle", test_settle);
  ADD ("order", test_order);
  return g_test_run ();
}

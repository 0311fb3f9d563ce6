/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What claims say, entered with the real mouse and keyboard: the short way after
 * tagging, the details, and what is refused. */

#include "config.h"

#include "plx-e2e-state.h"

#include <string.h>

#define HARBOUR PLX_E2E_HARBOUR
#define FORTY "at least 40 homes in Lower Merrowick were flooded"
#define PEOPLE "more than 300 people had left the town"

typedef struct
{
  PlxE2e *e2e;
  PlxText *harbour;
  char *project;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *harbour = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), "1-harbour-post.txt", NULL);
  g_autofree char *output = NULL;
  g_autofree char *named = NULL;

  fixture->e2e = plx_e2e_new ();
  fixture->harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  fixture->project = g_build_filename (plx_e2e_get_folder (fixture->e2e), "claims.parallax", NULL);
  output = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, "--language=en", harbour, NULL);
  named = plx_e2e_run_cli (fixture->e2e,
                           "{\"op\":\"entity\",\"name\":\"Lower Merrowick\",\"kind\":\"place\"}\n"
                           "{\"op\":\"question\",\"text\":\"How many homes were flooded?\",\"unit\":\"homes\"}\n",
                           "batch", fixture->project, NULL);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "the column");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end (fixture->e2e);
  plx_text_unref (fixture->harbour);
  g_free (fixture->project);
}

static void
tag (Fixture *fixture,
     const char *quote,
     int n)
{
  int start, end;

  plx_e2e_find (fixture->harbour, quote, 1, &start, &end);
  plx_e2e_drag_text (fixture->e2e, HARBOUR, start, end);
  plx_e2e_locate_widget (fixture->e2e, "label-bar");
  plx_e2e_key (fixture->e2e, "3");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (n), "the claim");
}

static void
test_bar (Fixture *fixture,
          gconstpointer data)
{
  tag (fixture, FORTY, 1);
  plx_e2e_locate_widget (fixture->e2e, "claim-bar");
  plx_e2e_screenshot (fixture->e2e, "66-claim-bar");

  /* Typing goes to the question, which is found by its words. */
  plx_e2e_type (fixture->e2e, "homes");
  plx_e2e_locate_widget (fixture->e2e, "label:How many homes were flooded?");
  plx_e2e_screenshot (fixture->e2e, "67-claim-question");
  plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", "\"question\":\"How many homes were flooded?\"");

  /* Enter has gone on.  The value is proposed, and stored when it is taken. */
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", "\"value\":\">=40 homes\"");
  plx_e2e_type (fixture->e2e, "Engineers");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", "\"said-by\":\"Engineers\"");
  plx_e2e_screenshot (fixture->e2e, "68-claim-filled");

  /* After the last field the text has the keys again. */
  plx_e2e_wait_gone (fixture->e2e, "claim-bar");
  plx_e2e_key (fixture->e2e, "Delete");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (0), "the claim to be gone");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "the claim again");

  /* Three edits, each taken back. */
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_unlisted (fixture->e2e, fixture->project, "annotations", "\"said-by\"");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_unlisted (fixture->e2e, fixture->project, "annotations", "\"value\"");
}

/* Who goes on is not held up. */
static void
test_going_on (Fixture *fixture,
               gconstpointer data)
{
  tag (fixture, FORTY, 1);
  plx_e2e_locate_widget (fixture->e2e, "claim-bar");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "claim-bar");
  tag (fixture, PEOPLE, 2);
  plx_e2e_locate_widget (fixture->e2e, "claim-bar");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "undo");
  plx_e2e_wait_gone (fixture->e2e, "claim-bar");
}

static void
type_into (Fixture *fixture,
           const char *field,
           const char *text)
{
  plx_e2e_click_widget (fixture->e2e, field);
  plx_e2e_key (fixture->e2e, "ctrl+a");
  plx_e2e_type (fixture->e2e, text);
  plx_e2e_key (fixture->e2e, "Return");
}

static void
test_details (Fixture *fixture,
              gconstpointer data)
{
  tag (fixture, FORTY, 1);
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "claim-bar");

  /* A question of its own, with a unit that grows with time. */
  type_into (fixture, "question", "Homes under water");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", "\"question\":\"Homes under water\"");
  type_into (fixture, "unit", "homes");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "questions", "\"unit\":\"homes\"");
  plx_e2e_click_widget (fixture->e2e, "answer");
  plx_e2e_click_widget (fixture->e2e, "label:Grows with time");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "questions", "\"answer\":\"grows\"");
  plx_e2e_wait_gone (fixture->e2e, "label:Varies with time");

  /* What is malformed says so under its field; nothing is stored.  A click right
   * after a menu went may be lost, so the keyboard goes there. */
  plx_e2e_key (fixture->e2e, "Tab");
  plx_e2e_type (fixture->e2e, "5..");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_locate_widget (fixture->e2e, "value_problem");
  type_into (fixture, "event_time", "2024-13-40");
  plx_e2e_locate_widget (fixture->e2e, "event_time_problem");
  plx_e2e_screenshot (fixture->e2e, "69-claim-problems");
  plx_e2e_wait_unlisted (fixture->e2e, fixture->project, "annotations", "\"value\"");
  type_into (fixture, "value", "40");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", "\"value\":\"40\"");
  type_into (fixture, "event_time", "2031-05-02/..");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", "\"event-time\":\"2031-05-02/..\"");
  type_into (fixture, "place", "lower merrowick");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", "\"place\":\"Lower Merrowick\"");
  type_into (fixture, "said_by", "the outlet itself");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", "the outlet itself");
  plx_e2e_screenshot (fixture->e2e, "70-claim-details");
}

/* What is suggested lies in the window: whatever is clicked while it is open, or
 * right after it went, gets its click. */
static void
test_mouse (Fixture *fixture,
            gconstpointer data)
{
  PlxE2eRect where;
  int start, end;

  tag (fixture, FORTY, 1);
  where = plx_e2e_locate_widget (fixture->e2e, "question");
  plx_e2e_click (fixture->e2e, where.x + where.width - 8, where.y + where.height / 2, 1);
  plx_e2e_click_widget (fixture->e2e, "label:How many homes were flooded?");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", "\"question\":\"How many homes were flooded?\"");
  plx_e2e_click_widget (fixture->e2e, "take-proposal");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", "\"value\":\">=40 homes\"");

  where = plx_e2e_locate_widget (fixture->e2e, "said_by");
  plx_e2e_click (fixture->e2e, where.x + where.width - 8, where.y + where.height / 2, 1);
  plx_e2e_locate_widget (fixture->e2e, "label:The outlet itself");
  plx_e2e_screenshot (fixture->e2e, "71-claim-suggestions");
  plx_e2e_find (fixture->harbour, "shouted", 1, &start, &end);
  where = plx_e2e_locate (fixture->e2e, HARBOUR, start + 2);
  plx_e2e_click (fixture->e2e, where.x, where.y + where.height / 2, 2);
  plx_e2e_wait_gone (fixture->e2e, "label:The outlet itself");
  plx_e2e_locate_widget (fixture->e2e, "label-bar");
  plx_e2e_key (fixture->e2e, "Escape");
}

static void
test_questions (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *added = plx_e2e_run_cli (fixture->e2e, "{\"op\":\"question\",\"text\":\"Homes under water\"}\n", "batch", fixture->project, NULL);

  plx_e2e_click_widget (fixture->e2e, "codebook_menu_button");
  plx_e2e_click_widget (fixture->e2e, "label:Questions…");
  plx_e2e_locate_widget (fixture->e2e, "questions-dialog");
  plx_e2e_click_widget (fixture->e2e, "label:Homes under water");
  type_into (fixture, "question-unit", "homes");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "questions", "\"text\":\"Homes under water\",\"unit\":\"homes\"");
  plx_e2e_screenshot (fixture->e2e, "75-questions");
  plx_e2e_click_widget (fixture->e2e, "question-into");
  plx_e2e_type (fixture->e2e, "flooded");
  plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_unlisted (fixture->e2e, fixture->project, "questions", "Homes under water");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "questions", "How many homes were flooded?");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "questions-dialog");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "questions", "Homes under water");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/e2e/claims/bar", Fixture, NULL, set_up, test_bar, tear_down);
  g_test_add ("/e2e/claims/going-on", Fixture, NULL, set_up, test_going_on, tear_down);
  g_test_add ("/e2e/claims/mouse", Fixture, NULL, set_up, test_mouse, tear_down);
  g_test_add ("/e2e/claims/questions", Fixture, NULL, set_up, test_questions, tear_down);
  g_test_add ("/e2e/claims/details", Fixture, NULL, set_up, test_details, tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tagging every place of a name, and suggestions, with the real mouse and
 * keyboard. */

#include "config.h"

#include "plx-e2e-state.h"

typedef struct
{
  PlxE2e *e2e;
  PlxText *harbour;
  PlxText *valley;
  char *project;
} Fixture;

#define HARBOUR PLX_E2E_HARBOUR
#define VALLEY PLX_E2E_VALLEY

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->e2e = plx_e2e_new ();
  fixture->harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  fixture->valley = plx_e2e_load_sample ("2-valley-daily.txt");
  fixture->project = plx_e2e_new_project (fixture->e2e, "tagall.parallax", "1-harbour-post.txt", "2-valley-daily.txt", "4-radio-nine.txt", NULL);
}

static void
start (Fixture *fixture)
{
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (3), "three columns");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end (fixture->e2e);
  plx_text_unref (fixture->harbour);
  plx_text_unref (fixture->valley);
  g_free (fixture->project);
}

static gboolean
has_suggestions (JsonObject *state,
                 gpointer n)
{
  JsonArray *documents = json_object_get_array_member (state, "documents");
  int found = 0;

  for (guint i = 0; i < json_array_get_length (documents); i++)
    found += (int) json_object_get_int_member (json_array_get_object_element (documents, i), "suggestions");
  return found == GPOINTER_TO_INT (n);
}

static void
wait_suggestions (Fixture *fixture,
                  int n)
{
  plx_e2e_wait (fixture->e2e, has_suggestions, GINT_TO_POINTER (n), "the suggestions");
}

static void
click_text (Fixture *fixture,
            const char *title,
            PlxText *text,
            const char *quote,
            int occurrence,
            int times)
{
  PlxE2eRect rect;
  int begin, end;

  plx_e2e_find (text, quote, occurrence, &begin, &end);
  rect = plx_e2e_locate (fixture->e2e, title, begin);
  plx_e2e_click (fixture->e2e, rect.x + rect.width / 2, rect.y + rect.height / 2, times);
}

static void
run_batch (Fixture *fixture,
           const char *lines)
{
  g_autofree char *output = plx_e2e_run_cli (fixture->e2e, lines, "batch", fixture->project, NULL);

  g_assert_true (g_str_has_prefix (output, "ok 1"));
}

/* A name is tagged, Ctrl+Enter shows where else it stands, one place is left
 * out; all of it goes with one step back. */
static void
test_tag_all (Fixture *fixture,
              gconstpointer data)
{
  start (fixture);
  click_text (fixture, HARBOUR, fixture->harbour, "Merrowick", 1, 2);
  /* The bar says how many more there are as soon as they are counted. */
  plx_e2e_locate_widget (fixture->e2e, "label:Tag 6 other occurrences…");
  plx_e2e_locate_widget (fixture->e2e, "label:in 2 articles");
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  /* It is offered without being asked for. */
  plx_e2e_locate_widget (fixture->e2e, "label:Tag 6 Other Occurrences");
  plx_e2e_screenshot (fixture->e2e, "70-offer");

  plx_e2e_key (fixture->e2e, "ctrl+Return");
  plx_e2e_locate_widget (fixture->e2e, "label:6 of 7 places in 2 articles");
  plx_e2e_screenshot (fixture->e2e, "71-dialog");
  /* The focus is in the text that is looked for; Enter goes to the list, where
   * the first row is the article. */
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_key (fixture->e2e, "space");
  plx_e2e_locate_widget (fixture->e2e, "label:5 of 7 places in 2 articles");
  plx_e2e_key (fixture->e2e, "ctrl+Return");
  plx_e2e_wait_gone (fixture->e2e, "apply_button");
  plx_e2e_wait_annotations (fixture->e2e, 6);
  plx_e2e_locate_widget (fixture->e2e, "label:Tagged 5 occurrences in 2 articles");
  plx_e2e_screenshot (fixture->e2e, "72-tagged");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  plx_e2e_key (fixture->e2e, "ctrl+shift+z");
  plx_e2e_wait_annotations (fixture->e2e, 6);

  /* And away again, with the mouse. */
  click_text (fixture, HARBOUR, fixture->harbour, "Merrowick", 1, 1);
  plx_e2e_key (fixture->e2e, "ctrl+shift+Return");
  plx_e2e_locate_widget (fixture->e2e, "label:6 of 6 places in 2 articles");
  plx_e2e_click_widget (fixture->e2e, "label:Dam gate fails above Merrowick, at");
  plx_e2e_screenshot (fixture->e2e, "73-untag");
  plx_e2e_click_widget (fixture->e2e, "apply_button");
  plx_e2e_wait_gone (fixture->e2e, "apply_button");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_annotations (fixture->e2e, 6);
}

/* A caret right behind a word means that word. */
static void
test_behind_word (Fixture *fixture,
                  gconstpointer data)
{
  PlxE2eRect rect;
  int begin, end;

  start (fixture);
  plx_e2e_find (fixture->harbour, "MERROWICK,", 1, &begin, &end);
  rect = plx_e2e_locate (fixture->e2e, HARBOUR, end - 1);
  plx_e2e_click (fixture->e2e, rect.x + 1, rect.y + rect.height / 2, 1);
  g_assert_cmpint (plx_e2e_get_caret (fixture->e2e), ==, end - 1);
  plx_e2e_key (fixture->e2e, "ctrl+Return");
  plx_e2e_locate_widget (fixture->e2e, "label:7 of 7 places in 2 articles");
  plx_e2e_key (fixture->e2e, "Escape");
}

/* The same in Arabic, with another spelling and nothing but the keyboard after
 * the first click. */
static void
test_arabic (Fixture *fixture,
             gconstpointer data)
{
  int begin, end;

  start (fixture);
  click_text (fixture, VALLEY, fixture->valley, "ميرويك", 1, 2);
  plx_e2e_key (fixture->e2e, "ctrl+Return");
  plx_e2e_locate_widget (fixture->e2e, "label:3 of 3 places in 1 article");
  plx_e2e_screenshot (fixture->e2e, "74-arabic");
  plx_e2e_key (fixture->e2e, "ctrl+Return");
  plx_e2e_wait_gone (fixture->e2e, "apply_button");
  plx_e2e_wait_annotations (fixture->e2e, 3);
  plx_e2e_find (fixture->valley, "ميرويك", 3, &begin, &end);
  plx_e2e_assert_tagged (fixture->e2e, VALLEY, "Actor", begin, end);
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_annotations (fixture->e2e, 0);
}

static void
test_suggestions (Fixture *fixture,
                  gconstpointer data)
{
  run_batch (fixture, "{\"op\":\"entity\",\"kind\":\"place\",\"name\":\"Merrowick\",\"aliases\":[\"ميرويك\"]}\n");
  start (fixture);
  wait_suggestions (fixture, 0);
  click_text (fixture, HARBOUR, fixture->harbour, "under water", 1, 1);
  plx_e2e_key (fixture->e2e, "ctrl+shift+g");
  wait_suggestions (fixture, 10);
  plx_e2e_screenshot (fixture->e2e, "75-suggestions");

  /* One with the mouse, one with the keyboard. */
  click_text (fixture, HARBOUR, fixture->harbour, "Merrowick", 1, 1);
  plx_e2e_click_widget (fixture->e2e, "accept-suggestion");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  wait_suggestions (fixture, 9);
  plx_e2e_key (fixture->e2e, "alt+Next");
  plx_e2e_screenshot (fixture->e2e, "76-suggest-bar");
  plx_e2e_key (fixture->e2e, "alt+Delete");
  wait_suggestions (fixture, 8);
  plx_e2e_wait_annotations (fixture->e2e, 1);
  plx_e2e_key (fixture->e2e, "alt+Next");
  plx_e2e_key (fixture->e2e, "alt+Return");
  plx_e2e_wait_annotations (fixture->e2e, 2);
  wait_suggestions (fixture, 7);

  /* All of an article; back in one step. */
  plx_e2e_click_widget (fixture->e2e, "accept-all-suggestions");
  plx_e2e_wait_annotations (fixture->e2e, 3);
  wait_suggestions (fixture, 6);
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_annotations (fixture->e2e, 2);
  wait_suggestions (fixture, 7);

  /* What was refused is remembered, and so is the switch. */
  plx_e2e_quit (fixture->e2e);
  start (fixture);
  wait_suggestions (fixture, 7);
  plx_e2e_wait_annotations (fixture->e2e, 2);
  click_text (fixture, HARBOUR, fixture->harbour, "under water", 1, 1);
  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_suggestions (fixture, 8);
  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_suggestions (fixture, 9);
  plx_e2e_key (fixture->e2e, "ctrl+shift+g");
  wait_suggestions (fixture, 0);
}

/* Whether all of the message that begins with @words is to be read. */
static gboolean
is_whole (Fixture *fixture,
          const char *words)
{
  g_autoptr (JsonNode) list = plx_e2e_list_words (fixture->e2e);
  JsonArray *array = json_node_get_array (list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *word = json_array_get_object_element (array, i);

      if (g_str_has_prefix (json_object_get_string_member (word, "text"), words))
        return !json_object_get_boolean_member (word, "cut");
    }
  return FALSE;
}

/* A narrow window breaks the message. */
static void
test_narrow (Fixture *fixture,
             gconstpointer data)
{
  start (fixture);
  plx_e2e_resize (fixture->e2e, 360, 720);
  plx_e2e_key (fixture->e2e, "ctrl+Home");
  plx_e2e_key (fixture->e2e, "ctrl+Right");
  plx_e2e_key (fixture->e2e, "ctrl+shift+Right");
  plx_e2e_key (fixture->e2e, "ctrl+Return");
  plx_e2e_locate_widget (fixture->e2e, "apply_button");
  plx_e2e_key (fixture->e2e, "ctrl+Return");
  plx_e2e_wait_gone (fixture->e2e, "apply_button");
  plx_e2e_locate_widget (fixture->e2e, "label:Tagged");
  g_assert_true (is_whole (fixture, "Tagged"));
  /* Without a window manager the keys go where the pointer is. */
  plx_e2e_move (fixture->e2e, 100, 300);
}

#define ADD(name, func) g_test_add ("/e2e/tagall/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("tag-all", test_tag_all);
  ADD ("narrow", test_narrow);
  ADD ("behind-word", test_behind_word);
  ADD ("arabic", test_arabic);
  ADD ("suggestions", test_suggestions);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading overlaps with the real mouse and keyboard: card, counts, strip,
 * filter, captions. */

#include "config.h"

#include "plx-e2e-state.h"

#include <string.h>

#define HARBOUR PLX_E2E_HARBOUR
#define N_STACKED 8

/* Clicks further apart than this are no double click. */
#define DOUBLE_US 600000

/* A pointer that rests for so long has its card. */
#define CARD_US 900000

typedef struct
{
  PlxE2e *e2e;
  PlxText *harbour;
  char *project;
} Fixture;

static const char *const paths[N_STACKED] = {
  "Actor", "Actor/Person", "Actor/State", "Place", "Place/Region", "Place/Site", "Claim", "Claim/Event"
};

/* One line of a batch. */
static void
append_tag (GString *batch,
            const char *uuid,
            const char *tag,
            int start,
            int end,
            const char *note)
{
  g_string_append_printf (batch, "{\"op\":\"tag\",\"document\":\"%s\",\"spans\":[[%d,%d]],\"tag\":\"%s\",\"note\":\"%s\"}\n",
                          uuid, start, end, tag, note);
}

static char *
dup_uuid (Fixture *fixture)
{
  g_autofree char *list = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "documents", NULL);
  g_autoptr (JsonNode) node = NULL;

  *strchr (list, '\n') = '\0';
  node = json_from_string (list, NULL);
  return g_strdup (json_object_get_string_member (json_node_get_object (node), "uuid"));
}

/* Eight annotations on one word and a claim at the end of the article. */
static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *uuid = NULL;
  g_autofree char *answers = NULL;
  g_autoptr (GString) batch = g_string_new (NULL);
  int start, end, length;

  fixture->e2e = plx_e2e_new ();
  fixture->harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  fixture->project = plx_e2e_new_project (fixture->e2e, "overlap.parallax", "1-harbour-post.txt", NULL);
  uuid = dup_uuid (fixture);
  plx_e2e_find (fixture->harbour, "Quillhead", 1, &start, &end);
  for (int i = 0; i < N_STACKED; i++)
    append_tag (batch, uuid, paths[i], start, end, paths[i]);
  length = plx_text_get_length (fixture->harbour);
  append_tag (batch, uuid, "Claim", length - 20, length - 10, "far");
  answers = plx_e2e_run_cli (fixture->e2e, batch->str, "batch", fixture->project, NULL);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "the column");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (N_STACKED + 1), "the annotations");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end (fixture->e2e);
  plx_text_unref (fixture->harbour);
  g_free (fixture->project);
}

static int
get_word (Fixture *fixture)
{
  int start, end;

  plx_e2e_find (fixture->harbour, "Quillhead", 1, &start, &end);
  return start;
}

/* Conditions */

static JsonObject *
get_first (JsonObject *state,
           const char *list)
{
  return json_array_get_object_element (json_object_get_array_member (state, list), 0);
}

static gboolean
card_says (JsonObject *state,
           gpointer text)
{
  return strstr (json_object_get_string_member (get_first (state, "columns"), "card"), text) != NULL;
}

static gboolean
card_says_nothing (JsonObject *state,
                   gpointer data)
{
  return *json_object_get_string_member (get_first (state, "columns"), "card") == '\0';
}

static gboolean
hides (JsonObject *state,
       gpointer n)
{
  return json_object_get_int_member (get_first (state, "documents"), "hidden") == GPOINTER_TO_INT (n);
}

static gboolean
has_selected (JsonObject *state,
              gpointer data)
{
  return json_object_get_int_member (state, "selected") != 0;
}

static gboolean
shows_end (JsonObject *state,
           gpointer data)
{
  return json_array_get_double_element (json_object_get_array_member (get_first (state, "columns"), "view"), 1) > 0.97;
}

static gboolean
shows_start (JsonObject *state,
             gpointer data)
{
  return json_array_get_double_element (json_object_get_array_member (get_first (state, "columns"), "view"), 0) == 0;
}

/* Tests */

static void
test_card (Fixture *fixture,
           gconstpointer data)
{
  PlxE2eRect rect = plx_e2e_locate (fixture->e2e, HARBOUR, get_word (fixture) + 2);

  plx_e2e_move (fixture->e2e, rect.x + 2, rect.y + rect.height / 2 - 3);
  plx_e2e_move (fixture->e2e, rect.x + 3, rect.y + rect.height / 2);
  plx_e2e_wait (fixture->e2e, card_says, (gpointer) "8 annotations here", "the card");
  plx_e2e_wait (fixture->e2e, card_says, (gpointer) "Place/Region", "the stack");
  plx_e2e_wait (fixture->e2e, card_says, (gpointer) "next click", "what comes next");
  plx_e2e_screenshot (fixture->e2e, "20-card");

  /* A click selects what was marked; then the next one is. */
  plx_e2e_click (fixture->e2e, rect.x + 3, rect.y + rect.height / 2, 1);
  plx_e2e_wait (fixture->e2e, has_selected, NULL, "the selection");
  plx_e2e_move (fixture->e2e, rect.x + 5, rect.y + rect.height / 2);
  plx_e2e_wait (fixture->e2e, card_says, (gpointer) "selected", "the selected one");

  /* What is selected to be tagged has its bar there, which it does not cover. */
  plx_e2e_key (fixture->e2e, "Escape");
  g_usleep (DOUBLE_US);
  plx_e2e_click (fixture->e2e, rect.x + 3, rect.y + rect.height / 2, 2);
  plx_e2e_locate_widget (fixture->e2e, "label-bar");
  plx_e2e_move (fixture->e2e, rect.x + 2, rect.y + rect.height / 2);
  g_usleep (CARD_US);
  plx_e2e_wait (fixture->e2e, card_says_nothing, NULL, "no card");
}

/* The fifth of those without a bar by mouse, the second on the line by keys. */
static void
test_count (Fixture *fixture,
            gconstpointer data)
{
  PlxE2eRect rect;
  gint64 by_mouse, by_keys;

  rect = plx_e2e_locate (fixture->e2e, HARBOUR, get_word (fixture));
  rect = plx_e2e_locate_count (fixture->e2e, HARBOUR, get_word (fixture));
  plx_e2e_move (fixture->e2e, rect.x + rect.width / 2 - 2, rect.y + rect.height / 2);
  plx_e2e_move (fixture->e2e, rect.x + rect.width / 2, rect.y + rect.height / 2);
  plx_e2e_wait (fixture->e2e, card_says, (gpointer) "4 annotations here", "the card of the count");
  plx_e2e_click (fixture->e2e, rect.x + rect.width / 2, rect.y + rect.height / 2, 1);
  rect = plx_e2e_locate_widget (fixture->e2e, "annotation_list");
  plx_e2e_screenshot (fixture->e2e, "21-list");
  plx_e2e_click_widget (fixture->e2e, "label:Place/Site");
  plx_e2e_wait (fixture->e2e, has_selected, NULL, "the selection");
  by_mouse = plx_e2e_get_selected (fixture->e2e);
  plx_e2e_wait_gone (fixture->e2e, "annotation_list");

  plx_e2e_key (fixture->e2e, "F4");
  rect = plx_e2e_locate_widget (fixture->e2e, "annotation_list");
  plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_gone (fixture->e2e, "annotation_list");
  by_keys = plx_e2e_get_selected (fixture->e2e);
  g_assert_cmpint (by_keys, !=, 0);
  g_assert_cmpint (by_keys, !=, by_mouse);
}

static void
test_strip (Fixture *fixture,
            gconstpointer data)
{
  PlxE2eRect rect = plx_e2e_locate_widget (fixture->e2e, "density_strip");

  plx_e2e_wait (fixture->e2e, shows_start, NULL, "the beginning");
  plx_e2e_click (fixture->e2e, rect.x + rect.width / 2, rect.y + rect.height - 2, 1);
  plx_e2e_wait (fixture->e2e, shows_end, NULL, "the end");
  plx_e2e_screenshot (fixture->e2e, "22-strip");
  plx_e2e_drag (fixture->e2e, rect.x + rect.width / 2, rect.y + rect.height - 2, rect.x + rect.width / 2, rect.y + 1);
  plx_e2e_wait (fixture->e2e, shows_start, NULL, "the beginning again");
}

static void
test_filter_by_mouse (Fixture *fixture,
                      gconstpointer data)
{
  plx_e2e_click_widget (fixture->e2e, "filter_button");
  plx_e2e_click_widget (fixture->e2e, "label:Region");
  plx_e2e_wait (fixture->e2e, hides, GINT_TO_POINTER (1), "one that is hidden");
  plx_e2e_screenshot (fixture->e2e, "23-filter");
  plx_e2e_click_widget (fixture->e2e, "filter_show_all");
  plx_e2e_wait (fixture->e2e, hides, GINT_TO_POINTER (0), "all");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "filter_show_all");
}

/* The kind that the focus is on first, and again after a restart. */
static void
test_filter_by_keys (Fixture *fixture,
                     gconstpointer data)
{
  PlxE2eRect rect = plx_e2e_locate (fixture->e2e, HARBOUR, get_word (fixture));

  plx_e2e_key (fixture->e2e, "ctrl+shift+f");
  rect = plx_e2e_locate_widget (fixture->e2e, "filter_show_all");
  plx_e2e_key (fixture->e2e, "space");
  plx_e2e_wait (fixture->e2e, hides, GINT_TO_POINTER (3), "actors that are hidden");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "filter_show_all");

  plx_e2e_restart (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "the column");
  plx_e2e_wait (fixture->e2e, hides, GINT_TO_POINTER (3), "what was hidden");
  rect = plx_e2e_locate_widget (fixture->e2e, "filter");
  g_assert_cmpint (rect.width, >, 0);

  /* What is tagged with a hidden tag is seen. */
  {
    int start, end;

    plx_e2e_find (fixture->harbour, "MERROWICK", 1, &start, &end);
    plx_e2e_drag_text (fixture->e2e, HARBOUR, start, end);
    plx_e2e_key (fixture->e2e, "1");
    plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (N_STACKED + 2), "all and the new one");
    plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Actor", start, end);
  }
}

static void
test_captions (Fixture *fixture,
               gconstpointer data)
{
  int start, end;
  PlxE2eRect before, after;

  plx_e2e_find (fixture->harbour, "MERROWICK", 1, &start, &end);
  before = plx_e2e_locate (fixture->e2e, HARBOUR, start);
  plx_e2e_click_widget (fixture->e2e, "view_button");
  plx_e2e_click_widget (fixture->e2e, "captions");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "captions");
  after = plx_e2e_locate (fixture->e2e, HARBOUR, start);
  plx_e2e_screenshot (fixture->e2e, "24-captions");
  g_assert_cmpint (after.y, >=, before.y + 13);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/e2e/overlap/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("card", test_card);
  ADD ("count", test_count);
  ADD ("strip", test_strip);
  ADD ("filter-by-mouse", test_filter_by_mouse);
  ADD ("filter-by-keys", test_filter_by_keys);
  ADD ("captions", test_captions);
  return g_test_run ();
}

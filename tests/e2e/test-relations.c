/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Relating annotations with the real mouse and keyboard, in one column and
 * across columns; their kinds; what is refused. */

#include "config.h"

#include "plx-e2e-state.h"

#include <string.h>

#define HARBOUR PLX_E2E_HARBOUR
#define RADIO PLX_E2E_RADIO

#define FORTY "at least 40 homes in Lower Merrowick were flooded"
#define PEOPLE "more than 300 people had left the town"
#define HOUSES "12 houses"

typedef struct
{
  PlxE2e *e2e;
  PlxText *harbour;
  PlxText *radio;
  char *project;
} Fixture;

static void
add_tag (GString *lines,
         const char *file,
         PlxText *text,
         const char *quote)
{
  int start, end;

  plx_e2e_find (text, quote, 1, &start, &end);
  g_string_append_printf (lines, "{\"op\":\"tag\",\"document\":\"%s\",\"spans\":[[%d,%d]],\"tag\":\"Claim\"}\n", file, start, end);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *tagged = NULL;

  fixture->e2e = plx_e2e_new ();
  fixture->harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  fixture->radio = plx_e2e_load_sample ("4-radio-nine.txt");
  fixture->project = plx_e2e_new_project (fixture->e2e, "relations.parallax", "1-harbour-post.txt", "4-radio-nine.txt", NULL);
  add_tag (lines, "1-harbour-post.txt", fixture->harbour, FORTY);
  add_tag (lines, "1-harbour-post.txt", fixture->harbour, PEOPLE);
  add_tag (lines, "4-radio-nine.txt", fixture->radio, HOUSES);
  tagged = plx_e2e_run_cli (fixture->e2e, lines->str, "batch", fixture->project, NULL);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (3), "the annotations");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end (fixture->e2e);
  plx_text_unref (fixture->harbour);
  plx_text_unref (fixture->radio);
  g_free (fixture->project);
}

static gboolean
is_selected (JsonObject *state,
             gpointer data)
{
  return json_object_get_int_member (state, "selected") == *(const gint64 *) data;
}

static gint64
find (Fixture *fixture,
      const char *title,
      PlxText *text,
      const char *quote)
{
  int start, end;

  plx_e2e_find (text, quote, 1, &start, &end);
  return plx_e2e_find_annotation (fixture->e2e, title, "Claim", start, end);
}

/* Clicks in the middle of @quote, and waits until it is selected. */
static void
select_quote (Fixture *fixture,
              const char *title,
              PlxText *text,
              const char *quote)
{
  gint64 id = find (fixture, title, text, quote);
  PlxE2eRect rect;
  int start, end;

  plx_e2e_find (text, quote, 1, &start, &end);
  rect = plx_e2e_locate (fixture->e2e, title, start + 3);
  plx_e2e_click (fixture->e2e, rect.x + rect.width / 2, rect.y + rect.height / 2, 1);
  plx_e2e_wait (fixture->e2e, is_selected, &id, "the annotation to be selected");
}

static gboolean
is_relating (JsonObject *state,
             gpointer yes)
{
  return (json_object_get_int_member (state, "relating") != 0) == GPOINTER_TO_INT (yes);
}

static gboolean
was_done (JsonObject *state,
          gpointer verb)
{
  const char *last = json_object_get_null_member (state, "undo") ? NULL : json_object_get_string_member (state, "undo");

  return g_strcmp0 (last, verb) == 0 && !json_object_get_boolean_member (state, "saving");
}

static void
wait_done (Fixture *fixture,
           const char *verb)
{
  plx_e2e_wait (fixture->e2e, was_done, (gpointer) verb, verb);
}

/* How many relations are stored, and that one of them has @what. */
static void
assert_relations (Fixture *fixture,
                  guint n,
                  const char *what)
{
  g_autofree char *listed = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "relations", NULL);
  guint lines = 0;

  for (const char *at = listed; *at != '\0'; at++)
    lines += *at == '\n';
  g_assert_cmpuint (lines, ==, n);
  if (what != NULL && strstr (listed, what) == NULL)
    g_error ("%s is not in\n%s", what, listed);
}

static void
drag_port_to (Fixture *fixture,
              const char *from_title,
              const char *to_title,
              PlxText *text,
              const char *quote,
              const char *picture)
{
  PlxE2eRect port, target;
  int start, end;

  plx_e2e_find (text, quote, 1, &start, &end);
  target = plx_e2e_locate (fixture->e2e, to_title, start + 3);
  port = plx_e2e_locate_port (fixture->e2e, from_title);
  plx_e2e_move (fixture->e2e, port.x + port.width / 2, port.y + port.height / 2);
  plx_e2e_press (fixture->e2e, TRUE);
  for (int i = 1; i <= 8; i++)
    plx_e2e_move (fixture->e2e, port.x + (target.x + target.width / 2 - port.x) * i / 8,
                  port.y + (target.y + target.height / 2 - port.y) * i / 8);
  plx_e2e_wait (fixture->e2e, is_relating, GINT_TO_POINTER (TRUE), "the drag");
  if (picture != NULL)
    plx_e2e_screenshot (fixture->e2e, picture);
  plx_e2e_press (fixture->e2e, FALSE);
}

static void
test_drag (Fixture *fixture,
           gconstpointer data)
{
  gint64 houses = find (fixture, RADIO, fixture->radio, HOUSES);

  select_quote (fixture, HARBOUR, fixture->harbour, FORTY);
  drag_port_to (fixture, HARBOUR, RADIO, fixture->radio, HOUSES, "60-relation-drag");
  plx_e2e_locate_widget (fixture->e2e, "relation-bar");
  plx_e2e_screenshot (fixture->e2e, "61-relation-bar");
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_wait_gone (fixture->e2e, "relation-bar");
  wait_done (fixture, "relate");
  assert_relations (fixture, 1, "\"kind\":\"contradicts\"");

  /* The details tell it, and go to the other end. */
  plx_e2e_locate_widget (fixture->e2e, "label:↔ contradicts");
  plx_e2e_screenshot (fixture->e2e, "62-relation-details");
  plx_e2e_click_widget (fixture->e2e, "label:“" HOUSES "”");
  plx_e2e_wait (fixture->e2e, is_selected, &houses, "the other end to be selected");
  plx_e2e_locate_widget (fixture->e2e, "label:“" FORTY "”");

  /* Back and again. */
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_gone (fixture->e2e, "label:↔ contradicts");
  assert_relations (fixture, 0, NULL);
  plx_e2e_key (fixture->e2e, "ctrl+shift+z");
  plx_e2e_locate_widget (fixture->e2e, "label:↔ contradicts");

  /* The same once more is refused with a reason. */
  drag_port_to (fixture, RADIO, HARBOUR, fixture->harbour, FORTY, NULL);
  plx_e2e_locate_widget (fixture->e2e, "relation-bar");
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_locate_widget (fixture->e2e, "label:You made this relation between the two annotations already");
  plx_e2e_key (fixture->e2e, "Escape");
  assert_relations (fixture, 1, NULL);
}

/* A menu does not go away from below the pointer. */
static void
assert_still (Fixture *fixture,
              const char *item)
{
  PlxE2eRect before = plx_e2e_locate_widget (fixture->e2e, item), after;

  plx_e2e_move (fixture->e2e, before.x + before.width / 2 - 1, before.y + before.height / 2);
  plx_e2e_move (fixture->e2e, before.x + before.width / 2, before.y + before.height / 2);
  after = plx_e2e_locate_widget (fixture->e2e, item);
  g_assert_cmpint (after.y, ==, before.y);
}

static void
test_keys (Fixture *fixture,
           gconstpointer data)
{
  gint64 people = find (fixture, HARBOUR, fixture->harbour, PEOPLE);

  select_quote (fixture, HARBOUR, fixture->harbour, FORTY);
  plx_e2e_key (fixture->e2e, "ctrl+r");
  plx_e2e_wait (fixture->e2e, is_relating, GINT_TO_POINTER (TRUE), "the source");
  plx_e2e_screenshot (fixture->e2e, "63-relation-source");
  plx_e2e_key (fixture->e2e, "alt+Right");
  plx_e2e_wait (fixture->e2e, is_selected, &people, "the next annotation");
  plx_e2e_key (fixture->e2e, "ctrl+r");
  plx_e2e_locate_widget (fixture->e2e, "relation-bar");
  plx_e2e_key (fixture->e2e, "1");
  wait_done (fixture, "relate");
  assert_relations (fixture, 1, "\"kind\":\"supports\"");
  /* Here one looks from its target. */
  plx_e2e_locate_widget (fixture->e2e, "label:← supports");

  /* Another kind, the other way round, a note, and away with it. */
  plx_e2e_click_widget (fixture->e2e, "label:← supports");
  plx_e2e_click_widget (fixture->e2e, "label:located-in");
  wait_done (fixture, "relation");
  plx_e2e_locate_widget (fixture->e2e, "label:← located-in");
  plx_e2e_click_widget (fixture->e2e, "label:← located-in");
  assert_still (fixture, "label:The Other Way Round");
  plx_e2e_click_widget (fixture->e2e, "label:The Other Way Round");
  plx_e2e_locate_widget (fixture->e2e, "label:→ located-in");
  plx_e2e_click_widget (fixture->e2e, "relation-note");
  plx_e2e_type (fixture->e2e, "so it is");
  plx_e2e_key (fixture->e2e, "Return");
  wait_done (fixture, "relation");
  assert_relations (fixture, 1, "\"note\":\"so it is\"");
  plx_e2e_click_widget (fixture->e2e, "remove-relation");
  wait_done (fixture, "unrelate");
  assert_relations (fixture, 0, NULL);
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_locate_widget (fixture->e2e, "label:→ located-in");
  assert_relations (fixture, 1, "\"note\":\"so it is\"");
}

static void
test_give_up (Fixture *fixture,
              gconstpointer data)
{
  PlxE2eRect port;

  select_quote (fixture, HARBOUR, fixture->harbour, FORTY);
  plx_e2e_key (fixture->e2e, "ctrl+r");
  plx_e2e_wait (fixture->e2e, is_relating, GINT_TO_POINTER (TRUE), "the source");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait (fixture->e2e, is_relating, GINT_TO_POINTER (FALSE), "giving up");

  /* Into the blue. */
  port = plx_e2e_locate_port (fixture->e2e, HARBOUR);
  plx_e2e_drag (fixture->e2e, port.x + port.width / 2, port.y + port.height / 2, port.x + 20, port.y + 420);
  plx_e2e_locate_widget (fixture->e2e, "label:Drop it on another annotation");
  plx_e2e_wait (fixture->e2e, is_relating, GINT_TO_POINTER (FALSE), "nothing to relate");

  /* What is asked for is given up with Escape. */
  drag_port_to (fixture, HARBOUR, RADIO, fixture->radio, HOUSES, NULL);
  plx_e2e_locate_widget (fixture->e2e, "relation-bar");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "relation-bar");
  assert_relations (fixture, 0, NULL);
}

/* Somebody deletes the source meanwhile. */
static void
test_deleted (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *listed = NULL;
  g_autofree char *line = NULL;
  g_autofree char *output = NULL;

  select_quote (fixture, HARBOUR, fixture->harbour, FORTY);
  plx_e2e_key (fixture->e2e, "ctrl+r");
  plx_e2e_wait (fixture->e2e, is_relating, GINT_TO_POINTER (TRUE), "the source");
  select_quote (fixture, RADIO, fixture->radio, HOUSES);
  listed = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "annotations", NULL);
  line = g_strdup_printf ("{\"op\":\"untag\",\"annotation\":\"%.36s\"}\n", strstr (listed, "\"uuid\":\"") + strlen ("\"uuid\":\""));
  output = plx_e2e_run_cli (fixture->e2e, line, "batch", fixture->project, NULL);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (2), "the deletion");
  plx_e2e_wait (fixture->e2e, is_relating, GINT_TO_POINTER (FALSE), "the relation to be given up");
  plx_e2e_locate_widget (fixture->e2e, "label:“" FORTY "” was deleted and cannot be related any more.");
  plx_e2e_screenshot (fixture->e2e, "64-relation-refused");
  assert_relations (fixture, 0, NULL);
}

static void
test_kinds (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *listed = NULL;

  plx_e2e_click_widget (fixture->e2e, "codebook_menu_button");
  plx_e2e_click_widget (fixture->e2e, "label:Kinds of Relations");
  plx_e2e_click_widget (fixture->e2e, "new-kind");
  plx_e2e_type (fixture->e2e, "causes");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_locate_widget (fixture->e2e, "kind-name-6");
  plx_e2e_screenshot (fixture->e2e, "65-relation-kinds");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "kinds-dialog");
  listed = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "relation-kinds", NULL);
  g_assert_nonnull (strstr (listed, "\"causes\""));

  /* It is offered at once. */
  select_quote (fixture, HARBOUR, fixture->harbour, FORTY);
  drag_port_to (fixture, HARBOUR, HARBOUR, fixture->harbour, PEOPLE, NULL);
  plx_e2e_locate_widget (fixture->e2e, "relation-kind-6");
  plx_e2e_key (fixture->e2e, "6");
  wait_done (fixture, "relate");
  assert_relations (fixture, 1, "\"kind\":\"causes\"");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/e2e/relations/drag", Fixture, NULL, set_up, test_drag, tear_down);
  g_test_add ("/e2e/relations/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/e2e/relations/give-up", Fixture, NULL, set_up, test_give_up, tear_down);
  g_test_add ("/e2e/relations/deleted", Fixture, NULL, set_up, test_deleted, tear_down);
  g_test_add ("/e2e/relations/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  return g_test_run ();
}

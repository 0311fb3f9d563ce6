/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changing annotations with the real mouse and keyboard: borders, several at
 * once, splitting and joining, notes. */

#include "config.h"

#include "plx-e2e-state.h"

#include <string.h>

typedef struct
{
  PlxE2e *e2e;
  PlxText *harbour;
  PlxText *valley;
  char *project; /* (owned) */
} Fixture;

#define HARBOUR PLX_E2E_HARBOUR
#define VALLEY PLX_E2E_VALLEY

#define CLAIM "at least 40 homes in Lower Merrowick were flooded"

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->e2e = plx_e2e_new ();
  fixture->harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  fixture->valley = plx_e2e_load_sample ("2-valley-daily.txt");
  fixture->project = plx_e2e_new_project (fixture->e2e, "changing.parallax", "1-harbour-post.txt", "2-valley-daily.txt", NULL);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (2), "two columns");
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

/* Conditions */

static gboolean
has_n_selected (JsonObject *state,
                gpointer n)
{
  return json_object_has_member (state, "selection") &&
         json_array_get_length (json_object_get_array_member (state, "selection")) == (guint) GPOINTER_TO_INT (n);
}

static gboolean
is_border_mode (JsonObject *state,
                gpointer on)
{
  return json_object_has_member (state, "border-mode") &&
         json_object_get_boolean_member (state, "border-mode") == (on != NULL);
}

static gboolean
undoes (JsonObject *state,
        gpointer verb)
{
  JsonNode *node = json_object_has_member (state, "undo") ? json_object_get_member (state, "undo") : NULL;

  return node != NULL && !json_object_get_boolean_member (state, "saving") && g_strcmp0 (json_node_get_string (node), verb) == 0;
}

static void
wait_selected (Fixture *fixture,
               int n)
{
  plx_e2e_wait (fixture->e2e, has_n_selected, GINT_TO_POINTER (n), "the selection");
}

/* Where @part of the claim stands: the title says some of it too. */
static void
find_in_claim (Fixture *fixture,
               const char *part,
               int *start,
               int *end)
{
  const char *found = strstr (CLAIM, part);
  int claim_end;

  g_assert_nonnull (found);
  plx_e2e_find (fixture->harbour, CLAIM, 1, start, &claim_end);
  *start += (int) (found - CLAIM);
  *end = *start + (int) strlen (part);
}

/* Acting */

static void
tag_part (Fixture *fixture,
          const char *part,
          int n)
{
  int start, end;

  find_in_claim (fixture, part, &start, &end);
  plx_e2e_drag_text (fixture->e2e, HARBOUR, start, end);
  plx_e2e_key (fixture->e2e, "3");
  plx_e2e_wait_annotations (fixture->e2e, n);
}

static void
click_text (Fixture *fixture,
            const char *title,
            int offset)
{
  PlxE2eRect rect = plx_e2e_locate (fixture->e2e, title, offset);

  plx_e2e_click (fixture->e2e, rect.x + rect.width / 2, rect.y + rect.height / 2, 1);
}

static void
ctrl_click (Fixture *fixture,
            const char *title,
            int offset)
{
  plx_e2e_hold (fixture->e2e, "ctrl", TRUE);
  click_text (fixture, title, offset);
  plx_e2e_hold (fixture->e2e, "ctrl", FALSE);
}

/* Drags the handle of the selected annotation to the edge of the character at
 * @offset where its reading begins, or ends with @at_end. */
static void
drag_handle (Fixture *fixture,
             const char *title,
             gboolean at_end,
             int offset,
             gboolean rtl)
{
  PlxE2eRect to = plx_e2e_locate (fixture->e2e, title, at_end ? offset - 1 : offset);
  PlxE2eRect from = plx_e2e_locate_handle (fixture->e2e, title, 0, at_end);
  int x = at_end != rtl ? to.x + to.width - 1 : to.x + 1;

  plx_e2e_drag (fixture->e2e, from.x + from.width / 2, from.y + from.height / 2, x, to.y + to.height / 2);
}

static void
assert_claim (Fixture *fixture,
              const char *quote)
{
  int start, end;

  find_in_claim (fixture, quote, &start, &end);
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Claim", start, end);
}

/* Borders */

static void
test_drag_borders (Fixture *fixture,
                   gconstpointer data)
{
  int start, end;

  tag_part (fixture, "40 homes", 1);

  /* Both borders, over line breaks: the column is narrower than the sentence. */
  find_in_claim (fixture, CLAIM, &start, &end);
  drag_handle (fixture, HARBOUR, TRUE, end, FALSE);
  plx_e2e_wait (fixture->e2e, undoes, "borders", "the moved border");
  assert_claim (fixture, "40 homes in Lower Merrowick were flooded");
  drag_handle (fixture, HARBOUR, FALSE, start, FALSE);
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Claim", start, end);
  plx_e2e_screenshot (fixture->e2e, "30-handles");

  /* In the middle of a word that is the whole word. */
  find_in_claim (fixture, "Lower Merrow", &start, &end);
  drag_handle (fixture, HARBOUR, TRUE, end - 2, FALSE);
  assert_claim (fixture, "at least 40 homes in Lower Merrowick");

  /* A border does not pass the other. */
  find_in_claim (fixture, "at least 40 homes", &start, &end);
  drag_handle (fixture, HARBOUR, FALSE, end + 60, FALSE);
  assert_claim (fixture, "Merrowick");

  for (int i = 0; i < 4; i++)
    plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, undoes, "tag", "everything taken back");
  assert_claim (fixture, "40 homes");
}

/* Right beside a handle the next word can be marked. */
static void
test_mark_next_word (Fixture *fixture,
                     gconstpointer data)
{
  tag_part (fixture, "40", 1);
  tag_part (fixture, "homes", 2);
  assert_claim (fixture, "40");
  assert_claim (fixture, "homes");
}

static void
test_drag_exactly_and_give_up (Fixture *fixture,
                               gconstpointer data)
{
  PlxE2eRect from, to;
  int start, end;

  tag_part (fixture, "40 homes", 1);
  find_in_claim (fixture, "40 homes in Lower Mer", &start, &end);

  /* Escape while the handle is held: nothing is stored. */
  from = plx_e2e_locate_handle (fixture->e2e, HARBOUR, 0, TRUE);
  to = plx_e2e_locate (fixture->e2e, HARBOUR, end);
  plx_e2e_move (fixture->e2e, from.x + from.width / 2, from.y + from.height / 2);
  plx_e2e_press (fixture->e2e, TRUE);
  for (int i = 1; i <= 6; i++)
    plx_e2e_move (fixture->e2e, from.x + (to.x - from.x) * i / 6, from.y + from.height / 2 + (to.y - from.y) * i / 6);
  assert_claim (fixture, "40 homes in Lower Merrowick");
  plx_e2e_screenshot (fixture->e2e, "31-dragging");
  plx_e2e_key (fixture->e2e, "Escape");
  assert_claim (fixture, "40 homes");
  plx_e2e_press (fixture->e2e, FALSE);
  assert_claim (fixture, "40 homes");
  plx_e2e_wait (fixture->e2e, undoes, "tag", "nothing done");

  plx_e2e_hold (fixture->e2e, "alt", TRUE);
  drag_handle (fixture, HARBOUR, TRUE, end, FALSE);
  plx_e2e_hold (fixture->e2e, "alt", FALSE);
  assert_claim (fixture, "40 homes in Lower Mer");
}

static void
test_drag_right_to_left (Fixture *fixture,
                         gconstpointer data)
{
  int start, end;

  plx_e2e_drag_and_tag (fixture->e2e, VALLEY, fixture->valley, "هيئة حوض", "1", 1);
  plx_e2e_find (fixture->valley, "هيئة", 1, &start, &end);
  drag_handle (fixture, VALLEY, TRUE, end, TRUE);
  plx_e2e_assert_tagged (fixture->e2e, VALLEY, "Actor", start, end);
  plx_e2e_screenshot (fixture->e2e, "32-right-to-left");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_find (fixture->valley, "هيئة حوض", 1, &start, &end);
  plx_e2e_assert_tagged (fixture->e2e, VALLEY, "Actor", start, end);
  plx_e2e_find (fixture->valley, "حوض", 1, &start, &end);
  drag_handle (fixture, VALLEY, FALSE, start, TRUE);
  plx_e2e_assert_tagged (fixture->e2e, VALLEY, "Actor", start, end);
}

static void
test_border_keys (Fixture *fixture,
                  gconstpointer data)
{
  int start, end;

  tag_part (fixture, "40 homes", 1);
  plx_e2e_key (fixture->e2e, "F2");
  plx_e2e_wait (fixture->e2e, is_border_mode, GINT_TO_POINTER (1), "border mode");
  plx_e2e_locate_widget (fixture->e2e, "border-hint");
  for (int i = 0; i < 2; i++)
    plx_e2e_key (fixture->e2e, "ctrl+Right");
  plx_e2e_key (fixture->e2e, "Right");
  plx_e2e_key (fixture->e2e, "Left");
  assert_claim (fixture, "40 homes in Lower");
  plx_e2e_key (fixture->e2e, "Tab");
  plx_e2e_key (fixture->e2e, "ctrl+Left");
  plx_e2e_screenshot (fixture->e2e, "33-border-mode");
  assert_claim (fixture, "least 40 homes in Lower");
  plx_e2e_wait (fixture->e2e, undoes, "tag", "nothing done yet");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait (fixture->e2e, undoes, "borders", "one edit");
  plx_e2e_wait (fixture->e2e, is_border_mode, NULL, "the end of border mode");
  plx_e2e_wait_gone (fixture->e2e, "border-hint");
  assert_claim (fixture, "least 40 homes in Lower");

  /* Escape gives up, and one undo takes both borders back. */
  plx_e2e_key (fixture->e2e, "F2");
  plx_e2e_key (fixture->e2e, "alt+Right");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait (fixture->e2e, is_border_mode, NULL, "the end of border mode");
  assert_claim (fixture, "least 40 homes in Lower");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  assert_claim (fixture, "40 homes");

  /* In Arabic what lies ahead is on the left. */
  plx_e2e_drag_and_tag (fixture->e2e, VALLEY, fixture->valley, "هيئة", "1", 2);
  plx_e2e_key (fixture->e2e, "F2");
  plx_e2e_key (fixture->e2e, "ctrl+Left");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_find (fixture->valley, "هيئة حوض", 1, &start, &end);
  plx_e2e_assert_tagged (fixture->e2e, VALLEY, "Actor", start, end);
}

/* Several */

static void
tag_three (Fixture *fixture)
{
  plx_e2e_drag_and_tag (fixture->e2e, HARBOUR, fixture->harbour, "Quillhead Dam", "1", 1);
  plx_e2e_drag_and_tag (fixture->e2e, HARBOUR, fixture->harbour, "Lower Merrowick", "1", 2);
  plx_e2e_drag_and_tag (fixture->e2e, VALLEY, fixture->valley, "هيئة حوض", "1", 3);
  plx_e2e_key (fixture->e2e, "Escape");
  wait_selected (fixture, 0);
}

static void
test_several (Fixture *fixture,
              gconstpointer data)
{
  int dam_start, dam_end, lower_start, lower_end, basin_start, basin_end;

  tag_three (fixture);
  plx_e2e_find (fixture->harbour, "Quillhead Dam", 1, &dam_start, &dam_end);
  plx_e2e_find (fixture->harbour, "Lower Merrowick", 1, &lower_start, &lower_end);
  plx_e2e_find (fixture->valley, "هيئة حوض", 1, &basin_start, &basin_end);

  /* All of a tag, whatever article they are in, are given up from each of them. */
  ctrl_click (fixture, HARBOUR, dam_start + 2);
  plx_e2e_act (fixture->e2e, "reader.select-same-tag");
  wait_selected (fixture, 3);
  plx_e2e_key (fixture->e2e, "Escape");
  wait_selected (fixture, 0);

  ctrl_click (fixture, HARBOUR, dam_start + 2);
  wait_selected (fixture, 1);
  ctrl_click (fixture, HARBOUR, lower_start + 2);
  wait_selected (fixture, 2);
  ctrl_click (fixture, VALLEY, basin_start + 2);
  wait_selected (fixture, 3);
  plx_e2e_locate_widget (fixture->e2e, "label:3 annotations");
  plx_e2e_screenshot (fixture->e2e, "34-several");

  /* All get another tag in one edit. */
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_wait (fixture->e2e, undoes, "retag", "the new tags");
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Place", dam_start, dam_end);
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Place", lower_start, lower_end);
  plx_e2e_assert_tagged (fixture->e2e, VALLEY, "Place", basin_start, basin_end);

  /* Deleted together, back together. */
  plx_e2e_key (fixture->e2e, "Delete");
  plx_e2e_wait_annotations (fixture->e2e, 0);
  plx_e2e_locate_widget (fixture->e2e, "label:3 annotations deleted");
  plx_e2e_screenshot (fixture->e2e, "35-deleted");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_annotations (fixture->e2e, 3);
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Actor", dam_start, dam_end);
  plx_e2e_assert_tagged (fixture->e2e, VALLEY, "Actor", basin_start, basin_end);
}

static void
test_toggle_by_keys (Fixture *fixture,
                     gconstpointer data)
{
  int start, end;

  tag_three (fixture);
  plx_e2e_find (fixture->harbour, "Quillhead Dam", 1, &start, &end);
  click_text (fixture, HARBOUR, start + 2);
  wait_selected (fixture, 1);
  plx_e2e_key (fixture->e2e, "ctrl+space");
  wait_selected (fixture, 0);
  plx_e2e_key (fixture->e2e, "ctrl+space");
  wait_selected (fixture, 1);
}

/* Somebody else deletes what is selected, or held. */
static void
test_deleted_elsewhere (Fixture *fixture,
                        gconstpointer data)
{
  g_autofree char *undone = NULL;
  g_autofree char *undone_too = NULL;
  PlxE2eRect from;

  plx_e2e_drag_and_tag (fixture->e2e, HARBOUR, fixture->harbour, "Quillhead Dam", "2", 1);
  tag_part (fixture, "40 homes", 2);
  from = plx_e2e_locate_handle (fixture->e2e, HARBOUR, 0, TRUE);
  plx_e2e_move (fixture->e2e, from.x + from.width / 2, from.y + from.height / 2);
  plx_e2e_press (fixture->e2e, TRUE);
  plx_e2e_move (fixture->e2e, from.x + 40, from.y + from.height / 2);
  plx_e2e_move (fixture->e2e, from.x + 80, from.y + from.height / 2);
  undone = plx_e2e_run_cli (fixture->e2e, NULL, "undo", fixture->project, NULL);
  plx_e2e_wait_annotations (fixture->e2e, 1);
  plx_e2e_locate_widget (fixture->e2e, "label:The annotation was deleted meanwhile");
  plx_e2e_screenshot (fixture->e2e, "36-deleted-elsewhere");
  plx_e2e_press (fixture->e2e, FALSE);
  plx_e2e_wait_annotations (fixture->e2e, 1);

  plx_e2e_find (fixture->harbour, "Quillhead Dam", 1, &from.x, &from.y);
  click_text (fixture, HARBOUR, from.x + 2);
  wait_selected (fixture, 1);
  undone_too = plx_e2e_run_cli (fixture->e2e, NULL, "undo", fixture->project, NULL);
  plx_e2e_wait_annotations (fixture->e2e, 0);
  wait_selected (fixture, 0);
}

/* Shape */

static void
test_split_and_join (Fixture *fixture,
                     gconstpointer data)
{
  int start, end;

  plx_e2e_drag_and_tag (fixture->e2e, HARBOUR, fixture->harbour, CLAIM, "3", 1);
  find_in_claim (fixture, "in Lower Merrowick", &start, &end);
  click_text (fixture, HARBOUR, start);
  wait_selected (fixture, 1);
  plx_e2e_key (fixture->e2e, "Home");
  for (int i = 0; i < 200 && plx_e2e_get_caret (fixture->e2e) != start; i++)
    plx_e2e_key (fixture->e2e, plx_e2e_get_caret (fixture->e2e) < start ? "Right" : "Left");
  plx_e2e_key (fixture->e2e, "ctrl+shift+j");
  plx_e2e_wait_annotations (fixture->e2e, 2);
  assert_claim (fixture, "at least 40 homes");
  assert_claim (fixture, "in Lower Merrowick were flooded");
  wait_selected (fixture, 2);
  plx_e2e_screenshot (fixture->e2e, "37-split");

  plx_e2e_key (fixture->e2e, "ctrl+j");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  assert_claim (fixture, CLAIM);
  wait_selected (fixture, 1);
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_annotations (fixture->e2e, 2);
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  assert_claim (fixture, CLAIM);
}

static void
test_menu (Fixture *fixture,
           gconstpointer data)
{
  PlxE2eRect rect;
  int start, end;

  tag_three (fixture);
  plx_e2e_find (fixture->harbour, "Quillhead Dam", 1, &start, &end);
  rect = plx_e2e_locate (fixture->e2e, HARBOUR, start + 2);
  plx_e2e_click_right (fixture->e2e, rect.x + 2, rect.y + rect.height / 2);
  plx_e2e_locate_widget (fixture->e2e, "label:Select All with This Tag");
  plx_e2e_screenshot (fixture->e2e, "38-menu");
  plx_e2e_click_widget (fixture->e2e, "label:Select All with This Tag");
  wait_selected (fixture, 3);
}

/* Notes */

/* Without a pause; at most the last two seconds are lost. */
static void
test_note_while_typing (void)
{
  PlxE2e *e2e = plx_e2e_new ();
  g_autofree char *project = plx_e2e_new_project (e2e, "note.parallax", "1-harbour-post.txt", NULL);
  g_autoptr (PlxText) text = plx_e2e_load_sample ("1-harbour-post.txt");
  g_autoptr (GString) typed = g_string_new (NULL);
  g_autofree char *annotations = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *left = NULL;
  gint64 began, now;
  gsize safe = 0;
  int start, end;

  plx_e2e_start (e2e, project);
  plx_e2e_wait (e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "the column");
  plx_e2e_find (text, "Quillhead Dam", 1, &start, &end);
  plx_e2e_drag_text (e2e, HARBOUR, start, end);
  plx_e2e_key (e2e, "2");
  plx_e2e_wait (e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "the annotation");
  plx_e2e_click_widget (e2e, "label:Add a note");

  began = g_get_monotonic_time ();
  for (int i = 0; (now = g_get_monotonic_time ()) < began + 6 * G_USEC_PER_SEC; i++)
    {
      char letters[3] = { (char) ('a' + i % 26), (char) ('a' + i / 26 % 26), '\0' };

      plx_e2e_type (e2e, letters);
      g_string_append (typed, letters);
      if (now < began + 4 * G_USEC_PER_SEC)
        safe = typed->len;
    }
  plx_e2e_kill (e2e);

  annotations = plx_e2e_run_cli (e2e, NULL, "list", project, "annotations", NULL);
  g_assert_cmpuint (safe, >, 20);
  expected = g_strdup_printf ("\"note\":\"%.*s", (int) safe, typed->str);
  g_test_message ("typed %s, of which %" G_GSIZE_FORMAT " are old: %s", typed->str, safe, annotations);
  g_assert_nonnull (strstr (annotations, expected));

  /* And all of it is one step of the history. */
  undone = plx_e2e_run_cli (e2e, NULL, "undo", project, NULL);
  left = plx_e2e_run_cli (e2e, NULL, "list", project, "annotations", NULL);
  g_assert_nonnull (strstr (left, "Quillhead Dam"));
  g_assert_null (strstr (left, "\"note\":\"a"));
  plx_e2e_free (e2e);
}

#define ADD(name, func) g_test_add ("/e2e/changing/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("drag-borders", test_drag_borders);
  ADD ("mark-next-word", test_mark_next_word);
  ADD ("drag-exactly-and-give-up", test_drag_exactly_and_give_up);
  ADD ("drag-right-to-left", test_drag_right_to_left);
  ADD ("border-keys", test_border_keys);
  ADD ("several", test_several);
  ADD ("toggle-by-keys", test_toggle_by_keys);
  ADD ("deleted-elsewhere", test_deleted_elsewhere);
  ADD ("split-and-join", test_split_and_join);
  ADD ("menu", test_menu);
  g_test_add_func ("/e2e/changing/note-while-typing", test_note_while_typing);
  return g_test_run ();
}

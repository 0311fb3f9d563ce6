/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keyboard alone: through the text, its untagged paragraphs, tags by their keys;
 * and wherever something goes away, the keys still lead on. */

#include "config.h"

#include "plx-e2e-state.h"

#include <string.h>

typedef struct
{
  PlxE2e *e2e;
  PlxText *harbour;
  char *project;
} Fixture;

#define HARBOUR PLX_E2E_HARBOUR

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->e2e = plx_e2e_new ();
  fixture->harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  fixture->project = plx_e2e_new_project (fixture->e2e, "keys.parallax", "1-harbour-post.txt", "4-radio-nine.txt", NULL);
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

/* In the first column, which has the focus from the start, to its very beginning. */
static void
go_to_start (Fixture *fixture)
{
  plx_e2e_key (fixture->e2e, "ctrl+Home");
}

static void
tag_words (Fixture *fixture,
           int n)
{
  /* Twice, for paragraphs that begin with a quotation mark. */
  plx_e2e_key (fixture->e2e, "ctrl+shift+Right");
  plx_e2e_key (fixture->e2e, "ctrl+shift+Right");
  plx_e2e_key (fixture->e2e, "1");
  plx_e2e_wait_annotations (fixture->e2e, n);
  plx_e2e_key (fixture->e2e, "Escape");
}

static int
find_line (Fixture *fixture,
           int line)
{
  const char *utf8 = plx_text_get_utf8 (fixture->harbour);
  g_auto (GStrv) lines = g_strsplit (utf8, "\n", -1);
  int offset = 0;

  for (int i = 0, seen = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' && seen++ == line)
        return offset;
      offset += (int) g_utf8_strlen (lines[i], -1) + 1;
    }
  g_assert_not_reached ();
}

/* Something is tagged at the beginning of the paragraph at @start. */
static gboolean
is_tagged_at (JsonObject *state,
              gpointer start)
{
  JsonArray *documents = json_object_get_array_member (state, "documents");
  JsonArray *annotations = json_object_get_array_member (json_array_get_object_element (documents, 0), "annotations");

  for (guint i = 0; i < json_array_get_length (annotations); i++)
    {
      JsonArray *spans = json_object_get_array_member (json_array_get_object_element (annotations, i), "spans");
      gint64 found = json_array_get_int_element (json_array_get_array_element (spans, 0), 0);

      if (found >= GPOINTER_TO_INT (start) && found < GPOINTER_TO_INT (start) + 4)
        return TRUE;
    }
  return FALSE;
}

static void
assert_tagged_at (Fixture *fixture,
                  int start)
{
  plx_e2e_wait (fixture->e2e, is_tagged_at, GINT_TO_POINTER (start), "an annotation at the beginning of the paragraph");
}

static void
test_untagged (Fixture *fixture,
               gconstpointer data)
{
  /* The title, then the second paragraph; the first is left out. */
  go_to_start (fixture);
  tag_words (fixture, 1);
  assert_tagged_at (fixture, 0);
  plx_e2e_key (fixture->e2e, "alt+Down");
  plx_e2e_key (fixture->e2e, "alt+Down");
  tag_words (fixture, 2);
  assert_tagged_at (fixture, find_line (fixture, 2));

  /* Back: neither the one just tagged nor the title. */
  plx_e2e_key (fixture->e2e, "alt+Up");
  tag_words (fixture, 3);
  assert_tagged_at (fixture, find_line (fixture, 1));
  plx_e2e_key (fixture->e2e, "alt+Down");
  tag_words (fixture, 4);
  assert_tagged_at (fixture, find_line (fixture, 3));
  plx_e2e_screenshot (fixture->e2e, "50-untagged");
}

/* After everything that takes away what had the focus, the keys still work. */
static void
test_focus_stays (Fixture *fixture,
                  gconstpointer data)
{
  go_to_start (fixture);
  tag_words (fixture, 1);
  plx_e2e_key (fixture->e2e, "ctrl+Home");
  plx_e2e_key (fixture->e2e, "space");
  plx_e2e_key (fixture->e2e, "Delete");
  plx_e2e_wait_annotations (fixture->e2e, 0);
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_annotations (fixture->e2e, 1);

  /* Undone while it is selected: the caret stays in the text. */
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_annotations (fixture->e2e, 0);
  plx_e2e_key (fixture->e2e, "ctrl+Home");
  tag_words (fixture, 1);

  /* A panel that is hidden while it has the focus gives it to the text. */
  plx_e2e_key (fixture->e2e, "ctrl+h");
  plx_e2e_locate_widget (fixture->e2e, "history-list");
  plx_e2e_key (fixture->e2e, "shift+F9");
  plx_e2e_wait_gone (fixture->e2e, "history-list");
  plx_e2e_key (fixture->e2e, "ctrl+Home");
  plx_e2e_key (fixture->e2e, "ctrl+Right");
  plx_e2e_key (fixture->e2e, "ctrl+Right");
  tag_words (fixture, 2);

  /* So does a window of its own. */
  plx_e2e_key (fixture->e2e, "ctrl+shift+slash");
  plx_e2e_locate_widget (fixture->e2e, "label:Previous or next untagged paragraph");
  plx_e2e_screenshot (fixture->e2e, "51-shortcuts");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "label:Previous or next untagged paragraph");
  plx_e2e_key (fixture->e2e, "alt+Down");
  tag_words (fixture, 3);

  /* A column that closes gives it to its neighbour. */
  plx_e2e_key (fixture->e2e, "ctrl+w");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "one column");
  plx_e2e_key (fixture->e2e, "ctrl+Home");
  plx_e2e_key (fixture->e2e, "ctrl+shift+Right");
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_wait_annotations (fixture->e2e, 1);
}

static void
press (Fixture *fixture,
       const char *keys,
       int times)
{
  for (int i = 0; i < times; i++)
    plx_e2e_key (fixture->e2e, keys);
}

/* The bar that comes after tagging a claim: its question, and the value as it is
 * proposed. */
static void
answer (Fixture *fixture,
        const char *value)
{
  plx_e2e_locate_widget (fixture->e2e, "claim-bar");
  plx_e2e_type (fixture->e2e, "How many homes were flooded");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", "\"question\":\"How many homes were flooded\"");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", value);
  plx_e2e_key (fixture->e2e, "Escape");
}

/* From an open project to a contradiction and a file for the archive, and nobody
 * touched the mouse. */
static void
test_story (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *path = g_build_filename (plx_e2e_get_folder (fixture->e2e), "story.xml", NULL);
  g_autofree char *tei = NULL;

  /* "at least 40 homes" in the title. */
  go_to_start (fixture);
  press (fixture, "ctrl+Right", 5);
  press (fixture, "ctrl+shift+Right", 4);
  plx_e2e_key (fixture->e2e, "3");
  answer (fixture, "\"value\":\">=40 homes\"");

  /* "12 houses" in the fourth paragraph of the other column. */
  plx_e2e_key (fixture->e2e, "F6");
  plx_e2e_key (fixture->e2e, "ctrl+Home");
  press (fixture, "alt+Down", 3);
  plx_e2e_key (fixture->e2e, "ctrl+Right");
  press (fixture, "ctrl+shift+Right", 2);
  plx_e2e_key (fixture->e2e, "3");
  answer (fixture, "\"value\":\"12 houses\"");

  plx_e2e_key (fixture->e2e, "F5");
  plx_e2e_locate_cell (fixture->e2e, 0, 0);
  plx_e2e_locate_widget (fixture->e2e, "label:How many homes were flooded – LIVE: Flooding at Merrowick – what we know so far");
  plx_e2e_screenshot (fixture->e2e, "52-keyboard-story");
  plx_e2e_key (fixture->e2e, "Right");
  plx_e2e_locate_widget (fixture->e2e, "label:How many homes were flooded\ncontradict: 12 houses (LIVE");
  plx_e2e_key (fixture->e2e, "Left");
  plx_e2e_key (fixture->e2e, "Left");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_locate (fixture->e2e, HARBOUR, 40);

  plx_e2e_key (fixture->e2e, "ctrl+e");
  plx_e2e_locate_widget (fixture->e2e, "choose_button");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_choose_file (fixture->e2e, path);
  for (int i = 0; i < 100 && !g_file_get_contents (path, &tei, NULL, NULL); i++)
    g_usleep (100000);
  g_assert_nonnull (tei);
  g_assert_nonnull (strstr (tei, "at least 40 homes"));
  g_assert_nonnull (strstr (tei, "How many homes were flooded"));
}

/* The guide is a window of its own, in which the keys of the program are heard as well. */
static void
test_quit_from_help (Fixture *fixture,
                     gconstpointer data)
{
  plx_e2e_key (fixture->e2e, "F1");
  plx_e2e_locate_widget (fixture->e2e, "label:The words that Parallax uses");
  plx_e2e_quit (fixture->e2e);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_key (fixture->e2e, "F1");
  plx_e2e_locate_widget (fixture->e2e, "label:The words that Parallax uses");
  plx_e2e_key (fixture->e2e, "ctrl+shift+w");
  plx_e2e_wait_gone (fixture->e2e, "label:The words that Parallax uses");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (2), "two columns");
}

#define ADD(name, func) g_test_add ("/e2e/keys/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("untagged", test_untagged);
  ADD ("focus-stays", test_focus_stays);
  ADD ("quit-from-help", test_quit_from_help);
  ADD ("story", test_story);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codebook editor with the real mouse and keyboard. */

#include "config.h"

#include "plx-e2e-state.h"

#include <glib/gstdio.h>
#include <string.h>

/* While something is dragged, the other side of the drag has to keep up. */
#define DRAG_US 150000

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
  fixture->e2e = plx_e2e_new ();
  fixture->harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  fixture->project = plx_e2e_new_project (fixture->e2e, "codebook.parallax", "1-harbour-post.txt", NULL);
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

/* Asking */

/* The place of the tag @path in the codebook, or -1. */
static int
find_tag (JsonObject *state,
          const char *path,
          const char **hotkey)
{
  JsonArray *codebook = json_object_get_array_member (state, "codebook");

  for (guint i = 0; i < json_array_get_length (codebook); i++)
    {
      JsonObject *tag = json_array_get_object_element (codebook, i);

      if (strcmp (json_object_get_string_member (tag, "tag"), path) != 0)
        continue;
      if (hotkey != NULL)
        *hotkey = json_object_get_string_member (tag, "hotkey");
      return (int) i;
    }
  return -1;
}

static gboolean
has_tag (JsonObject *state,
         gpointer path)
{
  return find_tag (state, path, NULL) >= 0;
}

static gboolean
lacks_tag (JsonObject *state,
           gpointer path)
{
  return find_tag (state, path, NULL) < 0;
}

static void
wait_tag (Fixture *fixture,
          const char *path)
{
  plx_e2e_wait (fixture->e2e, has_tag, (gpointer) path, path);
}

static void
wait_no_tag (Fixture *fixture,
             const char *path)
{
  plx_e2e_wait (fixture->e2e, lacks_tag, (gpointer) path, path);
}

/* Asks once more while what was asked for is on its way: the order of two. */
static gboolean
is_before (JsonObject *state,
           gpointer paths)
{
  const char **pair = paths;
  int first = find_tag (state, pair[0], NULL), second = find_tag (state, pair[1], NULL);

  return first >= 0 && second >= 0 && first < second;
}

static void
wait_order (Fixture *fixture,
            const char *first,
            const char *second)
{
  const char *pair[] = { first, second };

  plx_e2e_wait (fixture->e2e, is_before, pair, first);
}

/* Acting */

static PlxE2eRect
locate_tag (Fixture *fixture,
            const char *name)
{
  g_autofree char *label = g_strconcat ("label:", name, NULL);

  return plx_e2e_locate_widget (fixture->e2e, label);
}

static void
click_tag (Fixture *fixture,
           const char *name)
{
  PlxE2eRect rect = locate_tag (fixture, name);

  plx_e2e_click (fixture->e2e, rect.x + 4, rect.y + rect.height / 2, 1);
  g_usleep (600000); /* not the second half of a double click */
}

/* Drags the tag @name so that the pointer ends @share down the row of @target. */
static void
drag_tag (Fixture *fixture,
          const char *name,
          const char *target,
          double share)
{
  PlxE2eRect from = locate_tag (fixture, name);
  PlxE2eRect to = locate_tag (fixture, target);
  int start = from.y + from.height / 2;
  int end = to.y - 4 + (int) ((to.height + 8) * share);

  plx_e2e_move (fixture->e2e, from.x + 4, start);
  plx_e2e_press (fixture->e2e, TRUE);
  for (int i = 1; i <= 8; i++)
    {
      plx_e2e_move (fixture->e2e, from.x + 4 + 2 * i, start + (end - start) * i / 8);
      g_usleep (DRAG_US);
    }
  plx_e2e_move (fixture->e2e, from.x + 22, end);
  g_usleep (2 * DRAG_US);
  plx_e2e_screenshot (fixture->e2e, "60-drag");
  plx_e2e_press (fixture->e2e, FALSE);
}

static void
drag_text (Fixture *fixture,
           const char *quote,
           const char *key)
{
  int start, end;

  plx_e2e_find (fixture->harbour, quote, 1, &start, &end);
  plx_e2e_drag_text (fixture->e2e, PLX_E2E_HARBOUR, start, end);
  plx_e2e_key (fixture->e2e, key);
}

static void
choose (Fixture *fixture,
        const char *tag,
        const char *entry)
{
  click_tag (fixture, tag);
  plx_e2e_key (fixture->e2e, "shift+F10");
  plx_e2e_click_widget (fixture->e2e, entry);
}

/* Tests */

static void
test_drag (Fixture *fixture,
           gconstpointer data)
{
  /* Onto another: under it. */
  drag_tag (fixture, "State", "Armed group", 0.5);
  wait_tag (fixture, "Actor/Armed group/State");
  plx_e2e_screenshot (fixture->e2e, "61-dropped");

  /* Between two: there. */
  drag_tag (fixture, "Site", "Settlement", 0.05);
  wait_order (fixture, "Place/Site", "Place/Settlement");

  /* Onto another kind asks first. */
  drag_tag (fixture, "Country", "Person", 0.5);
  plx_e2e_locate_widget (fixture->e2e, "question");
  plx_e2e_screenshot (fixture->e2e, "62-kind");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_gone (fixture->e2e, "question");
  wait_tag (fixture, "Actor/Person/Country");

  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_tag (fixture, "Place/Country");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_order (fixture, "Place/Settlement", "Place/Site");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_tag (fixture, "Actor/State");
}

static void
test_keys (Fixture *fixture,
           gconstpointer data)
{
  /* F2 renames in place, Escape does not. */
  click_tag (fixture, "Person");
  plx_e2e_key (fixture->e2e, "F2");
  plx_e2e_locate_widget (fixture->e2e, "tag-name-entry");
  plx_e2e_type (fixture->e2e, "Witness");
  plx_e2e_key (fixture->e2e, "Return");
  wait_tag (fixture, "Actor/Witness");
  plx_e2e_key (fixture->e2e, "F2");
  plx_e2e_locate_widget (fixture->e2e, "tag-name-entry");
  plx_e2e_type (fixture->e2e, "Nobody");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "tag-name-entry");
  wait_tag (fixture, "Actor/Witness");

  /* Moves, the tag stays marked. */
  plx_e2e_key (fixture->e2e, "alt+shift+Down");
  wait_order (fixture, "Actor/Organisation", "Actor/Witness");
  plx_e2e_key (fixture->e2e, "alt+shift+Right");
  wait_tag (fixture, "Actor/Organisation/Witness");
  plx_e2e_key (fixture->e2e, "alt+shift+Left");
  wait_order (fixture, "Actor/Organisation", "Actor/Witness");
  plx_e2e_key (fixture->e2e, "alt+shift+Up");
  wait_order (fixture, "Actor/Witness", "Actor/Organisation");

  /* Delete asks nothing where nothing hangs on it; undo brings it back. */
  plx_e2e_key (fixture->e2e, "Delete");
  wait_no_tag (fixture, "Actor/Witness");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_tag (fixture, "Actor/Witness");

  /* Left goes to the tag above, and folds it. */
  click_tag (fixture, "Witness");
  plx_e2e_key (fixture->e2e, "Left");
  plx_e2e_key (fixture->e2e, "Left");
  plx_e2e_screenshot (fixture->e2e, "69-folded");
  plx_e2e_wait_gone (fixture->e2e, "label:Witness");
  plx_e2e_key (fixture->e2e, "Right");
  plx_e2e_locate_widget (fixture->e2e, "label:Witness");
}

static gboolean
has_taken_key (JsonObject *state,
               gpointer data)
{
  const char *site = "", *actor = "";

  return find_tag (state, "Place/Landmark", &site) >= 0 && find_tag (state, "Actor", &actor) >= 0 && strcmp (site, "1") == 0 &&
         *actor == '\0';
}

/* A key that another tag has is taken over, and works. */
static void
test_key_of_a_tag (Fixture *fixture,
                   gconstpointer data)
{
  int start, end;

  choose (fixture, "Site", "label:Edit…");
  plx_e2e_locate_widget (fixture->e2e, "tag-dialog");
  plx_e2e_type (fixture->e2e, "Landmark");
  plx_e2e_click_widget (fixture->e2e, "key_choice");
  plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_screenshot (fixture->e2e, "63-tag-dialog");
  plx_e2e_click_widget (fixture->e2e, "apply_button");
  plx_e2e_locate_widget (fixture->e2e, "question");
  plx_e2e_screenshot (fixture->e2e, "64-take-key");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait (fixture->e2e, has_taken_key, NULL, "the key");
  plx_e2e_wait_gone (fixture->e2e, "tag-dialog");

  drag_text (fixture, "Quillhead Dam", "1");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "the annotation");
  plx_e2e_find (fixture->harbour, "Quillhead Dam", 1, &start, &end);
  plx_e2e_assert_tagged (fixture->e2e, PLX_E2E_HARBOUR, "Place/Landmark", start, end);
}

static void
test_merge_and_delete (Fixture *fixture,
                       gconstpointer data)
{
  int start, end;

  drag_text (fixture, "Quillhead Dam", "1");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "the annotation");
  plx_e2e_key (fixture->e2e, "Escape");
  choose (fixture, "Actor", "label:Merge Into…");
  plx_e2e_locate_widget (fixture->e2e, "merge-dialog");
  plx_e2e_type (fixture->e2e, "place/reg");
  plx_e2e_screenshot (fixture->e2e, "65-merge");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_locate_widget (fixture->e2e, "question");
  plx_e2e_key (fixture->e2e, "Return");
  wait_no_tag (fixture, "Actor");
  wait_tag (fixture, "Place/Region/Person");
  plx_e2e_find (fixture->harbour, "Quillhead Dam", 1, &start, &end);
  plx_e2e_assert_tagged (fixture->e2e, PLX_E2E_HARBOUR, "Place/Region", start, end);

  /* Everything under it goes and comes back at once. */
  choose (fixture, "Place", "label:Delete…");
  plx_e2e_locate_widget (fixture->e2e, "question");
  plx_e2e_screenshot (fixture->e2e, "66-delete");
  plx_e2e_key (fixture->e2e, "Return");
  wait_no_tag (fixture, "Place/Region/Person");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (0), "no annotation");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_tag (fixture, "Place/Region/Person");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "the annotation again");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_tag (fixture, "Actor/Person");
  plx_e2e_assert_tagged (fixture->e2e, PLX_E2E_HARBOUR, "Actor", start, end);
}

static void
choose_file (Fixture *fixture,
             const char *entry,
             const char *path)
{
  plx_e2e_click_widget (fixture->e2e, "codebook_menu_button");
  plx_e2e_click_widget (fixture->e2e, entry);
  plx_e2e_choose_file (fixture->e2e, path);
}

/* Saved as .qdc here, loaded into a project of its own. */
static void
test_files (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *path = g_build_filename (plx_e2e_get_folder (fixture->e2e), "saved.qdc", NULL);
  g_autofree char *other = plx_e2e_new_project (fixture->e2e, "other.parallax", "1-harbour-post.txt", NULL);
  g_autofree char *batch = NULL;

  click_tag (fixture, "Person");
  plx_e2e_key (fixture->e2e, "F2");
  plx_e2e_locate_widget (fixture->e2e, "tag-name-entry");
  plx_e2e_type (fixture->e2e, "Witness");
  plx_e2e_key (fixture->e2e, "Return");
  wait_tag (fixture, "Actor/Witness");

  choose_file (fixture, "label:Save Codebook", path);
  plx_e2e_locate_widget (fixture->e2e, "question"); /* what .qdc does not hold */
  plx_e2e_screenshot (fixture->e2e, "67-losses");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_locate_widget (fixture->e2e, "label:Codebook saved as");
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  plx_e2e_quit (fixture->e2e);

  plx_e2e_start (fixture->e2e, other);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "the column");
  choose_file (fixture, "label:Load Codebook", path);
  plx_e2e_locate_widget (fixture->e2e, "question");
  plx_e2e_locate_widget (fixture->e2e, "label:1 new, 0 changed, 15 same");
  plx_e2e_screenshot (fixture->e2e, "68-preview");
  plx_e2e_key (fixture->e2e, "Return");
  wait_tag (fixture, "Actor/Witness");
  wait_tag (fixture, "Actor/Person");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_no_tag (fixture, "Actor/Witness");
}

#define ADD(name, func) g_test_add ("/e2e/codebook/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("drag", test_drag);
  ADD ("keys", test_keys);
  ADD ("key-of-a-tag", test_key_of_a_tag);
  ADD ("merge-and-delete", test_merge_and_delete);
  ADD ("files", test_files);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making annotations with the real mouse and keyboard: several passages, painting,
 * the picker over tags and entities, selecting beyond the edge of the column. */

#include "config.h"

#include "plx-e2e-state.h"

#include <string.h>

#define RADIO PLX_E2E_RADIO
#define LONG "A long report"

typedef struct
{
  PlxE2e *e2e;
  PlxText *radio;
  char *project;
} Fixture;

/* Paragraphs that can be told apart. */
static char *
make_long_article (PlxE2e *e2e)
{
  char *path = g_build_filename (plx_e2e_get_folder (e2e), "long.txt", NULL);
  g_autoptr (GString) text = g_string_new (LONG "\n\n");
  GError *error = NULL;

  for (int i = 0; i < 200; i++)
    g_string_append_printf (text, "Paragraph%d tells that the water at gauge number %d went up again during the night and down by noon.\n\n", i, i);
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *radio = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), "4-radio-nine.txt", NULL);
  g_autofree char *report = NULL;
  g_autofree char *output = NULL;
  g_autofree char *tagged = NULL;

  fixture->e2e = plx_e2e_new ();
  fixture->radio = plx_e2e_load_sample ("4-radio-nine.txt");
  fixture->project = g_build_filename (plx_e2e_get_folder (fixture->e2e), "making.parallax", NULL);
  report = make_long_article (fixture->e2e);
  output = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, radio, report, NULL);
  /* An actor that is known, with another name; then its annotation goes. */
  tagged = plx_e2e_run_cli (fixture->e2e,
                            "{\"op\":\"entity\",\"name\":\"Ildwen Basin Authority\",\"kind\":\"actor\",\"sort\":\"organisation\",\"aliases\":[\"IBA\",\"Basin Authority\"]}\n",
                            "batch", fixture->project, NULL);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (2), "two columns");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end (fixture->e2e);
  plx_text_unref (fixture->radio);
  g_free (fixture->project);
}

static void
drag (Fixture *fixture,
      const char *quote)
{
  int start, end;

  plx_e2e_find (fixture->radio, quote, 1, &start, &end);
  plx_e2e_drag_text (fixture->e2e, RADIO, start, end);
}

static void
drag_with_ctrl (Fixture *fixture,
                const char *quote)
{
  plx_e2e_hold (fixture->e2e, "ctrl", TRUE);
  drag (fixture, quote);
  plx_e2e_hold (fixture->e2e, "ctrl", FALSE);
}

/* Asserts that a line of what the command line lists has @what. */
static void
assert_listed (Fixture *fixture,
               const char *list,
               const char *what)
{
  g_autofree char *listed = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, list, NULL);

  if (strstr (listed, what) == NULL)
    g_error ("%s is not among the %s:\n%s", what, list, listed);
}

static gboolean
has_fragments (JsonObject *state,
               gpointer n)
{
  return json_object_get_int_member (state, "fragments") == GPOINTER_TO_INT (n);
}

static gboolean
has_painting (JsonObject *state,
              gpointer painting)
{
  return json_object_get_int_member (state, "painting") == GPOINTER_TO_INT (painting);
}

static void
test_fragments (Fixture *fixture,
                gconstpointer data)
{
  int start, end;
  PlxE2eRect rect;

  /* Two passages before the tag. */
  drag (fixture, "12 houses");
  plx_e2e_locate_widget (fixture->e2e, "label-bar");
  plx_e2e_key (fixture->e2e, "shift+equal");
  plx_e2e_wait (fixture->e2e, has_fragments, GINT_TO_POINTER (1), "the passage that is kept");
  plx_e2e_wait_gone (fixture->e2e, "label-bar");
  drag_with_ctrl (fixture, "Mill Lane");
  plx_e2e_locate_widget (fixture->e2e, "label-bar");
  plx_e2e_screenshot (fixture->e2e, "30-fragments");
  plx_e2e_key (fixture->e2e, "3");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  assert_listed (fixture, "annotations", "\"12 houses … Mill Lane\"");

  /* One more for the annotation that is selected. */
  drag_with_ctrl (fixture, "walked the street");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  assert_listed (fixture, "annotations", "\"12 houses … Mill Lane … walked the street\"");

  /* Away with the middle one, by the menu. */
  plx_e2e_find (fixture->radio, "Mill Lane", 1, &start, &end);
  rect = plx_e2e_locate (fixture->e2e, RADIO, start + 2);
  plx_e2e_click_right (fixture->e2e, rect.x + rect.width / 2, rect.y + rect.height / 2);
  plx_e2e_click_widget (fixture->e2e, "label:Remove This Fragment");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  assert_listed (fixture, "annotations", "\"12 houses … walked the street\"");

  /* Three edits, three steps back. */
  for (int i = 0; i < 2; i++)
    {
      plx_e2e_key (fixture->e2e, "ctrl+z");
      plx_e2e_wait_annotations (fixture->e2e, 1);
    }
  assert_listed (fixture, "annotations", "\"12 houses … Mill Lane\"");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_annotations (fixture->e2e, 0);
}

static void
test_duplicates (Fixture *fixture,
                 gconstpointer data)
{
  drag (fixture, "Quillhead Dam");
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  /* The borders of what is selected have handles, which would be dragged. */
  plx_e2e_key (fixture->e2e, "Escape");
  drag (fixture, "Quillhead Dam");
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_locate_widget (fixture->e2e, "label:This passage already has that tag.");
  plx_e2e_screenshot (fixture->e2e, "31-duplicate");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  plx_e2e_key (fixture->e2e, "Escape");

  /* With another tag it is another statement. */
  drag (fixture, "Quillhead Dam");
  plx_e2e_key (fixture->e2e, "1");
  plx_e2e_wait_annotations (fixture->e2e, 2);
}

static void
test_painting (Fixture *fixture,
               gconstpointer data)
{
  int start, end;

  drag (fixture, "Merrowick");
  plx_e2e_key (fixture->e2e, "ctrl+k");
  plx_e2e_wait (fixture->e2e, has_painting, GINT_TO_POINTER (1), "painting");
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_wait (fixture->e2e, has_painting, GINT_TO_POINTER (2), "painting with a tag");
  plx_e2e_wait_annotations (fixture->e2e, 1);

  /* From now on letting go is enough. */
  drag (fixture, "Quillhead Dam");
  plx_e2e_wait_annotations (fixture->e2e, 2);
  plx_e2e_find (fixture->radio, "Quillhead Dam", 1, &start, &end);
  plx_e2e_assert_tagged (fixture->e2e, RADIO, "Place", start, end);
  plx_e2e_wait_gone (fixture->e2e, "label-bar");
  plx_e2e_locate_widget (fixture->e2e, "making-status");
  plx_e2e_screenshot (fixture->e2e, "32-painting");

  /* A double click is a word, a triple one a sentence and not the word as well. */
  plx_e2e_find (fixture->radio, "Mill Lane", 1, &start, &end);
  {
    PlxE2eRect rect = plx_e2e_locate (fixture->e2e, RADIO, start + 1);

    plx_e2e_click (fixture->e2e, rect.x + rect.width / 2, rect.y + rect.height / 2, 2);
    plx_e2e_wait_annotations (fixture->e2e, 3);
    plx_e2e_assert_tagged (fixture->e2e, RADIO, "Place", start, start + 4);
  }
  plx_e2e_find (fixture->radio, "No one has died.", 1, &start, &end);
  {
    PlxE2eRect rect = plx_e2e_locate (fixture->e2e, RADIO, start + 4);

    plx_e2e_click (fixture->e2e, rect.x + rect.width / 2, rect.y + rect.height / 2, 3);
    plx_e2e_wait_annotations (fixture->e2e, 4);
    plx_e2e_assert_tagged (fixture->e2e, RADIO, "Place", start, end);
  }

  /* Escape ends it, and the bar is back. */
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait (fixture->e2e, has_painting, GINT_TO_POINTER (0), "the end of painting");
  plx_e2e_wait_gone (fixture->e2e, "making-status");
  drag (fixture, "Radio Nine newsroom");
  plx_e2e_locate_widget (fixture->e2e, "label-bar");
  plx_e2e_wait_annotations (fixture->e2e, 4);
}

static void
test_known_entity (Fixture *fixture,
                   gconstpointer data)
{
  /* By keys: part of an alias, in another spelling. */
  drag (fixture, "hydrologist");
  plx_e2e_locate_widget (fixture->e2e, "label-bar");
  plx_e2e_key (fixture->e2e, "b");
  plx_e2e_type (fixture->e2e, "asin auth");
  plx_e2e_locate_widget (fixture->e2e, "label:Ildwen Basin Authority");
  plx_e2e_screenshot (fixture->e2e, "33-picker");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  assert_listed (fixture, "annotations", "\"entity\":\"Ildwen Basin Authority\"");
  assert_listed (fixture, "annotations", "\"tag\":\"Actor/Organisation\"");

  /* What is selected is called just so: one key. */
  drag (fixture, "Ildwen Basin Authority");
  plx_e2e_locate_widget (fixture->e2e, "label:Ildwen Basin Authority");
  plx_e2e_screenshot (fixture->e2e, "34-suggestion");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_annotations (fixture->e2e, 2);

  /* Tag and link are one edit. */
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  assert_listed (fixture, "annotations", "\"hydrologist\"");
}

static void
test_new_entity (Fixture *fixture,
                 gconstpointer data)
{
  /* The selected text is the name. */
  drag (fixture, "Lior Amselard");
  plx_e2e_locate_widget (fixture->e2e, "label-bar");
  plx_e2e_key (fixture->e2e, "l");
  plx_e2e_type (fixture->e2e, "ior Amselard");
  plx_e2e_locate_widget (fixture->e2e, "label:New actor “Lior Amselard”");
  plx_e2e_screenshot (fixture->e2e, "35-new");
  plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  assert_listed (fixture, "entities", "\"name\":\"Lior Amselard\"");
  assert_listed (fixture, "annotations", "\"entity\":\"Lior Amselard\"");

  /* The tag, the link and the actor go in one step. */
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_annotations (fixture->e2e, 0);
  {
    g_autofree char *entities = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "entities", NULL);

    g_assert_null (strstr (entities, "Lior"));
  }
}

/* Somebody else deletes the tag that is painted with, and one that is offered. */
static void
test_deleted_tag (Fixture *fixture,
                  gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  int start, end;

  drag (fixture, "Merrowick");
  plx_e2e_key (fixture->e2e, "ctrl+k");
  plx_e2e_key (fixture->e2e, "1");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  first = plx_e2e_run_cli (fixture->e2e, "{\"op\":\"tag-delete\",\"tag\":\"Actor\"}\n", "batch", fixture->project, NULL);
  plx_e2e_locate_widget (fixture->e2e, "label:Painting has ended: its tag is not in the codebook any more.");
  plx_e2e_screenshot (fixture->e2e, "37-tag-is-gone");
  plx_e2e_wait_annotations (fixture->e2e, 0);
  plx_e2e_wait (fixture->e2e, has_painting, GINT_TO_POINTER (0), "the end of painting");

  /* While the picker is open: what is gone is not offered, the rest is. */
  drag (fixture, "Quillhead Dam");
  plx_e2e_key (fixture->e2e, "p");
  plx_e2e_locate_widget (fixture->e2e, "label:Place/Site");
  second = plx_e2e_run_cli (fixture->e2e, "{\"op\":\"tag-delete\",\"tag\":\"Place/Site\"}\n", "batch", fixture->project, NULL);
  plx_e2e_wait_gone (fixture->e2e, "label:Place/Site");
  plx_e2e_locate_widget (fixture->e2e, "label-bar");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  plx_e2e_find (fixture->radio, "Quillhead Dam", 1, &start, &end);
  plx_e2e_assert_tagged (fixture->e2e, RADIO, "Place", start, end);
}

/* Where the selection of the long article ends. */
static gboolean
selects_beyond (JsonObject *state,
                gpointer offset)
{
  JsonArray *columns = json_object_get_array_member (state, "columns");

  for (guint i = 0; i < json_array_get_length (columns); i++)
    {
      JsonObject *column = json_array_get_object_element (columns, i);

      if (g_str_has_prefix (json_object_get_string_member (column, "title"), LONG) && json_object_has_member (column, "selection"))
        return json_array_get_int_element (json_object_get_array_member (column, "selection"), 1) > GPOINTER_TO_INT (offset);
    }
  return FALSE;
}

static void
test_auto_scroll (Fixture *fixture,
                  gconstpointer data)
{
  PlxE2eRect rect = plx_e2e_locate (fixture->e2e, LONG, 0);
  g_autoptr (JsonNode) state = NULL;
  int height;

  /* One screen shows about 20 paragraphs of about 100 characters. */
  state = plx_e2e_dump (fixture->e2e);
  height = (int) json_object_get_int_member (json_node_get_object (state), "height");
  plx_e2e_move (fixture->e2e, rect.x, rect.y + rect.height / 2);
  plx_e2e_move (fixture->e2e, rect.x + 1, rect.y + rect.height / 2);
  plx_e2e_press (fixture->e2e, TRUE);
  plx_e2e_move (fixture->e2e, rect.x + 60, rect.y + 100);
  plx_e2e_move (fixture->e2e, rect.x + 60, rect.y + height + 30);
  /* Held there, beyond the edge, the text goes on. */
  plx_e2e_wait (fixture->e2e, selects_beyond, GINT_TO_POINTER (6000), "the text to scroll by itself");
  plx_e2e_screenshot (fixture->e2e, "36-auto-scroll");
  plx_e2e_press (fixture->e2e, FALSE);
  plx_e2e_key (fixture->e2e, "3");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  assert_listed (fixture, "annotations", "Paragraph50 tells");
}

#define ADD(name, func) g_test_add ("/e2e/making/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("fragments", test_fragments);
  ADD ("duplicates", test_duplicates);
  ADD ("painting", test_painting);
  ADD ("known-entity", test_known_entity);
  ADD ("new-entity", test_new_entity);
  ADD ("deleted-tag", test_deleted_tag);
  ADD ("auto-scroll", test_auto_scroll);
  return g_test_run ();
}

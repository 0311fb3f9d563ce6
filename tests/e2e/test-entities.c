/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Actors and places with the real mouse and keyboard: linked from their unlinked
 * mentions, filled in, merged, split, gone to; and all of it undone. */

#include "config.h"

#include "plx-e2e-state.h"

#include <string.h>

static const char *const files[] = { "1-harbour-post.txt", "3-river-news.txt", "4-radio-nine.txt", "5-oby-courier.txt" };

typedef struct
{
  PlxE2e *e2e;
  char *project;
  PlxText *texts[G_N_ELEMENTS (files)];
} Fixture;

/* Tags each @word of all articles. */
static void
append_tags (Fixture *fixture,
             GString *lines,
             const char *word,
             const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      const char *text = plx_text_get_utf8 (fixture->texts[i]);
      int n = 0;

      for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
        {
          int start, end;

          plx_e2e_find (fixture->texts[i], word, ++n, &start, &end);
          g_string_append_printf (lines, "{\"op\":\"tag\",\"document\":\"%s\",\"spans\":[[%d,%d]],\"tag\":\"%s\"}\n",
                                  files[i], start, end, tag);
        }
    }
}

/* Four articles, of which three are open; names tagged and not linked. */
static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *output = NULL;

  fixture->e2e = plx_e2e_new ();
  fixture->project = g_build_filename (plx_e2e_get_folder (fixture->e2e), "entities.parallax", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), files[i], NULL);
      g_autofree char *said = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, path, NULL);

      fixture->texts[i] = plx_e2e_load_sample (files[i]);
    }
  append_tags (fixture, lines, "Merrowick", "Place");
  append_tags (fixture, lines, "Ildwen Basin Authority", "Actor");
  output = plx_e2e_run_cli (fixture->e2e, lines->str, "batch", fixture->project, NULL);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (3), "three columns");
  plx_e2e_key (fixture->e2e, "ctrl+shift+e");
  plx_e2e_locate_widget (fixture->e2e, "link-Merrowick");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end (fixture->e2e);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    plx_text_unref (fixture->texts[i]);
  g_free (fixture->project);
}

/* What is stored */

/* Returns: (transfer full) (nullable): the entity of that name, as the command
 *   line lists it */
static JsonNode *
find_entity (Fixture *fixture,
             const char *name)
{
  g_autofree char *output = plx_e2e_run_cli (fixture->e2e, NULL, "list", fixture->project, "entities", NULL);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (char **line = lines; *line != NULL && **line != '\0'; line++)
    {
      g_autoptr (JsonNode) node = json_from_string (*line, NULL);

      g_assert_nonnull (node);
      if (g_str_equal (json_object_get_string_member (json_node_get_object (node), "name"), name))
        return g_steal_pointer (&node);
    }
  return NULL;
}

/* @field of the entity is @expected, where fields are joined by '|'. */
static gboolean
is_stored (Fixture *fixture,
           const char *name,
           const char *field,
           const char *expected)
{
  g_autoptr (JsonNode) node = find_entity (fixture, name);
  JsonNode *member = node != NULL ? json_object_get_member (json_node_get_object (node), field) : NULL;
  g_autofree char *found = NULL;

  if (member == NULL)
    return expected == NULL;
  found = json_to_string (member, FALSE);
  return g_strcmp0 (found, expected) == 0;
}

/* Waits until @field of the entity @name is the JSON @expected, or until there is
 * no such entity (or field) for %NULL. */
static void
wait_stored (Fixture *fixture,
             const char *name,
             const char *field,
             const char *expected)
{
  for (int i = 0; i < 600; i++)
    {
      if (is_stored (fixture, name, field, expected))
        return;
      g_usleep (100000);
    }
  plx_e2e_screenshot (fixture->e2e, "entity-not-stored");
  g_error ("“%s” of “%s” is not %s", field, name, expected);
}

static gboolean
has_entity (JsonObject *state,
            gpointer data)
{
  return json_object_has_member (state, "entity") && (json_object_get_int_member (state, "entity") != 0) == (data != NULL);
}

static gboolean
has_undo (JsonObject *state,
          gpointer verb)
{
  return json_object_has_member (state, "undo") && !json_object_get_boolean_member (state, "saving") &&
         !json_object_get_null_member (state, "undo") && g_str_equal (json_object_get_string_member (state, "undo"), verb);
}

static void
wait_undo (Fixture *fixture,
           const char *verb)
{
  plx_e2e_wait (fixture->e2e, has_undo, (gpointer) verb, "the edit");
}

/* What people do */

static void
look_at (Fixture *fixture,
         const char *name)
{
  g_autofree char *row = g_strconcat ("entity-", name, NULL);

  plx_e2e_click_widget (fixture->e2e, row);
  plx_e2e_wait (fixture->e2e, has_entity, GINT_TO_POINTER (1), "the details of an entity");
  plx_e2e_locate_widget (fixture->e2e, "entity-name");
}

static void
fill_in (Fixture *fixture,
         const char *field,
         const char *text)
{
  plx_e2e_click_widget (fixture->e2e, field);
  plx_e2e_key (fixture->e2e, "ctrl+a");
  plx_e2e_type (fixture->e2e, text);
  plx_e2e_key (fixture->e2e, "Return");
}

/* One click links all that is called so, everywhere, in one edit. */
static void
test_link_group (Fixture *fixture,
                 gconstpointer data)
{
  plx_e2e_screenshot (fixture->e2e, "60-unlinked");
  plx_e2e_click_widget (fixture->e2e, "link-Merrowick");
  wait_undo (fixture, "link");
  plx_e2e_wait_gone (fixture->e2e, "link-Merrowick");
  wait_stored (fixture, "Merrowick", "mentions", "9");
  wait_stored (fixture, "Merrowick", "documents", "4");

  /* Another name, chosen by keyboard: the words are learned. */
  plx_e2e_click_widget (fixture->e2e, "choose-Ildwen Basin Authority");
  plx_e2e_locate_widget (fixture->e2e, "chooser-search");
  plx_e2e_key (fixture->e2e, "ctrl+a");
  plx_e2e_type (fixture->e2e, "River board");
  plx_e2e_screenshot (fixture->e2e, "61-chooser");
  plx_e2e_key (fixture->e2e, "Return");
  wait_stored (fixture, "River board", "mentions", "4");
  wait_stored (fixture, "River board", "aliases", "[\"Ildwen Basin Authority\"]");
  plx_e2e_wait_gone (fixture->e2e, "chooser-search");
  plx_e2e_wait_gone (fixture->e2e, "link-Ildwen Basin Authority");

  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_stored (fixture, "River board", "mentions", NULL);
  plx_e2e_locate_widget (fixture->e2e, "link-Ildwen Basin Authority");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_undo (fixture, "tag");
  plx_e2e_locate_widget (fixture->e2e, "link-Merrowick");
}

static void
test_fields (Fixture *fixture,
             gconstpointer data)
{
  plx_e2e_click_widget (fixture->e2e, "link-Merrowick");
  wait_undo (fixture, "link");
  look_at (fixture, "Merrowick");
  fill_in (fixture, "entity-coordinates", "91, 200");
  plx_e2e_locate_widget (fixture->e2e, "coordinates_problem");
  plx_e2e_screenshot (fixture->e2e, "62-bad-coordinates");
  wait_undo (fixture, "link"); /* nothing was stored */
  fill_in (fixture, "entity-coordinates", "36.25, 37.5");
  wait_stored (fixture, "Merrowick", "longitude", "37.5");
  plx_e2e_wait_gone (fixture->e2e, "coordinates_problem");

  fill_in (fixture, "entity-uri", "Q1");
  plx_e2e_locate_widget (fixture->e2e, "uri_problem");
  plx_e2e_key (fixture->e2e, "ctrl+a");
  plx_e2e_type (fixture->e2e, "urn");
  plx_e2e_key (fixture->e2e, "shift+semicolon");
  plx_e2e_type (fixture->e2e, "place");
  plx_e2e_key (fixture->e2e, "shift+semicolon");
  plx_e2e_type (fixture->e2e, "merrowick");
  plx_e2e_key (fixture->e2e, "Return");
  wait_stored (fixture, "Merrowick", "uri", "\"urn:place:merrowick\"");

  fill_in (fixture, "entity-alias", "Lower town");
  wait_stored (fixture, "Merrowick", "aliases", "[\"Lower town\"]");
  plx_e2e_screenshot (fixture->e2e, "63-entity");
  plx_e2e_click_widget (fixture->e2e, "remove-Lower town");
  wait_stored (fixture, "Merrowick", "aliases", "[]");

  fill_in (fixture, "entity-name", "Merrowick town");
  wait_stored (fixture, "Merrowick town", "mentions", "9");
  plx_e2e_locate_widget (fixture->e2e, "entity-Merrowick town");

  /* Back, all of it. */
  for (int i = 0; i < 6; i++)
    plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_undo (fixture, "tag");
  wait_stored (fixture, "Merrowick", "mentions", NULL);
  plx_e2e_wait (fixture->e2e, has_entity, NULL, "no entity");
}

/* A mention in an article that is not open opens it, and the entity stays. */
static void
test_go_to_mention (Fixture *fixture,
                    gconstpointer data)
{
  g_autofree char *words = NULL;
  int start, end;

  plx_e2e_click_widget (fixture->e2e, "link-Ildwen Basin Authority");
  wait_undo (fixture, "link");
  look_at (fixture, "Ildwen Basin Authority");
  plx_e2e_find (fixture->texts[3], "Ildwen Basin Authority", 1, &start, &end);
  words = g_strdup_printf ("mention-%d", start);
  plx_e2e_screenshot (fixture->e2e, "64-mentions");
  plx_e2e_click_widget (fixture->e2e, words);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (4), "the article of the mention");
  plx_e2e_assert_tagged (fixture->e2e, "The night the river", "Actor", start, end);
  g_assert_cmpint (plx_e2e_get_selected (fixture->e2e), ==,
                   plx_e2e_find_annotation (fixture->e2e, "The night the river", "Actor", start, end));
  plx_e2e_wait (fixture->e2e, has_entity, GINT_TO_POINTER (1), "still the entity");
  plx_e2e_screenshot (fixture->e2e, "65-went-to-mention");

  /* Closed, the annotation is shown, which goes back to the entity. */
  plx_e2e_click_widget (fixture->e2e, "close_button");
  plx_e2e_wait (fixture->e2e, has_entity, NULL, "the annotation");
  plx_e2e_click_widget (fixture->e2e, "go_button");
  plx_e2e_wait (fixture->e2e, has_entity, GINT_TO_POINTER (1), "the entity again");
}

static void
test_merge_and_split (Fixture *fixture,
                      gconstpointer data)
{
  g_autofree char *tick = NULL;
  int start, end;

  plx_e2e_click_widget (fixture->e2e, "link-Ildwen Basin Authority");
  wait_undo (fixture, "link");
  look_at (fixture, "Ildwen Basin Authority");

  /* One mention means somebody else. */
  plx_e2e_find (fixture->texts[0], "Ildwen Basin Authority", 1, &start, &end);
  tick = g_strdup_printf ("tick-%d", start);
  plx_e2e_click_widget (fixture->e2e, tick);
  plx_e2e_click_widget (fixture->e2e, "split_name");
  plx_e2e_type (fixture->e2e, "The old authority");
  plx_e2e_screenshot (fixture->e2e, "66-split");
  plx_e2e_key (fixture->e2e, "Return");
  wait_stored (fixture, "The old authority", "mentions", "1");
  wait_stored (fixture, "Ildwen Basin Authority", "mentions", "3");

  /* It does not: back into the whole. */
  look_at (fixture, "The old authority");
  wait_undo (fixture, "split-entity");
  plx_e2e_click_widget (fixture->e2e, "merge_button");
  plx_e2e_locate_widget (fixture->e2e, "chooser-search");
  plx_e2e_type (fixture->e2e, "ildwen");
  plx_e2e_screenshot (fixture->e2e, "67-merge");
  plx_e2e_key (fixture->e2e, "Return");
  wait_stored (fixture, "The old authority", "mentions", NULL);
  wait_stored (fixture, "Ildwen Basin Authority", "mentions", "4");
  wait_stored (fixture, "Ildwen Basin Authority", "aliases", "[\"The old authority\"]");
  plx_e2e_wait_gone (fixture->e2e, "chooser-search");
  plx_e2e_wait_gone (fixture->e2e, "entity-The old authority");

  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_stored (fixture, "The old authority", "mentions", "1");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_stored (fixture, "The old authority", "mentions", NULL);
  plx_e2e_key (fixture->e2e, "ctrl+z");
  wait_undo (fixture, "tag");
}

/* Without the mouse. */
static void
test_keyboard (Fixture *fixture,
               gconstpointer data)
{
  plx_e2e_type (fixture->e2e, "merr");
  plx_e2e_key (fixture->e2e, "Down");   /* on the unlinked text */
  plx_e2e_key (fixture->e2e, "Return"); /* asks for whom */
  plx_e2e_locate_widget (fixture->e2e, "chooser-search");
  plx_e2e_key (fixture->e2e, "Return"); /* a new one of that name */
  wait_stored (fixture, "Merrowick", "mentions", "9");
  plx_e2e_wait_gone (fixture->e2e, "chooser-search");
  plx_e2e_locate_widget (fixture->e2e, "entity-Merrowick");
  plx_e2e_key (fixture->e2e, "ctrl+shift+e");
  plx_e2e_key (fixture->e2e, "Down");
  plx_e2e_wait (fixture->e2e, has_entity, GINT_TO_POINTER (1), "the details of the entity");
  plx_e2e_key (fixture->e2e, "ctrl+shift+b");
  plx_e2e_wait_gone (fixture->e2e, "entities-search");
}

#define ADD(name, func) g_test_add ("/e2e/entities/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("link-group", test_link_group);
  ADD ("fields", test_fields);
  ADD ("go-to-mention", test_go_to_mention);
  ADD ("merge-and-split", test_merge_and_split);
  ADD ("keyboard", test_keyboard);
  return g_test_run ();
}

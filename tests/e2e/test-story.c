/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The main job, whole, with the real mouse: a new project, five accounts added,
 * three side by side, passages tagged, undone and redone, closed without Save,
 * opened again, exported. */

#include "config.h"

#include "plx-e2e-state.h"

#include <glib/gstdio.h>
#include <libxml/tree.h>
#include <string.h>

static void
copy_samples (const char *folder)
{
  const char *const names[] = { "1-harbour-post.txt", "2-valley-daily.txt", "3-river-news.txt", "4-radio-nine.txt", "5-oby-courier.txt" };

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (PlxText) text = plx_e2e_load_sample (names[i]);
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      GError *error = NULL;

      g_file_set_contents (path, plx_text_get_utf8 (text), -1, &error);
      g_assert_no_error (error);
    }
}

/* Steps */

static void
create_project (PlxE2e *e2e)
{
  PlxE2eRect button = plx_e2e_locate_widget (e2e, "start-new-project");

  plx_e2e_screenshot (e2e, "01-start");
  plx_e2e_click (e2e, button.x + button.width / 2, button.y + button.height / 2, 1);
  plx_e2e_locate_widget (e2e, "new-project-name");
  plx_e2e_type (e2e, "Flood");
  plx_e2e_screenshot (e2e, "02-new-project");
  plx_e2e_key (e2e, "Return");
  plx_e2e_wait (e2e, plx_e2e_has_project, NULL, "the new project");
}

/* In the file chooser: to the folder by its name, then all files in it. */
static void
add_articles (PlxE2e *e2e)
{
  g_autofree char *folder = g_build_filename (plx_e2e_get_folder (e2e), "articles", NULL);

  copy_samples (folder);
  plx_e2e_key (e2e, "ctrl+i");
  plx_e2e_choose_all (e2e, folder);
  plx_e2e_wait (e2e, plx_e2e_has_articles, GINT_TO_POINTER (5), "five articles");
}

static void
open_article (PlxE2e *e2e,
              const char *title,
              int n_columns)
{
  g_autofree char *label = g_strconcat ("label:", title, NULL);
  PlxE2eRect row = plx_e2e_locate_widget (e2e, label);

  plx_e2e_click (e2e, row.x + row.width / 2, row.y + row.height / 2, 1);
  plx_e2e_wait (e2e, plx_e2e_has_columns, GINT_TO_POINTER (n_columns), "one more column");
}

/* Tags a claim by key, a place inside it by clicking, an Arabic actor and a
 * flag; n annotations afterwards: 4. */
static void
tag_passages (PlxE2e *e2e)
{
  g_autoptr (PlxText) harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  g_autoptr (PlxText) valley = plx_e2e_load_sample ("2-valley-daily.txt");
  g_autoptr (PlxText) radio = plx_e2e_load_sample ("4-radio-nine.txt");
  int start, end;

  plx_e2e_find (harbour, "at least 40 homes in Lower Merrowick were flooded", 1, &start, &end);
  plx_e2e_drag_text (e2e, PLX_E2E_HARBOUR, start + 1, end - 3);
  plx_e2e_screenshot (e2e, "04-label-bar");
  plx_e2e_key (e2e, "3");
  plx_e2e_wait (e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "the claim");
  plx_e2e_assert_tagged (e2e, PLX_E2E_HARBOUR, "Claim", start, end);

  plx_e2e_find (harbour, "Lower Merrowick", 1, &start, &end);
  plx_e2e_drag_text (e2e, PLX_E2E_HARBOUR, start, end);
  plx_e2e_click_widget (e2e, "tag-button-2");
  plx_e2e_wait (e2e, plx_e2e_has_annotations, GINT_TO_POINTER (2), "the place inside the claim");
  plx_e2e_assert_tagged (e2e, PLX_E2E_HARBOUR, "Place", start, end);

  plx_e2e_find (valley, "بلدية ميرويك", 1, &start, &end);
  plx_e2e_drag_text (e2e, PLX_E2E_VALLEY, start, end);
  plx_e2e_key (e2e, "1");
  plx_e2e_wait (e2e, plx_e2e_has_annotations, GINT_TO_POINTER (3), "the actor in Arabic");
  plx_e2e_assert_tagged (e2e, PLX_E2E_VALLEY, "Actor", start, end);

  plx_e2e_find (radio, "🇺🇳", 2, &start, &end);
  plx_e2e_drag_text (e2e, PLX_E2E_RADIO, start, end);
  plx_e2e_key (e2e, "2");
  plx_e2e_wait (e2e, plx_e2e_has_annotations, GINT_TO_POINTER (4), "the flag");
  plx_e2e_assert_tagged (e2e, PLX_E2E_RADIO, "Place", start, end);
  plx_e2e_screenshot (e2e, "05-tagged");
}

static void
undo_and_redo (PlxE2e *e2e)
{
  for (int n = 3; n >= 0; n--)
    {
      plx_e2e_key (e2e, "ctrl+z");
      plx_e2e_wait (e2e, plx_e2e_has_annotations, GINT_TO_POINTER (n), "undo");
    }
  plx_e2e_screenshot (e2e, "06-undone");
  for (int n = 1; n <= 4; n++)
    {
      plx_e2e_key (e2e, "ctrl+shift+z");
      plx_e2e_wait (e2e, plx_e2e_has_annotations, GINT_TO_POINTER (n), "redo");
    }
}

static char *
get_project (PlxE2e *e2e)
{
  g_autoptr (JsonNode) state = plx_e2e_dump (e2e);

  return g_strdup (json_object_get_string_member (json_node_get_object (state), "project"));
}

/* The quotes in the exported file, in order. */
static GPtrArray *
read_quotes (const char *path)
{
  GPtrArray *quotes = g_ptr_array_new_with_free_func (g_free);
  xmlDoc *doc = xmlReadFile (path, NULL, XML_PARSE_NONET);
  xmlNode *node;

  g_assert_nonnull (doc);
  for (node = xmlDocGetRootElement (doc); node != NULL;)
    {
      g_autofree char *type = NULL;
      xmlChar *attribute = xmlGetProp (node, (const xmlChar *) "type");

      if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "note") == 0 &&
          attribute != NULL && strcmp ((const char *) attribute, "quote") == 0)
        {
          xmlChar *content = xmlNodeGetContent (node);

          g_ptr_array_add (quotes, g_strdup ((const char *) content));
          xmlFree (content);
        }
      xmlFree (attribute);
      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        node = node->children;
      else
        {
          while (node != NULL && node->next == NULL)
            node = node->parent != (xmlNode *) doc ? node->parent : NULL;
          node = node != NULL ? node->next : NULL;
        }
    }
  xmlFreeDoc (doc);
  return quotes;
}

static gboolean
has_quote (GPtrArray *quotes,
           const char *quote)
{
  return g_ptr_array_find_with_equal_func (quotes, quote, g_str_equal, NULL);
}

static void
test_story (void)
{
  PlxE2e *e2e = plx_e2e_new ();
  g_autofree char *project = NULL;
  g_autofree char *tei = g_build_filename (plx_e2e_get_folder (e2e), "out.tei.xml", NULL);
  g_autofree char *format = NULL;
  g_autofree char *exported = NULL;
  g_autofree char *output_option = g_strconcat ("--output=", tei, NULL);
  g_autoptr (GPtrArray) quotes = NULL;
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;

  plx_e2e_start (e2e, NULL);
  create_project (e2e);
  add_articles (e2e);
  open_article (e2e, PLX_E2E_HARBOUR, 1);
  open_article (e2e, PLX_E2E_VALLEY, 2);
  open_article (e2e, PLX_E2E_RADIO, 3);
  tag_passages (e2e);
  undo_and_redo (e2e);
  project = get_project (e2e);
  before = plx_e2e_dump (e2e);
  plx_e2e_quit (e2e);

  /* There was no Save; everything is there, in the same columns. */
  plx_e2e_start (e2e, NULL);
  plx_e2e_wait (e2e, plx_e2e_has_annotations, GINT_TO_POINTER (4), "what was there before");
  after = plx_e2e_dump (e2e);
  g_assert_true (json_node_equal (json_object_get_member (json_node_get_object (before), "documents"),
                                  json_object_get_member (json_node_get_object (after), "documents")));
  plx_e2e_screenshot (e2e, "07-again");

  /* Undo reaches back over the restart. */
  plx_e2e_key (e2e, "ctrl+z");
  plx_e2e_wait (e2e, plx_e2e_has_annotations, GINT_TO_POINTER (3), "undo after the restart");
  plx_e2e_key (e2e, "ctrl+shift+z");
  plx_e2e_wait (e2e, plx_e2e_has_annotations, GINT_TO_POINTER (4), "redo after the restart");
  plx_e2e_quit (e2e);

  plx_e2e_assert_whole (e2e, project);
  exported = plx_e2e_run_cli (e2e, NULL, "export", project, "--format=tei", output_option, NULL);
  quotes = read_quotes (tei);
  g_assert_cmpuint (quotes->len, ==, 4);
  g_assert_true (has_quote (quotes, "at least 40 homes in Lower Merrowick were flooded"));
  g_assert_true (has_quote (quotes, "Lower Merrowick"));
  g_assert_true (has_quote (quotes, "بلدية ميرويك"));
  g_assert_true (has_quote (quotes, "🇺🇳"));
  plx_e2e_free (e2e);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/e2e/story", test_story);
  return g_test_run ();
}

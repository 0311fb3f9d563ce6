/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The main job, whole, with the real mouse: a new project, five accounts added,
 * three side by side, passages tagged, undone and redone, closed without Save,
 * opened again, exported.  And what somebody does who sees the program for the first
 * time: the sample, a claim in each account, the contradiction, a silence, TEI. */

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

  plx_e2e_animate (e2e);
  plx_e2e_start (e2e, NULL);
  create_project (e2e);
  add_articles (e2e);
  plx_e2e_wait (e2e, plx_e2e_has_columns, GINT_TO_POINTER (3), "the first articles");
  for (int n = 2; n >= 0; n--)
    {
      plx_e2e_key (e2e, "ctrl+w");
      plx_e2e_wait (e2e, plx_e2e_has_columns, GINT_TO_POINTER (n), "one column less");
    }
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

/* A stranger */

#define RIVER "Saboteurs damage gate"
#define COURIER "The night the river came"
#define QUESTION "How many homes were flooded?"

/* Enter leads through the bar that comes: the question, the value (that which is
 * proposed if @value is %NULL), nobody who says it. */
static void
claim (PlxE2e *e2e,
       const char *title,
       const char *file,
       const char *quote,
       const char *value)
{
  g_autoptr (PlxText) text = plx_e2e_load_sample (file);
  int start, end;

  plx_e2e_find (text, quote, 1, &start, &end);
  plx_e2e_drag_text (e2e, title, start, end);
  plx_e2e_click_widget (e2e, "tag-button-3");
  plx_e2e_click_widget (e2e, "question");
  plx_e2e_type (e2e, QUESTION);
  plx_e2e_key (e2e, "Return");
  if (value != NULL)
    plx_e2e_type (e2e, value);
  plx_e2e_key (e2e, "Return");
  plx_e2e_key (e2e, "Return");
  plx_e2e_wait_gone (e2e, "claim-bar");
}

static void
tag_accounts (PlxE2e *e2e)
{
  g_autoptr (PlxText) courier = plx_e2e_load_sample ("5-oby-courier.txt");

  claim (e2e, PLX_E2E_HARBOUR, "1-harbour-post.txt", "at least 40 homes in Lower Merrowick were flooded", NULL);
  claim (e2e, PLX_E2E_VALLEY, "2-valley-daily.txt", "نحو 60 منزلاً غمرتها المياه", "about 60 homes");
  claim (e2e, RIVER, "3-river-news.txt", "A handful of homes in Lower Merrowick took in some water", "a handful of homes");
  open_article (e2e, PLX_E2E_RADIO, 4);
  claim (e2e, PLX_E2E_RADIO, "4-radio-nine.txt", "12 houses are flooded in Merrowick", "12 homes");
  open_article (e2e, COURIER, 5);
  plx_e2e_drag_and_tag (e2e, COURIER, courier, "Sister Amadine", "1", 5);
  plx_e2e_screenshot (e2e, "08-five-accounts");
}

static void
click_cell (PlxE2e *e2e,
            int row,
            int column)
{
  PlxE2eRect cell = plx_e2e_locate_cell (e2e, row, column);

  plx_e2e_click (e2e, cell.x + cell.width / 2, cell.y + cell.height / 2, 1);
}

/* The one village weekly gives no number; the others do not agree. */
static void
compare_accounts (PlxE2e *e2e,
                  const char *project)
{
  plx_e2e_click_widget (e2e, "label:Compare");
  click_cell (e2e, 0, -1);
  plx_e2e_locate_widget (e2e, "label:" QUESTION "\ncontradict: ");
  plx_e2e_screenshot (e2e, "09-contradiction");
  for (int i = 0; i < 5; i++)
    plx_e2e_key (e2e, "Right");
  plx_e2e_locate_widget (e2e, "label:" QUESTION " – The Oby Courier");
  plx_e2e_click_widget (e2e, "silent_button");
  plx_e2e_wait_listed (e2e, project, "silences", QUESTION);
  plx_e2e_screenshot (e2e, "10-silence");
}

static char *
export_tei (PlxE2e *e2e)
{
  g_autofree char *path = g_build_filename (plx_e2e_get_folder (e2e), "Flood.tei.xml", NULL);
  char *tei = NULL;

  plx_e2e_click_widget (e2e, "export_button");
  plx_e2e_click_widget (e2e, "choose_button");
  plx_e2e_choose_file (e2e, path);
  /* What is pressed while it closes is lost. */
  plx_e2e_wait_gone (e2e, "choose_button");
  for (int i = 0; i < 100 && !g_file_get_contents (path, &tei, NULL, NULL); i++)
    g_usleep (100000);
  g_assert_nonnull (tei);
  return tei;
}

static void
test_stranger (void)
{
  static const char *const told[] = { "The Harbour Post", "صحيفة الوادي", "Ildwen River News", "Radio Nine", "The Oby Courier",
                                      "2031-05-02", "at least 40 homes in Lower Merrowick were flooded", "نحو 60 منزلاً غمرتها المياه",
                                      "A handful of homes", "12 houses are flooded in Merrowick", "Sister Amadine", QUESTION };
  PlxE2e *e2e = plx_e2e_new ();
  g_autofree char *project = NULL;
  g_autofree char *tei = NULL;

  plx_e2e_animate (e2e);
  plx_e2e_start (e2e, NULL);
  plx_e2e_click_widget (e2e, "try_button");
  plx_e2e_key (e2e, "Return");
  plx_e2e_wait (e2e, plx_e2e_has_columns, GINT_TO_POINTER (3), "the first articles");
  project = get_project (e2e);
  tag_accounts (e2e);
  compare_accounts (e2e, project);
  tei = export_tei (e2e);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (strstr (tei, told[i]) == NULL)
      g_error ("The file does not tell “%s”", told[i]);
  plx_e2e_end_whole (e2e, project);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/e2e/story", test_story);
  g_test_add_func ("/e2e/story/stranger", test_stranger);
  return g_test_run ();
}

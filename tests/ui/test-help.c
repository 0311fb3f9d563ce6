/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The user guide: every page can be read and reached, and says what it is said
 * to say. */

#include "config.h"

#include "help/plx-help-page.h"
#include "help/plx-help-window.h"

#include <adwaita.h>
#include <string.h>

static PlxHelpPage *
parse (const char *xml,
       GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));

  return plx_help_page_parse (bytes, error);
}

static const PlxHelpBlock *
get_block (PlxHelpPage *page,
           guint i)
{
  g_assert_cmpuint (i, <, page->blocks->len);
  return g_ptr_array_index (page->blocks, i);
}

static void
test_parse (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxHelpPage) page = parse ("<page id='a'><info><title>T</title><desc>D\n d</desc></info><title>One &amp;\n two</title>"
                                        "<p>Press <keyseq><key>Ctrl</key><key>Z</key></keyseq>, see <link xref='b'>B</link>.</p>"
                                        "<steps><item><p>1</p></item><item><p>2</p></item></steps>"
                                        "<section id='s'><title>S</title><list><item><p><gui>G</gui></p></item></list></section><note><p>N</p></note>"
                                        "<media src='figures/x.png'><p>What is\n seen</p></media><p>After</p></page>",
                                        &error);

  g_assert_no_error (error);
  g_assert_cmpstr (page->summary, ==, "D d");
  g_assert_cmpstr (page->title, ==, "One &amp; two");
  g_assert_cmpuint (page->blocks->len, ==, 9);
  g_assert_cmpstr (get_block (page, 1)->text, ==, "Press \u2066<tt>Ctrl</tt>+<tt>Z</tt>\u2069, see <a href=\"help:b\">B</a>.");
  g_assert_cmpint (get_block (page, 3)->kind, ==, PLX_HELP_STEP);
  g_assert_cmpuint (get_block (page, 3)->number, ==, 2);
  g_assert_cmpint (get_block (page, 4)->kind, ==, PLX_HELP_HEADING);
  g_assert_cmpstr (get_block (page, 4)->id, ==, "s");
  g_assert_cmpstr (get_block (page, 5)->text, ==, "<b>G</b>");
  g_assert_cmpint (get_block (page, 6)->kind, ==, PLX_HELP_NOTE);
  g_assert_cmpint (get_block (page, 7)->kind, ==, PLX_HELP_PICTURE);
  g_assert_cmpstr (get_block (page, 7)->text, ==, "figures/x.png");
  g_assert_cmpstr (get_block (page, 7)->words, ==, "What is seen");
  g_assert_cmpint (get_block (page, 8)->kind, ==, PLX_HELP_PARAGRAPH);
}

/* What is not known is told and not skipped. */
static void
test_refuse (void)
{
  static const char *const wrong[] = {
    "<page id='a'><info><desc>D</desc></info><title>T</title><table/></page>",
    "<page id='a'><info><desc>D</desc></info><title>T</title><p><media src='x'/></p></page>",
    "<page id='a'><title>T</title></page>",
    "<page id='a'><info><desc>D</desc></info><title>T</title><p>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxHelpPage) page = parse (wrong[i], &error);

      g_assert_null (page);
      g_assert_nonnull (error);
    }
}

static gboolean
has_page (GPtrArray *pages,
          const char *id)
{
  for (guint i = 0; i < pages->len; i++)
    if (g_str_equal (((PlxHelpPage *) g_ptr_array_index (pages, i))->id, id))
      return TRUE;
  return FALSE;
}

/* Pango takes every text, and every link inside leads to a page. */
static void
assert_block (GPtrArray *pages,
              const PlxHelpPage *page,
              const PlxHelpBlock *block)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) links = g_regex_new ("<a href=\"([^\"]*)\">([^<]*)</a>", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *without = g_regex_replace (links, block->text, -1, 0, "\\2", 0, NULL);

  if (block->kind == PLX_HELP_PICTURE)
    {
      g_autofree char *picture = g_build_filename (g_getenv ("PARALLAX_GUIDE"), block->text, NULL);

      if (!g_file_test (picture, G_FILE_TEST_IS_REGULAR))
        g_error ("“%s” shows “%s”, which is not there", page->id, block->text);
      if (block->words == NULL || *block->words == '\0')
        g_error ("“%s” shows “%s” without saying what is seen there", page->id, block->text);
    }
  pango_parse_markup (without, -1, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (g_regex_match (links, block->text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *address = g_match_info_fetch (match, 1);
      g_autofree char *words = g_match_info_fetch (match, 2);

      if (g_str_has_prefix (address, "help:") && !has_page (pages, address + strlen ("help:")))
        g_error ("“%s” leads to “%s”, which is not there", page->id, address);
      if (*words == '\0')
        g_error ("“%s” has a link to “%s” without words", page->id, address);
    }
}

static void
test_pages (void)
{
  g_autoptr (GPtrArray) pages = plx_help_list ();

  g_assert_cmpuint (pages->len, >=, 7);
  for (guint i = 0; i < pages->len; i++)
    {
      PlxHelpPage *page = g_ptr_array_index (pages, i);

      g_assert_cmpuint (page->blocks->len, >, 3);
      for (guint j = 0; j < page->blocks->len; j++)
        assert_block (pages, page, get_block (page, j));
    }
}

/* The id of the section that the @n-th heading of @page begins, or %NULL. */
static const char *
get_section (PlxHelpPage *page,
             guint n)
{
  for (guint i = 0; i < page->blocks->len; i++)
    if (get_block (page, i)->kind == PLX_HELP_HEADING && n-- == 0)
      return get_block (page, i)->id;
  return NULL;
}

/* Each translation has every page, with the same sections. */
static void
test_languages (void)
{
  static const char folder[] = "/org/parallaxworkbench/Parallax/help/";
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) languages = g_resources_enumerate_children (folder, 0, &error);
  g_autoptr (GPtrArray) pages = plx_help_list ();

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (languages), ==, 6);
  for (char **language = languages; *language != NULL; language++)
    for (guint i = 0; i < pages->len; i++)
      {
        PlxHelpPage *page = g_ptr_array_index (pages, i);
        g_autofree char *path = g_strconcat (folder, *language, page->id, ".page", NULL);
        g_autoptr (GBytes) data = g_resources_lookup_data (path, 0, &error);
        PlxHelpPage *translated = data != NULL ? plx_help_page_parse (data, &error) : NULL;

        g_assert_no_error (error);
        g_assert_cmpstr (translated->id, ==, page->id);
        for (guint j = 0; get_section (page, j) != NULL || get_section (translated, j) != NULL; j++)
          g_assert_cmpstr (get_section (translated, j), ==, get_section (page, j));
        for (guint j = 0; j < translated->blocks->len; j++)
          assert_block (pages, translated, get_block (translated, j));
        plx_help_page_free (translated);
      }
}

/* Returns: how many pictures there are in @widget; each says what it shows. */
static guint
assert_pictures (GtkWidget *widget,
                 const PlxHelpPage *page)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += assert_pictures (child, page);
  if (!GTK_IS_PICTURE (widget))
    return n;
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const PlxHelpBlock *block = g_ptr_array_index (page->blocks, i);

      if (block->words == NULL || g_strcmp0 (block->words, gtk_picture_get_alternative_text (GTK_PICTURE (widget))) != 0)
        continue;
      gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, block->words);
      return n + 1;
    }
  g_error ("A picture of “%s” does not say what it shows", page->id);
}

static void
test_window (void)
{
  g_autoptr (GPtrArray) pages = plx_help_list ();
  PlxHelpWindow *window = NULL;
  GtkStack *stack;
  guint n_pictures = 0;

  plx_help_window_show ("index");
  plx_help_window_show ("start");
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (gtk_window_get_toplevels (), i);

      /* The one that is open is taken again. */
      g_assert_true (!PLX_IS_HELP_WINDOW (item) || window == NULL);
      if (PLX_IS_HELP_WINDOW (item))
        window = PLX_HELP_WINDOW (item);
    }
  g_assert_nonnull (window);
  stack = GTK_STACK (gtk_widget_get_template_child (GTK_WIDGET (window), PLX_TYPE_HELP_WINDOW, "stack"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "start");
  for (guint i = 0; i < pages->len; i++)
    {
      const PlxHelpPage *page = g_ptr_array_index (pages, i);

      plx_help_window_turn (window, page->id);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, page->id);
      n_pictures += assert_pictures (gtk_stack_get_visible_child (stack), page);
    }
  g_assert_cmpuint (n_pictures, ==, 7);
  plx_help_window_turn (window, "no such page");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "safety");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/help/parse", test_parse);
  g_test_add_func ("/help/refuse", test_refuse);
  g_test_add_func ("/help/pages", test_pages);
  g_test_add_func ("/help/languages", test_languages);
  g_test_add_func ("/help/window", test_window);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every view of the program: its controls have names for a screen reader, and
 * all its words can be translated and have room to. */

#include "config.h"

#include "plx-e2e-a11y.h"
#include "plx-e2e-state.h"
#include "plx-e2e-views.h"

#include <glib/gstdio.h>
#include <string.h>

/* Around each text of the catalogue that pseudo.sh makes. */
#define MARK "⟦"

/* Each view has more controls than this, and so many nodes in all. */
#define MIN_CONTROLS 4
#define MIN_NODES 20

typedef struct
{
  PlxE2e *e2e;   /* (owned) */
  char *project; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->e2e = plx_e2e_new ();
  fixture->project = plx_e2e_make_sample (fixture->e2e);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end (fixture->e2e);
  g_free (fixture->project);
}

/* Names */

/* The program tells the bus of itself some time after it has a window. */
static GPtrArray *
list_nodes (void)
{
  gint64 until = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  for (;;)
    {
      GPtrArray *nodes = plx_a11y_list ();

      if (nodes->len >= MIN_NODES)
        return nodes;
      g_ptr_array_unref (nodes);
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_usleep (100000);
    }
}

static gboolean
is_control (const char *role)
{
  static const char *const controls[] = { "button", "push button", "toggle button", "check box", "combo box", "radio button", "text box", "entry",
                                          "search box", "switch", "link", "slider", "spin button", "list item", "menu item", "check menu item", "radio menu item", "tree item", "tab", "table", "grid", NULL };

  return g_strv_contains (controls, role);
}

/* What has no name is called by its class. */
static gboolean
has_name (const PlxA11yNode *node)
{
  static const char *const prefixes[] = { "Gtk", "Adw", "Plx" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (node->name, prefixes[i]) && g_ascii_isupper (node->name[3]))
      return FALSE;
  return *node->name != '\0';
}

/* Parts of windows that GTK and libadwaita make, which have no names and are not ours: how
 * many of them a view has at most. */
static const struct
{
  const char *view;
  const char *role;
  guint most;
} of_libraries[] = {
  { "about", "button", 8 },     /* rows of links, back from a page */
  { "about", "text box", 2 },   /* what helps with a report */
  { "shortcuts", "button", 1 }, /* the search */
  { "shortcuts", "search box", 1 },
  { "preferences", "tab", 3 },
  { "preferences", "search box", 1 },
};

static gboolean
is_of_library (const char *view,
               const PlxA11yNode *node,
               guint *seen)
{
  for (guint i = 0; i < G_N_ELEMENTS (of_libraries); i++)
    if (g_str_equal (of_libraries[i].view, view) && g_str_equal (of_libraries[i].role, node->role))
      return ++seen[i] <= of_libraries[i].most;
  return FALSE;
}

/* Adds what has no name to @nameless. */
static guint
look_for_names (const char *view,
                GString *nameless)
{
  g_autoptr (GPtrArray) nodes = list_nodes ();
  guint seen[G_N_ELEMENTS (of_libraries)] = { 0 };
  guint n_controls = 0;
  gboolean in_library_list = FALSE;

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlxA11yNode *node = g_ptr_array_index (nodes, i);

      /* The drop-downs of libraries keep lists that are not on the screen. */
      if (g_str_equal (node->role, "list"))
        in_library_list = !has_name (node);
      if (in_library_list && g_str_equal (node->role, "list item"))
        continue;
      if (!node->is_focusable || !is_control (node->role))
        continue;
      n_controls++;
      if (!has_name (node) && !is_of_library (view, node, seen))
        {
          g_string_append_printf (nameless, "%s: %s after", view, node->role);
          for (guint j = i > 3 ? i - 3 : 0; j < i; j++)
            g_string_append_printf (nameless, " “%s”", ((const PlxA11yNode *) g_ptr_array_index (nodes, j))->name);
          g_string_append_c (nameless, '\n');
        }
    }
  return n_controls;
}

/* Some are named when they are first on the screen; before, nobody gets to them
 * though they are on the bus. */
static void
look_once (PlxE2eTour *tour,
           const char *view)
{
  for (guint i = 0; i < plx_e2e_get_n_views (); i++)
    if (g_str_equal (plx_e2e_get_view_name (i), view) && plx_e2e_tour_enter (tour, i))
      plx_e2e_tour_leave (tour, i);
}

static void
test_names (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GString) nameless = g_string_new (NULL);
  g_autoptr (PlxE2eTour) tour = plx_e2e_tour_new (fixture->e2e, fixture->project, 0, 0);

  for (guint i = 0; i < plx_e2e_get_n_views (); i++)
    {
      if (g_str_equal (plx_e2e_get_view_name (i), "board"))
        {
          look_once (tour, "annotation");
          look_once (tour, "claim");
          look_once (tour, "claim-bar");
        }
      if (!plx_e2e_tour_enter (tour, i))
        continue;
      g_assert_cmpuint (look_for_names (plx_e2e_get_view_name (i), nameless), >, MIN_CONTROLS);
      plx_e2e_tour_leave (tour, i);
    }
  if (nameless->len > 0)
    g_error ("These have no name:\n%s", nameless->str);
}

/* Words */

/* The catalogue of marks as a language of its own. */
static void
speak_in_marks (Fixture *fixture)
{
  g_autofree char *locale = g_build_filename (plx_e2e_get_folder (fixture->e2e), "locale", NULL);
  g_autofree char *folder = g_build_filename (locale, "qps", "LC_MESSAGES", NULL);
  g_autofree char *target = g_build_filename (folder, "parallax.mo", NULL);
  g_autofree char *contents = NULL;
  GError *error = NULL;
  gsize size;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_get_contents (g_getenv ("PARALLAX_PSEUDO"), &contents, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (target, contents, (gssize) size, &error);
  g_assert_no_error (error);
  g_setenv ("PARALLAX_LOCALE_DIR", locale, TRUE);
  g_setenv ("LANGUAGE", "qps", TRUE);
  plx_e2e_go_abroad (fixture->e2e, "qps.UTF-8");
}

/* Latin letters are words of ours, as the project has none. */
static gboolean
has_latin (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_ascii_isalpha (*text))
      return TRUE;
  return FALSE;
}

/* Names, keys, and texts of GTK and libadwaita. */
static gboolean
is_name (const char *text)
{
  static const char *const names[] = { "Parallax", PLX_VERSION, "https://parallaxworkbench.org/issues", "About", "Details", "Report an Issue", "Credits",
                                       "Legal", "Clear entry", "Clear Entry", NULL };

  /* Keys, what names of files end in, colours, paths, encodings, identifiers; sizes of
   * files are GLib's to translate. */
  return g_strv_contains (names, text) || g_str_has_prefix (text, "Ctrl ") || *text == '.' || *text == '#' || *text == '/' ||
         g_str_has_prefix (text, "windows-") || g_uuid_string_is_valid (text) || g_str_has_suffix (text, " bytes)") || g_str_has_suffix (text, "kB");
}

static void
look_at_words (PlxE2e *e2e,
               const char *view,
               GHashTable *ours,
               GString *wrong)
{
  g_autoptr (JsonNode) words = plx_e2e_list_words (e2e);
  JsonArray *array = json_node_get_array (words);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *word = json_array_get_object_element (array, i);
      const char *text = json_object_get_string_member (word, "text");
      gboolean translated = strstr (text, MARK) != NULL;
      gboolean may_be_cut = g_str_equal (json_object_get_string_member (word, "kind"), "hint");

      /* A hint has its label beside it. */
      if (translated && !may_be_cut && json_object_get_boolean_member (word, "cut"))
        g_string_append_printf (wrong, "%s: cut in %s: %s\n", view, json_object_get_string_member (word, "where"), text);
      /* Pages of the guide have translations of their own. */
      if (!translated && !g_str_equal (view, "help") && has_latin (text) && !is_name (text) && g_hash_table_add (ours, g_strdup (text)))
        g_string_append_printf (wrong, "%s: not translatable in %s: %s\n", view, json_object_get_string_member (word, "where"), text);
    }
}

static void
write_file (const char *folder,
            const char *name,
            const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  GError *error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

/* A project that says nothing in Latin letters, by somebody whose name has none. */
static void
make_greek (Fixture *fixture)
{
  const char *folder = plx_e2e_get_folder (fixture->e2e);
  static const char edits[] =
      "{\"op\": \"entity\", \"kind\": \"place\", \"name\": \"Δάφνη\"}\n"
      "{\"op\": \"tag\", \"document\": \"άλφα\", \"spans\": [[0, 9]], \"tag\": \"⟦Place ~~~⟧\", \"entity\": \"Δάφνη\", \"note\": \"Σημείωση\"}\n"
      "{\"op\": \"tag\", \"document\": \"άλφα\", \"spans\": [[20, 34]], \"tag\": \"⟦Claim ~~~⟧\", \"question\": \"Πόσα σπίτια;\", \"value\": \"40\"}\n"
      "{\"op\": \"tag\", \"document\": \"βήτα\", \"spans\": [[24, 31]], \"tag\": \"⟦Claim ~~~⟧\", \"question\": \"Πόσα σπίτια;\", \"value\": \"50\"}\n";
  g_autofree char *alpha = g_build_filename (folder, "άλφα", NULL);
  g_autofree char *beta = g_build_filename (folder, "βήτα", NULL);
  g_autofree char *gamma = g_build_filename (folder, "γάμμα", NULL);
  g_autofree char *imported = NULL;
  g_autofree char *tagged = NULL;

  write_file (folder, "άλφα", "Ο ποταμός ανέβηκε.\nΣαράντα σπίτια στη Δάφνη πλημμύρισαν.\n");
  write_file (folder, "βήτα", "Η Δάφνη είναι ασφαλής.\nΠενήντα σπίτια πλημμύρισαν.\n");
  write_file (folder, "γάμμα", "Δεν ξέρει κανείς τι έγινε στη Δάφνη.\n");
  write_file (folder, "config/glib-2.0/settings/keyfile", "[org/parallaxworkbench/Parallax]\nannotator='Άννα'\n");
  g_free (fixture->project);
  fixture->project = g_build_filename (folder, "Πλημμύρα.parallax", NULL);
  imported = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, alpha, beta, gamma, "--annotator=Άννα", NULL);
  tagged = plx_e2e_run_cli (fixture->e2e, edits, "batch", fixture->project, "--annotator=Άννα", NULL);
}

static void
test_words (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GString) wrong = g_string_new (NULL);
  g_autoptr (GHashTable) ours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (PlxE2eTour) tour = NULL;

  speak_in_marks (fixture);
  make_greek (fixture);
  tour = plx_e2e_tour_new (fixture->e2e, fixture->project, 0, 0);
  for (guint i = 0; i < plx_e2e_get_n_views (); i++)
    {
      if (!plx_e2e_tour_enter (tour, i))
        continue;
      look_at_words (fixture->e2e, plx_e2e_get_view_name (i), ours, wrong);
      plx_e2e_tour_leave (tour, i);
    }
  if (wrong->len > 0)
    g_error ("%s", wrong->str);
}

#define ADD(name, func) g_test_add ("/e2e/views/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("names", test_names);
  ADD ("words", test_words);
  return g_test_run ();
}

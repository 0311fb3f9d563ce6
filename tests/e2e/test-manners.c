/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Good manners on the desktop, also where something of it is missing: settings that
 * are nonsense, folders that may not be written, nothing that opens links. */

#include "config.h"

#include "plx-e2e-state.h"

#include <glib/gstdio.h>
#include <string.h>

/* Wrong types, numbers out of range, names that are none, no end. */
#define NONSENSE                       \
  "[org/parallaxworkbench/Parallax]\n" \
  "window-width='wide'\n"              \
  "window-height=2147483647\n"         \
  "window-maximized=7\n"               \
  "annotator=@as []\n"                 \
  "snapping='nowhere'\n"               \
  "font=('a', 3)\n"                    \
  "line-width='enormous'\n"            \
  "colour-scheme=12\n"                 \
  "last-project='/dev/null'\n"         \
  "sidebar-visible={}\n"               \
  "line-height=99"

typedef struct
{
  PlxE2e *e2e;   /* (owned) */
  char *project; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *harbour = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), "1-harbour-post.txt", NULL);
  g_autofree char *imported = NULL;

  fixture->e2e = plx_e2e_new ();
  fixture->project = g_build_filename (plx_e2e_get_folder (fixture->e2e), "manners.parallax", NULL);
  imported = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, harbour, "--outlet=Harbour Post", "--published=2031-05-03", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end_whole (fixture->e2e, fixture->project);
  g_free (fixture->project);
}

static void
start (Fixture *fixture)
{
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "the column");
}

static void
tag_dam (Fixture *fixture)
{
  g_autoptr (PlxText) harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  int start, end;

  plx_e2e_find (harbour, "Quillhead Dam", 1, &start, &end);
  plx_e2e_drag_text (fixture->e2e, PLX_E2E_HARBOUR, start, end);
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "the annotation");
}

/* What is copied as a quotation says where it comes from, wherever it is pasted. */
static void
test_quotation (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (plx_e2e_get_folder (fixture->e2e), "pasted.jsonl", NULL);
  g_autofree char *output = g_strconcat ("--output=", path, NULL);
  g_autofree char *exported = NULL;
  g_autofree char *contents = NULL;
  GError *error = NULL;

  start (fixture);
  tag_dam (fixture);
  plx_e2e_key (fixture->e2e, "ctrl+shift+c");
  plx_e2e_key (fixture->e2e, "ctrl+shift+v");
  plx_e2e_locate_widget (fixture->e2e, "add_button");
  plx_e2e_key (fixture->e2e, "ctrl+Return");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (2), "the quotation as an article");
  exported = plx_e2e_run_cli (fixture->e2e, NULL, "export", fixture->project, "--format=jsonl", output, NULL);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (contents, "“Quillhead Dam”\\n— "));
  g_assert_nonnull (strstr (contents, "Harbour Post, "));
}

static char *
make_settings_path (Fixture *fixture)
{
  g_autofree char *folder = g_build_filename (plx_e2e_get_folder (fixture->e2e), "config", "glib-2.0", "settings", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return g_build_filename (folder, "keyfile", NULL);
}

/* Whatever lies where the settings are kept, the program works, and with the settings
 * of its own.  Where they are not kept, it says so, and in the preferences @why. */
static void
work_without_settings (Fixture *fixture,
                       const char *picture,
                       const char *why)
{
  g_autofree char *label = why != NULL ? g_strconcat ("label:Settings cannot be kept: ", why, NULL) : NULL;

  start (fixture);
  if (why != NULL)
    plx_e2e_click_widget (fixture->e2e, "label:Why?");
  else
    plx_e2e_key (fixture->e2e, "ctrl+comma");
  plx_e2e_locate_widget (fixture->e2e, "label:Selections snap to");
  g_assert_false (why == NULL && plx_e2e_has_widget (fixture->e2e, "label:Why?"));
  if (label != NULL)
    plx_e2e_locate_widget (fixture->e2e, label);
  plx_e2e_screenshot (fixture->e2e, picture);
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "label:Selections snap to");
  tag_dam (fixture);
}

static void
test_nonsense (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *file = make_settings_path (fixture);

  g_assert_true (g_file_set_contents (file, NONSENSE, -1, NULL));
  work_without_settings (fixture, "95-nonsense", NULL);
}

static void
test_settings_folder (Fixture *fixture,
                      gconstpointer data)
{
  g_autofree char *file = make_settings_path (fixture);
  g_autofree char *why = g_strdup_printf ("“%s” is no file. Move it away and start Parallax again.", file);

  g_assert_cmpint (g_mkdir (file, 0700), ==, 0);
  work_without_settings (fixture, "98-no-settings", why);
}

static void
test_settings_unreadable (Fixture *fixture,
                          gconstpointer data)
{
  g_autofree char *file = make_settings_path (fixture);
  g_autofree char *why = g_strdup_printf ("“%s” may not be read. Allow reading it and start Parallax again.", file);

  plx_e2e_drop_privileges (fixture->e2e);
  g_assert_true (g_file_set_contents (file, "[org/parallaxworkbench/Parallax]\nannotator='Nobody'\n", -1, NULL));
  g_assert_cmpint (g_chmod (file, 0), ==, 0);
  work_without_settings (fixture, "98-no-settings", why);
}

static void
test_settings_bytes (Fixture *fixture,
                     gconstpointer data)
{
  static const char bytes[] = "\xff\xfe[[[=\n\0\0]";
  g_autofree char *file = make_settings_path (fixture);

  g_assert_true (g_file_set_contents (file, bytes, sizeof bytes, NULL));
  work_without_settings (fixture, "98-no-settings", NULL);
}

static void
lock (Fixture *fixture,
      const char *name,
      int mode)
{
  g_autofree char *folder = g_build_filename (plx_e2e_get_folder (fixture->e2e), name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (folder, mode), ==, 0);
}

/* Where the home may not be written, a project elsewhere is worked on as ever, and a
 * new one is refused with a reason. */
static void
test_locked_home (Fixture *fixture,
                  gconstpointer data)
{
  static const char *const folders[] = { "data", "config", "cache" };
  g_autofree char *config = g_build_filename (plx_e2e_get_folder (fixture->e2e), "config", NULL);
  g_autofree char *why = g_strdup_printf ("the folder “%s” is write-protected. Allow writing there and start Parallax again.", config);

  plx_e2e_drop_privileges (fixture->e2e);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    lock (fixture, folders[i], 0500);
  work_without_settings (fixture, "98-no-settings", why);
  plx_e2e_key (fixture->e2e, "ctrl+n");
  plx_e2e_locate_widget (fixture->e2e, "label:New Project");
  plx_e2e_type (fixture->e2e, "Second");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_locate_widget (fixture->e2e, "label:The Project Cannot Be Made");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "label:The Project Cannot Be Made");
  plx_e2e_key (fixture->e2e, "ctrl+q");
  plx_e2e_locate_widget (fixture->e2e, "label:“manners” Is Stored, but Not Backed Up");
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", "Quillhead Dam");
  plx_e2e_screenshot (fixture->e2e, "97-not-backed-up");
  plx_e2e_quit_by (fixture->e2e, "Escape");
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    lock (fixture, folders[i], 0700);
  start (fixture);
}

/* Takes from the program whatever opens links on this machine. */
static void
remove_browsers (Fixture *fixture)
{
  static const char scheme[] = "x-scheme-handler/https";
  g_autofree char *folder = g_build_filename (plx_e2e_get_folder (fixture->e2e), "config", NULL);
  g_autofree char *file = g_build_filename (folder, "mimeapps.list", NULL);
  g_autoptr (GString) list = g_string_new ("[Removed Associations]\n");
  GList *browsers = g_app_info_get_all_for_type (scheme);

  g_string_append_printf (list, "%s=", scheme);
  for (GList *l = browsers; l != NULL; l = l->next)
    g_string_append_printf (list, "%s;", g_app_info_get_id (l->data));
  g_list_free_full (browsers, g_object_unref);
  g_string_append_c (list, '\n');
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, list->str, -1, NULL));
}

/* Without a browser the address is told. */
static void
test_link (Fixture *fixture,
           gconstpointer data)
{
  remove_browsers (fixture);
  start (fixture);
  plx_e2e_act (fixture->e2e, "app.about");
  plx_e2e_click_widget (fixture->e2e, "label:Report an Issue");
  plx_e2e_locate_widget (fixture->e2e, "label:The Link Cannot Be Opened");
  plx_e2e_locate_widget (fixture->e2e, "label:https://parallaxworkbench.org/issues");
  plx_e2e_screenshot (fixture->e2e, "96-link");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "label:The Link Cannot Be Opened");
  plx_e2e_key (fixture->e2e, "Escape");
}

/* Quitting closes all windows, whichever takes others with it. */
static void
test_windows (Fixture *fixture,
              gconstpointer data)
{
  start (fixture);
  tag_dam (fixture);
  plx_e2e_act (fixture->e2e, "win.search");
  plx_e2e_act (fixture->e2e, "app.help");
}

/* What is typed when the program is quit is kept, to the last letter. */
static void
test_typing (Fixture *fixture,
             gconstpointer data)
{
  start (fixture);
  tag_dam (fixture);
  plx_e2e_click_widget (fixture->e2e, "label:Add a note");
  plx_e2e_set_hurried (fixture->e2e, TRUE);
  plx_e2e_type (fixture->e2e, "heard twice, never se");
  plx_e2e_quit (fixture->e2e);
  plx_e2e_set_hurried (fixture->e2e, FALSE);
  plx_e2e_wait_listed (fixture->e2e, fixture->project, "annotations", "heard twice, never se\"");
  start (fixture);
}

/* Windows run the way of the words in them, which are English where the language of
 * the user has no catalogue. */
static void
test_no_catalogue (Fixture *fixture,
                   gconstpointer data)
{
  PlxE2eRect list;

  plx_e2e_go_abroad (fixture->e2e, "he_IL.UTF-8");
  start (fixture);
  list = plx_e2e_locate_widget (fixture->e2e, "label:Articles");
  g_assert_cmpint (list.x, <, plx_e2e_locate_widget (fixture->e2e, "label:Details").x);
  tag_dam (fixture);
  g_unsetenv ("LOCPATH");
  g_unsetenv ("LC_ALL");
}

#define ADD(name, func) g_test_add ("/e2e/manners/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("quotation", test_quotation);
  ADD ("nonsense", test_nonsense);
  ADD ("settings-folder", test_settings_folder);
  ADD ("settings-unreadable", test_settings_unreadable);
  ADD ("settings-bytes", test_settings_bytes);
  ADD ("locked-home", test_locked_home);
  ADD ("link", test_link);
  ADD ("windows", test_windows);
  ADD ("typing", test_typing);
  ADD ("no-catalogue", test_no_catalogue);
  return g_test_run ();
}

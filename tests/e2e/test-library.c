/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The library on the start page: what it tells of projects, and what can be done
 * with them there. */

#include "config.h"

#include "plx-e2e-state.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  PlxE2e *e2e;
  char *library; /* (owned): the folder */
} Fixture;

static char *
dup_path (Fixture *fixture,
          const char *title)
{
  g_autofree char *base = g_strconcat (title, ".parallax", NULL);

  return g_build_filename (fixture->library, base, NULL);
}

static void
wait_for_path (const char *path,
               gboolean there)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (g_file_test (path, G_FILE_TEST_EXISTS) != there)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (20000);
    }
}

static void
wait_for_file (Fixture *fixture,
               const char *title,
               gboolean there)
{
  g_autofree char *path = dup_path (fixture, title);

  wait_for_path (path, there);
}

/* A project with an article, and a copy of it that is damaged where it begins and
 * where it ends. */
static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *article = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), "1-harbour-post.txt", NULL);
  g_autofree char *path = NULL;
  g_autofree char *damaged = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *output = NULL;
  gsize length;

  fixture->e2e = plx_e2e_new ();
  fixture->library = g_build_filename (plx_e2e_get_folder (fixture->e2e), "data", "parallax", "projects", NULL);
  g_assert_cmpint (g_mkdir_with_parents (fixture->library, 0700), ==, 0);
  path = dup_path (fixture, "Flood");
  damaged = dup_path (fixture, "Broken");
  output = plx_e2e_run_cli (fixture->e2e, NULL, "import", path, article, NULL);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes, 0, 4096);
  memset (bytes + length - 4096, 0xa5, 4096);
  g_assert_true (g_file_set_contents (damaged, bytes, (gssize) length, NULL));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_free (fixture->e2e);
  g_free (fixture->library);
}

static void
choose (Fixture *fixture,
        const char *title,
        const char *item)
{
  g_autofree char *button = g_strconcat ("project:", title, NULL);

  plx_e2e_click_widget (fixture->e2e, button);
  plx_e2e_click_widget (fixture->e2e, item);
}

/* What is told of a project, and a copy of it for another place. */
static void
look_and_copy (Fixture *fixture)
{
  g_autofree char *copy = g_build_filename (plx_e2e_get_folder (fixture->e2e), "For Ada.parallax", NULL);
  g_autofree char *listed = NULL;

  choose (fixture, "Flood", "label:Properties");
  plx_e2e_locate_widget (fixture->e2e, "label:Identifier");
  plx_e2e_screenshot (fixture->e2e, "library-properties");
  plx_e2e_key (fixture->e2e, "Escape");
  choose (fixture, "Flood", "label:Save a Copy…");
  plx_e2e_choose_file (fixture->e2e, copy);
  wait_for_path (copy, TRUE);
  listed = plx_e2e_run_cli (fixture->e2e, NULL, "list", copy, "documents", NULL);
  g_assert_nonnull (strstr (listed, "Dam gate fails"));
}

/* The article is taken out and comes back: two edits, after which a backup is
 * made. */
static void
change (Fixture *fixture)
{
  PlxE2eRect row = plx_e2e_locate_widget (fixture->e2e, "label:Dam gate fails");

  plx_e2e_click_right (fixture->e2e, row.x + 6, row.y + row.height / 2);
  plx_e2e_click_widget (fixture->e2e, "label:Remove from Project");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (0), "an empty project");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (1), "the article again");
}

/* Opens a project by its row.  A row forgets a press that is held longer than the
 * two of a double click may be apart, as it can be on a loaded machine. */
static void
open_row (Fixture *fixture,
          const char *row,
          const char *what)
{
  gint64 patience = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  gint64 again = 0;

  for (;;)
    {
      g_autoptr (JsonNode) state = plx_e2e_dump (fixture->e2e);
      gint64 now = g_get_monotonic_time ();

      if (plx_e2e_has_articles (json_node_get_object (state), GINT_TO_POINTER (1)))
        return;
      if (now > patience)
        g_error ("Waited in vain for %s", what);
      if (now > again && plx_e2e_has_widget (fixture->e2e, row))
        {
          plx_e2e_click_widget (fixture->e2e, row);
          again = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
        }
      g_usleep (20000);
    }
}

/* Of a project whose article is lost, the backup is opened as another project. */
static void
restore (Fixture *fixture)
{
  g_autofree char *path = dup_path (fixture, "Second");
  g_autofree char *undone = plx_e2e_run_cli (fixture->e2e, NULL, "undo", path, NULL);

  g_autofree char *flood = dup_path (fixture, "Flood");

  /* From the window of another one. */
  plx_e2e_start (fixture->e2e, flood);
  plx_e2e_key (fixture->e2e, "F10");
  plx_e2e_click_widget (fixture->e2e, "label:All Projects");
  plx_e2e_locate_widget (fixture->e2e, "label:0 articles · ");
  choose (fixture, "Second", "label:Backups…");
  plx_e2e_screenshot (fixture->e2e, "library-backups");
  plx_e2e_locate_widget (fixture->e2e, "backups");
  open_row (fixture, "backups", "the project as it was");
}

static void
trash (Fixture *fixture)
{
  g_autofree char *trashed = g_build_filename (plx_e2e_get_folder (fixture->e2e), "data", "Trash", "files", "Second.parallax", NULL);

  plx_e2e_key (fixture->e2e, "F10");
  plx_e2e_click_widget (fixture->e2e, "label:All Projects");
  choose (fixture, "Second", "label:Move to Trash");
  wait_for_file (fixture, "Second", FALSE);
  wait_for_path (trashed, TRUE);
  plx_e2e_wait_gone (fixture->e2e, "project:Second");
}

static void
make_new (Fixture *fixture)
{
  plx_e2e_click_widget (fixture->e2e, "label:New Project…");
  plx_e2e_type (fixture->e2e, "Third");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (0), "the new project");
  wait_for_file (fixture, "Third", TRUE);
}

static void
test_manage (Fixture *fixture,
             gconstpointer data)
{
  /* A trash of its own. */
  g_autofree char *home = g_strdup (g_get_home_dir ());

  g_setenv ("HOME", plx_e2e_get_folder (fixture->e2e), TRUE);
  plx_e2e_start (fixture->e2e, NULL);
  plx_e2e_locate_widget (fixture->e2e, "label:1 article · 0 annotations · ");
  plx_e2e_locate_widget (fixture->e2e, "label:Damaged");
  plx_e2e_screenshot (fixture->e2e, "library");

  choose (fixture, "Flood", "label:Duplicate");
  plx_e2e_locate_widget (fixture->e2e, "label:Flood (copy)");
  wait_for_file (fixture, "Flood (copy)", TRUE);

  choose (fixture, "Flood (copy)", "label:Rename…");
  plx_e2e_locate_widget (fixture->e2e, "project-name");
  plx_e2e_key (fixture->e2e, "ctrl+a");
  plx_e2e_type (fixture->e2e, "Second");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_locate_widget (fixture->e2e, "label:Second");
  wait_for_file (fixture, "Second", TRUE);
  wait_for_file (fixture, "Flood (copy)", FALSE);
  look_and_copy (fixture);

  /* The one that is opened is told so afterwards, and comes first. */
  open_row (fixture, "label:Second", "the project");
  change (fixture);
  plx_e2e_quit (fixture->e2e);

  restore (fixture);
  trash (fixture);
  make_new (fixture);
  plx_e2e_quit (fixture->e2e);
  g_setenv ("HOME", home, TRUE);
}

static void
test_salvage (Fixture *fixture,
              gconstpointer data)
{
  plx_e2e_start (fixture->e2e, NULL);
  plx_e2e_click_widget (fixture->e2e, "label:Damaged");
  plx_e2e_locate_widget (fixture->e2e, "label:The Project Is Damaged");
  plx_e2e_click_widget (fixture->e2e, "label:Salvage into a New Project");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_articles, GINT_TO_POINTER (1), "the salvaged project");
  plx_e2e_locate_widget (fixture->e2e, "label:Salvaged into a New Project");
  plx_e2e_screenshot (fixture->e2e, "library-salvaged");
  wait_for_file (fixture, "Broken (salvaged)", TRUE);
  wait_for_file (fixture, "Broken", TRUE);
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_wait_gone (fixture->e2e, "label:Salvaged into a New Project");
  plx_e2e_quit (fixture->e2e);
}

/* What the edits of the sample say of each article is known of it in the project. */
static void
assert_described (PlxE2e *e2e,
                  const char *project)
{
  static const char *const keys[] = { "title", "outlet", "author", "url", "published", "language", "note" };
  g_autofree char *path = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), "sample.jsonl", NULL);
  g_autofree char *listed = plx_e2e_run_cli (e2e, NULL, "list", project, "documents", NULL);
  g_auto (GStrv) documents = g_strsplit (g_strchomp (listed), "\n", -1);
  g_autofree char *edits = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_cmpuint (g_strv_length (documents), ==, 5);
  g_assert_true (g_file_get_contents (path, &edits, NULL, NULL));
  lines = g_strsplit (edits, "\n", -1);
  for (guint i = 0; documents[i] != NULL; i++)
    {
      g_autoptr (JsonNode) expected = json_from_string (lines[i], NULL);
      g_autoptr (JsonNode) document = json_from_string (documents[i], NULL);

      g_assert_cmpstr (json_object_get_string_member (json_node_get_object (expected), "op"), ==, "document");
      for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
        g_assert_cmpstr (json_object_get_string_member_with_default (json_node_get_object (document), keys[k], ""), ==,
                         json_object_get_string_member_with_default (json_node_get_object (expected), keys[k], ""));
    }
}

/* Somebody who has no articles yet gets some to begin with, need not think of a name,
 * and reads at once. */
static void
test_sample (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *project = dup_path (fixture, "Flood at Merrowick");

  plx_e2e_start (fixture->e2e, NULL);
  plx_e2e_click_widget (fixture->e2e, "try_button");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (3), "the first articles side by side");
  plx_e2e_locate_widget (fixture->e2e, "label:Saboteurs damage gate at Quillhead; valley safe");
  wait_for_file (fixture, "Flood at Merrowick", TRUE);
  plx_e2e_screenshot (fixture->e2e, "sample");
  /* Keys go to the text. */
  plx_e2e_key (fixture->e2e, "ctrl+shift+Right");
  plx_e2e_key (fixture->e2e, "1");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  plx_e2e_quit (fixture->e2e);
  assert_described (fixture->e2e, project);
}

/* What comes first into a project without articles is opened, from wherever it comes. */
static void
test_first_articles (Fixture *fixture,
                     gconstpointer data)
{
  g_autofree char *project = plx_e2e_new_project (fixture->e2e, "Empty.parallax", "1-harbour-post.txt", NULL);
  g_autofree char *article = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), "1-harbour-post.txt", NULL);
  g_autofree char *undone = plx_e2e_run_cli (fixture->e2e, NULL, "undo", project, NULL);
  g_autofree char *imported = NULL;

  plx_e2e_start (fixture->e2e, project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (0), "an empty board");
  imported = plx_e2e_run_cli (fixture->e2e, NULL, "import", project, article, NULL);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (1), "the first article");
  plx_e2e_key (fixture->e2e, "ctrl+shift+Right");
  plx_e2e_key (fixture->e2e, "1");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  plx_e2e_quit (fixture->e2e);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/e2e/library/manage", Fixture, NULL, set_up, test_manage, tear_down);
  g_test_add ("/e2e/library/salvage", Fixture, NULL, set_up, test_salvage, tear_down);
  g_test_add ("/e2e/library/first-articles", Fixture, NULL, set_up, test_first_articles, tear_down);
  g_test_add ("/e2e/library/sample", Fixture, NULL, set_up, test_sample, tear_down);
  return g_test_run ();
}

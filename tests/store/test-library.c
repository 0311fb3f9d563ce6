/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the list of projects tells of each, and their names. */

#include "config.h"

#include "plx-test-project.h"

#include "store/plx-card.h"
#include "store/plx-library.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const texts[] = { "Engineers left Merrowick.", "Nobody left.", NULL };

static void
test_card (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autofree char *path = g_strdup (plx_connection_get_path (project->connection));
  g_autoptr (PlxCard) open = NULL;
  g_autoptr (PlxCard) resting = NULL;

  plx_test_project_tag (project, 0, "Merrowick", "Place");
  /* While somebody works on it, and afterwards. */
  open = plx_card_read (path);
  g_assert_no_error (open->problem);
  g_assert_cmpint (open->n_documents, ==, 2);
  g_assert_cmpint (open->n_annotations, ==, 1);
  plx_connection_close (project->connection);
  resting = plx_card_read (path);
  project->connection = plx_connection_open (path, PLX_OPEN_WRITE, NULL);
  g_assert_no_error (resting->problem);
  g_assert_cmpint (resting->n_annotations, ==, 1);
  g_assert_cmpint (resting->size, >, 0);
  g_assert_cmpint (resting->changed, >, 0);
  g_assert_cmpstr (resting->uuid, ==, open->uuid);
}

static void
test_problems (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autofree char *damaged = g_build_filename (project->folder, "damaged.parallax", NULL);
  g_autofree char *letter = g_build_filename (project->folder, "letter.parallax", NULL);
  g_autofree char *path = g_strdup (plx_connection_get_path (project->connection));
  g_autofree char *bytes = NULL;
  g_autoptr (PlxCard) card = NULL;
  g_autoptr (PlxCard) other = NULL;
  g_autoptr (PlxCard) missing = NULL;
  gsize length;

  plx_connection_close (project->connection);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  project->connection = plx_connection_open (path, PLX_OPEN_WRITE, NULL);
  memset (bytes + length - 4096, 0xa5, 4096);
  g_assert_true (g_file_set_contents (damaged, bytes, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (letter, "Dear Sir", -1, NULL));

  card = plx_card_read (damaged);
  g_assert_error (card->problem, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT);
  g_assert_cmpint (card->size, ==, (gint64) length);
  other = plx_card_read (letter);
  g_assert_error (other->problem, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_PROJECT);
  g_assert_cmpint (g_unlink (letter), ==, 0);
  missing = plx_card_read (letter);
  g_assert_error (missing->problem, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (missing->size, ==, 0);
  g_assert_cmpint (g_unlink (damaged), ==, 0);
}

static void
test_rename (void)
{
  g_autofree char *folder = g_dir_make_tmp ("parallax-test-XXXXXX", NULL);
  g_autofree char *one = g_build_filename (folder, "One.parallax", NULL);
  g_autofree char *two = g_build_filename (folder, "Two.parallax", NULL);
  g_autofree char *odd = g_build_filename (folder, "A_B.parallax", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (one, "1", -1, NULL));
  g_assert_true (g_file_set_contents (two, "2", -1, NULL));
  g_assert_false (plx_library_rename (one, "Two", &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (plx_library_rename (one, "One", &error));
  g_assert_true (plx_library_rename (one, "A/B", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (odd, G_FILE_TEST_EXISTS));
  g_assert_false (plx_library_rename (one, "Three", &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_ACCESS);
  g_assert_cmpint (g_unlink (odd), ==, 0);
  g_assert_cmpint (g_unlink (two), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/library/card", test_card);
  g_test_add_func ("/store/library/problems", test_problems);
  g_test_add_func ("/store/library/rename", test_rename);
  return g_test_run ();
}

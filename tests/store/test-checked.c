/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which projects are opened without a look through all of them. */

#include "config.h"

#include "plx-test-dir.h"

#include "store/plx-checked.h"
#include "store/plx-documents.h"
#include "store/plx-edit.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <utime.h>

#define ARTICLE_BYTES 50000

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static gboolean
fill_cb (PlxConnection *connection,
         PlxId annotator,
         gpointer data,
         GError **error)
{
  for (int i = 0; i < GPOINTER_TO_INT (data); i++)
    {
      g_autoptr (PlxDocument) document = plx_document_new ();
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (PlxText) text = NULL;

      g_string_printf (string, "Article %d.", i);
      while (string->len < ARTICLE_BYTES)
        g_string_append (string, " Engineers said the gate failed.");
      text = plx_text_new (string->str, (gssize) string->len);
      g_free (document->title);
      document->title = g_strdup_printf ("Gate %d", i);
      if (!plx_documents_add (connection, document, text, error))
        return FALSE;
    }
  return TRUE;
}

static void
make_project (Fixture *fixture,
              int n_articles)
{
  PlxEditInfo info = { "import", NULL, "Tester" };
  PlxConnection *connection;
  GError *error = NULL;

  connection = plx_connection_open (fixture->path, PLX_OPEN_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (plx_edit_run (connection, &info, fill_cb, GINT_TO_POINTER (n_articles), NULL, &error));
  g_assert_no_error (error);
  plx_connection_close (connection);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = plx_test_dir_new ();
  fixture->path = g_build_filename (fixture->folder, "p.parallax", NULL);
  make_project (fixture, GPOINTER_TO_INT (data));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_dir_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_opens (Fixture *fixture,
              gboolean opens)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxConnection) connection = plx_connection_open (fixture->path, PLX_OPEN_WRITE, &error);

  if (opens)
    g_assert_no_error (error);
  else
    g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT);
}

/* What was put to rest whole is known, also after it was used once more. */
static void
test_at_rest (Fixture *fixture,
              gconstpointer data)
{
  gint64 when = plx_checked_get (fixture->path);

  g_assert_cmpint (when, >, 0);
  assert_opens (fixture, TRUE);
  g_assert_cmpint (plx_checked_get (fixture->path), ==, when);
}

static void
test_small (Fixture *fixture,
            gconstpointer data)
{
  g_assert_cmpint (plx_checked_get (fixture->path), ==, 0);
  assert_opens (fixture, TRUE);
}

/* Overwrites a page in the middle. */
static void
damage (const char *path)
{
  FILE *file = fopen (path, "r+b");

  g_assert_nonnull (file);
  for (int page = 100; page < 110; page++)
    {
      g_assert_cmpint (fseek (file, page * 4096, SEEK_SET), ==, 0);
      for (int i = 0; i < 64; i++)
        g_assert_cmpint (fputc (0x05, file), ==, 0x05);
    }
  fclose (file);
}

/* Whoever touched it, it is looked through, also when its time was set back. */
static void
test_touched (Fixture *fixture,
              gconstpointer data)
{
  GStatBuf info;
  struct utimbuf times;

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  damage (fixture->path);
  times.actime = info.st_atime;
  times.modtime = info.st_mtime;
  g_assert_cmpint (utime (fixture->path, &times), ==, 0);
  g_assert_cmpint (plx_checked_get (fixture->path), ==, 0);
  assert_opens (fixture, FALSE);
  g_assert_cmpint (plx_checked_get (fixture->path), ==, 0);
}

/* Damage that shows while a project is in use is not forgotten with the next start. */
static void
test_met_later (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (PlxConnection) connection = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (PlxStatement) statement = NULL;
  GError *error = NULL;
  PlxStep step;

  damage (fixture->path);
  plx_checked_set (fixture->path, g_get_real_time () / G_USEC_PER_SEC);
  g_assert_cmpint (plx_checked_get (fixture->path), >, 0);
  connection = plx_connection_open (fixture->path, PLX_OPEN_FROZEN, &error);
  g_assert_no_error (error);
  statement = plx_connection_prepare (connection, "SELECT sum (length (body)) FROM text");
  step = plx_statement_step (statement, &error);
  g_assert_cmpint (step, ==, PLX_STEP_ERROR);
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_clear_pointer (&statement, plx_statement_release);
  g_clear_pointer (&connection, plx_connection_close);
  g_assert_cmpint (plx_checked_get (fixture->path), ==, 0);
}

static void
test_log_left (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  g_assert_true (g_file_set_contents (log, "x", -1, NULL));
  g_assert_cmpint (plx_checked_get (fixture->path), ==, 0);
  g_assert_cmpint (g_unlink (log), ==, 0);
  g_assert_cmpint (plx_checked_get (fixture->path), >, 0);
}

static void
test_too_long_ago (Fixture *fixture,
                   gconstpointer data)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  plx_checked_set (fixture->path, now - 6 * 24 * 3600);
  g_assert_cmpint (plx_checked_get (fixture->path), ==, now - 6 * 24 * 3600);
  plx_checked_set (fixture->path, now - 8 * 24 * 3600);
  g_assert_cmpint (plx_checked_get (fixture->path), ==, 0);
  plx_checked_set (fixture->path, now + 3600);
  g_assert_cmpint (plx_checked_get (fixture->path), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_autofree char *cache = plx_test_dir_new ();
  gpointer large = GINT_TO_POINTER (90), small = GINT_TO_POINTER (1);
  int status;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/checked/at-rest", Fixture, large, set_up, test_at_rest, tear_down);
  g_test_add ("/store/checked/small", Fixture, small, set_up, test_small, tear_down);
  g_test_add ("/store/checked/touched", Fixture, large, set_up, test_touched, tear_down);
  g_test_add ("/store/checked/met-later", Fixture, large, set_up, test_met_later, tear_down);
  g_test_add ("/store/checked/log-left", Fixture, large, set_up, test_log_left, tear_down);
  g_test_add ("/store/checked/too-long-ago", Fixture, large, set_up, test_too_long_ago, tear_down);
  status = g_test_run ();
  plx_test_dir_remove (cache);
  return status;
}

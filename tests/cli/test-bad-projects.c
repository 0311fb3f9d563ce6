/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are no project, or one that is damaged, newer, locked or cannot be
 * written: a message that names the file, and nothing changed.
 */

#include "config.h"

#include "plx-test-cli.h"

#include "store/plx-connection.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static PlxTestCli *
cli_new (void)
{
  PlxTestCli *cli = plx_test_cli_new ();

  plx_test_cli_put (cli, "1.txt", "The gate gave way.", -1);
  plx_test_cli_put (cli, "2.txt", "No gate gave way.", -1);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", NULL);
  plx_test_cli_expect_done (cli);
  plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=1.txt", "--span=4-8", "--tag=Site", NULL);
  plx_test_cli_expect_done (cli);
  return cli;
}

/* Every command refuses @project, tells @word, and leaves it as it is. */
static void
check_refused (PlxTestCli *cli,
               const char *project,
               const char *word)
{
  gboolean regular;
  g_autofree char *path = g_build_filename (cli->folder, project, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0;
  gsize n_after = 0;

  regular = g_file_test (path, G_FILE_TEST_IS_REGULAR);
  if (regular)
    before = plx_test_cli_read (cli, project, &n_before);
  plx_test_cli_run (cli, NULL, "list", project, "documents", NULL);
  plx_test_cli_expect (cli, 1, word);
  g_assert_cmpstr (cli->out, ==, "");
  plx_test_cli_run (cli, NULL, "tag", project, "--document=1.txt", "--span=0-3", "--tag=Actor", NULL);
  plx_test_cli_expect (cli, 1, word);
  plx_test_cli_run (cli, "{\"op\":\"undo\"}", "batch", project, NULL);
  plx_test_cli_expect (cli, 1, word);
  plx_test_cli_run (cli, NULL, "undo", project, NULL);
  plx_test_cli_expect (cli, 1, word);
  plx_test_cli_run (cli, NULL, "export", project, "--format=tei", "--output=out.xml", NULL);
  plx_test_cli_expect (cli, 1, word);
  plx_test_cli_run (cli, NULL, "check", project, NULL);
  g_assert_cmpint (cli->status, ==, 1);
  g_assert_nonnull (strstr (cli->error, project));
  if (regular)
    {
      plx_test_cli_run (cli, NULL, "import", project, "2.txt", NULL);
      plx_test_cli_expect (cli, 1, word);
      after = plx_test_cli_read (cli, project, &n_after);
    }
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* A copy is a project like the one it is of; what is there is left alone. */
static void
test_copy (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  plx_test_cli_run (cli, NULL, "list", "p.parallax", "annotations", NULL);
  before = g_strdup (cli->out);
  plx_test_cli_run (cli, NULL, "copy", "p.parallax", "q.parallax", NULL);
  plx_test_cli_expect_done (cli);
  plx_test_cli_run (cli, NULL, "list", "q.parallax", "annotations", NULL);
  after = g_strdup (cli->out);
  g_assert_cmpstr (before, ==, after);
  plx_test_cli_run (cli, NULL, "copy", "p.parallax", "q.parallax", NULL);
  plx_test_cli_expect (cli, 1, "q.parallax");
  plx_test_cli_run (cli, NULL, "copy", "p.parallax", NULL);
  g_assert_cmpint (cli->status, ==, 2);
}

/* The last page is damaged: nothing opens the project, and it is salvaged. */
static void
test_salvage (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autofree char *bytes = NULL;
  gsize length;

  bytes = plx_test_cli_read (cli, "p.parallax", &length);
  memset (bytes + length - 4096, 0xa5, 4096);
  plx_test_cli_put (cli, "bad.parallax", bytes, (gssize) length);
  check_refused (cli, "bad.parallax", "bad.parallax");
  plx_test_cli_run (cli, NULL, "salvage", "bad.parallax", "new.parallax", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_true (g_str_has_prefix (cli->out, "salvaged documents=1 annotations=1 "));
  plx_test_cli_run (cli, NULL, "check", "new.parallax", NULL);
  plx_test_cli_expect_done (cli);
  plx_test_cli_run (cli, NULL, "salvage", "bad.parallax", "p.parallax", NULL);
  plx_test_cli_expect (cli, 1, "p.parallax");
  plx_test_cli_run (cli, NULL, "salvage", "1.txt", "other.parallax", NULL);
  plx_test_cli_expect (cli, 1, "1.txt");
}

static void
test_no_project (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autofree char *folder = g_build_filename (cli->folder, "folder", NULL);
  g_autofree char *pipe = g_build_filename (cli->folder, "pipe", NULL);

  plx_test_cli_put (cli, "empty", "", 0);
  plx_test_cli_put (cli, "short", "SQLite format 3", -1);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  check_refused (cli, "1.txt", "1.txt");
  check_refused (cli, "empty", "empty");
  check_refused (cli, "short", "short");
  check_refused (cli, "folder", "folder");
  check_refused (cli, "pipe", "pipe");
  check_refused (cli, "missing", "missing");
  check_refused (cli, "no/such/missing", "missing");
}

/* A copy of the project with some bytes written over. */
static void
put_copy (PlxTestCli *cli,
          const char *name,
          gsize offset,
          const char *bytes,
          gsize n_bytes,
          gssize length)
{
  g_autofree char *contents = NULL;
  gsize n_contents;

  contents = plx_test_cli_read (cli, "p.parallax", &n_contents);
  g_assert_cmpuint (offset + n_bytes, <=, n_contents);
  memcpy (contents + offset, bytes, n_bytes);
  plx_test_cli_put (cli, name, contents, length >= 0 ? length : (gssize) n_contents);
}

static void
test_newer (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();

  put_copy (cli, "newer.parallax", 60, "\0\0\3\0", 4, -1);
  check_refused (cli, "newer.parallax", "newer version");
  put_copy (cli, "stranger.parallax", 68, "\1\2\3\4", 4, -1);
  check_refused (cli, "stranger.parallax", "another program");
}

static void
test_damaged (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autofree char *noise = g_strnfill (4096, '\252');

  put_copy (cli, "damaged.parallax", 4096, noise, 4096, -1);
  check_refused (cli, "damaged.parallax", "damaged.parallax");
  put_copy (cli, "cut.parallax", 0, "", 0, 8192);
  check_refused (cli, "cut.parallax", "cut.parallax");
}

static void
execute (PlxTestCli *cli,
         const char *sql)
{
  g_autofree char *path = g_build_filename (cli->folder, "p.parallax", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxConnection) connection = plx_connection_open (path, PLX_OPEN_WRITE, &error);

  g_assert_no_error (error);
  plx_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
}

/* Tables that are not ours hide nothing. */
static void
test_strange_schema (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();

  execute (cli, "CREATE TABLE extra (x TEXT) STRICT");
  check_refused (cli, "p.parallax", "p.parallax");
}

/* What only our own check finds. */
static void
test_check (void)
{
  static const struct
  {
    const char *sql;
    const char *problem;
  } cases[] = {
    { "UPDATE span SET start = start + 1, end = end + 1", "does not have its words at 5–9" },
    { "UPDATE span SET quote = 'GATE'", "does not have its words" },
    { "UPDATE text SET body = 'The gate gave way?'", "not the one that was added" },
    { "UPDATE text SET body = 'The gate'", "has 8 characters instead of 18" },
    { "DELETE FROM span", "has no span" },
    { "PRAGMA foreign_keys = OFF; DELETE FROM entity; DELETE FROM annotator", "annotator" },
    { "DELETE FROM change", "missing from the history" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxTestCli) cli = cli_new ();

      plx_test_cli_run (cli, NULL, "check", "p.parallax", NULL);
      g_assert_cmpstr (cli->out, ==, "ok documents=1 annotations=1 spans=1 relations=0 edits=2\n");
      execute (cli, cases[i].sql);
      plx_test_cli_run (cli, NULL, "check", "p.parallax", NULL);
      plx_test_cli_expect (cli, 1, "p.parallax");
      if (strstr (cli->out, cases[i].problem) == NULL)
        g_error ("Expected “%s”, got: %s", cases[i].problem, cli->out);
    }
}

/* An export never writes a span that does not give back its quote. */
static void
test_export_damaged (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();

  plx_test_cli_put (cli, "out.xml", "old", -1);
  execute (cli, "UPDATE span SET start = start + 1, end = end + 1");
  plx_test_cli_run (cli, NULL, "export", "p.parallax", "--format=tei", "--output=out.xml", NULL);
  plx_test_cli_expect (cli, 1, "The gate gave way.");
  {
    g_autofree char *kept = plx_test_cli_read (cli, "out.xml", NULL);

    g_assert_cmpstr (kept, ==, "old");
  }
}

/* Somebody who is not root finds a project that cannot be written. */
static void
test_read_only (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autofree char *project = g_build_filename (cli->folder, "p.parallax", NULL);
  g_autofree char *secret = g_build_filename (cli->folder, "2.txt", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gsize n_before, n_after;

  before = plx_test_cli_read (cli, "p.parallax", &n_before);
  plx_test_cli_drop_privileges (cli);
  g_assert_cmpint (g_chmod (project, 0444), ==, 0);
  g_assert_cmpint (g_chmod (secret, 0000), ==, 0);
  g_assert_cmpint (g_chmod (cli->folder, 0555), ==, 0);

  rows = plx_test_cli_list (cli, "p.parallax", "annotations");
  g_assert_cmpuint (rows->len, ==, 1);
  plx_test_cli_run (cli, NULL, "check", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);
  plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=1.txt", "--span=0-3", "--tag=Actor", NULL);
  plx_test_cli_expect (cli, 1, "p.parallax");
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", "--again", NULL);
  plx_test_cli_expect (cli, 1, "p.parallax");
  plx_test_cli_run (cli, NULL, "import", "new.parallax", "1.txt", NULL);
  plx_test_cli_expect (cli, 1, "new.parallax");
  plx_test_cli_run (cli, NULL, "import", "nowhere.parallax", "2.txt", NULL);
  plx_test_cli_expect (cli, 1, "2.txt");
  plx_test_cli_run (cli, NULL, "export", "p.parallax", "--format=tei", "--output=out.xml", NULL);
  plx_test_cli_expect (cli, 1, "out.xml");

  cli->unprivileged = FALSE;
  g_assert_cmpint (g_chmod (cli->folder, 0755), ==, 0);
  after = plx_test_cli_read (cli, "p.parallax", &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* A lock that is not had within five seconds is a message; one that is held for
 * a moment is waited for, and each sees the other's edits. */
static void
test_locked (void)
{
  g_autoptr (PlxTestCli) cli = cli_new ();
  g_autofree char *path = g_build_filename (cli->folder, "p.parallax", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxConnection) connection = plx_connection_open (path, PLX_OPEN_WRITE, &error);
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_no_error (error);
  plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=1.txt", "--span=0-3", "--tag=Actor", NULL);
  plx_test_cli_expect_done (cli);
  {
    g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT count (*) FROM annotation");

    g_assert_cmpint (plx_statement_step (statement, &error), ==, PLX_STEP_ROW);
    g_assert_cmpint (plx_statement_get_int (statement, 0), ==, 2);
  }
  rows = plx_test_cli_list (cli, "p.parallax", "annotations");
  g_assert_cmpuint (rows->len, ==, 2);

  g_assert_true (plx_connection_execute (connection, "BEGIN IMMEDIATE", &error));
  plx_test_cli_run (cli, NULL, "tag", "p.parallax", "--document=1.txt", "--span=4-8", "--tag=Actor", NULL);
  plx_test_cli_expect (cli, 1, "in use by another program");
  g_assert_true (plx_connection_execute (connection, "ROLLBACK", &error));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bad-projects/no-project", test_no_project);
  g_test_add_func ("/bad-projects/copy", test_copy);
  g_test_add_func ("/bad-projects/salvage", test_salvage);
  g_test_add_func ("/bad-projects/newer", test_newer);
  g_test_add_func ("/bad-projects/damaged", test_damaged);
  g_test_add_func ("/bad-projects/strange-schema", test_strange_schema);
  g_test_add_func ("/bad-projects/check", test_check);
  g_test_add_func ("/bad-projects/export-damaged", test_export_damaged);
  g_test_add_func ("/bad-projects/read-only", test_read_only);
  g_test_add_func ("/bad-projects/locked", test_locked);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Projects that older versions made are brought up to date, or left as they
 * are. */

#include "config.h"

#include "plx-test-dir.h"
#include "store/plx-check.h"
#include "store/plx-documents.h"
#include "store/plx-dump.h"
#include "store/plx-history.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path; /* of a project that an older version made */
  int version;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("version-%d.parallax", GPOINTER_TO_INT (data));
  g_autofree char *original = g_test_build_filename (G_TEST_DIST, "store", "versions", name, NULL);
  g_autofree char *bytes = NULL;
  gsize size;
  GError *error = NULL;

  fixture->version = GPOINTER_TO_INT (data);
  fixture->folder = plx_test_dir_new ();
  fixture->path = g_build_filename (fixture->folder, "old.parallax", NULL);
  g_file_get_contents (original, &bytes, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (fixture->path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
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
execute (Fixture *fixture,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static int
read_number (Fixture *fixture,
             const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  int number;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  number = sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return number;
}

static void
fail_cb (const char *problem,
         gpointer data)
{
  g_test_message ("%s", problem);
  g_test_fail ();
}

/* Whatever opens it first. */
static void
assert_upgraded (Fixture *fixture,
                 PlxOpenMode mode)
{
  GError *error = NULL;
  g_autoptr (PlxConnection) connection = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  PlxCheckCounts counts;
  int n_problems = -1;

  g_assert_cmpint (read_number (fixture, "PRAGMA user_version"), ==, fixture->version);
  connection = plx_connection_open (fixture->path, mode, &error);
  g_assert_no_error (error);
  documents = plx_documents_list (connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (documents->len, ==, 2);
  g_assert_true (plx_check_project (connection, fail_cb, NULL, &counts, &n_problems, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_problems, ==, 0);
  g_assert_cmpint (counts.n_annotations, ==, 2);
  g_clear_pointer (&connection, plx_connection_close);
  g_assert_cmpint (read_number (fixture, "PRAGMA user_version"), ==, PLX_SCHEMA_VERSION);
}

static void
test_write (Fixture *fixture,
            gconstpointer data)
{
  assert_upgraded (fixture, PLX_OPEN_WRITE);
}

static void
test_read (Fixture *fixture,
           gconstpointer data)
{
  assert_upgraded (fixture, PLX_OPEN_READ);
}

/* All that was done before can be undone and redone after. */
static void
test_history (Fixture *fixture,
              gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (PlxConnection) connection = plx_connection_open (fixture->path, PLX_OPEN_WRITE, &error);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  int n_undone = 0;

  g_assert_no_error (error);
  /* One edit was undone when the file was made. */
  g_assert_true (plx_history_redo (connection, NULL, &error));
  g_assert_no_error (error);
  before = plx_dump_project (connection, &error);
  g_assert_nonnull (before);
  while (plx_history_undo (connection, NULL, &error))
    n_undone++;
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_cmpint (n_undone, ==, 4);
  for (; n_undone > 0; n_undone--)
    g_assert_true (plx_history_redo (connection, NULL, &error));
  after = plx_dump_project (connection, &error);
  g_assert_cmpstr (before, ==, after);
}

static void
test_frozen (Fixture *fixture,
             gconstpointer data)
{
  GError *error = NULL;

  g_assert_null (plx_connection_open (fixture->path, PLX_OPEN_FROZEN, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "older version"));
  g_clear_error (&error);
  g_assert_cmpint (read_number (fixture, "PRAGMA user_version"), ==, fixture->version);
}

/* What is no project of that version stays as it is. */
static void
test_strange (Fixture *fixture,
              gconstpointer data)
{
  static const PlxOpenMode modes[] = { PLX_OPEN_WRITE, PLX_OPEN_READ };
  GError *error = NULL;

  execute (fixture, "CREATE TABLE evil (x)");
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_null (plx_connection_open (fixture->path, modes[i], &error));
      g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT);
      g_clear_error (&error);
      g_assert_cmpint (read_number (fixture, "PRAGMA user_version"), ==, fixture->version);
      g_assert_cmpint (read_number (fixture, "SELECT count (*) FROM sqlite_schema WHERE sql LIKE '%CHECK (op = %'"), ==, 0);
    }
}

/* Texts that came in before there was an index are found as well. */
static void
test_words (Fixture *fixture,
            gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (PlxConnection) connection = plx_connection_open (fixture->path, PLX_OPEN_WRITE, &error);
  g_autoptr (PlxStatement) statement = NULL;

  g_assert_no_error (error);
  statement = plx_connection_prepare (connection, "SELECT count (*) FROM words WHERE words MATCH '\"dam gate\" OR \"بوابه\" OR \"بوابة\"'");
  g_assert_cmpint (plx_statement_step (statement, &error), ==, PLX_STEP_ROW);
  g_assert_cmpint (plx_statement_get_int (statement, 0), ==, 2);
}

#define ADD(name, func)                                                                 \
  G_STMT_START                                                                          \
  {                                                                                     \
    for (int version = 1; version < PLX_SCHEMA_VERSION; version++)                      \
      {                                                                                 \
        g_autofree char *path = g_strdup_printf ("/upgrade/%d/" name, version);         \
                                                                                        \
        g_test_add (path, Fixture, GINT_TO_POINTER (version), set_up, func, tear_down); \
      }                                                                                 \
  }                                                                                     \
  G_STMT_END

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("write", test_write);
  ADD ("read", test_read);
  ADD ("history", test_history);
  ADD ("words", test_words);
  ADD ("frozen", test_frozen);
  ADD ("strange", test_strange);
  return g_test_run ();
}

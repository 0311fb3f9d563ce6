/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a file: what is refused, in which words, and that it stays as it was. */

#include "config.h"

#include "plx-test-dir.h"

#include "base/plx-text.h"
#include "model/plx-document.h"
#include "store/plx-documents.h"
#include "store/plx-edit.h"
#include "store/plx-place.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static gboolean
add_article (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  g_autoptr (PlxDocument) document = plx_document_new ();
  g_autoptr (PlxText) text = plx_text_new ("Engineers said the gate failed.", -1);

  g_free (document->title);
  document->title = g_strdup ("Gate");
  return plx_documents_add (connection, document, text, error);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  PlxEditInfo info = { "import", NULL, "Tester" };
  PlxConnection *connection;
  GError *error = NULL;

  fixture->folder = plx_test_dir_new ();
  fixture->path = g_build_filename (fixture->folder, "p.parallax", NULL);
  connection = plx_connection_open (fixture->path, PLX_OPEN_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (plx_edit_run (connection, &info, add_article, NULL, NULL, &error));
  plx_connection_close (connection);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_dir_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GBytes *
read_file (const char *path)
{
  char *contents;
  gsize length;
  GError *error = NULL;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

/* Refused with @code in words that name the file, which is not touched. */
static void
assert_refused (const char *path,
                PlxOpenMode mode,
                PlxStoreError code)
{
  g_autofree char *base = g_filename_display_basename (path);
  g_autoptr (GBytes) before = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? read_file (path) : NULL;
  g_autoptr (GError) error = NULL;
  PlxConnection *connection = plx_connection_open (path, mode, &error);

  g_assert_null (connection);
  g_assert_error (error, PLX_STORE_ERROR, (int) code);
  g_assert_nonnull (g_strstr_len (error->message, -1, base));
  if (before != NULL)
    {
      g_autoptr (GBytes) after = read_file (path);

      g_assert_true (g_bytes_equal (before, after));
    }
}

static void
write_file (const char *path,
            const char *contents,
            gssize length)
{
  GError *error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
}

/* Puts @byte at @offset of the project. */
static void
patch (Fixture *fixture,
       gsize offset,
       guchar byte)
{
  g_autoptr (GBytes) bytes = read_file (fixture->path);
  gsize length;
  g_autofree char *copy = g_memdup2 (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));

  length = g_bytes_get_size (bytes);
  g_assert_cmpuint (offset, <, length);
  copy[offset] = (char) byte;
  write_file (fixture->path, copy, (gssize) length);
}

static void
execute (Fixture *fixture,
         const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Tests */

static void
test_create (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (PlxConnection) connection = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  GError *error = NULL;

  /* Creating what exists opens it. */
  connection = plx_connection_open (fixture->path, PLX_OPEN_CREATE, &error);
  g_assert_no_error (error);
  documents = plx_documents_list (connection, &error);
  g_assert_cmpuint (documents->len, ==, 1);
  g_assert_false (plx_connection_is_read_only (connection));
}

static void
test_missing (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "none.parallax", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "p.parallax", NULL);

  assert_refused (missing, PLX_OPEN_WRITE, PLX_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  assert_refused (nowhere, PLX_OPEN_WRITE, PLX_STORE_ERROR_NOT_FOUND);
  assert_refused (nowhere, PLX_OPEN_CREATE, PLX_STORE_ERROR_ACCESS);
}

/* An article that is opened as a project is told how it becomes one of a project. */
static void
assert_says_what_to_do (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plx_connection_open (path, PLX_OPEN_WRITE, &error));
  g_assert_nonnull (strstr (error->message, "start a new project"));
  g_assert_nonnull (strstr (error->message, "Add Articles…"));
}

static void
test_strangers (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "empty", NULL);
  g_autofree char *words = g_build_filename (fixture->folder, "words", NULL);
  g_autofree char *big = g_strnfill (4096, 'x');
  g_autofree char *letter = g_build_filename (fixture->folder, "letter.txt", NULL);
  g_autofree char *named = g_build_filename (fixture->folder, "letter.parallax", NULL);

  assert_refused (fixture->folder, PLX_OPEN_WRITE, PLX_STORE_ERROR_NOT_PROJECT);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_refused (fifo, PLX_OPEN_WRITE, PLX_STORE_ERROR_NOT_PROJECT);
  write_file (empty, "", 0);
  assert_refused (empty, PLX_OPEN_WRITE, PLX_STORE_ERROR_NOT_PROJECT);
  assert_refused (empty, PLX_OPEN_CREATE, PLX_STORE_ERROR_NOT_PROJECT);
  write_file (words, "some words", -1);
  assert_refused (words, PLX_OPEN_WRITE, PLX_STORE_ERROR_NOT_PROJECT);
  write_file (letter, big, -1);
  assert_refused (letter, PLX_OPEN_CREATE, PLX_STORE_ERROR_NOT_PROJECT);
  assert_says_what_to_do (letter);
  write_file (named, big, -1); /* may have been one */
  assert_refused (named, PLX_OPEN_WRITE, PLX_STORE_ERROR_CORRUPT);
  assert_refused ("/dev/zero", PLX_OPEN_WRITE, PLX_STORE_ERROR_NOT_PROJECT);
}

static void
test_other_database (Fixture *fixture,
                     gconstpointer data)
{
  execute (fixture, "PRAGMA application_id = 7");
  assert_refused (fixture->path, PLX_OPEN_WRITE, PLX_STORE_ERROR_NOT_PROJECT);
}

static void
test_newer (Fixture *fixture,
            gconstpointer data)
{
  execute (fixture, "PRAGMA user_version = 1000");
  assert_refused (fixture->path, PLX_OPEN_WRITE, PLX_STORE_ERROR_TOO_NEW);
  assert_refused (fixture->path, PLX_OPEN_CREATE, PLX_STORE_ERROR_TOO_NEW);
}

static void
test_strange_schema (Fixture *fixture,
                     gconstpointer data)
{
  const char *const plants[] = {
    "CREATE TRIGGER evil AFTER INSERT ON tag BEGIN DELETE FROM annotation; END",
    "CREATE VIEW evil AS SELECT 1",
    "CREATE TABLE evil (x)",
    "CREATE INDEX evil ON tag (name)",
    "DROP TABLE silence",
    "ALTER TABLE tag ADD COLUMN evil TEXT",
  };
  g_autoptr (GBytes) whole = read_file (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (plants); i++)
    {
      write_file (fixture->path, g_bytes_get_data (whole, NULL), (gssize) g_bytes_get_size (whole));
      execute (fixture, plants[i]);
      assert_refused (fixture->path, PLX_OPEN_WRITE, PLX_STORE_ERROR_CORRUPT);
    }
}

static void
test_damaged (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) whole = read_file (fixture->path);
  gsize page = 4096;

  /* The kind of a page is its first byte: no tree can be walked over this. */
  for (gsize offset = page; offset < MIN (g_bytes_get_size (whole), 12 * page); offset += page)
    {
      write_file (fixture->path, g_bytes_get_data (whole, NULL), (gssize) g_bytes_get_size (whole));
      patch (fixture, offset, 0x77);
      assert_refused (fixture->path, PLX_OPEN_WRITE, PLX_STORE_ERROR_CORRUPT);
    }
  write_file (fixture->path, g_bytes_get_data (whole, NULL), (gssize) (g_bytes_get_size (whole) - 3 * page));
  assert_refused (fixture->path, PLX_OPEN_WRITE, PLX_STORE_ERROR_CORRUPT);
}

static void
test_busy (Fixture *fixture,
           gconstpointer data)
{
  PlxEditInfo info = { "import", NULL, "Tester" };
  g_autoptr (PlxConnection) holder = plx_connection_open (fixture->path, PLX_OPEN_WRITE, NULL);
  g_autoptr (PlxConnection) other = plx_connection_open (fixture->path, PLX_OPEN_WRITE, NULL);
  g_autoptr (GPtrArray) documents = NULL;
  gint64 start = g_get_monotonic_time ();
  GError *error = NULL;

  g_assert_true (plx_connection_execute (holder, "BEGIN IMMEDIATE", &error));
  g_assert_false (plx_edit_run (other, &info, add_article, NULL, NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_BUSY);
  g_assert_nonnull (g_strstr_len (error->message, -1, "p.parallax"));
  g_clear_error (&error);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 4 * G_USEC_PER_SEC);

  /* The lock goes, the work goes on. */
  g_assert_true (plx_connection_execute (holder, "ROLLBACK", &error));
  g_assert_true (plx_edit_run (other, &info, add_article, NULL, NULL, &error));
  g_assert_no_error (error);
  documents = plx_documents_list (holder, &error);
  g_assert_cmpuint (documents->len, ==, 2);
}

/* Another process writes and closes while this one has a writer and a reader,
 * and somebody opens and closes the file, which drops its POSIX locks: the log
 * must stay, and the change must be seen. */
static void
test_locks_survive (Fixture *fixture,
                    gconstpointer data)
{
  PlxEditInfo info = { "import", NULL, "Tester" };
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (PlxConnection) writer = NULL;
  g_autoptr (PlxConnection) reader = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  GError *error = NULL;

  if (g_test_subprocess ())
    {
      writer = plx_connection_open (g_getenv ("PARALLAX_TEST_PATH"), PLX_OPEN_WRITE, &error);
      g_assert_no_error (error);
      g_assert_true (plx_edit_run (writer, &info, add_article, NULL, NULL, &error));
      return;
    }
  writer = plx_connection_open (fixture->path, PLX_OPEN_WRITE, &error);
  g_assert_no_error (error);
  reader = plx_connection_open (fixture->path, PLX_OPEN_READ, &error);
  g_assert_no_error (error);
  {
    g_autoptr (GBytes) sniffed = read_file (fixture->path);

    g_assert_cmpuint (g_bytes_get_size (sniffed), >, 0);
  }
  g_setenv ("PARALLAX_TEST_PATH", fixture->path, TRUE);
  for (guint n = 2; n <= 3; n++)
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
      g_clear_pointer (&documents, g_ptr_array_unref);
      documents = plx_documents_list (reader, &error);
      g_assert_cmpuint (documents->len, ==, n);
    }
  g_assert_true (plx_edit_run (writer, &info, add_article, NULL, NULL, &error));
  g_assert_no_error (error);

  /* The last one to leave puts it to rest nevertheless. */
  g_clear_pointer (&reader, plx_connection_close);
  g_clear_pointer (&writer, plx_connection_close);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
test_frozen (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  PlxEditInfo info = { "import", NULL, "Tester" };
  PlxConnection *connection;
  GError *error = NULL;

  connection = plx_connection_open (fixture->path, PLX_OPEN_FROZEN, &error);
  g_assert_no_error (error);
  g_assert_true (plx_connection_is_read_only (connection));
  g_assert_false (plx_edit_run (connection, &info, add_article, NULL, NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  plx_connection_close (connection);

  /* A log that was left behind hides work: not without it. */
  write_file (log, "left behind", -1);
  assert_refused (fixture->path, PLX_OPEN_FROZEN, PLX_STORE_ERROR_READ_ONLY);
}

static void
test_links (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.parallax", NULL);
  g_autoptr (PlxConnection) connection = NULL;
  GError *error = NULL;

  g_assert_cmpint (symlink (fixture->path, link_path), ==, 0);
  connection = plx_connection_open (link_path, PLX_OPEN_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (plx_connection_get_path (connection), "/p.parallax"));
}

static void
test_places (void)
{
  g_assert_false (plx_place_is_local ("/run/user/1000/doc/4f2a/p.parallax"));
  g_assert_false (plx_place_is_local ("/run/flatpak/doc/4f2a/p.parallax"));
  g_assert_true (plx_place_is_local (g_get_tmp_dir ()));
}

#define ADD(name, func) g_test_add ("/store/connection/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("create", test_create);
  ADD ("missing", test_missing);
  ADD ("strangers", test_strangers);
  ADD ("other-database", test_other_database);
  ADD ("newer", test_newer);
  ADD ("strange-schema", test_strange_schema);
  ADD ("damaged", test_damaged);
  ADD ("busy", test_busy);
  ADD ("locks-survive", test_locks_survive);
  ADD ("frozen", test_frozen);
  ADD ("links", test_links);
  g_test_add_func ("/store/connection/places", test_places);
  return g_test_run ();
}

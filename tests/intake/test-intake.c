/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-dir.h"
#include "plx-test-project.h"

#include "intake/plx-intake.h"
#include "store/plx-documents.h"
#include "store/plx-history.h"
#include "store/plx-word-index.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* More than get their words into the index at once. */
#define N_MANY 250

typedef struct
{
  char *folder; /* (owned) */
} Fixture;

static void
setup (Fixture *fixture,
       gconstpointer data)
{
  fixture->folder = plx_test_dir_new ();
}

static void
teardown (Fixture *fixture,
          gconstpointer data)
{
  plx_test_dir_remove (fixture->folder);
  g_free (fixture->folder);
}

static GFile *
put (Fixture *fixture,
     const char *name,
     const char *contents,
     gssize length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
test_read (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GFile) file = put (fixture, "1-über.txt", "\xef\xbb\xbf\r\nTitle \xff\r\nBody", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxIntakeItem) item = plx_intake_read_file (file, NULL, &error);
  g_autofree char *report = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (item->document->title, ==, "Title \xef\xbf\xbd");
  g_assert_cmpstr (item->document->filename, ==, "1-über.txt");
  g_assert_cmpstr (plx_text_get_utf8 (item->text), ==, "\nTitle \xef\xbf\xbd\nBody");
  g_assert_true (item->had_bom);
  g_assert_cmpint (item->n_line_ends, ==, 2);
  g_assert_cmpint (item->n_replaced, ==, 1);
  g_assert_cmpint (item->replaced_line, ==, 2);
  g_assert_cmpint (item->replaced_column, ==, 7);
  report = plx_intake_item_dup_report (item);
  g_assert_nonnull (strstr (report, "1-über.txt"));
  g_assert_nonnull (strstr (report, "line 2, column 7"));
}

/* A name that is no UTF-8 is made so. */
static void
test_odd_name (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GFile) file = put (fixture, "caf\xe9.txt", "Text", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxIntakeItem) item = plx_intake_read_file (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (item->document->filename, ==, "caf\xef\xbf\xbd.txt");
}

/* The hash is that of the file, whether or not its text is the same. */
static void
test_hash (Fixture *fixture,
           gconstpointer data)
{
  static const char *const contents[] = { "One\nTwo\n", "One\r\nTwo\r\n", "\xef\xbb\xbfOne\nTwo\n", "<p>One</p>" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GFile) file = put (fixture, "hashed.txt", contents[i], -1);
      g_autoptr (PlxIntakeItem) item = plx_intake_read_file (file, NULL, NULL);
      g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, contents[i], -1);

      g_assert_cmpstr (item->document->original, ==, expected);
    }
}

static void
check_refused (GFile *file,
               PlxIntakeError code,
               const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_file_get_basename (file);

  g_assert_null (plx_intake_read_file (file, NULL, &error));
  g_assert_error (error, PLX_INTAKE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, base));
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) empty = put (fixture, "empty.txt", "", 0);
  g_autoptr (GFile) blank = put (fixture, "blank.txt", " \r\n\t\xef\xbb\xbf\n", -1);
  g_autoptr (GFile) pdf = put (fixture, "paper.pdf", "%PDF-1.7\n", -1);
  g_autoptr (GFile) missing = g_file_get_child (folder, "missing.txt");
  g_autoptr (GFile) pipe = g_file_get_child (folder, "pipe");
  g_autoptr (GFile) zero = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFile) large = put (fixture, "large.txt", "x", 1);
  g_autoptr (GFile) remote = g_file_new_for_uri ("sftp://example.org/far.txt");

  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);
  g_assert_cmpint (truncate (g_file_peek_path (large), PLX_INTAKE_MAX_BYTES + 1), ==, 0);

  check_refused (folder, PLX_INTAKE_ERROR_NOT_TEXT, "is a folder");
  check_refused (empty, PLX_INTAKE_ERROR_EMPTY, "holds no text");
  check_refused (blank, PLX_INTAKE_ERROR_EMPTY, "holds no text");
#ifdef PLX_HAVE_PDF
  check_refused (pdf, PLX_INTAKE_ERROR_DAMAGED, "cannot be read");
#else
  check_refused (pdf, PLX_INTAKE_ERROR_NOT_TEXT, "a PDF document");
#endif
  check_refused (missing, PLX_INTAKE_ERROR_UNREADABLE, "There is no file");
  check_refused (pipe, PLX_INTAKE_ERROR_NOT_TEXT, "a pipe");
  check_refused (zero, PLX_INTAKE_ERROR_NOT_TEXT, "a device");
  check_refused (large, PLX_INTAKE_ERROR_TOO_LARGE, "64 MiB");
  check_refused (remote, PLX_INTAKE_ERROR_UNREADABLE, "not on this computer");
}

static void
test_pasted (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxIntakeItem) item = plx_intake_read_text ("Pasted headline\r\n\r\nBody", -1, NULL, &error);
  g_autofree char *report = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (item->document->title, ==, "Pasted headline");
  g_assert_cmpstr (item->document->filename, ==, "");
  report = plx_intake_item_dup_report (item);
  g_assert_null (report);
  g_assert_null (plx_intake_read_text ("  ", -1, NULL, &error));
  g_assert_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_EMPTY);
}

static void
test_folder (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GPtrArray) files = NULL, one = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) b = put (fixture, "b.txt", "b", -1);
  g_autoptr (GFile) a = put (fixture, "a.txt", "a", -1);
  g_autoptr (GFile) hidden = put (fixture, ".hidden", "h", -1);
  g_autofree char *below = g_build_filename (fixture->folder, "below", NULL);
  g_autofree char *around = g_build_filename (fixture->folder, "below", "around", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere.txt", NULL);
  g_autoptr (GFile) c = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (below, 0700), ==, 0);
  c = put (fixture, "below/c.txt", "c", -1);
  /* A folder that contains itself. */
  g_assert_cmpint (symlink (fixture->folder, around), ==, 0);
  /* What cannot be read is not left out: it has to be told. */
  g_assert_cmpint (symlink ("/gone", nowhere), ==, 0);
  files = plx_intake_expand (folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 4);
  g_assert_true (g_file_equal (g_ptr_array_index (files, 0), a));
  g_assert_true (g_file_equal (g_ptr_array_index (files, 1), b));
  g_assert_true (g_file_equal (g_ptr_array_index (files, 2), c));
  check_refused (g_ptr_array_index (files, 3), PLX_INTAKE_ERROR_UNREADABLE, "no file");
  one = plx_intake_expand (b, &error);
  g_assert_cmpuint (one->len, ==, 1);
}

static void
add_item (GPtrArray *items,
          const char *text)
{
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, plx_intake_read_text (text, -1, "x.txt", &error));
  g_assert_no_error (error);
}

static int
count_documents (PlxConnection *connection)
{
  g_autoptr (GPtrArray) documents = plx_documents_list (connection, NULL);

  return (int) documents->len;
}

static void
run (PlxTestProject *project,
     GPtrArray *items,
     gint64 *serial)
{
  g_autoptr (PlxVerb) verb = plx_intake_verb (items);
  g_autoptr (GError) error = NULL;

  plx_verb_run (verb, project->connection, "Tester", serial, &error);
  g_assert_no_error (error);
}

/* All articles come in one edit, and go with one undo; texts that are there
 * already are left out and told. */
static void
test_verb (void)
{
  static const char *const texts[] = { "Old text", NULL };
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_intake_item_free);
  g_autoptr (PlxEdit) undo = NULL;
  g_autoptr (GError) error = NULL;
  const PlxIntakeItem *item;
  gint64 serial;

  add_item (items, "New text");
  add_item (items, "Old text");
  add_item (items, "Other text");
  add_item (items, "New text");
  run (project, items, &serial);
  g_assert_cmpint (serial, >, 0);
  g_assert_cmpint (count_documents (project->connection), ==, 3);
  item = g_ptr_array_index (items, 1);
  g_assert_cmpint (item->duplicate_of, ==, plx_test_project_get_document (project, 0));
  g_assert_true (plx_intake_item_is_skipped (item));
  item = g_ptr_array_index (items, 3);
  g_assert_cmpint (item->repeats, ==, 0);
  g_assert_true (plx_intake_item_is_skipped (item));
  item = g_ptr_array_index (items, 0);
  g_assert_cmpint (item->document->id, !=, PLX_ID_NONE);
  g_assert_false (plx_intake_item_is_skipped (item));

  g_assert_true (plx_history_undo (project->connection, &undo, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (undo->verb, ==, "import");
  g_assert_cmpint (count_documents (project->connection), ==, 1);
}

/* Cancels when a good part is in. */
static void
cancel_cb (int done,
           int total,
           gpointer data)
{
  if (done == N_MANY / 2)
    g_cancellable_cancel (data);
}

static void
assert_words (PlxTestProject *project,
              const PlxIntakeItem *item)
{
  g_autoptr (GError) error = NULL;
  gboolean found;

  g_assert_true (plx_word_index_holds (project->connection, item->document->text, item->text, &found, &error));
  g_assert_true (found);
}

/* The words of all of many are found, also after many were given up. */
static void
test_many (void)
{
  static const char *const texts[] = { "Old text", NULL };
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_intake_item_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (PlxVerb) given_up = plx_intake_verb_watched (items, cancellable, cancel_cb, cancellable);
  g_autoptr (GError) error = NULL;
  gint64 serial;

  for (int i = 0; i < N_MANY; i++)
    {
      g_autofree char *text = g_strdup_printf ("first%d and last%d", i, i);

      add_item (items, text);
    }
  g_assert_false (plx_verb_run (given_up, project->connection, "Tester", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count_documents (project->connection), ==, 1);
  run (project, items, &serial);
  g_assert_cmpint (count_documents (project->connection), ==, 1 + N_MANY);
  for (int i = 0; i < N_MANY; i++)
    assert_words (project, g_ptr_array_index (items, i));
}

static void
test_allowed_twice (void)
{
  static const char *const texts[] = { "Old text", NULL };
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_intake_item_free);
  gint64 serial;

  add_item (items, "Old text");
  run (project, items, &serial);
  g_assert_cmpint (serial, ==, 0); /* nothing to do leaves no trace */
  ((PlxIntakeItem *) g_ptr_array_index (items, 0))->allow_duplicate = TRUE;
  run (project, items, &serial);
  g_assert_cmpint (serial, >, 0);
  g_assert_cmpint (count_documents (project->connection), ==, 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/intake/read", Fixture, NULL, setup, test_read, teardown);
  g_test_add ("/intake/odd-name", Fixture, NULL, setup, test_odd_name, teardown);
  g_test_add ("/intake/hash", Fixture, NULL, setup, test_hash, teardown);
  g_test_add ("/intake/refused", Fixture, NULL, setup, test_refused, teardown);
  g_test_add ("/intake/pasted", Fixture, NULL, setup, test_pasted, teardown);
  g_test_add ("/intake/folder", Fixture, NULL, setup, test_folder, teardown);
  g_test_add_func ("/intake/verb", test_verb);
  g_test_add_func ("/intake/many", test_many);
  g_test_add_func ("/intake/allowed-twice", test_allowed_twice);

  return g_test_run ();
}

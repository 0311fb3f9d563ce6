/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an export goes, and what happens when it cannot go there. */

#include "config.h"

#include "plx-test-dir.h"
#include "plx-test-project.h"

#include "format/plx-format.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const texts[] = { "The gate of the dam gave way.", "No gate gave way.", NULL };

static PlxTestProject *
project_new (void)
{
  PlxTestProject *project = plx_test_project_new (texts);

  plx_test_project_tag (project, 0, "the dam", "Place");
  plx_test_project_tag (project, 1, "No gate", "Claim");
  return project;
}

static gboolean
export_tei (PlxTestProject *project,
            const char *path,
            GCancellable *cancellable,
            GError **error)
{
  return plx_format_export (project->connection, plx_formats_find ("tei", NULL), path, NULL, 0, NULL, NULL, cancellable, NULL, error);
}

/* Asserts that it fails with @code, that the message holds @word, and that
 * nothing is left in the folder. */
static void
check_refused (PlxTestProject *project,
               const char *path,
               PlxFormatError code,
               const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_false (export_tei (project, path, NULL, &error));
  g_assert_error (error, PLX_FORMAT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_suffix (name, ".part"));
}

static void
check_contents (const char *path,
                const char *expected)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, expected);
}

static void
put (const char *path,
     const char *contents)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

static void
test_replace (void)
{
  g_autoptr (PlxTestProject) project = project_new ();
  g_autofree char *path = g_build_filename (project->folder, "out.xml", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;

  put (path, "old");
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  g_assert_true (export_tei (project, path, NULL, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, NULL, NULL);
  g_assert_true (g_str_has_prefix (contents, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\""));
  g_assert_true (g_str_has_suffix (contents, "</teiCorpus>\n"));
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0640);
}

static void
test_link (void)
{
  g_autoptr (PlxTestProject) project = project_new ();
  g_autofree char *path = g_build_filename (project->folder, "link.xml", NULL);
  g_autofree char *target = g_build_filename (project->folder, "target.xml", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  put (target, "old");
  g_assert_cmpint (symlink ("target.xml", path), ==, 0);
  g_assert_true (export_tei (project, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  g_file_get_contents (target, &contents, NULL, NULL);
  g_assert_true (g_str_has_prefix (contents, "<?xml"));
}

static void
test_refused (void)
{
  g_autoptr (PlxTestProject) project = project_new ();
  g_autofree char *nowhere = g_build_filename (project->folder, "no", "such", "out.xml", NULL);
  g_autofree char *fifo = g_build_filename (project->folder, "pipe", NULL);
  g_autofree char *file = g_build_filename (project->folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "out.xml", NULL);

  put (file, "x");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  check_refused (project, nowhere, PLX_FORMAT_ERROR_WRITE, "folder does not exist");
  check_refused (project, below, PLX_FORMAT_ERROR_WRITE, "out.xml");
  check_refused (project, project->folder, PLX_FORMAT_ERROR_WRITE, "is a folder");
  check_refused (project, fifo, PLX_FORMAT_ERROR_WRITE, "device or a pipe");
  check_refused (project, "/dev/null", PLX_FORMAT_ERROR_WRITE, "device or a pipe");
  check_refused (project, plx_connection_get_path (project->connection), PLX_FORMAT_ERROR_WRITE, "the project itself");
}

/* A disk that is full: the old file stays, nothing else is left. */
static void
test_full (void)
{
  g_autoptr (PlxTestProject) project = project_new ();
  g_autofree char *path = g_build_filename (project->folder, "out.xml", NULL);
  struct rlimit limit = { 1000, RLIM_INFINITY };
  struct rlimit none = { RLIM_INFINITY, RLIM_INFINITY };

  put (path, "old");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  check_refused (project, path, PLX_FORMAT_ERROR_WRITE, "out.xml");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  check_contents (path, "old");
}

static void
test_cancelled (void)
{
  g_autoptr (PlxTestProject) project = project_new ();
  g_autofree char *path = g_build_filename (project->folder, "out.xml", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  put (path, "old");
  g_cancellable_cancel (cancellable);
  g_assert_false (export_tei (project, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check_contents (path, "old");
}

static gboolean
shift_cb (PlxConnection *connection,
          PlxId annotator,
          gpointer data,
          GError **error)
{
  return plx_connection_execute (connection, "UPDATE span SET start = start + 1, end = end + 1 WHERE quote = 'No gate'", error);
}

/* A span that does not give back its quote stops the export. */
static void
test_offset (void)
{
  g_autoptr (PlxTestProject) project = project_new ();
  g_autofree char *path = g_build_filename (project->folder, "out.xml", NULL);

  put (path, "old");
  plx_test_project_edit (project, shift_cb, NULL);
  check_refused (project, path, PLX_FORMAT_ERROR_OFFSET, "Article 2");
  check_contents (path, "old");
}

typedef struct
{
  int last;
  int total;
} Progress;

static void
progress_cb (int done,
             int total,
             gpointer data)
{
  Progress *progress = data;

  g_assert_cmpint (done, ==, progress->last + 1);
  progress->last = done;
  progress->total = total;
}

static void
test_progress (void)
{
  g_autoptr (PlxTestProject) project = project_new ();
  g_autofree char *path = g_build_filename (project->folder, "out.jsonl", NULL);
  g_autoptr (PlxExportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  Progress progress = { -1, 0 };

  plx_format_export (project->connection, plx_formats_find ("jsonl", NULL), path, NULL, 0, progress_cb, &progress, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (progress.last, ==, 2);
  g_assert_cmpint (progress.total, ==, 2);
  g_assert_cmpint (report->n_annotations, ==, 2);
  {
    g_autofree char *summary = plx_export_report_dup_summary (report);

    g_assert_null (summary);
  }
}

static void
test_formats (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (plx_formats_list ()[0]->name, ==, "tei");
  g_assert_cmpstr (plx_formats_find ("jsonl", NULL)->extension, ==, ".jsonl");
  g_assert_null (plx_formats_find ("docx", &error));
  g_assert_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "tei, tei-inline, jsonl"));
}

/* An article that is gone cannot be exported. */
static void
test_gone (void)
{
  g_autoptr (PlxTestProject) project = project_new ();
  g_autofree char *path = g_build_filename (project->folder, "out.xml", NULL);
  g_autoptr (GError) error = NULL;
  PlxId gone = plx_id_new ();

  g_assert_false (plx_format_export (project->connection, plx_formats_find ("tei", NULL), path, &gone, 1, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/replace", test_replace);
  g_test_add_func ("/export/link", test_link);
  g_test_add_func ("/export/refused", test_refused);
  g_test_add_func ("/export/full", test_full);
  g_test_add_func ("/export/cancelled", test_cancelled);
  g_test_add_func ("/export/offset", test_offset);
  g_test_add_func ("/export/progress", test_progress);
  g_test_add_func ("/export/formats", test_formats);
  g_test_add_func ("/export/gone", test_gone);

  return g_test_run ();
}

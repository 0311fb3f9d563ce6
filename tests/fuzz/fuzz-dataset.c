/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader of the format PLX_FUZZ_FORMAT.  Whatever comes: what is imported
 * stands where it says, and everything can be taken back.
 *
 * The formats in containers get the bytes as their main member, unless these are
 * a container themselves. */

#include "config.h"

#include "plx-fuzz.h"

#include "format/plx-format.h"

#include <glib/gstdio.h>
#include <string.h>

static const struct
{
  const char *format;
  const char *names[3];
  const char *contents[2];
} containers[] = {
  { "qdpx", { "sources/a.txt", "project.qde" }, { PLX_FUZZ_TEXT, NULL } },
  { "brat", { "a.txt", "a.ann" }, { PLX_FUZZ_TEXT, NULL } },
};

static GBytes *
pack (const uint8_t *data,
      size_t size)
{
  for (gsize i = 0; i < G_N_ELEMENTS (containers) && !plx_fuzz_is_zip (data, size); i++)
    if (strcmp (containers[i].format, PLX_FUZZ_FORMAT) == 0)
      return plx_fuzz_zip (containers[i].names, containers[i].contents, data, size);
  return g_bytes_new (data, size);
}

static void
assert_none (PlxConnection *connection,
             const char *sql)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, sql);
  g_autoptr (GError) error = NULL;
  PlxStep step = plx_statement_step (statement, &error);

  g_assert_no_error (error);
  g_assert_cmpint (step, ==, PLX_STEP_DONE);
}

static void
check_project (PlxConnection *connection)
{
  assert_none (connection, "SELECT 1 FROM span JOIN document ON document.id = document JOIN text ON text.id = document.text "
                           "WHERE start < 0 OR start >= end OR end > codepoints OR substr (body, start + 1, end - start) <> quote");
  assert_none (connection, "SELECT 1 FROM annotation WHERE NOT EXISTS (SELECT 1 FROM span WHERE annotation = annotation.id)");
  assert_none (connection, "PRAGMA foreign_key_check");
}

static gboolean
import_cb (PlxConnection *connection,
           PlxId annotator,
           gpointer data,
           GError **error)
{
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (PlxVerb) verb =
      plx_verb_import_dataset (plx_formats_find (PLX_FUZZ_FORMAT, NULL), data, PLX_IMPORT_REST, NULL, report, NULL, NULL, NULL);

  if (!verb->func (connection, annotator, verb->data, error))
    return FALSE;
  check_project (connection);
  for (guint i = 0; i < report->problems->len; i++)
    {
      const PlxImportProblem *problem = g_ptr_array_index (report->problems, i);

      g_assert_true (g_utf8_validate (problem->reason, -1, NULL));
      g_assert_true (g_utf8_validate (problem->place, -1, NULL));
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Taken back.");
  return FALSE;
}

/* In place, GLib leaves the end of a longer file behind a shorter one. */
static void
write_input (const char *path,
             GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_unlink (path);
  g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint ((gsize) info.st_size, ==, g_bytes_get_size (bytes));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  PlxTestProject *project = plx_fuzz_get_project ();
  PlxEditInfo info = { "dataset", NULL, "Tester" };
  g_autofree char *path = g_build_filename (project->folder, "input", NULL);
  g_autoptr (GBytes) bytes = pack (data, size);
  g_autoptr (GError) error = NULL;

  write_input (path, bytes);
  g_assert_false (plx_edit_run (project->connection, &info, import_cb, path, NULL, &error));
  plx_fuzz_check_error (error);
  g_assert_false (error->domain == PLX_STORE_ERROR && error->code != PLX_STORE_ERROR_CONSTRAINT);
  plx_formats_sniff (path);
  return 0;
}

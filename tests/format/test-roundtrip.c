/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes out comes in again.
 *
 * G_TEST_ROUNDTRIPS says how many random projects each format gets, 6 unless
 * set, 2,000 in a thorough run. */

#include "config.h"

#include "plx-test-random.h"
#include "plx-test-seen.h"
#include "plx-test-trip.h"

#include "store/plx-history.h"

#include <stdlib.h>
#include <string.h>

/* Formats that carry everything: the dumps are equal, ids included. */
static const struct
{
  const char *format;
  gboolean illegal; /* also characters that XML cannot hold */
} whole[] = {
  { "jsonl", TRUE },
  { "tei", FALSE },
};

/* Formats that carry a part: what they carry is equal. */
static const struct
{
  const char *format;
  gboolean illegal;
} parts[] = {
  { "csv", FALSE },
  { "qdpx", FALSE },
  { "qdpx-utf16", FALSE },
  { "tei-inline", FALSE },
  { "xmi", FALSE },
  { "gate", FALSE },
  { "brat", TRUE },
  { "webanno", TRUE },
  { "webanno-utf16", TRUE },
};

static PlxTestSeen seen;

static int
get_n_projects (void)
{
  const char *wish = g_getenv ("G_TEST_ROUNDTRIPS");

  return wish != NULL ? MAX (1, atoi (wish)) : g_test_thorough () ? 2000
                                                                  : 6;
}

static void
import_whole (PlxTestProject *project,
              const char *format,
              const char *path)
{
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;

  plx_test_trip_import (project, format, path, PLX_IMPORT_STRICT, report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->n_problems, ==, 0);
  for (guint i = 0; i < report->remarks->len; i++)
    g_assert_cmpstr (g_ptr_array_index (report->remarks, i), ==, "");
}

static void
test_whole (gconstpointer data)
{
  g_autoptr (GRand) random = plx_test_random_new ();
  guint n = GPOINTER_TO_UINT (data);

  for (int i = 0; i < get_n_projects (); i++)
    {
      g_autoptr (PlxTestProject) there = plx_test_trip_fill (random, whole[n].illegal);
      g_autoptr (PlxTestProject) back = plx_test_project_new (NULL);
      g_autofree char *path = plx_test_trip_export (there, whole[n].format);
      g_autofree char *expected = plx_test_trip_dump (there);
      g_autofree char *structure = plx_test_trip_list (there, PLX_CARRIES_STRUCTURE);
      g_autofree char *found = NULL, *again = NULL, *built = NULL;

      plx_test_seen_add (&seen, there);
      import_whole (back, whole[n].format, path);
      found = plx_test_trip_dump (back);
      plx_test_trip_compare (expected, found);
      g_assert_nonnull (strstr (structure, "B "));
      built = plx_test_trip_list (back, PLX_CARRIES_STRUCTURE);
      plx_test_trip_compare (structure, built);
      import_whole (back, whole[n].format, path);
      again = plx_test_trip_dump (back);
      plx_test_trip_compare (expected, again);
    }
}

/* One edit, one undo. */
static void
test_undo (gconstpointer data)
{
  g_autoptr (GRand) random = plx_test_random_new ();
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (PlxTestProject) there = plx_test_trip_fill (random, FALSE);
  g_autoptr (PlxTestProject) back = plx_test_project_new (NULL);
  g_autofree char *path = plx_test_trip_export (there, whole[n].format);
  g_autofree char *before = plx_test_trip_dump (back);
  g_autofree char *done = NULL, *undone = NULL, *redone = NULL;
  g_autoptr (GError) error = NULL;

  import_whole (back, whole[n].format, path);
  done = plx_test_trip_dump (back);
  plx_history_undo (back->connection, NULL, &error);
  g_assert_no_error (error);
  undone = plx_test_trip_dump (back);
  plx_test_trip_compare (before, undone);
  plx_history_redo (back->connection, NULL, &error);
  g_assert_no_error (error);
  redone = plx_test_trip_dump (back);
  plx_test_trip_compare (done, redone);
}

/* A preview changes nothing and tells everything. */
static void
test_preview (gconstpointer data)
{
  g_autoptr (GRand) random = plx_test_random_new ();
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (PlxTestProject) there = plx_test_trip_fill (random, FALSE);
  g_autoptr (PlxTestProject) back = plx_test_project_new (NULL);
  g_autofree char *path = plx_test_trip_export (there, whole[n].format);
  g_autofree char *before = plx_test_trip_dump (back);
  g_autofree char *after = NULL;
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_formats_sniff (path) == plx_formats_find (whole[n].format, NULL));
  g_assert_false (plx_test_trip_import (back, whole[n].format, path, PLX_IMPORT_PREVIEW, report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (report->documents.n_new, ==, (int) there->documents->len);
  g_assert_cmpint (report->annotations.n_new, >, 10);
  g_assert_cmpint (report->annotations.n_there, ==, 0);
  after = plx_test_trip_dump (back);
  plx_test_trip_compare (before, after);
}

static void
test_part (gconstpointer data)
{
  g_autoptr (GRand) random = plx_test_random_new ();
  guint n = GPOINTER_TO_UINT (data);
  const PlxFormat *format = plx_formats_find (parts[n].format, NULL);

  for (int i = 0; i < get_n_projects (); i++)
    {
      g_autoptr (PlxTestProject) there = plx_test_trip_fill (random, parts[n].illegal);
      g_autoptr (PlxTestProject) back = NULL;
      g_autofree char *path = NULL, *expected = NULL, *found = NULL, *again = NULL;

      plx_test_trip_drop_line_ends (there);
      if (g_str_equal (parts[n].format, "tei-inline"))
        plx_test_trip_drop_borders (there);
      plx_test_seen_add (&seen, there);
      back = plx_test_trip_dup_target (there, format);
      path = plx_test_trip_export (there, parts[n].format);
      expected = plx_test_trip_list (there, format->carries);
      g_assert_true (plx_formats_sniff (path)->read == format->read);
      import_whole (back, parts[n].format, path);
      found = plx_test_trip_list (back, format->carries);
      plx_test_trip_compare (expected, found);
      import_whole (back, parts[n].format, path);
      again = plx_test_trip_list (back, format->carries);
      plx_test_trip_compare (expected, again);
    }
}

static void
test_seen (void)
{
  plx_test_seen_check (&seen);
}

static void
add (const char *name,
     guint n,
     GTestDataFunc func)
{
  g_autofree char *path = g_strdup_printf ("/roundtrip/%s/%s", whole[n].format, name);

  g_test_add_data_func (path, GUINT_TO_POINTER (n), func);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      add ("whole", i, test_whole);
      add ("undo", i, test_undo);
      add ("preview", i, test_preview);
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/roundtrip/%s", parts[i].format);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_part);
    }
  g_test_add_func ("/roundtrip/seen/all", test_seen);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From each format to each other one and back: what both carry comes back.  The
 * formats are those of the registry, and what they carry is what they say.
 *
 * G_TEST_ROUNDTRIPS says how many projects each pair gets, 2 unless set, 70 in a
 * thorough run. */

#include "config.h"

#include "plx-test-random.h"
#include "plx-test-seen.h"
#include "plx-test-trip.h"

#include <stdlib.h>

static PlxTestSeen seen;

static int
get_n_projects (void)
{
  const char *wish = g_getenv ("G_TEST_ROUNDTRIPS");

  return wish != NULL ? MAX (1, atoi (wish)) : g_test_thorough () ? 20
                                                                  : 1;
}

/* Out of @there in @format, and into a project that has nothing but, if the
 * format does not bring them, the texts. */
static PlxTestProject *
trip (PlxTestProject *there,
      const PlxFormat *format)
{
  PlxTestProject *back = plx_test_trip_dup_target (there, format);
  g_autofree char *path = plx_test_trip_export (there, format->name);
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;

  plx_test_trip_import (back, format->name, path, PLX_IMPORT_STRICT, report, &error);
  g_assert_no_error (error);
  return back;
}

typedef struct
{
  const PlxFormat *a;
  const PlxFormat *b;
} Pair;

static void
test_pair (gconstpointer data)
{
  const Pair *pair = data;
  guint carries = pair->a->carries & pair->b->carries;
  g_autoptr (GRand) random = plx_test_random_new ();

  for (int i = 0; i < get_n_projects (); i++)
    {
      g_autoptr (PlxTestProject) whole = plx_test_trip_fill (random, FALSE);
      g_autoptr (PlxTestProject) there = NULL, other = NULL, back = NULL;
      g_autofree char *expected = NULL, *found = NULL;

      plx_test_trip_drop_line_ends (whole);
      if (g_str_equal (pair->a->name, "tei-inline") || g_str_equal (pair->b->name, "tei-inline"))
        plx_test_trip_drop_borders (whole);
      plx_test_seen_add (&seen, whole);
      there = trip (whole, pair->a);
      other = trip (there, pair->b);
      back = trip (other, pair->a);
      expected = plx_test_trip_list (there, carries);
      found = plx_test_trip_list (back, carries);
      plx_test_trip_compare (expected, found);
    }
}

static void
test_seen (void)
{
  plx_test_seen_check (&seen);
}

static gboolean
is_dataset (const PlxFormat *format)
{
  return format->write != NULL && format->read != NULL;
}

int
main (int argc,
      char **argv)
{
  const PlxFormat *const *formats = plx_formats_list ();

  g_test_init (&argc, &argv, NULL);
  for (int a = 0; formats[a] != NULL; a++)
    for (int b = 0; formats[b] != NULL; b++)
      if (a != b && is_dataset (formats[a]) && is_dataset (formats[b]))
        {
          g_autofree char *path = g_strdup_printf ("/pairs/%s/%s", formats[a]->name, formats[b]->name);
          Pair *pair = g_new (Pair, 1);

          *pair = (Pair){ formats[a], formats[b] };
          g_test_add_data_func_full (path, pair, test_pair, g_free);
        }
  g_test_add_func ("/pairs/seen/all", test_seen);
  return g_test_run ();
}

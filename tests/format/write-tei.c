/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes random projects as TEI into a folder, for validators from outside.
 *
 *   write-tei FOLDER
 */

#include "config.h"

#include "plx-test-trip.h"
#include "plx-test-random.h"

#include "format/plx-format.h"

#define N_PROJECTS 5

int
main (int argc,
      char **argv)
{
  g_autoptr (GRand) random = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  random = plx_test_random_new ();
  for (int i = 0; i < N_PROJECTS; i++)
    {
      g_autoptr (PlxTestProject) project = plx_test_trip_fill (random, TRUE);
      g_autofree char *path = g_strdup_printf ("%s/%d.xml", argv[1], i);
      g_autofree char *inside = g_strdup_printf ("%s/%d-inline.xml", argv[1], i);
      g_autoptr (GError) error = NULL;

      plx_format_export (project->connection, plx_formats_find ("tei", NULL), path, NULL, 0, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      plx_format_export (project->connection, plx_formats_find ("tei-inline", NULL), inside, NULL, 0, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of every format with random damage: nothing crashes, nothing hangs, and a
 * preview leaves the project as it is.  To be run with sanitizers, and for long
 * with G_TEST_THOROUGH. */

#include "config.h"

#include "plx-test-random.h"
#include "plx-test-trip.h"

#include <string.h>

static const char *const formats[] = { "jsonl", "tei", "qdpx", "xmi", "gate", "csv", "webanno", "brat", NULL };

/* Flips bytes, repeats a part, takes one out, or cuts the end off; one byte is
 * left at least. */
static void
damage (GRand *random,
        GByteArray *bytes)
{
  guint length = bytes->len;
  guint start = (guint) g_rand_int_range (random, 0, (int) length);
  guint most = (guint) g_rand_int_range (random, 1, 200);
  guint n = MIN (most, length - start);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      for (int i = g_rand_int_range (random, 1, 8); i > 0; i--)
        bytes->data[g_rand_int_range (random, 0, (int) length)] = (guint8) g_rand_int_range (random, 0, 256);
      break;
    case 1:
      {
        g_autofree guint8 *part = g_memdup2 (bytes->data + start, n);

        g_byte_array_append (bytes, part, n);
        memmove (bytes->data + start + n, bytes->data + start, length - start);
      }
      break;
    case 2:
      g_byte_array_remove_range (bytes, start, MIN (n, length - 1));
      break;
    default:
      g_byte_array_set_size (bytes, MAX (start, 1));
      break;
    }
}

static void
import_damaged (GRand *random,
                PlxTestProject *back,
                const char *format,
                const char *contents,
                gsize length,
                const char *path)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;

  g_byte_array_append (bytes, (const guint8 *) contents, (guint) length);
  for (int i = g_rand_int_range (random, 1, 4); i > 0; i--)
    damage (random, bytes);
  g_file_set_contents (path, (const char *) bytes->data, bytes->len, &error);
  g_assert_no_error (error);
  g_assert_false (plx_test_trip_import (back, format, path, PLX_IMPORT_PREVIEW, report, &error));
  g_assert_nonnull (error);
}

static void
test_damage (gconstpointer data)
{
  const char *format = data;
  g_autoptr (GRand) random = plx_test_random_new ();
  g_autoptr (PlxTestProject) there = plx_test_trip_fill (random, FALSE);
  g_autoptr (PlxTestProject) back = plx_test_project_new (NULL);
  g_autofree char *path = plx_test_trip_export (there, format);
  g_autofree char *damaged = g_build_filename (back->folder, "damaged", NULL);
  g_autofree char *before = plx_test_trip_dump (back);
  g_autofree char *after = NULL, *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  for (int i = g_test_thorough () ? 3000 : 30; i > 0; i--)
    import_damaged (random, back, format, contents, length, damaged);
  after = plx_test_trip_dump (back);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (const char *const *format = formats; *format != NULL; format++)
    {
      g_autofree char *path = g_strdup_printf ("/mutate/%s", *format);

      g_test_add_data_func (path, *format, test_damage);
    }
  return g_test_run ();
}

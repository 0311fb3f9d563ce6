/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a target on files, where there is no libFuzzer: every file of the folders
 * that are given, and every beginning of the small ones. */

#include "config.h"

#include "plx-fuzz.h"

#include <string.h>

/* Files up to this many bytes are cut at every place, larger ones at some. */
#define N_CUTS 64

static int n_inputs;

static void
run (const char *bytes,
     gsize length)
{
  /* A copy without anything behind it, so that reading too far is seen. */
  g_autofree uint8_t *copy = g_malloc (MAX (length, 1));

  memcpy (copy, bytes, length);
  LLVMFuzzerTestOneInput (copy, length);
  n_inputs++;
}

static void
run_file (const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  run (bytes, length);
  for (gsize cut = 0; cut < length; cut += MAX (1, length / N_CUTS))
    run (bytes, cut);
}

static void
run_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      run_file (file);
    }
}

static char **folders;

static void
test_replay (void)
{
  for (char **folder = folders; *folder != NULL; folder++)
    run_folder (*folder);
  g_test_message ("%d inputs", n_inputs);
  g_assert_cmpint (n_inputs, >, 10);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folders = argv + 1;
  g_test_add_func ("/fuzz/replay", test_replay);
  return g_test_run ();
}

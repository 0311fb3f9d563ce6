/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Starting, to the first frame, against an empty window of libadwaita.
 *
 * Each is a process of its own that tells how much processor time it had used
 * when its first frame was painted; closing is not counted.
 */

#include "config.h"

#include "plx-perf-program.h"
#include "plx-perf.h"

#include <stdlib.h>
#include <string.h>

#define START_BAR 1.8

/* Three articles, their lists and the inspector are some 400 widgets in four
 * more fonts, which are laid out and drawn before there is a frame. */
#define PROJECT_BAR 2.5
#define N_PAIRS 9

static void
test_no_project (void)
{
  PlxPerfProgram program = { 0 };

  plx_perf_program_set_up (&program);
  plx_perf_compare_seconds ("start on the start page", START_BAR, N_PAIRS, plx_perf_program_start_empty, plx_perf_program_start, &program);
  plx_perf_program_tear_down (&program);
}

static int
compare_names (const void *a,
               const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The articles of the sample in order. */
static void
add_articles (GPtrArray *arguments,
              const char *folder)
{
  g_autoptr (GDir) dir = NULL;
  GError *error = NULL;
  const char *name;
  guint first = arguments->len;

  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (arguments, g_build_filename (folder, name, NULL));
  qsort (arguments->pdata + first, arguments->len - first, sizeof (gpointer), compare_names);
}

/* The sample project, as src/run makes it. */
static void
make_sample (PlxPerfProgram *program)
{
  const char *cli = g_getenv ("PARALLAX_CLI");
  const char *sample = g_getenv ("PARALLAX_SAMPLE");
  const char *batch[] = { cli, "batch", NULL, NULL };
  g_autoptr (GPtrArray) import = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *edits_file = g_build_filename (sample, "sample.jsonl", NULL);
  g_autofree char *edits = NULL;
  g_autofree char *imported = NULL;
  g_autofree char *edited = NULL;
  GError *error = NULL;

  batch[2] = program->project = g_build_filename (program->folder, "Merrowick flood.parallax", NULL);
  g_ptr_array_add (import, g_strdup (cli));
  g_ptr_array_add (import, g_strdup ("import"));
  g_ptr_array_add (import, g_strdup (program->project));
  add_articles (import, sample);
  g_ptr_array_add (import, NULL);
  g_file_get_contents (edits_file, &edits, NULL, &error);
  g_assert_no_error (error);
  imported = plx_perf_program_run (program, "", (const char *const *) import->pdata, NULL);
  edited = plx_perf_program_run (program, "", batch, edits);
  g_assert_cmpstr (edited, !=, "");
}

static void
test_sample (void)
{
  PlxPerfProgram program = { 0 };

  plx_perf_program_set_up (&program);
  make_sample (&program);
  plx_perf_compare_seconds ("start on the sample project, three columns", PROJECT_BAR, N_PAIRS, plx_perf_program_start_empty, plx_perf_program_start, &program);
  plx_perf_program_tear_down (&program);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/perf/start/no-project", test_no_project);
  g_test_add_func ("/perf/start/sample", test_sample);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Starting, to the first frame, against an empty window of libadwaita.
 *
 * Each is a process of its own that tells how much processor time it had used
 * when its first frame was painted; closing is not counted.
 */

#include "config.h"

#include "plx-perf.h"

#include "plx-test-dir.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define START_BAR 1.8

/* Three articles, their lists and the inspector are some 400 widgets in four
 * more fonts, which are laid out and drawn before there is a frame. */
#define PROJECT_BAR 2.5
#define N_PAIRS 9

typedef struct
{
  char *folder;  /* (owned) */
  char *hook;    /* (owned): file that the answer appears in */
  char *project; /* (owned) (nullable): what is opened */
} Bench;

static void
set_folder (GSubprocessLauncher *launcher,
            const char *variable,
            const char *parent,
            const char *name)
{
  g_autofree char *folder = g_build_filename (parent, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_subprocess_launcher_setenv (launcher, variable, folder, TRUE);
}

static GSubprocessLauncher *
launcher_new (Bench *bench,
              GSubprocessFlags flags)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);

  set_folder (launcher, "XDG_DATA_HOME", bench->folder, "data");
  set_folder (launcher, "XDG_CONFIG_HOME", bench->folder, "config");
  set_folder (launcher, "XDG_CACHE_HOME", bench->folder, "cache");
  g_subprocess_launcher_setenv (launcher, "PARALLAX_TEST_HOOK", bench->hook, TRUE);
  g_subprocess_launcher_setenv (launcher, "PARALLAX_TEST_HOOK_QUIT", "first-frame", TRUE);
  return launcher;
}

/* Runs a program, which must succeed; returns what it printed. */
static char *
run (Bench *bench,
     const char *const *arguments,
     const char *input)
{
  g_autoptr (GSubprocessLauncher) launcher = launcher_new (bench, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) program = NULL;
  char *output = NULL;
  GError *error = NULL;

  program = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (program, input, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (program));
  return output;
}

static void
set_up (Bench *bench)
{
  bench->folder = plx_test_dir_new ();
  bench->hook = g_build_filename (bench->folder, "answers", NULL);
}

static void
tear_down (Bench *bench)
{
  plx_test_dir_remove (bench->folder);
  g_free (bench->folder);
  g_free (bench->hook);
  g_free (bench->project);
}

static double
start_empty (gpointer data)
{
  const char *arguments[] = { g_getenv ("EMPTY_WINDOW"), NULL };
  g_autofree char *output = run (data, arguments, NULL);
  double used = g_ascii_strtod (output, NULL) / 1e6;

  g_assert_cmpfloat (used, >, 0);
  return used;
}

static double
start_parallax (gpointer data)
{
  static const char key[] = "{\"first-frame-cpu\":";
  Bench *bench = data;
  const char *arguments[] = { g_getenv ("PARALLAX_PROGRAM"), bench->project, NULL };
  g_autofree char *output = run (bench, arguments, NULL);
  g_autofree char *answer = NULL;
  GError *error = NULL;
  double used;

  g_file_get_contents (bench->hook, &answer, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (bench->hook), ==, 0);
  g_assert_true (g_str_has_prefix (answer, key));
  used = g_ascii_strtod (answer + strlen (key), NULL);
  g_assert_cmpfloat (used, >, 0);
  return used;
}

static void
test_no_project (void)
{
  Bench bench = { 0 };

  set_up (&bench);
  plx_perf_compare_seconds ("start on the start page", START_BAR, N_PAIRS, start_empty, start_parallax, &bench);
  tear_down (&bench);
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
make_sample (Bench *bench)
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

  batch[2] = bench->project = g_build_filename (bench->folder, "Merrowick flood.parallax", NULL);
  g_ptr_array_add (import, g_strdup (cli));
  g_ptr_array_add (import, g_strdup ("import"));
  g_ptr_array_add (import, g_strdup (bench->project));
  add_articles (import, sample);
  g_ptr_array_add (import, NULL);
  g_file_get_contents (edits_file, &edits, NULL, &error);
  g_assert_no_error (error);
  imported = run (bench, (const char *const *) import->pdata, NULL);
  edited = run (bench, batch, edits);
  g_assert_cmpstr (edited, !=, "");
}

static void
test_sample (void)
{
  Bench bench = { 0 };

  set_up (&bench);
  make_sample (&bench);
  plx_perf_compare_seconds ("start on the sample project, three columns", PROJECT_BAR, N_PAIRS, start_empty, start_parallax, &bench);
  tear_down (&bench);
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

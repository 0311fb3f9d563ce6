/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-perf-program.h"

#include "plx-test-dir.h"

#include <glib/gstdio.h>
#include <string.h>

static GSubprocessLauncher *
launcher_new (PlxPerfProgram *self,
              const char *until)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);

  plx_test_dir_settle (self->folder, launcher);
  g_subprocess_launcher_setenv (launcher, "PARALLAX_TEST_HOOK", self->hook, TRUE);
  g_subprocess_launcher_setenv (launcher, "PARALLAX_TEST_HOOK_QUIT", until, TRUE);
  return launcher;
}

void
plx_perf_program_set_up (PlxPerfProgram *self)
{
  self->folder = plx_test_dir_new ();
  self->hook = g_build_filename (self->folder, "answers", NULL);
}

void
plx_perf_program_tear_down (PlxPerfProgram *self)
{
  plx_test_dir_remove (self->folder);
  g_free (self->folder);
  g_free (self->hook);
  g_free (self->project);
}

char *
plx_perf_program_run (PlxPerfProgram *self,
                      const char *until,
                      const char *const *arguments,
                      const char *input)
{
  g_autoptr (GSubprocessLauncher) launcher = launcher_new (self, until);
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

double
plx_perf_program_start_empty (gpointer self)
{
  const char *arguments[] = { g_getenv ("EMPTY_WINDOW"), NULL };
  g_autofree char *output = plx_perf_program_run (self, "", arguments, NULL);
  double used = g_ascii_strtod (output, NULL) / 1e6;

  g_assert_cmpfloat (used, >, 0);
  return used;
}

/* The number that the program answers with under @key. */
static double
ask (PlxPerfProgram *self,
     const char *until,
     const char *key)
{
  const char *arguments[] = { g_getenv ("PARALLAX_PROGRAM"), self->project, NULL };
  g_autofree char *output = plx_perf_program_run (self, until, arguments, NULL);
  g_autofree char *answer = NULL;
  g_autofree char *start = g_strdup_printf ("{\"%s\":", key);
  GError *error = NULL;
  double number;

  g_file_get_contents (self->hook, &answer, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (self->hook), ==, 0);
  g_assert_true (g_str_has_prefix (answer, start));
  number = g_ascii_strtod (answer + strlen (start), NULL);
  g_assert_cmpfloat (number, >, 0);
  return number;
}

double
plx_perf_program_start (gpointer self)
{
  return ask (self, "first-frame", "first-frame-cpu");
}

double
plx_perf_program_get_idle_memory (PlxPerfProgram *self)
{
  return ask (self, "idle", "idle-memory");
}

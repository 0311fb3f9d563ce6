/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a failed test saw.
 *
 * A failed assertion aborts, g_error() traps: both in this very thread and not
 * in the middle of an allocation, so that everything may be called there. */

#include "config.h"

#include "plx-e2e-private.h"

#include <signal.h>
#include <string.h>

static PlxE2e *running; /* borrowed (nullable) */

static void
tell_picture (void)
{
  const char *folder = g_getenv ("PARALLAX_E2E_FAILURES");
  g_autofree char *test = g_strdelimit (g_strdup (g_test_get_path () + 1), "/", '-');
  g_autofree char *name = g_strconcat (test, ".png", NULL);
  g_autofree char *file = g_build_filename (folder != NULL ? folder : g_get_tmp_dir (), name, NULL);

  if (plx_e2e_write_picture (running->display, file))
    g_printerr ("A picture of the screen is in %s\n", file);
}

static void
tell_state (void)
{
  g_autoptr (JsonNode) state = plx_e2e_dump (running);
  g_autofree char *text = json_to_string (state, FALSE);

  g_printerr ("The state of the window was %s\n", text);
}

static void
failed_cb (int number)
{
  /* Should this fail too, that is the end. */
  signal (SIGABRT, SIG_DFL);
  signal (SIGTRAP, SIG_DFL);
  if (running != NULL)
    {
      tell_picture ();
      if (running->program != NULL)
        tell_state ();
    }
  raise (number);
}

void
plx_e2e_explain_failures (PlxE2e *self)
{
  struct sigaction action;

  memset (&action, 0, sizeof action);
  action.sa_handler = failed_cb;
  /* The signal comes again at the end. */
  action.sa_flags = SA_NODEFER;
  running = self;
  sigaction (SIGABRT, &action, NULL);
  sigaction (SIGTRAP, &action, NULL);
}

void
plx_e2e_forget_failures (PlxE2e *self)
{
  if (running == self)
    running = NULL;
}

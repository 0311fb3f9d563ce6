/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The programs that are tested: how they begin and end. */

#include "config.h"

#include "plx-e2e-private.h"

#include "plx-test-dir.h"

#include <linux/capability.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#define PLAIN_LOCALE "/usr/lib/locale/C.utf8"

static GSubprocessLauncher *
launcher_new (PlxE2e *self,
              GSubprocessFlags flags)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);

  plx_test_dir_settle (self->folder, launcher);
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_BACKEND", "keyfile", TRUE);
  g_subprocess_launcher_setenv (launcher, "GTK_USE_PORTAL", "0", TRUE);
  g_subprocess_launcher_setenv (launcher, "PARALLAX_TEST_HOOK", self->hook, TRUE);
  return launcher;
}

gboolean
plx_e2e_has_owner (PlxE2e *self)
{
  g_autoptr (GVariant) reply = NULL;
  gboolean owned;

  reply = g_dbus_connection_call_sync (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "NameHasOwner", g_variant_new ("(s)", PLX_E2E_BUS_NAME), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_nonnull (reply);
  g_variant_get (reply, "(b)", &owned);
  return owned;
}

static gboolean
has_window (JsonObject *state,
            gpointer data)
{
  return json_object_has_member (state, "window");
}

void
plx_e2e_drop_privileges (PlxE2e *self)
{
  self->unprivileged = TRUE;
}

void
plx_e2e_go_abroad (PlxE2e *self,
                   const char *locale)
{
  g_autofree char *folder = g_build_filename (self->folder, "locales", NULL);
  g_autofree char *name = g_build_filename (folder, locale, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (symlink (PLAIN_LOCALE, name), ==, 0);
  g_setenv ("LOCPATH", folder, TRUE);
  g_setenv ("LC_ALL", locale, TRUE);
}

void
plx_e2e_animate (PlxE2e *self)
{
  self->animated = TRUE;
}

/* Where GTK looks if the desktop does not say. */
static void
write_settings (PlxE2e *self)
{
  g_autofree char *folder = g_build_filename (self->folder, "config", "gtk-4.0", NULL);
  g_autofree char *file = g_build_filename (folder, "settings.ini", NULL);
  g_autofree char *settings = g_strdup_printf ("[Settings]\ngtk-enable-animations=%s\n", self->animated ? "true" : "false");
  GError *error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (file, settings, -1, &error);
  g_assert_no_error (error);
}

/* Between fork and exec; nobody but root has anything to lose. */
static void
drop_privileges (gpointer data)
{
  prctl (PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
  prctl (PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0);
}

void
plx_e2e_start (PlxE2e *self,
               const char *file)
{
  g_autoptr (GSubprocessLauncher) launcher = launcher_new (self, G_SUBPROCESS_FLAGS_NONE);
  const char *arguments[] = { g_getenv ("PARALLAX_PROGRAM"), file, NULL };
  gint64 end = g_get_monotonic_time () + PLX_E2E_PATIENCE_US;
  GError *error = NULL;

  g_assert_null (self->program);
  write_settings (self);
  if (self->unprivileged)
    g_subprocess_launcher_set_child_setup (launcher, drop_privileges, NULL, NULL);
  self->program = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);
  while (!plx_e2e_has_owner (self))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (20000);
    }
  plx_e2e_wait (self, has_window, NULL, "the window");
  plx_e2e_settle (self);
}

void
plx_e2e_await_end (PlxE2e *self)
{
  gint64 end = g_get_monotonic_time () + PLX_E2E_PATIENCE_US;

  while (g_subprocess_get_identifier (self->program) != NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("The program does not end");
      g_usleep (5000);
    }
}

/* Else the next one would be asked too early: the bus notices a moment later. */
static void
forget_program (PlxE2e *self)
{
  gint64 end = g_get_monotonic_time () + PLX_E2E_PATIENCE_US;

  g_clear_object (&self->program);
  while (plx_e2e_has_owner (self))
    {
      if (g_get_monotonic_time () > end)
        g_error ("The program is still on the bus after its end");
      g_usleep (5000);
    }
}

void
plx_e2e_quit (PlxE2e *self)
{
  plx_e2e_quit_by (self, "ctrl+q");
}

void
plx_e2e_quit_by (PlxE2e *self,
                 const char *key)
{
  GError *error = NULL;

  plx_e2e_key (self, key);
  plx_e2e_await_end (self);
  g_assert_true (g_subprocess_wait_check (self->program, NULL, &error));
  g_assert_no_error (error);
  forget_program (self);
}

void
plx_e2e_end (PlxE2e *self)
{
  plx_e2e_quit (self);
  plx_e2e_free (self);
}

void
plx_e2e_kill (PlxE2e *self)
{
  g_subprocess_send_signal (self->program, SIGKILL);
  plx_e2e_await_end (self);
  forget_program (self);
}

/* Ends @arguments, of which the first is the program. */
static char *
run_cli (PlxE2e *self,
         const char *input,
         GPtrArray *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = launcher_new (self, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) program = NULL;
  GError *error = NULL;
  char *output = NULL;

  g_ptr_array_add (arguments, NULL);
  program = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (program, input, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (program), ==, 0);
  return output;
}

char *
plx_e2e_run_cli (PlxE2e *self,
                 const char *input,
                 const char *first_argument,
                 ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  va_list list;

  g_ptr_array_add (arguments, (gpointer) g_getenv ("PARALLAX_CLI"));
  va_start (list, first_argument);
  for (const char *argument = first_argument; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  return run_cli (self, input, arguments);
}

char *
plx_e2e_new_project (PlxE2e *self,
                     const char *name,
                     const char *first_article,
                     ...)
{
  char *project = g_build_filename (plx_e2e_get_folder (self), name, NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *imported = NULL;
  va_list list;

  g_ptr_array_add (arguments, g_strdup (g_getenv ("PARALLAX_CLI")));
  g_ptr_array_add (arguments, g_strdup ("import"));
  g_ptr_array_add (arguments, g_strdup (project));
  va_start (list, first_article);
  for (const char *article = first_article; article != NULL; article = va_arg (list, const char *))
    g_ptr_array_add (arguments, g_build_filename (g_getenv ("PARALLAX_SAMPLE"), article, NULL));
  va_end (list);
  imported = run_cli (self, NULL, arguments);
  return project;
}

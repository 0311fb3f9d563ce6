/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-cli.h"

#include "store/plx-check.h"
#include "store/plx-place.h"
#include "store/plx-schema.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* Messages */

/* Control characters in names and texts must not reach the terminal. */
static char *
make_printable (const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1);
  GString *printable = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (printable, g_unichar_iscntrl (c) && c != '\n' ? 0xfffd : c);
    }
  return g_string_free (printable, FALSE);
}

void
plx_cli_warn (const char *message)
{
  g_autofree char *printable = make_printable (message);

  fflush (stdout);
  fprintf (stderr, "parallax-cli: %s\n", printable);
}

PlxExit
plx_cli_fail (const GError *error)
{
  plx_cli_warn (error->message);
  return PLX_EXIT_FAILED;
}

PlxExit
plx_cli_misuse (const PlxCommand *command,
                const char *message)
{
  g_autofree char *hint = g_strdup_printf (_ ("Try “parallax-cli %s --help”."), command->name);

  plx_cli_warn (message);
  plx_cli_warn (hint);
  return PLX_EXIT_USAGE;
}

void
plx_cli_say (const PlxCli *self,
             const char *line)
{
  if (!self->quiet)
    printf ("%s\n", line);
}

/* Options */

gboolean
plx_cli_decode (char **text,
                GError **error)
{
  char *converted;

  if (*text == NULL || g_utf8_validate (*text, -1, NULL))
    return TRUE;
  converted = g_locale_to_utf8 (*text, -1, NULL, NULL, NULL);
  if (converted == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is neither UTF-8 nor in the encoding of the terminal."), *text);
      return FALSE;
    }
  g_free (*text);
  *text = converted;
  return TRUE;
}

static GOptionContext *
context_new (PlxCli *self,
             const GOptionEntry *entries,
             gboolean *version)
{
  const GOptionEntry common[] = {
    { "annotator", 0, 0, G_OPTION_ARG_FILENAME, &self->annotator, N_ ("Who makes the edits"), N_ ("NAME") },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->quiet, N_ ("Say nothing but errors"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, version, N_ ("Show the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->arguments, NULL, NULL },
    { NULL }
  };
  const char *own = self->command->parameters;
  g_autofree char *parameters = g_strjoin (" ", self->command->no_project ? _ (own) : _ ("PROJECT"),
                                           self->command->no_project || *own == '\0' ? NULL : _ (own), NULL);
  GOptionContext *context = g_option_context_new (parameters);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, self->command->summary);
  g_option_context_set_description (context, self->command->details);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  return context;
}

static gboolean
check_arguments (PlxCli *self,
                 int least,
                 int most,
                 PlxExit *status)
{
  self->n_arguments = self->arguments != NULL ? (int) g_strv_length (self->arguments) : 0;
  if (self->n_arguments == 0 && !self->command->no_project)
    *status = plx_cli_misuse (self->command, _ ("The project is missing."));
  else if (self->n_arguments < least)
    *status = plx_cli_misuse (self->command, _ ("An argument is missing."));
  else if (most >= 0 && self->n_arguments > most)
    *status = plx_cli_misuse (self->command, _ ("There are more arguments than the command takes."));
  else
    return TRUE;
  return FALSE;
}

/* The name under which the user is known to the system. */
static char *
dup_default_annotator (void)
{
  const char *name = g_get_real_name ();

  if (name == NULL || *name == '\0' || strcmp (name, "Unknown") == 0)
    name = g_get_user_name ();
  return g_strdup (name);
}

static gboolean
check_annotator (PlxCli *self,
                 PlxExit *status)
{
  g_autoptr (GError) error = NULL;

  if (self->annotator == NULL)
    self->annotator = dup_default_annotator ();
  if (!plx_cli_decode (&self->annotator, &error))
    *status = plx_cli_misuse (self->command, error->message);
  else if (*g_strstrip (self->annotator) == '\0')
    *status = plx_cli_misuse (self->command, _ ("The name of the annotator is empty."));
  else
    return TRUE;
  return FALSE;
}

gboolean
plx_cli_parse (PlxCli *self,
               const PlxCommand *command,
               const GOptionEntry *entries,
               int argc,
               char **argv,
               int least,
               int most,
               PlxExit *status)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  gboolean version = FALSE;

  self->command = command;
  context = context_new (self, entries, &version);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      *status = plx_cli_misuse (command, error->message);
      return FALSE;
    }
  if (version)
    {
      printf ("parallax-cli %s\n", PLX_VERSION);
      *status = PLX_EXIT_DONE;
      return FALSE;
    }
  return check_arguments (self, least, most, status) && check_annotator (self, status);
}

void
plx_cli_clear (PlxCli *self)
{
  g_clear_pointer (&self->annotator, g_free);
  g_clear_pointer (&self->arguments, g_strfreev);
}

/* Projects */

static PlxConnection *
open_to_read (const char *path,
              gboolean (*check) (PlxConnection *connection, GError **error),
              GError **error)
{
  g_autofree char *real = plx_place_resolve (path);
  gboolean frozen = g_file_test (real, G_FILE_TEST_EXISTS) && !plx_place_is_writable (real);
  g_autoptr (PlxConnection) connection = plx_connection_open (path, frozen ? PLX_OPEN_FROZEN : PLX_OPEN_READ, error);

  /* A frozen one has been checked. */
  if (connection == NULL || (!frozen && !check (connection, error)))
    return NULL;
  return g_steal_pointer (&connection);
}

PlxConnection *
plx_cli_open_reader (const char *path,
                     GError **error)
{
  return open_to_read (path, plx_check_quick, error);
}

PlxConnection *
plx_cli_open_to_check (const char *path,
                       GError **error)
{
  return open_to_read (path, plx_schema_check, error);
}

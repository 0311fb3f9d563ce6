/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo, which differ in the direction only. */

#include "config.h"

#include "plx-commands.h"

#include "store/plx-history.h"

#include <glib/gi18n.h>
#include <string.h>

static PlxExit
go (const PlxCli *cli,
    PlxConnection *connection,
    gboolean redo,
    int steps)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < steps; i++)
    {
      g_autoptr (PlxEdit) edit = NULL;
      g_autofree char *line = NULL;

      if (!(redo ? plx_history_redo (connection, &edit, &error) : plx_history_undo (connection, &edit, &error)))
        return plx_cli_fail (error);
      line = g_strdup_printf ("%s %s: %s", redo ? "redone" : "undone", edit->verb, edit->detail);
      plx_cli_say (cli, line);
    }
  return PLX_EXIT_DONE;
}

PlxExit
plx_cmd_undo (const PlxCommand *self,
              int argc,
              char **argv)
{
  int steps = 1;
  g_auto (PlxCli) cli = { NULL };
  const GOptionEntry entries[] = {
    { "steps", 0, 0, G_OPTION_ARG_INT, &steps, N_ ("How many edits"), N_ ("N") },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxConnection) connection = NULL;
  PlxExit status;

  if (!plx_cli_parse (&cli, self, entries, argc, argv, 1, 1, &status))
    return status;
  if (steps < 1)
    return plx_cli_misuse (self, _ ("--steps must be 1 or more."));
  connection = plx_connection_open (cli.arguments[0], PLX_OPEN_WRITE, &error);
  if (connection == NULL)
    return plx_cli_fail (error);
  return go (&cli, connection, strcmp (self->name, "redo") == 0, steps);
}

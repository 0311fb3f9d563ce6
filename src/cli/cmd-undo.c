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

/* Goes to @goal in one transaction. */
static PlxExit
go_to (const PlxCli *cli,
       PlxConnection *connection,
       gboolean redo,
       PlxId goal)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  PlxTravel travel;

  if (!plx_history_go_to (connection, goal, &travel, &error))
    return plx_cli_fail (error);
  line = g_strdup_printf ("%s %u", redo ? "redone" : "undone", travel.n_edits);
  plx_cli_say (cli, line);
  return PLX_EXIT_DONE;
}

/* The edit that --to names, which must lie in the direction of the command. */
static gboolean
find_goal (PlxConnection *connection,
           gboolean redo,
           const char *name,
           PlxId *goal,
           GError **error)
{
  PlxEditState state;

  if (!redo && strcmp (name, "start") == 0)
    {
      *goal = PLX_ID_NONE;
      return TRUE;
    }
  if (!plx_id_from_uuid (name, goal))
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND,
                   _ ("There is no edit “%s”. “parallax-cli list PROJECT history” tells them all."), name);
      return FALSE;
    }
  if (!plx_history_get_state (connection, *goal, &state, error))
    return FALSE;
  if (redo && state == PLX_EDIT_DONE)
    g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOTHING, _ ("That edit is done already; undo goes back to it."));
  else if (!redo && state == PLX_EDIT_UNDONE)
    g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOTHING, _ ("That edit is undone already; redo goes forward to it."));
  else
    return TRUE;
  return FALSE;
}

static PlxExit
travel (const PlxCli *cli,
        gboolean redo,
        int steps,
        const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxConnection) connection = plx_connection_open (cli->arguments[0], PLX_OPEN_WRITE, &error);
  PlxId goal;

  if (connection == NULL)
    return plx_cli_fail (error);
  if (to == NULL)
    return go (cli, connection, redo, steps);
  if (!find_goal (connection, redo, to, &goal, &error))
    return plx_cli_fail (error);
  return go_to (cli, connection, redo, goal);
}

PlxExit
plx_cmd_undo (const PlxCommand *self,
              int argc,
              char **argv)
{
  int steps = 1;
  g_autofree char *to = NULL;
  g_auto (PlxCli) cli = { NULL };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "steps", 0, 0, G_OPTION_ARG_INT, &steps, N_ ("How many edits"), N_ ("N") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("Until this edit is the last one done, all at once"), N_ ("UUID") },
    { NULL }
  };
  PlxExit status;

  if (!plx_cli_parse (&cli, self, entries, argc, argv, 1, 1, &status))
    return status;
  if (!plx_cli_decode (&to, &error))
    return plx_cli_misuse (self, error->message);
  if (steps < 1)
    return plx_cli_misuse (self, _ ("--steps must be 1 or more."));
  if (to != NULL && steps != 1)
    return plx_cli_misuse (self, _ ("--steps and --to do not go together."));
  return travel (&cli, strcmp (self->name, "redo") == 0, steps, to);
}

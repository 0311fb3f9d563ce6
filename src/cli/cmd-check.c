/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-commands.h"

#include "store/plx-check.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
tell_cb (const char *problem,
         gpointer data)
{
  printf ("%s\n", problem);
}

static PlxExit
fail (const PlxCli *cli,
      int n_problems)
{
  g_autofree char *name = g_filename_display_name (cli->arguments[0]);
  /* Translators: a file, how many problems were found in it */
  g_autofree char *line = g_strdup_printf (ngettext ("“%s” has %d problem. Open one of its backups instead.",
                                                     "“%s” has %d problems. Open one of its backups instead.", (gulong) n_problems),
                                           name, n_problems);

  plx_cli_warn (line);
  return PLX_EXIT_FAILED;
}

static PlxExit
succeed (const PlxCli *cli,
         const PlxCheckCounts *counts)
{
  g_autofree char *line = g_strdup_printf ("ok documents=%" G_GINT64_FORMAT " annotations=%" G_GINT64_FORMAT
                                           " spans=%" G_GINT64_FORMAT " relations=%" G_GINT64_FORMAT " edits=%" G_GINT64_FORMAT,
                                           counts->n_documents, counts->n_annotations, counts->n_spans, counts->n_relations,
                                           counts->n_edits);

  plx_cli_say (cli, line);
  return PLX_EXIT_DONE;
}

PlxExit
plx_cmd_check (const PlxCommand *self,
               int argc,
               char **argv)
{
  g_auto (PlxCli) cli = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxConnection) connection = NULL;
  PlxCheckCounts counts;
  int n_problems;
  PlxExit status;

  if (!plx_cli_parse (&cli, self, NULL, argc, argv, 1, 1, &status))
    return status;
  connection = plx_cli_open_to_check (cli.arguments[0], &error);
  if (connection == NULL || !plx_check_project (connection, tell_cb, NULL, &counts, &n_problems, &error))
    return plx_cli_fail (error);
  return n_problems > 0 ? fail (&cli, n_problems) : succeed (&cli, &counts);
}

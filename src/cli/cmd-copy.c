/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Other projects from one: a copy, and what can be saved of a damaged one. */

#include "config.h"

#include "plx-commands.h"

#include "store/plx-backup.h"
#include "store/plx-salvage.h"

#include <glib/gi18n.h>

static gboolean
is_new (const char *path,
        GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT, _ ("There is “%s” already. Choose another name for the new project."), name);
  return FALSE;
}

PlxExit
plx_cmd_copy (const PlxCommand *self,
              int argc,
              char **argv)
{
  g_auto (PlxCli) cli = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxConnection) connection = NULL;
  PlxExit status;

  if (!plx_cli_parse (&cli, self, NULL, argc, argv, 2, 2, &status))
    return status;
  connection = plx_cli_open_reader (cli.arguments[0], &error);
  if (connection == NULL || !is_new (cli.arguments[1], &error) || !plx_backup_copy (connection, cli.arguments[1], &error))
    return plx_cli_fail (error);
  return PLX_EXIT_DONE;
}

PlxExit
plx_cmd_salvage (const PlxCommand *self,
                 int argc,
                 char **argv)
{
  g_auto (PlxCli) cli = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  PlxSalvageReport report;
  PlxExit status;

  if (!plx_cli_parse (&cli, self, NULL, argc, argv, 2, 2, &status))
    return status;
  if (!plx_salvage (cli.arguments[0], cli.arguments[1], &report, &error))
    return plx_cli_fail (error);
  line = g_strdup_printf ("salvaged documents=%" G_GINT64_FORMAT " annotations=%" G_GINT64_FORMAT " rows=%" G_GINT64_FORMAT
                          " gaps=%" G_GINT64_FORMAT " restored=%" G_GINT64_FORMAT " dropped=%" G_GINT64_FORMAT,
                          report.n_documents, report.n_annotations, report.n_rows, report.n_gaps, report.n_restored, report.n_dropped);
  plx_cli_say (&cli, line);
  return PLX_EXIT_DONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-commands.h"
#include "plx-datasets.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *from;
  char *to;
  gboolean rest;
  gboolean strict;
} Options;

/* The format with the longest extension that the name ends in. */
static const PlxFormat *
choose_target (const char *name,
               const char *path,
               GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  const PlxFormat *best = NULL;
  g_autofree char *known = plx_datasets_list (FALSE);

  if (name != NULL)
    return plx_formats_find (name, error);
  for (const PlxFormat *const *format = plx_formats_list (); *format != NULL; format++)
    if (g_str_has_suffix (lower, (*format)->extension) && (best == NULL || strlen (best->extension) < strlen ((*format)->extension)))
      best = *format;
  if (best == NULL)
    g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_UNKNOWN, _ ("The name of the new file does not tell its format. Say --to= one of: %s."), known);
  return best;
}

static gboolean
write_out (PlxConnection *connection,
           const PlxFormat *format,
           const char *path,
           gboolean strict,
           GError **error)
{
  g_autoptr (PlxExportReport) report = NULL;
  g_autofree char *summary = NULL;

  if (strict)
    return plx_format_export_strictly (connection, format, path, NULL, 0, NULL, error);
  if (!plx_format_export (connection, format, path, NULL, 0, NULL, NULL, NULL, &report, error))
    return FALSE;
  summary = plx_export_report_dup_summary (report);
  if (summary != NULL)
    plx_cli_warn (summary);
  return TRUE;
}

/* Goes through a project of its own, which is thrown away. */
static gboolean
convert (const PlxCli *cli,
         const Options *options,
         const char *scratch,
         GError **error)
{
  const PlxFormat *from = plx_datasets_choose (options->from, cli->arguments[0], error);
  const PlxFormat *to = from != NULL ? choose_target (options->to, cli->arguments[1], error) : NULL;
  g_autoptr (PlxConnection) connection = to != NULL ? plx_connection_open (scratch, PLX_OPEN_CREATE, error) : NULL;

  return connection != NULL &&
         plx_datasets_import (cli, connection, from, cli->arguments[0], options->rest ? PLX_IMPORT_REST : PLX_IMPORT_STRICT, NULL, error) &&
         write_out (connection, to, cli->arguments[1], options->strict, error);
}

/* A project is called like its file, so the name goes through. */
static char *
dup_scratch (const char *folder,
             const char *in)
{
  g_autofree char *base = g_path_get_basename (in);
  g_autofree char *stem = g_strndup (base, strcspn (base + 1, ".") + 1);
  g_autofree char *name = g_strconcat (stem, ".parallax", NULL);

  return g_build_filename (folder, name, NULL);
}

PlxExit
plx_cmd_convert (const PlxCommand *self,
                 int argc,
                 char **argv)
{
  Options options = { NULL };
  g_auto (PlxCli) cli = { NULL };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("Format of IN, where its beginning does not show it"), N_ ("FORMAT") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("Format of OUT, where its name does not end in it"), N_ ("FORMAT") },
    { "rest", 0, 0, G_OPTION_ARG_NONE, &options.rest, N_ ("Leave out what is wrong in IN"), NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &options.strict, N_ ("Write nothing if OUT cannot hold everything"), NULL },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *scratch = NULL;
  PlxExit status = PLX_EXIT_DONE;

  if (!plx_cli_parse (&cli, self, entries, argc, argv, 2, 2, &status))
    return status;
  folder = g_dir_make_tmp ("parallax-XXXXXX", &error);
  if (folder == NULL)
    return plx_cli_fail (error);
  scratch = dup_scratch (folder, cli.arguments[0]);
  if (!convert (&cli, &options, scratch, &error))
    status = plx_cli_fail (error);
  g_unlink (scratch);
  g_rmdir (folder);
  g_free (options.from);
  g_free (options.to);
  return status;
}

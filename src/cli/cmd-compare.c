/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables that hold the articles against each other. */

#include "config.h"

#include "plx-commands.h"

#include "format/plx-sheet-file.h"
#include "query/plx-comparison-sheet.h"
#include "query/plx-coverage.h"
#include "query/plx-sources.h"
#include "query/plx-timeline.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static PlxSheet *
make_accounts (PlxConnection *connection,
               GError **error)
{
  g_autoptr (PlxComparison) comparison = plx_comparison_load (connection, error);
  PlxComparisonOptions options = { .with_records = TRUE };

  return comparison != NULL ? plx_comparison_sheet_new (comparison, &options) : NULL;
}

static GArray *
list_columns (const PlxNamings *namings)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < namings->documents->len; i++)
    g_array_append_val (columns, i);
  return columns;
}

static PlxSheet *
make_names (PlxConnection *connection,
            GError **error)
{
  g_autoptr (PlxNamings) namings = plx_namings_load (connection, error);
  g_autoptr (GArray) columns = namings != NULL ? list_columns (namings) : NULL;

  return namings != NULL ? plx_namings_sheet_new (namings, columns, 0, TRUE) : NULL;
}

static PlxSheet *
make_coverage (PlxConnection *connection,
               GError **error)
{
  g_autoptr (PlxComparison) comparison = plx_comparison_load (connection, error);
  g_autoptr (PlxNamings) namings = comparison != NULL ? plx_namings_load (connection, error) : NULL;
  g_autoptr (GArray) columns = namings != NULL ? list_columns (namings) : NULL;

  return namings != NULL ? plx_coverage_sheet_new (comparison, namings, columns, 0, TRUE) : NULL;
}

static PlxSheet *
make_sources (PlxConnection *connection,
              GError **error)
{
  g_autoptr (PlxComparison) comparison = plx_comparison_load (connection, error);

  return comparison != NULL ? plx_sources_sheet_new (comparison, TRUE) : NULL;
}

static PlxSheet *
make_attribution (PlxConnection *connection,
                  GError **error)
{
  g_autoptr (PlxComparison) comparison = plx_comparison_load (connection, error);

  if (comparison == NULL || !plx_comparison_load_loose (comparison, connection, error))
    return NULL;
  return plx_attribution_sheet_new (comparison, TRUE);
}

static PlxSheet *
make_timeline (PlxConnection *connection,
               GError **error)
{
  g_autoptr (PlxComparison) comparison = plx_comparison_load (connection, error);

  return comparison != NULL ? plx_timeline_sheet_new (comparison, TRUE) : NULL;
}

static const struct
{
  const char *command;
  PlxSheet *(*make) (PlxConnection *connection,
                     GError **error);
} tables[] = {
  { "compare", make_accounts },
  { "names", make_names },
  { "coverage", make_coverage },
  { "sources", make_sources },
  { "attribution", make_attribution },
  { "timeline", make_timeline },
};

static PlxExit
print_table (const PlxCommand *command,
             const char *path,
             PlxSheetFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxConnection) connection = plx_cli_open_reader (path, &error);
  g_autoptr (PlxSheet) sheet = NULL;
  g_autofree char *text = NULL;

  if (connection == NULL || !plx_connection_execute (connection, "BEGIN", &error))
    return plx_cli_fail (error);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].command, command->name) == 0)
      sheet = tables[i].make (connection, &error);
  if (sheet == NULL)
    return plx_cli_fail (error);
  text = plx_sheet_write (sheet, format);
  fputs (text, stdout);
  return PLX_EXIT_DONE;
}

PlxExit
plx_cmd_compare (const PlxCommand *self,
                 int argc,
                 char **argv)
{
  g_autofree char *name = NULL;
  g_auto (PlxCli) cli = { NULL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &name, N_ ("csv, html or json (one object a line, the default)"), N_ ("FORMAT") },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  PlxSheetFormat format = PLX_SHEET_JSON;
  PlxExit status;

  if (!plx_cli_parse (&cli, self, entries, argc, argv, 1, 1, &status))
    return status;
  if (!plx_cli_decode (&name, &error) || (name != NULL && !plx_sheet_format_parse (name, &format, &error)))
    return plx_cli_misuse (self, error->message);
  return print_table (self, cli.arguments[0], format);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables that hold the articles against each other. */

#include "config.h"

#include "plx-commands.h"

#include "format/plx-sheet-file.h"
#include "query/plx-comparison-sheet.h"
#include "query/plx-coverage.h"
#include "query/plx-sources.h"
#include "picture/plx-timeline-picture.h"
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

/* Where a table goes. */
typedef struct
{
  const PlxCommand *command;
  PlxSheetFormat format;
  char *path; /* (nullable): standard output if there is none */
} Output;

static PlxSheet *
make_table (const Output *output,
            PlxConnection *connection,
            GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].command, output->command->name) == 0)
      return tables[i].make (connection, error);
  g_assert_not_reached ();
}

static gboolean
write_table (const Output *output,
             PlxConnection *connection,
             GError **error)
{
  g_autoptr (PlxSheet) sheet = make_table (output, connection, error);
  g_autofree char *text = NULL;

  if (sheet == NULL)
    return FALSE;
  if (output->path != NULL)
    return plx_sheet_save (sheet, output->format, output->path, error);
  text = plx_sheet_write (sheet, output->format);
  fputs (text, stdout);
  return TRUE;
}

/* The only table that is also a drawing. */
static gboolean
draw_timeline (const Output *output,
               PlxPictureFormat format,
               PlxConnection *connection,
               GError **error)
{
  g_autoptr (PlxComparison) comparison = plx_comparison_load (connection, error);
  g_autoptr (GArray) order = comparison != NULL ? plx_comparison_list_columns (comparison, PLX_COLUMNS_IN_ORDER) : NULL;
  g_autoptr (PlxTimelineChart) chart = comparison != NULL ? plx_timeline_chart_new (comparison, order, PLX_TIMELINE_BY_EVENT) : NULL;

  return chart != NULL && plx_timeline_picture_save (chart, FALSE, output->path, format, error);
}

static PlxExit
put_table (const Output *output,
           const char *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxConnection) connection = plx_cli_open_reader (project, &error);
  PlxPictureFormat picture;
  gboolean is_picture = output->path != NULL && plx_picture_format_find (output->path, &picture);

  if (connection == NULL || !plx_connection_execute (connection, "BEGIN", &error) ||
      !(is_picture ? draw_timeline (output, picture, connection, &error) : write_table (output, connection, &error)))
    return plx_cli_fail (error);
  return PLX_EXIT_DONE;
}

/* How the table is written: as is asked for, else as the name of the file says. */
static gboolean
choose_format (Output *output,
               const char *name,
               GError **error)
{
  const char *suffix = output->path != NULL ? strrchr (output->path, '.') : NULL;
  PlxPictureFormat picture;

  if (output->path != NULL && plx_picture_format_find (output->path, &picture))
    {
      if (strcmp (output->command->name, "timeline") == 0 && name == NULL)
        return TRUE;
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("Only “timeline”, without --format, draws a picture. End the name in .csv, .html or .json."));
      return FALSE;
    }
  if (name == NULL && suffix != NULL)
    name = suffix + 1;
  return name == NULL || plx_sheet_format_parse (name, &output->format, error);
}

PlxExit
plx_cmd_compare (const PlxCommand *self,
                 int argc,
                 char **argv)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_auto (PlxCli) cli = { NULL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &name, N_ ("csv, html or json (one object a line, the default)"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("write to FILE, as its ending says: .csv, .html, .json; for “timeline” also .svg, .png"), N_ ("FILE") },
    { "out", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  Output output = { self, PLX_SHEET_JSON, NULL };
  PlxExit status;

  if (!plx_cli_parse (&cli, self, entries, argc, argv, 1, 1, &status))
    return status;
  output.path = path;
  if (!plx_cli_decode (&name, &error) || !choose_format (&output, name, &error))
    return plx_cli_misuse (self, error->message);
  return put_table (&output, cli.arguments[0]);
}

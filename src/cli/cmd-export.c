/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-commands.h"
#include "plx-datasets.h"
#include "plx-finder.h"

#include <glib/gi18n.h>

static GArray *
find_documents (PlxConnection *connection,
                char **names,
                GError **error)
{
  g_autoptr (PlxFinder) finder = plx_finder_new (connection);
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (PlxId));

  for (char **name = names; *name != NULL; name++)
    {
      PlxId id;

      if (!plx_finder_find_document (finder, *name, &id, error))
        return NULL;
      g_array_append_val (documents, id);
    }
  return g_steal_pointer (&documents);
}

static PlxExit
export_project (const PlxCli *cli,
                const PlxFormat *format,
                const char *output,
                gboolean strict,
                char **names)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxConnection) connection = plx_cli_open_reader (cli->arguments[0], &error);
  g_autoptr (PlxExportReport) report = NULL;
  g_autoptr (GArray) documents = NULL;
  g_autofree char *summary = NULL;

  const PlxId *ids = NULL;
  guint n = 0;

  if (connection == NULL || (names != NULL && (documents = find_documents (connection, names, &error)) == NULL))
    return plx_cli_fail (error);
  if (documents != NULL)
    {
      ids = (const PlxId *) (gpointer) documents->data;
      n = documents->len;
    }
  if (strict ? !plx_format_export_strictly (connection, format, output, ids, n, NULL, &error)
             : !plx_format_export (connection, format, output, ids, n, NULL, NULL, NULL, &report, &error))
    return plx_cli_fail (error);

  summary = report != NULL ? plx_export_report_dup_summary (report) : NULL;
  if (summary != NULL)
    plx_cli_warn (summary);
  return PLX_EXIT_DONE;
}

static gboolean
decode_all (char **texts,
            GError **error)
{
  for (; texts != NULL && *texts != NULL; texts++)
    if (!plx_cli_decode (texts, error))
      return FALSE;
  return TRUE;
}

/* The other way to write @format that @option stands for. */
static const PlxFormat *
choose_variant (const PlxFormat *format,
                const char *option,
                GError **error)
{
  if (format->variant != NULL && g_str_equal (format->variant_option, option))
    return format->variant;
  /* Translators: a file format, an option of the command line */
  g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_UNKNOWN, _ ("The format “%s” has no --%s."), format->name, option);
  return NULL;
}

PlxExit
plx_cmd_export (const PlxCommand *self,
                int argc,
                char **argv)
{
  g_autofree char *name = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) documents = NULL;
  g_autofree char *known = plx_datasets_list (FALSE);
  gboolean strict = FALSE, in_text = FALSE, utf16 = FALSE;
  g_auto (PlxCli) cli = { NULL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &name, known, N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("PATH") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_ ("Write nothing if the format cannot carry everything"), NULL },
    { "inline", 0, 0, G_OPTION_ARG_NONE, &in_text, N_ ("With tei: annotations inside the text, for reading"), NULL },
    { "utf16", 0, 0, G_OPTION_ARG_NONE, &utf16, N_ ("With qdpx and webanno: positions in UTF-16 units, as NVivo and browsers count"), NULL },
    { "document", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &documents, N_ ("Only this article; may be given more than once"), N_ ("UUID") },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  const PlxFormat *format;
  PlxExit status;

  if (!plx_cli_parse (&cli, self, entries, argc, argv, 1, 1, &status))
    return status;
  if (name == NULL || output == NULL)
    return plx_cli_misuse (self, _ ("--format and --output are needed."));
  if (!plx_cli_decode (&name, &error) || !decode_all (documents, &error) || (format = plx_formats_find (name, &error)) == NULL)
    return plx_cli_misuse (self, error->message);
  if ((in_text && (format = choose_variant (format, "inline", &error)) == NULL) ||
      (utf16 && (format = choose_variant (format, "utf16", &error)) == NULL))
    return plx_cli_misuse (self, error->message);
  return export_project (&cli, format, output, strict, documents);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-commands.h"
#include "plx-finder.h"

#include "format/plx-target.h"
#include "store/plx-documents.h"
#include "store/plx-originals.h"

#include <glib/gi18n.h>

static GBytes *
load (PlxConnection *connection,
      const char *name,
      GError **error)
{
  g_autoptr (PlxFinder) finder = plx_finder_new (connection);
  g_autoptr (PlxDocument) document = NULL;
  PlxId id;

  if (!plx_finder_find_document (finder, name, &id, error))
    return NULL;
  document = plx_documents_get (connection, id, error);
  return document != NULL ? plx_originals_load (connection, document->original, error) : NULL;
}

static gboolean
write_bytes (GBytes *bytes,
             const char *path,
             GError **error)
{
  g_autoptr (PlxTarget) target = plx_target_open (path, error);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (target == NULL)
    return FALSE;
  plx_target_write (target, data, size);
  return plx_target_commit (target, error);
}

PlxExit
plx_cmd_original (const PlxCommand *self,
                  int argc,
                  char **argv)
{
  g_autofree char *document = NULL;
  g_autofree char *output = NULL;
  g_auto (PlxCli) cli = { NULL };
  const GOptionEntry entries[] = {
    { "document", 0, 0, G_OPTION_ARG_FILENAME, &document, N_ ("The article"), N_ ("UUID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("PATH") },
    { NULL }
  };
  g_autoptr (PlxConnection) connection = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PlxExit status;

  if (!plx_cli_parse (&cli, self, entries, argc, argv, 1, 1, &status))
    return status;
  if (document == NULL || output == NULL)
    return plx_cli_misuse (self, _ ("--document and --output are needed."));
  if (!plx_cli_decode (&document, &error))
    return plx_cli_misuse (self, error->message);
  connection = plx_cli_open_reader (cli.arguments[0], &error);
  bytes = connection != NULL ? load (connection, document, &error) : NULL;
  if (bytes == NULL || !write_bytes (bytes, output, &error))
    return plx_cli_fail (error);
  return PLX_EXIT_DONE;
}

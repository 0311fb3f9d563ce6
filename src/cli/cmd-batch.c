/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads edits, one JSON object on each line, makes each durable, and says so:
 * `ok N` is written, and flushed, only after edit N can no longer be lost.
 */

#include "config.h"

#include "plx-commands.h"
#include "plx-lines.h"
#include "plx-ops.h"

#include "format/plx-json-guard.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static gboolean
is_blank (const char *line,
          gsize length)
{
  return strspn (line, " \t\r") == length;
}

/* json-glib puts its own file name and place before the message. */
static gboolean
parse (JsonParser *parser,
       const char *line,
       gsize length,
       GError **error)
{
  g_autoptr (GError) reason = NULL;
  JsonNode *root;

  if (!plx_json_guard (line, length, error))
    return FALSE;
  if (!json_parser_load_from_data (parser, line, (gssize) length, &reason))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("This is no JSON: %s"), reason->message);
      return FALSE;
    }
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The line is no JSON object, such as {\"op\": \"undo\"}."));
  return FALSE;
}

static gboolean
run_line (PlxOps *ops,
          JsonParser *parser,
          const char *line,
          gsize length,
          GError **error)
{
  PlxId id;

  return parse (parser, line, length, error) &&
         plx_ops_run (ops, json_node_get_object (json_parser_get_root (parser)), &id, error);
}

static gboolean
acknowledge (int n,
             GError **error)
{
  if (printf ("ok %d\n", n) > 0 && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("Edit %d is saved, but standard output cannot be written."), n);
  return FALSE;
}

static gboolean
run_lines (PlxOps *ops,
           int *line_number,
           GError **error)
{
  g_autoptr (PlxLines) lines = plx_lines_new (STDIN_FILENO);
  g_autoptr (JsonParser) parser = json_parser_new ();
  int n_done = 0;
  char *line;
  gsize length;

  for (*line_number = 1; plx_lines_next (lines, &line, &length, error); (*line_number)++)
    {
      if (line == NULL)
        return TRUE;
      if (!is_blank (line, length) && (!run_line (ops, parser, line, length, error) || !acknowledge (++n_done, error)))
        return FALSE;
    }
  return FALSE;
}

PlxExit
plx_cmd_batch (const PlxCommand *self,
               int argc,
               char **argv)
{
  g_auto (PlxCli) cli = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxConnection) connection = NULL;
  g_auto (PlxOps) ops = { NULL };
  g_autofree char *message = NULL;
  int line_number;
  PlxExit status;

  if (!plx_cli_parse (&cli, self, NULL, argc, argv, 1, 1, &status))
    return status;
  connection = plx_connection_open (cli.arguments[0], PLX_OPEN_WRITE, &error);
  if (connection == NULL)
    return plx_cli_fail (error);
  plx_ops_init (&ops, connection, cli.annotator);
  if (run_lines (&ops, &line_number, &error))
    return PLX_EXIT_DONE;
  /* Translators: number of a line of the input, what is wrong there */
  message = g_strdup_printf (_ ("Line %d: %s\nThe lines before it are done."), line_number, error->message);
  plx_cli_warn (message);
  return PLX_EXIT_FAILED;
}

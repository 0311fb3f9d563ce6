/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-commands.h"
#include "plx-ops.h"

#include <glib/gi18n.h>

PlxExit
plx_cmd_relate (const PlxCommand *self,
                int argc,
                char **argv)
{
  g_autofree char *kind = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *note = NULL;
  g_auto (PlxCli) cli = { NULL };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind, N_ ("Kind of the relation, such as contradicts"), N_ ("KIND") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("The annotation it starts from"), N_ ("UUID") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("The annotation it leads to"), N_ ("UUID") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_ ("A note"), N_ ("TEXT") },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) edit = json_object_new ();
  PlxExit status;

  if (!plx_cli_parse (&cli, self, entries, argc, argv, 1, 1, &status))
    return status;
  if (kind == NULL || from == NULL || to == NULL)
    return plx_cli_misuse (self, _ ("--kind, --from and --to are needed."));
  if (!plx_cli_decode (&kind, &error) || !plx_cli_decode (&from, &error) || !plx_cli_decode (&to, &error) || !plx_cli_decode (&note, &error))
    return plx_cli_misuse (self, error->message);
  json_object_set_string_member (edit, "op", "relate");
  json_object_set_string_member (edit, "kind", kind);
  json_object_set_string_member (edit, "from", from);
  json_object_set_string_member (edit, "to", to);
  if (note != NULL)
    json_object_set_string_member (edit, "note", note);
  return plx_ops_run_one (&cli, edit);
}

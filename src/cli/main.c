/* SPDX-License-Identifier: GPL-3.0-or-later */

/* parallax-cli: the second client of the core, for scripts and servers. */

#include "config.h"

#include "plx-commands.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static const PlxCommand commands[] = {
  { "import", "FILE…", N_ ("Add articles to a project, which is made if there is none"), plx_cmd_import },
  { "export", "--format=FORMAT --output=PATH", N_ ("Write a project to one file"), plx_cmd_export },
  { "tag", "--document=UUID --span=START-END --tag=NAME", N_ ("Add an annotation"), plx_cmd_tag },
  { "relate", "--kind=KIND --from=UUID --to=UUID", N_ ("Link two annotations"), plx_cmd_relate },
  { "batch", "< EDITS", N_ ("Make edits, one JSON object on each line of standard input"), plx_cmd_batch },
  { "undo", "", N_ ("Take back the last edit"), plx_cmd_undo },
  { "redo", "", N_ ("Do again what was undone"), plx_cmd_undo },
  { "list", "WHAT", N_ ("List rows of a project as JSON Lines"), plx_cmd_list },
  { "check", "", N_ ("Check that a project is whole"), plx_cmd_check },
};

static void
print_help (FILE *stream)
{
  fprintf (stream, "%s\n  parallax-cli %s\n\n%s\n", _ ("Usage:"), _ ("COMMAND PROJECT [OPTION…]"), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-8s %s\n", commands[i].name, _ (commands[i].summary));
  fprintf (stream, "\n%s\n", _ ("“parallax-cli COMMAND --help” tells the options of a command."));
}

static PlxExit
run (int argc,
     char **argv)
{
  g_autofree char *message = NULL;

  if (argc < 2)
    {
      print_help (stderr);
      return PLX_EXIT_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help (stdout);
      return PLX_EXIT_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("parallax-cli %s\n", PLX_VERSION);
      return PLX_EXIT_DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      {
        g_autofree char *name = g_strconcat ("parallax-cli ", commands[i].name, NULL);

        g_set_prgname (name);
        return commands[i].run (&commands[i], argc - 1, argv + 1);
      }
  message = g_strdup_printf (_ ("There is no command “%s”. “parallax-cli --help” lists what there is."), argv[1]);
  plx_cli_warn (message);
  return PLX_EXIT_USAGE;
}

int
main (int argc,
      char **argv)
{
  PlxExit status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PLX_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  status = run (argc, argv);
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      plx_cli_warn (_ ("Standard output could not be written."));
      return PLX_EXIT_FAILED;
    }
  return (int) status;
}

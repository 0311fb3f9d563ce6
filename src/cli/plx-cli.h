/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands share: options, messages, opening a project.
 *
 * What was asked for goes to standard output, everything else to standard
 * error.  Both are UTF-8 whatever the locale says, so that scripts can rely on
 * it.  Everything runs on the main thread.
 */

#pragma once

#include "store/plx-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_EXIT_DONE = 0,
  PLX_EXIT_FAILED = 1,
  PLX_EXIT_USAGE = 2,
} PlxExit;

typedef struct _PlxCommand PlxCommand;

struct _PlxCommand
{
  const char *name;
  const char *parameters; /* for the usage line, after PROJECT */
  gboolean no_project;    /* the first argument is a file of another kind */
  const char *summary;    /* to be translated */
  const char *details;    /* (nullable): more for the help, to be translated */
  PlxExit (*run) (const PlxCommand *self,
                  int argc,
                  char **argv);
};

/* One call of a command. */
typedef struct
{
  const PlxCommand *command;
  char *annotator; /* (owned): who makes the edits, in UTF-8 */
  gboolean quiet;
  char **arguments; /* (owned): what is no option, as it was typed; the first is PROJECT */
  int n_arguments;
} PlxCli;

/**
 * plx_cli_parse:
 * @entries: (nullable): options of the command; texts are
 *   %G_OPTION_ARG_FILENAME, to be taken through plx_cli_decode()
 * @least: how many arguments there must be
 * @most: how many there may be, -1 for any number
 * @status: (out): what to exit with if there is nothing to do
 *
 * Returns: whether to go on
 */
gboolean plx_cli_parse (PlxCli *self,
                        const PlxCommand *command,
                        const GOptionEntry *entries,
                        int argc,
                        char **argv,
                        int least,
                        int most,
                        PlxExit *status);
void plx_cli_clear (PlxCli *self);

/**
 * plx_cli_decode:
 * @text: (inout) (nullable): as it was typed; becomes UTF-8, in place
 *
 * Returns: whether it could be read
 */
gboolean plx_cli_decode (char **text,
                         GError **error);

/* Messages.  The first two return the status to exit with. */
PlxExit plx_cli_fail (const GError *error);
PlxExit plx_cli_misuse (const PlxCommand *command,
                        const char *message);
void plx_cli_warn (const char *message);

/**
 * plx_cli_say:
 *
 * A line on standard output, unless it should be quiet.
 */
void plx_cli_say (const PlxCli *self,
                  const char *line);

/**
 * plx_cli_open_reader:
 *
 * Opens a project for reading; nothing is written to the file.
 */
PlxConnection *plx_cli_open_reader (const char *path,
                                    GError **error);

/**
 * plx_cli_open_to_check:
 *
 * Like plx_cli_open_reader(), but damage is left to be found.
 */
PlxConnection *plx_cli_open_to_check (const char *path,
                                      GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxCli, plx_cli_clear)

G_END_DECLS

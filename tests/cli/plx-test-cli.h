/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Running parallax-cli in a folder of its own. */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder;          /* (owned): where the program runs */
  char *program;         /* (owned) */
  gboolean unprivileged; /* run as somebody who is not root */

  /* Of the last run */
  int status;
  char *out;   /* (owned) */
  char *error; /* (owned) */
} PlxTestCli;

/**
 * plx_test_cli_new:
 *
 * The program is the one that the environment variable PLX_CLI names.
 */
PlxTestCli *plx_test_cli_new (void);
void plx_test_cli_free (PlxTestCli *self);

/**
 * plx_test_cli_run:
 * @input: (nullable): standard input
 * @...: arguments, ended by %NULL
 *
 * Returns: the exit status
 */
int plx_test_cli_run (PlxTestCli *self,
                      const char *input,
                      ...) G_GNUC_NULL_TERMINATED;

/**
 * plx_test_cli_drop_privileges:
 *
 * From now on root runs the program as nobody, out of the folder.
 */
void plx_test_cli_drop_privileges (PlxTestCli *self);

/* Asserts that it ends with @status and tells @word on standard error. */
void plx_test_cli_expect (PlxTestCli *self,
                          int status,
                          const char *word);

/* Asserts that it ended well. */
void plx_test_cli_expect_done (PlxTestCli *self);

void plx_test_cli_put (PlxTestCli *self,
                       const char *name,
                       const char *contents,
                       gssize length);
char *plx_test_cli_read (PlxTestCli *self,
                         const char *name,
                         gsize *length);

/**
 * plx_test_cli_list:
 *
 * Returns: (transfer full) (element-type JsonNode): what `list PROJECT @what`
 *   gives, one object for each line
 */
GPtrArray *plx_test_cli_list (PlxTestCli *self,
                              const char *project,
                              const char *what);

/* A member of row @i, which must be a string. */
const char *plx_test_row_get (GPtrArray *rows,
                              guint i,
                              const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTestCli, plx_test_cli_free)

G_END_DECLS

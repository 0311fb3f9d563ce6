/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits that come as JSON objects: the language of `batch`, into which `tag`,
 * `relate` and `undo` translate what they are asked for.
 *
 * Each object is one edit: {"op": "tag", "document": …, …}.  Actors, places and
 * questions that are named and not there are made with it.
 */

#pragma once

#include "plx-cli.h"
#include "plx-finder.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  PlxConnection *connection; /* (unowned): open for writing */
  const char *annotator;     /* (unowned): who makes the edits that name nobody */
  PlxFinder *finder;         /* (owned) */
} PlxOps;

void plx_ops_init (PlxOps *self,
                   PlxConnection *connection,
                   const char *annotator);
void plx_ops_clear (PlxOps *self);

/**
 * plx_ops_run:
 * @id: (out): the row that was added, or PLX_ID_NONE
 * @error: %G_IO_ERROR_INVALID_ARGUMENT for a malformed object, or a
 *   #PlxStoreError
 *
 * Makes one edit; when it returns, it is durable.
 */
gboolean plx_ops_run (PlxOps *self,
                      JsonObject *object,
                      PlxId *id,
                      GError **error);

/**
 * plx_ops_run_one:
 *
 * A whole command: opens the project, makes the edit, says the UUID of the row
 * that was added.
 *
 * Returns: the status to exit with
 */
PlxExit plx_ops_run_one (const PlxCli *cli,
                         JsonObject *object);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxOps, plx_ops_clear)

G_END_DECLS

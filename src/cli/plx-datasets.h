/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotated data in, for the commands that read it. */

#pragma once

#include "plx-cli.h"

#include "format/plx-format.h"

G_BEGIN_DECLS

/**
 * plx_datasets_choose:
 * @name: (nullable): what the user said
 * @path: the file, looked at if nothing was said
 * @error: %PLX_FORMAT_ERROR_UNKNOWN
 *
 * Returns: (transfer none) (nullable): a format that can be read
 */
const PlxFormat *plx_datasets_choose (const char *name,
                                      const char *path,
                                      GError **error);

/**
 * plx_datasets_import:
 * @maps: (nullable): what the user said, `FILE TAG=TAG` each: new tags of the file
 *   and the tags of the project that they are taken as
 *
 * Imports a file in one edit, and tells what came of it.
 */
gboolean plx_datasets_import (const PlxCli *cli,
                              PlxConnection *connection,
                              const PlxFormat *format,
                              const char *path,
                              PlxImportMode mode,
                              char **maps,
                              GError **error);

/**
 * plx_datasets_list:
 * @read: those that can be read, otherwise those that can be written
 *
 * Returns: (transfer full): names of formats with commas between them
 */
char *plx_datasets_list (gboolean read);

G_END_DECLS

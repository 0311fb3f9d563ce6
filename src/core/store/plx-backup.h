/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies of a project: backups that rotate, and copies for other places. */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

/* How many backups of a project are kept. */
#define PLX_BACKUP_COUNT 5

/**
 * plx_backup_copy:
 * @path: where the copy goes; an existing file is replaced when the copy is
 *   whole, synced and has been test-opened, and stays as it is otherwise
 */
gboolean plx_backup_copy (PlxConnection *connection,
                          const char *path,
                          GError **error);

/**
 * plx_backup_rotate:
 * @uuid: of the project
 *
 * Makes a backup in the library and removes those over %PLX_BACKUP_COUNT, the
 * oldest first.
 */
gboolean plx_backup_rotate (PlxConnection *connection,
                            const char *uuid,
                            GError **error);

/**
 * plx_backup_list:
 *
 * Returns: (transfer container) (element-type filename): backups, newest first
 */
GPtrArray *plx_backup_list (const char *uuid,
                            GError **error);

G_END_DECLS

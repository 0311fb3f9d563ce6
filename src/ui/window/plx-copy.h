/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Publishes a consistent copy of an open project at any place, also one where
 * SQLite must not work. */

#pragma once

#include "project/plx-project.h"

G_BEGIN_DECLS

/**
 * plx_copy_write:
 * @target: a file that is there is replaced when the copy is whole, and stays
 *   as it is otherwise
 *
 * Writes the copy, on the thread of @connection.
 */
gboolean plx_copy_write (PlxConnection *connection,
                         GFile *target,
                         GCancellable *cancellable,
                         GError **error);

/**
 * plx_copy_async:
 * @target: a file that is there is replaced when the copy is whole, and stays
 *   as it is otherwise
 */
void plx_copy_async (PlxProject *project,
                     GFile *target,
                     GAsyncReadyCallback callback,
                     gpointer user_data);

/**
 * plx_copy_finish:
 *
 * Returns: (transfer full): the name of the copy, for the screen
 */
char *plx_copy_finish (GAsyncResult *result,
                       GError **error);

G_END_DECLS

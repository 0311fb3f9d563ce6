/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens a project wherever it lies.
 *
 * SQLite must not touch the document portal or a network file system, so a
 * project from there is copied into the library and the copy is opened; the
 * original stays as it is.  The same is done with a backup.  Main thread.
 */

#pragma once

#include "project/plx-project.h"

G_BEGIN_DECLS

/**
 * plx_opener_needs_copy:
 *
 * Whether @file lies where Parallax cannot, or should not, work on it.
 */
gboolean plx_opener_needs_copy (GFile *file);

/**
 * plx_opener_dup_namesake:
 *
 * Returns: (transfer full) (nullable): the project in the library that a working
 *   copy of @file would be named after, if there is one
 */
GFile *plx_opener_dup_namesake (GFile *file);

/**
 * plx_opener_open_async:
 * @create: whether to make the project if there is none; only for local files
 */
void plx_opener_open_async (GFile *file,
                            gboolean create,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * plx_opener_open_finish:
 * @is_copy: (out): whether the project is a working copy of the file
 *
 * Returns: (transfer full): the project, or %NULL with @error
 */
PlxProject *plx_opener_open_finish (GAsyncResult *result,
                                    gboolean *is_copy,
                                    GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The library: the folder in the user's data where projects live by default. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_PROJECT_SUFFIX ".parallax"

/**
 * plx_library_dup_folder:
 *
 * Returns: (transfer full): the folder of projects, made if need be
 */
char *plx_library_dup_folder (GError **error);

/**
 * plx_library_dup_backup_folder:
 * @uuid: of a project
 *
 * Returns: (transfer full): the folder of its backups, made if need be
 */
char *plx_library_dup_backup_folder (const char *uuid,
                                     GError **error);

/**
 * plx_library_dup_new_path:
 * @title: what the user calls the project
 *
 * Returns: (transfer full): the path of a project in the library that does not
 *   exist yet, named after @title as far as file names allow
 */
char *plx_library_dup_new_path (const char *title,
                                GError **error);

/**
 * plx_library_rename:
 * @path: of a project that nobody has open
 * @title: what it shall be called
 * @error: %PLX_STORE_ERROR_CONSTRAINT if another one has that name
 *
 * Gives the file another name, in the folder where it is.
 */
gboolean plx_library_rename (const char *path,
                             const char *title,
                             GError **error);

/**
 * plx_library_list:
 *
 * Returns: (transfer container) (element-type filename): the projects in the
 *   library, the one changed last first
 */
GPtrArray *plx_library_list (GError **error);

G_END_DECLS

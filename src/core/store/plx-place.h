/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a project may lie.
 *
 * SQLite must not work on the document portal, on FUSE or on network file
 * systems: locks and journals do not survive there.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_place_resolve:
 *
 * Returns: (transfer full): @path absolute and with links resolved, as far as
 *   it exists
 */
char *plx_place_resolve (const char *path);

/**
 * plx_place_is_local:
 *
 * Returns: whether SQLite may touch @path, which need not exist yet
 */
gboolean plx_place_is_local (const char *path);

/**
 * plx_place_is_writable:
 *
 * Returns: whether both the file and its folder can be written
 */
gboolean plx_place_is_writable (const char *path);

/**
 * plx_place_sync_folder:
 *
 * Makes the name of @path in its folder survive a power cut.
 */
void plx_place_sync_folder (const char *path);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Folders for tests: made anew, removed with all that is in them. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * plx_test_dir_new:
 *
 * Returns: (transfer full): the path of a new empty folder
 */
char *plx_test_dir_new (void);
void plx_test_dir_remove (const char *path);

/* What @launcher starts keeps its data, settings and caches in @path. */
void plx_test_dir_settle (const char *path,
                          GSubprocessLauncher *launcher);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Work on the projects of the library that takes its time, on threads.  Main
 * thread. */

#pragma once

#include "store/plx-salvage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_library_read_async:
 * @paths: (element-type filename): projects
 *
 * Reads a card of each.
 */
void plx_library_read_async (GPtrArray *paths,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * plx_library_read_finish:
 *
 * Returns: (transfer container) (element-type PlxCard): in the order of the paths
 */
GPtrArray *plx_library_read_finish (GAsyncResult *result,
                                    GError **error);

/**
 * plx_library_copy_async:
 * @from: a project, or a backup of one
 * @title: what the new project is called
 *
 * Makes a new project in the library.
 */
void plx_library_copy_async (const char *from,
                             const char *title,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * plx_library_salvage_async:
 * @from: a damaged project
 *
 * The same, see plx_salvage().
 */
void plx_library_salvage_async (const char *from,
                                const char *title,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * plx_library_make_finish:
 * @report: (out) (optional): what was salvaged
 *
 * Returns: (transfer full): the path of the new project
 */
char *plx_library_make_finish (GAsyncResult *result,
                               PlxSalvageReport *report,
                               GError **error);

/**
 * plx_library_save_async:
 * @from: a project
 * @target: where a copy of it goes, see plx_copy_write()
 */
void plx_library_save_async (const char *from,
                             GFile *target,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean plx_library_save_finish (GAsyncResult *result,
                                  GError **error);

G_END_DECLS

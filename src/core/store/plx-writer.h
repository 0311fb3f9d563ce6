/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The writer: one thread with the only read-write connection of a window.
 *
 * Jobs run strictly one after the other in the order in which they were given,
 * and complete in that order on the main context of the caller.  When there is
 * nothing to do for a moment, the log is written back into the file.
 * plx_writer_close_async() must be called, and has to finish, before the last
 * reference goes: it lets all jobs finish first.
 */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef struct _PlxWriter PlxWriter;

/**
 * PlxWriterFunc:
 *
 * A job, on the writer's thread.
 */
typedef gboolean (*PlxWriterFunc) (PlxConnection *connection,
                                   gpointer data,
                                   GError **error);

/**
 * plx_writer_open_async:
 * @mode: %PLX_OPEN_WRITE or %PLX_OPEN_CREATE
 *
 * Starts the thread and opens the project there.
 */
void plx_writer_open_async (const char *path,
                            PlxOpenMode mode,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * plx_writer_open_finish:
 *
 * Returns: (transfer full): the writer, or %NULL with @error
 */
PlxWriter *plx_writer_open_finish (GAsyncResult *result,
                                   GError **error);

/**
 * plx_writer_run_async:
 * @source: (nullable): source object of the result
 * @data: given to @func and then freed with @destroy
 * @cancellable: (nullable): a job that has not begun when it is cancelled never
 *   runs
 */
void plx_writer_run_async (PlxWriter *self,
                           gpointer source,
                           PlxWriterFunc func,
                           gpointer data,
                           GDestroyNotify destroy,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean plx_writer_run_finish (GAsyncResult *result,
                                GError **error);

/**
 * plx_writer_close_async:
 * @func: (nullable): a last job, run whatever happened before
 *
 * Lets all jobs finish, runs @func, closes the connection on its own thread and
 * ends the thread.  Frees @self; no other call may follow.
 */
void plx_writer_close_async (PlxWriter *self,
                             PlxWriterFunc func,
                             gpointer data,
                             GDestroyNotify destroy,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean plx_writer_close_finish (GAsyncResult *result,
                                  GError **error);

G_END_DECLS

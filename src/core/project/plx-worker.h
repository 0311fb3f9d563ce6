/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The worker: one thread with a connection for reading, for questions to the
 * whole project that would hold up the main thread.
 *
 * Jobs run one after the other, each on one state of the project, and complete
 * on the main context of the caller.  The thread and its connection begin with
 * the first job.  plx_worker_close_async() has to finish before the writer
 * closes: a project at rest is one file only when nobody reads any more.
 */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef struct _PlxWorker PlxWorker;

/**
 * PlxWorkerFunc:
 * @cancellable: looked at now and then
 *
 * A job, on the worker's thread.
 */
typedef gboolean (*PlxWorkerFunc) (PlxConnection *connection,
                                   gpointer data,
                                   GCancellable *cancellable,
                                   GError **error);

/**
 * plx_worker_new:
 * @mode: %PLX_OPEN_READ or %PLX_OPEN_FROZEN
 */
PlxWorker *plx_worker_new (const char *path,
                           PlxOpenMode mode);

/**
 * plx_worker_run_async:
 * @source: (nullable): source object of the result
 * @data: given to @func; freed with @destroy after @callback
 * @cancellable: (nullable): ends the job, or keeps it from beginning
 */
void plx_worker_run_async (PlxWorker *self,
                           gpointer source,
                           PlxWorkerFunc func,
                           gpointer data,
                           GDestroyNotify destroy,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/**
 * plx_worker_run_finish:
 *
 * Returns: (transfer none) (nullable): the data of the job, which @result keeps;
 *   %NULL with @error
 */
gpointer plx_worker_run_finish (GAsyncResult *result,
                                GError **error);

/**
 * plx_worker_close_async:
 *
 * Cancels all jobs, closes the connection on its own thread and ends the thread.
 * Frees @self; no other call may follow.
 */
void plx_worker_close_async (PlxWorker *self,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
void plx_worker_close_finish (GAsyncResult *result);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a project in the background: questions that are too large for the
 * main thread.
 *
 * Each has a thread and a connection of its own for as long as it takes.  They
 * end before the project is closed, so that the file comes to rest.  Main
 * thread.
 */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef struct _PlxReads PlxReads;

/**
 * PlxProjectQuestion:
 * @cancellable: set when nobody waits any more; what runs in @connection then
 *   fails by itself
 *
 * A question, asked on a thread of its own.
 *
 * Returns: (nullable): the answer, %NULL with @error set
 */
typedef gpointer (*PlxProjectQuestion) (PlxConnection *connection,
                                        gpointer data,
                                        GCancellable *cancellable,
                                        GError **error);

PlxReads *plx_reads_new (const char *path,
                         PlxOpenMode mode);

/* Nothing may run any more. */
void plx_reads_free (PlxReads *self);

/**
 * plx_reads_run_async:
 * @source: (type GObject): of the result
 * @data: for @func, freed with @destroy
 * @destroy_answer: frees an answer that nobody takes
 */
void plx_reads_run_async (PlxReads *self,
                          gpointer source,
                          PlxProjectQuestion func,
                          gpointer data,
                          GDestroyNotify destroy,
                          GDestroyNotify destroy_answer,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/**
 * plx_reads_run_finish:
 *
 * Returns: (transfer full) (nullable): the answer
 */
gpointer plx_reads_run_finish (GAsyncResult *result,
                               GError **error);

/**
 * plx_reads_stop:
 * @func: called once, when nothing runs any more; at once if that is so
 *
 * Cancels all that runs.
 */
void plx_reads_stop (PlxReads *self,
                     void (*func) (gpointer data),
                     gpointer data);

G_END_DECLS

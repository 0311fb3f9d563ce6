/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a project in the background: questions that are too large for the
 * main thread, exports, copies.
 *
 * Each has a thread and a connection of its own for as long as it takes.  All end
 * before the project is closed, so that the file comes to rest.  Main thread.
 */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef struct _PlxReads PlxReads;

/**
 * PlxReadFunc:
 * @data: the question, and where the answer goes
 * @cancellable: set when nobody waits any more; what runs in @connection then
 *   fails by itself
 *
 * A question, asked on a thread of its own.
 */
typedef gboolean (*PlxReadFunc) (PlxConnection *connection,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

typedef enum
{
  PLX_READ_ANSWER,  /* for somebody who looks, from one state of the project: closing cancels it */
  PLX_READ_OUTCOME, /* a file that somebody wants: closing waits for it */
} PlxReadPurpose;

PlxReads *plx_reads_new (const char *path,
                         PlxOpenMode mode);

/* Nothing may run any more. */
void plx_reads_free (PlxReads *self);

/**
 * plx_reads_run_async:
 * @source: (type GObject): of the result
 * @data: (nullable): for @func, freed with @destroy when the result is, on
 *   whatever thread
 * @cancellable: (nullable): ends it, or keeps it from beginning
 */
void plx_reads_run_async (PlxReads *self,
                          gpointer source,
                          PlxReadPurpose purpose,
                          PlxReadFunc func,
                          gpointer data,
                          GDestroyNotify destroy,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/**
 * plx_reads_run_finish:
 * @data: (out) (optional) (transfer none): that was given, which @result keeps
 */
gboolean plx_reads_run_finish (GAsyncResult *result,
                               gpointer *data,
                               GError **error);

/**
 * plx_reads_stop:
 * @func: called once, when nothing runs any more; at once if that is so
 *
 * Cancels what runs for an answer, and lets the rest end.
 */
void plx_reads_stop (PlxReads *self,
                     void (*func) (gpointer data),
                     gpointer data);

G_END_DECLS

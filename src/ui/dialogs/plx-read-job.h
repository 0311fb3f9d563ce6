/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Long reading of a project off the main thread: export, copies.
 *
 * First everything that was done before is stored; then the job runs on a
 * thread and a connection of its own, so that work can go on meanwhile.
 */

#pragma once

#include "project/plx-project.h"

G_BEGIN_DECLS

/**
 * PlxReadFunc:
 *
 * A job, on a thread of its own.
 */
typedef gboolean (*PlxReadFunc) (PlxConnection *connection,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

/**
 * plx_read_job_run_async:
 * @data: given to @func; belongs to the caller, who keeps it until @callback
 * @cancellable: (nullable):
 *
 * The application lives until the job is over.
 */
void plx_read_job_run_async (PlxProject *project,
                             PlxReadFunc func,
                             gpointer data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean plx_read_job_run_finish (GAsyncResult *result,
                                  GError **error);

G_END_DECLS

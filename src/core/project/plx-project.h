/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An open project, as a window holds it.
 *
 * Lives on the main thread.  Reads through a connection of its own that never
 * writes; everything that changes the project goes to the writer as a verb.
 * After each commit, of this process or another, #PlxProject::changed tells
 * what changed.  plx_project_close_async() has to finish before the last
 * reference goes.
 */

#pragma once

#include "project/plx-reads.h"
#include "store/plx-changes.h"
#include "store/plx-connection.h"
#include "store/plx-history.h"
#include "verb/plx-verb.h"

G_BEGIN_DECLS

#define PLX_TYPE_PROJECT (plx_project_get_type ())

G_DECLARE_FINAL_TYPE (PlxProject, plx_project, PLX, PROJECT, GObject)

/**
 * plx_project_open_async:
 * @path: a local file name
 * @create: whether to make the project if there is none
 *
 * Opens a project; one that cannot be written is opened for reading only.
 */
void plx_project_open_async (const char *path,
                             gboolean create,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
PlxProject *plx_project_open_finish (GAsyncResult *result,
                                     GError **error);

/**
 * plx_project_close_async:
 *
 * Finishes all writing, makes a backup if anything changed, and closes.  It fails
 * if there is no backup; what could not be written has told so before.
 */
void plx_project_close_async (PlxProject *self,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean plx_project_close_finish (PlxProject *self,
                                   GAsyncResult *result,
                                   GError **error);

const char *plx_project_get_path (PlxProject *self);
const char *plx_project_get_uuid (PlxProject *self);

/**
 * plx_project_dup_title:
 *
 * Returns: (transfer full): the file's name for the screen, without extension
 */
char *plx_project_dup_title (PlxProject *self);
gboolean plx_project_is_read_only (PlxProject *self);

/**
 * plx_project_get_reader:
 *
 * Returns: (transfer none): for bounded reads on the main thread
 */
PlxConnection *plx_project_get_reader (PlxProject *self);

/* Who makes the edits of this window. */
const char *plx_project_get_annotator (PlxProject *self);
void plx_project_set_annotator (PlxProject *self,
                                const char *name);

/**
 * plx_project_do_async:
 * @verb: (transfer full): what to do
 *
 * #PlxProject::changed is emitted before @callback is called.
 */
void plx_project_do_async (PlxProject *self,
                           PlxVerb *verb,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean plx_project_do_finish (PlxProject *self,
                                GAsyncResult *result,
                                GError **error);

/**
 * plx_project_undo_async:
 * @redo: do again instead
 */
void plx_project_undo_async (PlxProject *self,
                             gboolean redo,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * plx_project_undo_finish:
 *
 * Returns: (transfer full): what was undone or redone
 */
PlxEdit *plx_project_undo_finish (PlxProject *self,
                                  GAsyncResult *result,
                                  GError **error);

/**
 * plx_project_go_to_async:
 * @edit: what shall be the last edit that is done, or %PLX_ID_NONE
 *
 * See plx_history_go_to(); #PlxProject::changed is emitted once for all steps.
 */
void plx_project_go_to_async (PlxProject *self,
                              PlxId edit,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean plx_project_go_to_finish (PlxProject *self,
                                   GAsyncResult *result,
                                   PlxTravel *travel,
                                   GError **error);

/**
 * plx_project_run_async:
 *
 * Runs any job on the writer's thread, for work that is no edit, such as a copy
 * of the file.
 */
void plx_project_run_async (PlxProject *self,
                            gboolean (*func) (PlxConnection *connection, gpointer data, GError **error),
                            gpointer data,
                            GDestroyNotify destroy,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean plx_project_run_finish (PlxProject *self,
                                 GAsyncResult *result,
                                 GError **error);

/**
 * plx_project_read_async:
 * @func: the question
 * @data: (nullable): question and answer; freed with @destroy when the result is
 *
 * Asks something that takes longer than the main thread may wait, on a thread
 * and a connection of its own.  Closing the project cancels it.
 */
void plx_project_read_async (PlxProject *self,
                             PlxReadFunc func,
                             gpointer data,
                             GDestroyNotify destroy,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * plx_project_read_finish:
 *
 * Returns: (transfer none) (nullable): the data, which @result keeps, or %NULL
 *   with @error
 */
gpointer plx_project_read_finish (PlxProject *self,
                                  GAsyncResult *result,
                                  GError **error);

/**
 * plx_project_export_async:
 * @data: belongs to the caller, who keeps it until @callback
 *
 * The same for what leaves the project, such as an export or a copy: first all
 * that was done before is stored, and closing the project waits for it.
 */
void plx_project_export_async (PlxProject *self,
                               PlxReadFunc func,
                               gpointer data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean plx_project_export_finish (PlxProject *self,
                                    GAsyncResult *result,
                                    GError **error);

/**
 * plx_project_peek_undo:
 *
 * Returns: (transfer none) (nullable): what undo would take back
 */
const PlxEdit *plx_project_peek_undo (PlxProject *self);
const PlxEdit *plx_project_peek_redo (PlxProject *self);

/**
 * plx_project_refresh:
 *
 * Looks for the work of other processes; also happens by itself every second.
 */
void plx_project_refresh (PlxProject *self);

G_END_DECLS

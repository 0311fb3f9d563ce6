/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history of a project: undo and redo without limit, across restarts, and
 * what changed since a given step. */

#pragma once

#include "store/plx-changes.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_EDIT_DONE,
  PLX_EDIT_UNDONE,  /* can be redone */
  PLX_EDIT_DROPPED, /* was undone, then other work was done */
} PlxEditState;

typedef struct
{
  PlxId id;
  char *verb;
  char *detail;
  char *annotator;
  gint64 created;
  PlxEditState state;
  int n_changes;
} PlxEdit;

PlxEdit *plx_edit_copy (const PlxEdit *self);
void plx_edit_free (PlxEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxEdit, plx_edit_free)

/**
 * plx_history_undo:
 * @edit: (out) (optional) (transfer full): what was undone
 * @error: %PLX_STORE_ERROR_NOTHING if there is nothing to undo
 *
 * Takes back the newest edit that is done, in one transaction.
 */
gboolean plx_history_undo (PlxConnection *connection,
                           PlxEdit **edit,
                           GError **error);

/**
 * plx_history_redo:
 * @edit: (out) (optional) (transfer full): what was redone
 * @error: %PLX_STORE_ERROR_NOTHING if there is nothing to redo
 *
 * Does again what was undone last.
 */
gboolean plx_history_redo (PlxConnection *connection,
                           PlxEdit **edit,
                           GError **error);

/**
 * plx_history_peek:
 * @undo: (out) (optional) (nullable) (transfer full): what undo would take back
 * @redo: (out) (optional) (nullable) (transfer full): what redo would do again
 */
gboolean plx_history_peek (PlxConnection *connection,
                           PlxEdit **undo,
                           PlxEdit **redo,
                           GError **error);

/**
 * plx_history_list:
 * @limit: at most so many, the newest first
 * @before: only edits older than this one, or %PLX_ID_NONE
 *
 * Returns: (transfer container) (element-type PlxEdit): edits, newest first
 */
GPtrArray *plx_history_list (PlxConnection *connection,
                             int limit,
                             PlxId before,
                             GError **error);

/**
 * plx_history_get_serial:
 *
 * Returns: the last step of the journal, 0 at the beginning, -1 on error
 */
gint64 plx_history_get_serial (PlxConnection *connection,
                               GError **error);

/**
 * plx_history_read_changes:
 * @serial: (inout): the last step already seen; set to the last one read
 *
 * Returns: (transfer full): what changed since then
 */
PlxChanges *plx_history_read_changes (PlxConnection *connection,
                                      gint64 *serial,
                                      GError **error);

G_END_DECLS

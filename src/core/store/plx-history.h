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

/* How far plx_history_go_to() went. */
typedef struct
{
  guint n_edits;    /* 0: it was there already */
  gboolean forward; /* whether they were done again */
  PlxId from;       /* the last edit that was done before: the way back */
} PlxTravel;

/**
 * plx_history_go_to:
 * @edit: what shall be the last edit that is done; %PLX_ID_NONE for none
 * @travel: (out) (optional): what that took
 * @error: %PLX_STORE_ERROR_NOT_FOUND if there is no such edit,
 *   %PLX_STORE_ERROR_CONSTRAINT if it was dropped
 *
 * Undoes, or does again, as many edits as needed in one transaction: all of
 * them or, on failure, none.  Each is a step of its own in the journal.
 */
gboolean plx_history_go_to (PlxConnection *connection,
                            PlxId edit,
                            PlxTravel *travel,
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
 * plx_history_get_state:
 * @error: %PLX_STORE_ERROR_NOT_FOUND if there is no such edit
 */
gboolean plx_history_get_state (PlxConnection *connection,
                                PlxId edit,
                                PlxEditState *state,
                                GError **error);

/**
 * plx_history_list_from:
 * @skip: so many of the oldest are left out
 *
 * Takes the longer, the more are left out.  Pages from the beginning stay the
 * same when work goes on.
 *
 * Returns: (transfer container) (element-type PlxEdit): at most @limit edits,
 *   oldest first
 */
GPtrArray *plx_history_list_from (PlxConnection *connection,
                                  guint skip,
                                  int limit,
                                  GError **error);

/**
 * plx_history_list_back:
 * @skip: so many of the newest are left out
 *
 * Returns: (transfer container) (element-type PlxEdit): at most @limit edits,
 *   newest first
 */
GPtrArray *plx_history_list_back (PlxConnection *connection,
                                  guint skip,
                                  int limit,
                                  GError **error);

/**
 * plx_history_list_since:
 * @first: the edit to begin with
 *
 * Returns: (transfer container) (element-type PlxEdit): at most @limit edits,
 *   oldest first
 */
GPtrArray *plx_history_list_since (PlxConnection *connection,
                                   PlxId first,
                                   int limit,
                                   GError **error);

/**
 * plx_history_count:
 *
 * Returns: how many edits there are in whatever state, -1 on error
 */
gint64 plx_history_count (PlxConnection *connection,
                          GError **error);

/**
 * plx_history_get_serial:
 *
 * Returns: the last step of the journal, 0 at the beginning, -1 on error
 */
gint64 plx_history_get_serial (PlxConnection *connection,
                               GError **error);

/* More rows than these are told as everything: it takes some 2 µs to read one,
 * and whoever follows has to do with each. */
#define PLX_HISTORY_MAX_CHANGES 1000

/**
 * plx_history_read_changes:
 * @serial: (inout): the last step already seen; set to the last one read
 *
 * Never holds up the main thread.
 *
 * Returns: (transfer full): what changed since then
 */
PlxChanges *plx_history_read_changes (PlxConnection *connection,
                                      gint64 *serial,
                                      GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits: the only door through which a project changes.
 *
 * An edit is one named transaction by one annotator.  While it runs, the
 * journal (plx-journal.h) writes down every changed row, which makes every
 * edit undoable without code of its own.
 */

#pragma once

#include "store/plx-changes.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/* Who does what, in words for the history. */
typedef struct
{
  const char *verb;      /* 'tag', 'retag', ...: a key, translated where shown */
  const char *detail;    /* (nullable): to what, in the user's own words */
  const char *annotator; /* name; made known to the project if it is new */
  PlxId *amends;         /* (inout) (nullable): the edit to go on with, if that is possible; the edit that was made */
} PlxEditInfo;

/**
 * PlxEditFunc:
 * @annotator: the row of the annotator who makes the edit
 *
 * The work of an edit: changes rows through the functions of this room.
 */
typedef gboolean (*PlxEditFunc) (PlxConnection *connection,
                                 PlxId annotator,
                                 gpointer data,
                                 GError **error);

/**
 * plx_edit_run:
 * @serial: (out) (optional): the step in the journal, 0 if nothing changed
 *
 * Runs @func in one transaction and commits it durably, or rolls everything
 * back.  An edit that changes nothing leaves no trace in the history.
 *
 * An edit can go on with an earlier one by the same annotator with the same verb,
 * as long as that is the newest of all and is done: its changes then follow
 * those of the earlier edit without a gap, and undoing replays all of them
 * backwards.  Otherwise it becomes an edit of its own.
 *
 * Returns: whether it was committed
 */
gboolean plx_edit_run (PlxConnection *connection,
                       const PlxEditInfo *info,
                       PlxEditFunc func,
                       gpointer data,
                       gint64 *serial,
                       GError **error);

G_END_DECLS

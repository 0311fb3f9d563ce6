/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The journal: old and new image of every changed row.
 *
 * TEMP triggers, made from the columns of each content table, write each
 * change as JSON into table change while an edit is open.  Undo and redo
 * replay the images backwards and forwards; models and other processes learn
 * from the same rows what changed.  Nobody can forget to record: new rows of the
 * two tables that have no trigger for it come in by plx_journal_insert() alone.
 */

#pragma once

#include "store/plx-changes.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_journal_attach:
 *
 * Makes the triggers of a connection that will write.
 */
gboolean plx_journal_attach (PlxConnection *connection,
                             GError **error);

/* Binds the value of each column of the row under the name of the column. */
typedef void (*PlxJournalBind) (PlxStatement *statement,
                                gconstpointer row);

/**
 * plx_journal_insert:
 * @table: %PLX_TABLE_ANNOTATION or %PLX_TABLE_SPAN
 *
 * Adds a row and records it.
 */
gboolean plx_journal_insert (PlxConnection *connection,
                             PlxTable table,
                             PlxJournalBind bind,
                             gconstpointer row,
                             GError **error);

/**
 * plx_journal_start:
 *
 * From now on, changes belong to @edit.
 */
void plx_journal_start (PlxConnection *connection,
                        PlxId edit);
void plx_journal_stop (PlxConnection *connection);

/**
 * plx_journal_get_last:
 *
 * Returns: the ordinal of the last change, 0 if there is none, -1 on error
 */
gint64 plx_journal_get_last (PlxConnection *connection,
                             GError **error);

/**
 * plx_journal_replay:
 * @forward: %TRUE to do again, %FALSE to take back
 *
 * Puts the images of the changes from @first to @last in place.  Recording must
 * be stopped; runs inside a transaction of the caller.
 */
gboolean plx_journal_replay (PlxConnection *connection,
                             gint64 first,
                             gint64 last,
                             gboolean forward,
                             GError **error);

/**
 * plx_journal_read:
 *
 * Appends to @changes what doing (or with @forward %FALSE: taking back) the
 * changes from @first to @last means.
 */
gboolean plx_journal_read (PlxConnection *connection,
                           gint64 first,
                           gint64 last,
                           gboolean forward,
                           PlxChanges *changes,
                           GError **error);

/* The name of a journaled table in the file. */
const char *plx_journal_get_table_name (PlxTable table);

G_END_DECLS

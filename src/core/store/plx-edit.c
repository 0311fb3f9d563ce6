/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-edit.h"

#include "base/plx-time.h"
#include "store/plx-annotators.h"
#include "store/plx-connection-private.h"
#include "store/plx-edit-private.h"
#include "store/plx-journal.h"

/* What is done over an edit that was undone cannot be redone after it. */
static gboolean
drop_undone (PlxConnection *connection,
             GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE edit SET state = 'dropped' WHERE state = 'undone'");

  return plx_statement_run (statement, error);
}

static gboolean
record_edit (PlxConnection *connection,
             const PlxEditInfo *info,
             PlxId edit,
             gint64 first,
             gint64 last,
             GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "INSERT INTO edit (id, verb, detail, annotator, created, state, first_change, last_change) "
                                          "VALUES (:id, :verb, :detail, :annotator, :created, 'done', :first, :last)");

  plx_statement_bind_id (statement, ":id", edit);
  plx_statement_bind_text (statement, ":verb", info->verb);
  plx_statement_bind_text (statement, ":detail", info->detail != NULL ? info->detail : "");
  plx_statement_bind_text (statement, ":annotator", info->annotator);
  plx_statement_bind_int (statement, ":created", plx_time_now ());
  plx_statement_bind_int (statement, ":first", first);
  plx_statement_bind_int (statement, ":last", last);
  return plx_statement_run (statement, error);
}

/* Going on with an edit */

/* Whether @edit is what was done last, by the same person, and the same thing. */
static gboolean
can_amend (PlxConnection *connection,
           const PlxEditInfo *info,
           PlxId edit,
           gint64 last,
           gboolean *possible,
           GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id = :id AND state = 'done' AND verb = :verb AND annotator = :annotator AND last_change = :last "
                                          "FROM edit ORDER BY first_change DESC LIMIT 1");
  PlxStep step;

  plx_statement_bind_id (statement, ":id", edit);
  plx_statement_bind_text (statement, ":verb", info->verb);
  plx_statement_bind_text (statement, ":annotator", info->annotator);
  plx_statement_bind_int (statement, ":last", last);
  step = plx_statement_step (statement, error);
  *possible = step == PLX_STEP_ROW && plx_statement_get_int (statement, 0) != 0;
  return step != PLX_STEP_ERROR;
}

static gboolean
amend_edit (PlxConnection *connection,
            const PlxEditInfo *info,
            PlxId edit,
            gint64 last,
            GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE edit SET last_change = :last, detail = :detail WHERE id = :id");

  plx_statement_bind_int (statement, ":last", last);
  plx_statement_bind_text (statement, ":detail", info->detail != NULL ? info->detail : "");
  plx_statement_bind_id (statement, ":id", edit);
  return plx_statement_run_one (statement, error);
}

/* The edit that what is done now belongs to. */
static gboolean
choose_edit (PlxConnection *connection,
             const PlxEditInfo *info,
             gint64 last,
             PlxId *edit,
             gboolean *amends,
             GError **error)
{
  *amends = FALSE;
  if (info->amends != NULL && *info->amends != PLX_ID_NONE &&
      !can_amend (connection, info, *info->amends, last, amends, error))
    return FALSE;
  *edit = *amends ? *info->amends : plx_id_new ();
  return TRUE;
}

gboolean
plx_edit_record_step (PlxConnection *connection,
                      PlxId edit,
                      gboolean forward,
                      gint64 *serial,
                      GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "INSERT INTO step (edit, forward, at) VALUES (:edit, :forward, :at)");

  plx_statement_bind_id (statement, ":edit", edit);
  plx_statement_bind_int (statement, ":forward", forward);
  plx_statement_bind_int (statement, ":at", plx_time_now ());
  if (!plx_statement_run (statement, error))
    return FALSE;
  if (serial != NULL)
    *serial = sqlite3_last_insert_rowid (connection->db);
  return TRUE;
}

/* The edit inside its transaction; *serial stays 0 if @func changed nothing. */
static gboolean
run_recorded (PlxConnection *connection,
              const PlxEditInfo *info,
              PlxEditFunc func,
              gpointer data,
              PlxId *edit,
              gint64 *serial,
              GError **error)
{
  PlxId annotator;
  gint64 before, begun, last;
  gboolean amends;

  if ((before = plx_journal_get_last (connection, error)) < 0 ||
      !choose_edit (connection, info, before, edit, &amends, error))
    return FALSE;
  plx_journal_start (connection, *edit);
  if (!plx_annotators_ensure (connection, info->annotator, &annotator, error) ||
      (begun = plx_journal_get_last (connection, error)) < 0 ||
      !func (connection, annotator, data, error))
    return FALSE;
  plx_journal_stop (connection);
  if ((last = plx_journal_get_last (connection, error)) < 0)
    return FALSE;
  if (last == begun)
    return TRUE;
  if (amends)
    return amend_edit (connection, info, *edit, last, error) && plx_edit_record_step (connection, *edit, TRUE, serial, error);
  return drop_undone (connection, error) &&
         record_edit (connection, info, *edit, before + 1, last, error) &&
         plx_edit_record_step (connection, *edit, TRUE, serial, error);
}

gboolean
plx_edit_run (PlxConnection *connection,
              const PlxEditInfo *info,
              PlxEditFunc func,
              gpointer data,
              gint64 *serial,
              GError **error)
{
  gint64 step = 0;
  PlxId edit;

  if (serial != NULL)
    *serial = 0;
  if (!plx_edit_begin (connection, error))
    return FALSE;
  if (!run_recorded (connection, info, func, data, &edit, &step, error) ||
      (step > 0 && !plx_connection_execute (connection, "COMMIT", error)))
    {
      plx_edit_abandon (connection);
      return FALSE;
    }
  if (step == 0)
    {
      plx_edit_abandon (connection);
      return TRUE;
    }
  if (serial != NULL)
    *serial = step;
  if (info->amends != NULL)
    *info->amends = edit;
  return TRUE;
}

gboolean
plx_edit_begin (PlxConnection *connection,
                GError **error)
{
  if (!plx_connection_is_read_only (connection))
    return plx_connection_execute (connection, "BEGIN IMMEDIATE", error);
  plx_connection_set_error (connection, SQLITE_READONLY, error);
  return FALSE;
}

void
plx_edit_abandon (PlxConnection *connection)
{
  if (!sqlite3_get_autocommit (connection->db))
    plx_connection_execute (connection, "ROLLBACK", NULL);
  plx_journal_stop (connection);
}

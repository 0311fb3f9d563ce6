/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-history.h"

#include "store/plx-edit-private.h"
#include "store/plx-journal.h"

#include <glib/gi18n-lib.h>

#define EDIT_COLUMNS "id, verb, detail, annotator, created, state, first_change, last_change"

PlxEdit *
plx_edit_copy (const PlxEdit *self)
{
  PlxEdit *copy = g_new (PlxEdit, 1);

  *copy = *self;
  copy->verb = g_strdup (self->verb);
  copy->detail = g_strdup (self->detail);
  copy->annotator = g_strdup (self->annotator);
  return copy;
}

void
plx_edit_free (PlxEdit *self)
{
  g_free (self->verb);
  g_free (self->detail);
  g_free (self->annotator);
  g_free (self);
}

static PlxEditState
state_from_string (const char *string)
{
  if (g_str_equal (string, "done"))
    return PLX_EDIT_DONE;
  return g_str_equal (string, "undone") ? PLX_EDIT_UNDONE : PLX_EDIT_DROPPED;
}

/* Reads a row of EDIT_COLUMNS. */
static PlxEdit *
read_edit (PlxStatement *statement,
           gint64 *first,
           gint64 *last)
{
  PlxEdit *edit = g_new0 (PlxEdit, 1);

  edit->id = plx_statement_get_int (statement, 0);
  edit->verb = plx_statement_dup_text (statement, 1);
  edit->detail = plx_statement_dup_text (statement, 2);
  edit->annotator = plx_statement_dup_text (statement, 3);
  edit->created = plx_statement_get_int (statement, 4);
  edit->state = state_from_string (plx_statement_peek_text (statement, 5));
  *first = plx_statement_get_int (statement, 6);
  *last = plx_statement_get_int (statement, 7);
  edit->n_changes = (int) (*last - *first + 1);
  return edit;
}

/* What undo (or with @forward redo) would act on; *edit is %NULL if nothing. */
static gboolean
find_next (PlxConnection *connection,
           gboolean forward,
           PlxEdit **edit,
           gint64 *first,
           gint64 *last,
           GError **error)
{
  g_autoptr (PlxStatement) statement =
      forward ? plx_connection_prepare (connection, "SELECT " EDIT_COLUMNS " FROM edit WHERE state = 'undone' ORDER BY first_change LIMIT 1")
              : plx_connection_prepare (connection, "SELECT " EDIT_COLUMNS " FROM edit WHERE state = 'done' ORDER BY first_change DESC LIMIT 1");
  PlxStep step = plx_statement_step (statement, error);

  *edit = NULL;
  if (step == PLX_STEP_ROW)
    *edit = read_edit (statement, first, last);
  return step != PLX_STEP_ERROR;
}

static gboolean
set_state (PlxConnection *connection,
           PlxId edit,
           gboolean done,
           GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE edit SET state = :state WHERE id = :id");

  plx_statement_bind_text (statement, ":state", done ? "done" : "undone");
  plx_statement_bind_id (statement, ":id", edit);
  return plx_statement_run_one (statement, error);
}

static gboolean
refuse_nothing (gboolean forward,
                GError **error)
{
  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOTHING,
                       forward ? _ ("There is nothing to redo.") : _ ("There is nothing to undo."));
  return FALSE;
}

static gboolean
go (PlxConnection *connection,
    gboolean forward,
    PlxEdit **edit,
    GError **error)
{
  gint64 first, last;

  if (!find_next (connection, forward, edit, &first, &last, error))
    return FALSE;
  if (*edit == NULL)
    return refuse_nothing (forward, error);
  return plx_journal_replay (connection, first, last, forward, error) &&
         set_state (connection, (*edit)->id, forward, error) &&
         plx_edit_record_step (connection, (*edit)->id, forward, NULL, error) &&
         plx_connection_execute (connection, "COMMIT", error);
}

static gboolean
travel (PlxConnection *connection,
        gboolean forward,
        PlxEdit **edit,
        GError **error)
{
  g_autoptr (PlxEdit) moved = NULL;

  if (!plx_edit_begin (connection, error))
    return FALSE;
  if (!go (connection, forward, &moved, error))
    {
      plx_edit_abandon (connection);
      return FALSE;
    }
  if (edit != NULL)
    *edit = g_steal_pointer (&moved);
  return TRUE;
}

gboolean
plx_history_undo (PlxConnection *connection,
                  PlxEdit **edit,
                  GError **error)
{
  return travel (connection, FALSE, edit, error);
}

gboolean
plx_history_redo (PlxConnection *connection,
                  PlxEdit **edit,
                  GError **error)
{
  return travel (connection, TRUE, edit, error);
}

gboolean
plx_history_peek (PlxConnection *connection,
                  PlxEdit **undo,
                  PlxEdit **redo,
                  GError **error)
{
  gint64 first, last;

  return (undo == NULL || find_next (connection, FALSE, undo, &first, &last, error)) &&
         (redo == NULL || find_next (connection, TRUE, redo, &first, &last, error));
}

GPtrArray *
plx_history_list (PlxConnection *connection,
                  int limit,
                  PlxId before,
                  GError **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_edit_free);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " EDIT_COLUMNS " FROM edit "
                                          "WHERE :before IS NULL OR first_change < (SELECT first_change FROM edit WHERE id = :before) "
                                          "ORDER BY first_change DESC LIMIT :limit");
  PlxStep step;
  gint64 first, last;

  plx_statement_bind_id (statement, ":before", before);
  plx_statement_bind_int (statement, ":limit", limit);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    g_ptr_array_add (edits, read_edit (statement, &first, &last));
  return step == PLX_STEP_DONE ? g_steal_pointer (&edits) : NULL;
}

gint64
plx_history_get_serial (PlxConnection *connection,
                        GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT max (serial) FROM step");

  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return -1;
  return plx_statement_get_int (statement, 0);
}

PlxChanges *
plx_history_read_changes (PlxConnection *connection,
                          gint64 *serial,
                          GError **error)
{
  g_autoptr (GArray) changes = plx_changes_new ();
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT serial, forward, first_change, last_change "
                                          "FROM step JOIN edit ON edit.id = step.edit WHERE serial > :serial ORDER BY serial");
  PlxStep step;

  plx_statement_bind_int (statement, ":serial", *serial);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      *serial = plx_statement_get_int (statement, 0);
      if (!plx_journal_read (connection, plx_statement_get_int (statement, 2), plx_statement_get_int (statement, 3),
                             plx_statement_get_int (statement, 1) != 0, changes, error))
        return NULL;
    }
  return step == PLX_STEP_DONE ? (PlxChanges *) g_steal_pointer (&changes) : NULL;
}

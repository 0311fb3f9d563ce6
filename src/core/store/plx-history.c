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

/* What undo (or with @forward redo) would act on; *edit is %NULL if nothing.
 * What is undone comes after all that is done, so it is left out before looking
 * at its states. */
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
              : plx_connection_prepare (connection, "SELECT " EDIT_COLUMNS " FROM edit WHERE state = 'done' AND first_change < "
                                                    "(SELECT coalesce (min (first_change), 0x7fffffffffffffff) FROM edit WHERE state = 'undone') "
                                                    "ORDER BY first_change DESC LIMIT 1");
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

/* A run of edits whose changes follow each other. */
typedef struct
{
  gint64 first;
  gint64 last;
} Run;

/* Puts [first, last] at the end of the runs, in the direction of the travel. */
static void
extend_runs (GArray *runs,
             gint64 first,
             gint64 last,
             gboolean forward)
{
  Run *end = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;
  Run run = { first, last };

  if (end != NULL && forward && end->last + 1 == first)
    end->last = last;
  else if (end != NULL && !forward && last + 1 == end->first)
    end->first = first;
  else
    g_array_append_val (runs, run);
}

/* Moves @edits, whose changes are @runs, in the open transaction. */
static gboolean
move (PlxConnection *connection,
      const GArray *edits,
      const GArray *runs,
      gboolean forward,
      GError **error)
{
  for (guint i = 0; i < runs->len; i++)
    if (!plx_journal_replay (connection, g_array_index (runs, Run, i).first, g_array_index (runs, Run, i).last, forward, error))
      return FALSE;
  for (guint i = 0; i < edits->len; i++)
    if (!set_state (connection, g_array_index (edits, PlxId, i), forward, error) ||
        !plx_edit_record_step (connection, g_array_index (edits, PlxId, i), forward, NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
go (PlxConnection *connection,
    gboolean forward,
    PlxEdit **edit,
    GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  Run run;

  if (!find_next (connection, forward, edit, &run.first, &run.last, error))
    return FALSE;
  if (*edit == NULL)
    return refuse_nothing (forward, error);
  g_array_append_val (edits, (*edit)->id);
  g_array_append_val (runs, run);
  return move (connection, edits, runs, forward, error) && plx_connection_execute (connection, "COMMIT", error);
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

/* Going to any edit */

static gboolean
look_up (PlxConnection *connection,
         PlxId edit,
         PlxEditState *state,
         gint64 *first,
         GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT state, first_change FROM edit WHERE id = :id");
  PlxStep step;

  plx_statement_bind_id (statement, ":id", edit);
  step = plx_statement_step (statement, error);
  if (step == PLX_STEP_ROW)
    {
      *state = state_from_string (plx_statement_peek_text (statement, 0));
      *first = plx_statement_get_int (statement, 1);
    }
  else if (step == PLX_STEP_DONE)
    g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND, _ ("There is no such edit in the history."));
  return step == PLX_STEP_ROW;
}

/* Where @edit is in the journal, and the way to it; before everything for
 * %PLX_ID_NONE. */
static gboolean
find_goal (PlxConnection *connection,
           PlxId edit,
           gint64 *first,
           gboolean *forward,
           GError **error)
{
  PlxEditState state = PLX_EDIT_DONE;

  *first = 0;
  if (edit != PLX_ID_NONE && !look_up (connection, edit, &state, first, error))
    return FALSE;
  *forward = state == PLX_EDIT_UNDONE;
  if (state == PLX_EDIT_DROPPED)
    g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                         _ ("This edit was undone, and other work was done after that; it cannot be done again."));
  return state != PLX_EDIT_DROPPED;
}

/* The edits on the way, in the order in which they are to be moved. */
static gboolean
collect (PlxConnection *connection,
         gint64 goal,
         gboolean forward,
         GArray *edits,
         GArray *runs,
         GError **error)
{
  g_autoptr (PlxStatement) statement =
      forward ? plx_connection_prepare (connection, "SELECT id, first_change, last_change FROM edit "
                                                    "WHERE state = 'undone' AND first_change <= :goal ORDER BY first_change")
              : plx_connection_prepare (connection, "SELECT id, first_change, last_change FROM edit "
                                                    "WHERE state = 'done' AND first_change > :goal ORDER BY first_change DESC");
  PlxStep step;

  plx_statement_bind_int (statement, ":goal", goal);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxId edit = plx_statement_get_int (statement, 0);

      g_array_append_val (edits, edit);
      extend_runs (runs, plx_statement_get_int (statement, 1), plx_statement_get_int (statement, 2), forward);
    }
  return step == PLX_STEP_DONE;
}

static gboolean
go_to (PlxConnection *connection,
       PlxId edit,
       PlxTravel *travel,
       GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_autoptr (PlxEdit) last = NULL;
  gint64 goal, first_change, last_change;

  if (!find_goal (connection, edit, &goal, &travel->forward, error) ||
      !find_next (connection, FALSE, &last, &first_change, &last_change, error) ||
      !collect (connection, goal, travel->forward, edits, runs, error) ||
      !move (connection, edits, runs, travel->forward, error))
    return FALSE;
  travel->n_edits = edits->len;
  travel->from = last != NULL ? last->id : PLX_ID_NONE;
  return plx_connection_execute (connection, "COMMIT", error);
}

gboolean
plx_history_go_to (PlxConnection *connection,
                   PlxId edit,
                   PlxTravel *travel,
                   GError **error)
{
  PlxTravel taken = { 0 };

  if (!plx_edit_begin (connection, error))
    return FALSE;
  if (!go_to (connection, edit, &taken, error))
    {
      plx_edit_abandon (connection);
      return FALSE;
    }
  if (travel != NULL)
    *travel = taken;
  return TRUE;
}

/* Looking */

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

/* The edits that @statement selects. */
static GPtrArray *
read_edits (PlxStatement *statement,
            GError **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_edit_free);
  gint64 first, last;
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    g_ptr_array_add (edits, read_edit (statement, &first, &last));
  return step == PLX_STEP_DONE ? g_steal_pointer (&edits) : NULL;
}

GPtrArray *
plx_history_list (PlxConnection *connection,
                  int limit,
                  PlxId before,
                  GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " EDIT_COLUMNS " FROM edit "
                                          "WHERE first_change < coalesce ((SELECT first_change FROM edit WHERE id = :before), 0x7fffffffffffffff) "
                                          "ORDER BY first_change DESC LIMIT :limit");

  plx_statement_bind_id (statement, ":before", before);
  plx_statement_bind_int (statement, ":limit", limit);
  return read_edits (statement, error);
}

GPtrArray *
plx_history_list_from (PlxConnection *connection,
                       guint skip,
                       int limit,
                       GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " EDIT_COLUMNS " FROM edit ORDER BY first_change LIMIT :limit OFFSET :skip");

  plx_statement_bind_int (statement, ":limit", limit);
  plx_statement_bind_int (statement, ":skip", skip);
  return read_edits (statement, error);
}

GPtrArray *
plx_history_list_back (PlxConnection *connection,
                       guint skip,
                       int limit,
                       GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " EDIT_COLUMNS " FROM edit ORDER BY first_change DESC LIMIT :limit OFFSET :skip");

  plx_statement_bind_int (statement, ":limit", limit);
  plx_statement_bind_int (statement, ":skip", skip);
  return read_edits (statement, error);
}

GPtrArray *
plx_history_list_since (PlxConnection *connection,
                        PlxId first,
                        int limit,
                        GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " EDIT_COLUMNS " FROM edit "
                                          "WHERE first_change >= (SELECT first_change FROM edit WHERE id = :first) "
                                          "ORDER BY first_change LIMIT :limit");

  plx_statement_bind_id (statement, ":first", first);
  plx_statement_bind_int (statement, ":limit", limit);
  return read_edits (statement, error);
}

gboolean
plx_history_get_state (PlxConnection *connection,
                       PlxId edit,
                       PlxEditState *state,
                       GError **error)
{
  gint64 first;

  return look_up (connection, edit, state, &first, error);
}

gint64
plx_history_count (PlxConnection *connection,
                   GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT count (*) FROM edit");

  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return -1;
  return plx_statement_get_int (statement, 0);
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

/* Reads what the steps in @runs, which go one way, mean, and empties it. */
static gboolean
read_runs (PlxConnection *connection,
           GArray *runs,
           gboolean forward,
           PlxChanges *changes,
           GError **error)
{
  for (guint i = 0; i < runs->len; i++)
    if (!plx_journal_read (connection, g_array_index (runs, Run, i).first, g_array_index (runs, Run, i).last, forward, changes, error))
      return FALSE;
  g_array_set_size (runs, 0);
  return TRUE;
}

/* Whether the steps after @serial, up to @last, moved more rows than are told
 * one by one. */
static gboolean
is_much (PlxConnection *connection,
         gint64 serial,
         gint64 last,
         gboolean *much,
         GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT sum (last_change - first_change + 1) FROM step JOIN edit ON edit.id = step.edit "
                                          "WHERE serial > :serial AND serial <= :last");

  *much = last - serial > PLX_HISTORY_MAX_CHANGES;
  if (*much)
    return TRUE;
  plx_statement_bind_int (statement, ":serial", serial);
  plx_statement_bind_int (statement, ":last", last);
  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  *much = plx_statement_get_int (statement, 0) > PLX_HISTORY_MAX_CHANGES;
  return TRUE;
}

/* Reads row by row what the steps after @serial, up to @last, did. */
static gboolean
read_steps (PlxConnection *connection,
            gint64 serial,
            gint64 last,
            PlxChanges *changes,
            GError **error)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT forward, first_change, last_change "
                                          "FROM step JOIN edit ON edit.id = step.edit "
                                          "WHERE serial > :serial AND serial <= :last ORDER BY serial");
  gboolean forward = TRUE;
  PlxStep step;

  plx_statement_bind_int (statement, ":serial", serial);
  plx_statement_bind_int (statement, ":last", last);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      gboolean goes_forward = plx_statement_get_int (statement, 0) != 0;

      if (goes_forward != forward && !read_runs (connection, runs, forward, changes, error))
        return FALSE;
      forward = goes_forward;
      extend_runs (runs, plx_statement_get_int (statement, 1), plx_statement_get_int (statement, 2), forward);
    }
  return step == PLX_STEP_DONE && read_runs (connection, runs, forward, changes, error);
}

PlxChanges *
plx_history_read_changes (PlxConnection *connection,
                          gint64 *serial,
                          GError **error)
{
  g_autoptr (PlxChanges) changes = plx_changes_new ();
  gint64 last = plx_history_get_serial (connection, error);
  gboolean much;

  if (last < 0 || !is_much (connection, *serial, last, &much, error))
    return NULL;
  if (much)
    plx_changes_add_everything (changes);
  else if (!read_steps (connection, *serial, last, changes, error))
    return NULL;
  *serial = last;
  return g_steal_pointer (&changes);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-questions.h"

#include "base/plx-time.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>

#define QUESTION_COLUMNS "id, text, unit, answer, note, position, created"

/* Reads a row of QUESTION_COLUMNS. */
static PlxQuestion *
read_question (PlxStatement *statement)
{
  PlxQuestion *question = g_new (PlxQuestion, 1);

  question->id = plx_statement_get_int (statement, 0);
  question->text = plx_statement_dup_text (statement, 1);
  question->unit = plx_statement_dup_text (statement, 2);
  question->answer = plx_statement_dup_text (statement, 3);
  question->note = plx_statement_dup_text (statement, 4);
  question->position = (int) plx_statement_get_int (statement, 5);
  question->created = plx_statement_get_int (statement, 6);
  return question;
}

static gboolean
find (PlxConnection *connection,
      const char *text,
      PlxId *id,
      GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id FROM question WHERE text = :text");

  plx_statement_bind_text (statement, ":text", text);
  return plx_rows_find (statement, id, error);
}

static gboolean
check (PlxConnection *connection,
       const PlxQuestion *question,
       GError **error)
{
  PlxId other;

  if (!plx_question_check (question, error) || !find (connection, question->text, &other, error))
    return FALSE;
  if (other == PLX_ID_NONE || other == question->id)
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               _ ("The question “%s” is there already. Use that one, or word this one differently."), question->text);
  return FALSE;
}

static gboolean
find_end (PlxConnection *connection,
          int *position,
          GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT coalesce (max (position), -1) + 1 FROM question");

  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  *position = (int) plx_statement_get_int (statement, 0);
  return TRUE;
}

static void
bind_fields (PlxStatement *statement,
             const PlxQuestion *question)
{
  plx_statement_bind_id (statement, ":id", question->id);
  plx_rows_bind_string (statement, ":text", question->text);
  plx_rows_bind_string (statement, ":unit", question->unit);
  plx_rows_bind_string (statement, ":answer", question->answer);
  plx_rows_bind_string (statement, ":note", question->note);
}

gboolean
plx_questions_add (PlxConnection *connection,
                   PlxQuestion *question,
                   GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;

  if (!check (connection, question, error))
    return FALSE;
  if (question->position < 0 && !find_end (connection, &question->position, error))
    return FALSE;
  if (question->id == PLX_ID_NONE)
    question->id = plx_id_new ();
  if (question->created == 0)
    question->created = plx_time_now ();

  statement = plx_connection_prepare (connection, "INSERT INTO question (id, position, text, unit, answer, note, created) "
                                                  "VALUES (:id, :position, :text, :unit, :answer, :note, :created)");
  bind_fields (statement, question);
  plx_statement_bind_int (statement, ":position", question->position);
  plx_statement_bind_int (statement, ":created", question->created);
  return plx_statement_run (statement, error);
}

static char *
gone_message (PlxId id)
{
  g_autofree char *uuid = plx_id_to_uuid (id);

  return g_strdup_printf (_ ("There is no question %s in the project (any more)."), uuid);
}

static gboolean
check_exists (PlxConnection *connection,
              const PlxQuestion *question,
              GError **error)
{
  g_autofree char *gone = g_strdup_printf (_ ("The question “%s” is not in the project any more."), question->text);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT 1 FROM question WHERE id = :id");

  plx_statement_bind_id (statement, ":id", question->id);
  return plx_rows_check_exists (statement, gone, error);
}

gboolean
plx_questions_update (PlxConnection *connection,
                      const PlxQuestion *question,
                      GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;

  if (!check_exists (connection, question, error) || !check (connection, question, error))
    return FALSE;
  statement = plx_connection_prepare (connection, "UPDATE question SET text = :text, unit = :unit, answer = :answer, note = :note "
                                                  "WHERE id = :id AND (text, unit, answer, note) <> (:text, :unit, :answer, :note)");
  bind_fields (statement, question);
  return plx_statement_run (statement, error);
}

gboolean
plx_questions_remove (PlxConnection *connection,
                      PlxId id,
                      GError **error)
{
  g_autofree char *gone = gone_message (id);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "DELETE FROM question WHERE id = :id");

  plx_statement_bind_id (statement, ":id", id);
  return plx_rows_change_one (statement, gone, error);
}

PlxQuestion *
plx_questions_get (PlxConnection *connection,
                   PlxId id,
                   GError **error)
{
  g_autofree char *gone = gone_message (id);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " QUESTION_COLUMNS " FROM question WHERE id = :id");

  plx_statement_bind_id (statement, ":id", id);
  if (!plx_rows_check_exists (statement, gone, error))
    return NULL;
  return read_question (statement);
}

GPtrArray *
plx_questions_list (PlxConnection *connection,
                    GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_question_free);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT " QUESTION_COLUMNS " FROM question ORDER BY position, id");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    g_ptr_array_add (list, read_question (statement));
  return step == PLX_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

gboolean
plx_questions_ensure (PlxConnection *connection,
                      const char *text,
                      PlxId *id,
                      GError **error)
{
  g_autoptr (PlxQuestion) question = NULL;

  if (!find (connection, text, id, error))
    return FALSE;
  if (*id != PLX_ID_NONE)
    return TRUE;
  question = plx_question_new ();
  g_free (question->text);
  question->text = g_strdup (text);
  if (!plx_questions_add (connection, question, error))
    return FALSE;
  *id = question->id;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Table silence: the second half of plx-questions.h. */

#include "config.h"

#include "store/plx-questions.h"

#include "base/plx-time.h"
#include "store/plx-documents.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>

static gboolean
check_new (PlxConnection *connection,
           const PlxSilence *silence,
           GError **error)
{
  g_autoptr (PlxQuestion) question = plx_questions_get (connection, silence->question, error);
  g_autoptr (PlxDocument) document = question != NULL ? plx_documents_get (connection, silence->document, error) : NULL;
  g_autoptr (PlxStatement) statement = NULL;
  PlxId other;

  if (document == NULL)
    return FALSE;
  statement = plx_connection_prepare (connection, "SELECT id FROM silence WHERE question = :question AND document = :document "
                                                  "AND annotator = :annotator");
  plx_statement_bind_id (statement, ":question", silence->question);
  plx_statement_bind_id (statement, ":document", silence->document);
  plx_statement_bind_id (statement, ":annotator", silence->annotator);
  if (!plx_rows_find (statement, &other, error))
    return FALSE;
  if (other == PLX_ID_NONE)
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               /* Translators: the title of an article, the name of a question */
               _ ("You noted already that “%s” says nothing on “%s”."), document->title, question->text);
  return FALSE;
}

gboolean
plx_silences_add (PlxConnection *connection,
                  PlxSilence *silence,
                  GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;

  if (!check_new (connection, silence, error))
    return FALSE;
  if (silence->id == PLX_ID_NONE)
    silence->id = plx_id_new ();
  if (silence->created == 0)
    silence->created = plx_time_now ();

  statement = plx_connection_prepare (connection, "INSERT INTO silence (id, question, document, annotator, note, created) "
                                                  "VALUES (:id, :question, :document, :annotator, :note, :created)");
  plx_statement_bind_id (statement, ":id", silence->id);
  plx_statement_bind_id (statement, ":question", silence->question);
  plx_statement_bind_id (statement, ":document", silence->document);
  plx_statement_bind_id (statement, ":annotator", silence->annotator);
  plx_rows_bind_string (statement, ":note", silence->note);
  plx_statement_bind_int (statement, ":created", silence->created);
  return plx_statement_run (statement, error);
}

gboolean
plx_silences_remove (PlxConnection *connection,
                     PlxId id,
                     GError **error)
{
  g_autofree char *uuid = plx_id_to_uuid (id);
  g_autofree char *gone = g_strdup_printf (_ ("There is no silence %s in the project (any more)."), uuid);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "DELETE FROM silence WHERE id = :id");

  plx_statement_bind_id (statement, ":id", id);
  return plx_rows_change_one (statement, gone, error);
}

static PlxSilence *
read_silence (PlxStatement *statement)
{
  PlxSilence *silence = g_new (PlxSilence, 1);

  silence->id = plx_statement_get_int (statement, 0);
  silence->question = plx_statement_get_int (statement, 1);
  silence->document = plx_statement_get_int (statement, 2);
  silence->annotator = plx_statement_get_int (statement, 3);
  silence->note = plx_statement_dup_text (statement, 4);
  silence->created = plx_statement_get_int (statement, 5);
  return silence;
}

GPtrArray *
plx_silences_list (PlxConnection *connection,
                   PlxId document,
                   GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_silence_free);
  g_autoptr (PlxStatement) statement =
      document != PLX_ID_NONE
          ? plx_connection_prepare (connection, "SELECT id, question, document, annotator, note, created FROM silence "
                                                "WHERE document = :document ORDER BY id")
          : plx_connection_prepare (connection, "SELECT id, question, document, annotator, note, created FROM silence "
                                                "ORDER BY document, id");
  PlxStep step;

  if (document != PLX_ID_NONE)
    plx_statement_bind_id (statement, ":document", document);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    g_ptr_array_add (list, read_silence (statement));
  return step == PLX_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

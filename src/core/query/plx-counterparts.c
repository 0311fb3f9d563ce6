/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-counterparts.h"

#include "store/plx-questions.h"

PlxSubject
plx_subject_load (PlxConnection *connection,
                  PlxId annotation)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT question, entity FROM annotation LEFT JOIN claim ON claim.annotation = annotation.id "
                                          "WHERE annotation.id = :id");

  plx_statement_bind_id (statement, ":id", annotation);
  if (plx_statement_step (statement, NULL) != PLX_STEP_ROW)
    return (PlxSubject){ PLX_SUBJECT_NONE, PLX_ID_NONE };
  if (plx_statement_get_int (statement, 0) != PLX_ID_NONE)
    return (PlxSubject){ PLX_SUBJECT_QUESTION, plx_statement_get_int (statement, 0) };
  if (plx_statement_get_int (statement, 1) != PLX_ID_NONE)
    return (PlxSubject){ PLX_SUBJECT_ENTITY, plx_statement_get_int (statement, 1) };
  return (PlxSubject){ PLX_SUBJECT_NONE, PLX_ID_NONE };
}

#define START "(SELECT min (start) FROM span WHERE span.annotation = a.id) AS first "

GArray *
plx_counterparts_list (PlxConnection *connection,
                       const PlxSubject *subject,
                       PlxId document,
                       GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (PlxCounterpart));
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, subject->kind == PLX_SUBJECT_QUESTION
                                              ? "SELECT a.id, " START "FROM claim JOIN annotation AS a ON a.id = claim.annotation "
                                                "WHERE question = :subject AND a.document = :document ORDER BY first, a.id"
                                              : "SELECT a.id, " START "FROM annotation AS a "
                                                "WHERE a.document = :document AND a.entity = :subject ORDER BY first, a.id");
  PlxStep step;

  plx_statement_bind_id (statement, ":subject", subject->id);
  plx_statement_bind_id (statement, ":document", document);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxCounterpart counterpart = { plx_statement_get_int (statement, 0), (int) plx_statement_get_int (statement, 1) };

      g_array_append_val (list, counterpart);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

gboolean
plx_counterparts_find_silence (PlxConnection *connection,
                               PlxId question,
                               PlxId document,
                               PlxSilence **silence,
                               GError **error)
{
  g_autoptr (GPtrArray) list = plx_silences_list (connection, document, error);

  *silence = NULL;
  for (guint i = 0; list != NULL && i < list->len && *silence == NULL; i++)
    {
      const PlxSilence *candidate = g_ptr_array_index (list, i);

      if (candidate->question != question)
        continue;
      *silence = g_memdup2 (candidate, sizeof *candidate);
      (*silence)->note = g_strdup (candidate->note);
    }
  return list != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making one question of two: a part of plx-questions.h. */

#include "config.h"

#include "store/plx-questions.h"

#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>

/* What both have by the same annotator goes with the question. */
static gboolean
move (PlxConnection *connection,
      PlxId from,
      PlxId into,
      GError **error)
{
  return plx_rows_repoint (connection, "UPDATE claim SET question = :into WHERE question = :from", from, into, error) &&
         plx_rows_repoint (connection, "UPDATE silence SET question = :into WHERE question = :from AND NOT EXISTS "
                                       "(SELECT 1 FROM silence AS there WHERE there.question = :into AND there.document = silence.document "
                                       "AND there.annotator = silence.annotator)",
                           from, into, error);
}

gboolean
plx_questions_merge (PlxConnection *connection,
                     PlxId from,
                     PlxId into,
                     GError **error)
{
  g_autoptr (PlxQuestion) target = NULL;

  if (from == into)
    {
      g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                           _ ("A question cannot be merged into itself. Choose another one."));
      return FALSE;
    }
  target = plx_questions_get (connection, into, error);
  return target != NULL && move (connection, from, into, error) && plx_questions_remove (connection, from, error);
}

GHashTable *
plx_questions_count_claims (PlxConnection *connection,
                            GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT question, count (*) FROM claim WHERE question IS NOT NULL GROUP BY question");

  return plx_rows_count (statement, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-rows.h"

void
plx_rows_bind_string (PlxStatement *statement,
                      const char *name,
                      const char *value)
{
  plx_statement_bind_text (statement, name, value != NULL ? value : "");
}

gboolean
plx_rows_find (PlxStatement *statement,
               PlxId *id,
               GError **error)
{
  PlxStep step = plx_statement_step (statement, error);

  *id = step == PLX_STEP_ROW ? plx_statement_get_int (statement, 0) : PLX_ID_NONE;
  return step != PLX_STEP_ERROR;
}

static gboolean
refuse_gone (const char *gone,
             GError **error)
{
  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND, gone);
  return FALSE;
}

gboolean
plx_rows_change_one (PlxStatement *statement,
                     const char *gone,
                     GError **error)
{
  g_autoptr (GError) local = NULL;

  if (plx_statement_run_one (statement, &local))
    return TRUE;
  if (g_error_matches (local, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND))
    return refuse_gone (gone, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

GHashTable *
plx_rows_count (PlxStatement *statement,
                GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxId id = plx_statement_get_int (statement, 0);

      g_hash_table_insert (counts, g_memdup2 (&id, sizeof id), GINT_TO_POINTER ((int) plx_statement_get_int (statement, 1)));
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&counts) : NULL;
}

gboolean
plx_rows_check_exists (PlxStatement *statement,
                       const char *gone,
                       GError **error)
{
  PlxStep step = plx_statement_step (statement, error);

  if (step == PLX_STEP_DONE)
    return refuse_gone (gone, error);
  return step == PLX_STEP_ROW;
}

gboolean
plx_rows_repoint (PlxConnection *connection,
                  const char *sql,
                  PlxId from,
                  PlxId into,
                  GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, sql);

  plx_statement_bind_id (statement, ":from", from);
  plx_statement_bind_id (statement, ":into", into);
  return plx_statement_run (statement, error);
}

gboolean
plx_rows_is_refusal (const GError *error)
{
  return g_error_matches (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
}

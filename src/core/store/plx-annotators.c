/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-annotators.h"

#include "base/plx-time.h"
#include "model/plx-check.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>

void
plx_annotator_free (PlxAnnotator *self)
{
  g_free (self->name);
  g_free (self);
}

static gboolean
find (PlxConnection *connection,
      const char *name,
      PlxId *id,
      GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id FROM annotator WHERE name = :name");

  plx_statement_bind_text (statement, ":name", name);
  return plx_rows_find (statement, id, error);
}

gboolean
plx_annotators_add (PlxConnection *connection,
                    PlxAnnotator *annotator,
                    GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "INSERT INTO annotator (id, name, created) VALUES (:id, :name, :created)");

  if (annotator->id == PLX_ID_NONE)
    annotator->id = plx_id_new ();
  if (annotator->created == 0)
    annotator->created = plx_time_now ();
  plx_statement_bind_id (statement, ":id", annotator->id);
  plx_statement_bind_text (statement, ":name", annotator->name);
  plx_statement_bind_int (statement, ":created", annotator->created);
  return plx_statement_run (statement, error);
}

gboolean
plx_annotators_ensure (PlxConnection *connection,
                       const char *name,
                       PlxId *id,
                       GError **error)
{
  PlxAnnotator annotator = { PLX_ID_NONE };

  if (plx_string_is_blank (name))
    {
      g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                           _ ("The annotator has no name. Say who makes the edit."));
      return FALSE;
    }
  if (!find (connection, name, id, error))
    return FALSE;
  if (*id != PLX_ID_NONE)
    return TRUE;
  annotator.name = (char *) name;
  if (!plx_annotators_add (connection, &annotator, error))
    return FALSE;
  *id = annotator.id;
  return TRUE;
}

GPtrArray *
plx_annotators_list (PlxConnection *connection,
                     GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_annotator_free);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id, name, created FROM annotator ORDER BY id");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxAnnotator *annotator = g_new (PlxAnnotator, 1);

      annotator->id = plx_statement_get_int (statement, 0);
      annotator->name = plx_statement_dup_text (statement, 1);
      annotator->created = plx_statement_get_int (statement, 2);
      g_ptr_array_add (list, annotator);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

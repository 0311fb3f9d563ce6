/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-import-steps.h"

#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>

gboolean
plx_import_find_row (PlxImport *self,
                     const char *sql,
                     PlxId id,
                     PlxId *there,
                     GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->connection, sql);

  plx_statement_bind_int (statement, ":id", id);
  return plx_rows_find (statement, there, error);
}

gboolean
plx_import_exists (PlxImport *self,
                   const char *sql,
                   PlxId id,
                   gboolean *there,
                   GError **error)
{
  PlxId found;

  if (!plx_import_find_row (self, sql, id, &found, error))
    return FALSE;
  *there = found != PLX_ID_NONE;
  return TRUE;
}

gboolean
plx_import_find_named (PlxImport *self,
                       const char *sql,
                       const char *name,
                       PlxId *there,
                       GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->connection, sql);

  plx_statement_bind_text (statement, ":name", name);
  return plx_rows_find (statement, there, error);
}

void
plx_import_map (PlxImport *self,
                PlxImportCount *count,
                PlxId id,
                PlxId there,
                const char *name)
{
  if (id == there && plx_import_was_added (self, there))
    {
      plx_import_problem (self, _ ("The id of “%s” is there twice; only the first one counts."), name);
      return;
    }
  plx_import_move (self, id, there);
  count->n_there++;
}

void
plx_import_note_new (PlxImport *self,
                     PlxImportCount *count,
                     PlxId id)
{
  plx_import_note_added (self, id);
  count->n_new++;
}

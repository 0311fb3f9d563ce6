/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-connection-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PlxStatement
{
  PlxConnection *connection; /* (unowned) */
  sqlite3_stmt *stmt;        /* (owned) */
  const char *sql;           /* (unowned): where it was last asked for with, only to compare */
  gboolean in_use;
  gboolean cached;
  int n_parameters;
  int last; /* parameter that was bound */
};

static PlxStatement *
statement_new (PlxConnection *connection,
               const char *sql,
               gboolean cached)
{
  PlxStatement *self = g_new0 (PlxStatement, 1);
  int code = sqlite3_prepare_v3 (connection->db, sql, -1, cached ? SQLITE_PREPARE_PERSISTENT : 0, &self->stmt, NULL);

  if (code != SQLITE_OK)
    {
      /* Anything but a mistake in the program shows again at the first step; so
       * does an interrupt, which makes a virtual table fail to open. */
      if (code == SQLITE_ERROR && !g_atomic_int_get (&connection->interrupted))
        g_error ("%s: %s", sqlite3_errmsg (connection->db), sql);
    }
  self->connection = connection;
  self->cached = cached;
  self->n_parameters = self->stmt != NULL ? sqlite3_bind_parameter_count (self->stmt) : 0;
  return self;
}

void
plx_statement_free (PlxStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self);
}

/* To hash the text of a statement takes longer than some statements. */
static PlxStatement *
find_statement (PlxConnection *self,
                const char *sql)
{
  PlxStatement **recent = &self->recent[(GPOINTER_TO_SIZE (sql) >> 3) % PLX_N_RECENT];
  PlxStatement *statement = *recent;

  if (statement != NULL && statement->sql == sql && strcmp (sqlite3_sql (statement->stmt), sql) == 0)
    return statement;
  statement = g_hash_table_lookup (self->statements, sql);
  if (statement == NULL)
    {
      statement = statement_new (self, sql, TRUE);
      if (statement->stmt == NULL)
        {
          statement->cached = FALSE;
          return statement;
        }
      g_hash_table_insert (self->statements, g_strdup (sql), statement);
    }
  statement->sql = sql;
  *recent = statement;
  return statement;
}

PlxStatement *
plx_connection_prepare_dynamic (PlxConnection *self,
                                const char *sql)
{
  PlxStatement *statement;

  g_assert (self->owner == g_thread_self ());

  statement = find_statement (self, sql);
  if (statement->in_use)
    statement = statement_new (self, sql, FALSE);

  statement->in_use = TRUE;
  return statement;
}

PlxStatement *
plx_connection_prepare (PlxConnection *self,
                        const char *sql)
{
  return plx_connection_prepare_dynamic (self, sql);
}

void
plx_statement_release (PlxStatement *self)
{
  g_assert (self->connection->owner == g_thread_self ());

  if (!self->cached)
    {
      plx_statement_free (self);
      return;
    }
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->in_use = FALSE;
}

static int
parameter (PlxStatement *self,
           const char *name)
{
  int next = self->last < self->n_parameters ? self->last + 1 : 1;
  const char *expected = sqlite3_bind_parameter_name (self->stmt, next);

  /* Most are bound in their order. */
  self->last = expected != NULL && strcmp (expected, name) == 0 ? next : sqlite3_bind_parameter_index (self->stmt, name);
  if (self->last == 0 && self->stmt != NULL)
    g_error ("No parameter %s in: %s", name, sqlite3_sql (self->stmt));
  return self->last;
}

void
plx_statement_bind_int (PlxStatement *self,
                        const char *name,
                        gint64 value)
{
  sqlite3_bind_int64 (self->stmt, parameter (self, name), value);
}

void
plx_statement_bind_double (PlxStatement *self,
                           const char *name,
                           double value)
{
  sqlite3_bind_double (self->stmt, parameter (self, name), value);
}

void
plx_statement_bind_text (PlxStatement *self,
                         const char *name,
                         const char *value)
{
  sqlite3_bind_text (self->stmt, parameter (self, name), value, -1, SQLITE_TRANSIENT);
}

void
plx_statement_bind_bytes (PlxStatement *self,
                          const char *name,
                          GBytes *value)
{
  gsize size;
  const void *data = g_bytes_get_data (value, &size);

  sqlite3_bind_blob64 (self->stmt, parameter (self, name), data != NULL ? data : "", size, SQLITE_TRANSIENT);
}

void
plx_statement_bind_null (PlxStatement *self,
                         const char *name)
{
  sqlite3_bind_null (self->stmt, parameter (self, name));
}

void
plx_statement_bind_id (PlxStatement *self,
                       const char *name,
                       PlxId value)
{
  if (value == PLX_ID_NONE)
    plx_statement_bind_null (self, name);
  else
    plx_statement_bind_int (self, name, value);
}

PlxStep
plx_statement_step (PlxStatement *self,
                    GError **error)
{
  int code;

  g_assert (self->connection->owner == g_thread_self ());

  if (self->stmt == NULL && g_atomic_int_get (&self->connection->interrupted))
    code = SQLITE_INTERRUPT;
  else if (self->stmt == NULL)
    code = sqlite3_extended_errcode (self->connection->db);
  else
    code = sqlite3_step (self->stmt);

  if (code == SQLITE_ROW)
    return PLX_STEP_ROW;
  if (code == SQLITE_DONE)
    return PLX_STEP_DONE;
  plx_connection_set_error (self->connection, code, error);
  return PLX_STEP_ERROR;
}

gboolean
plx_statement_run (PlxStatement *self,
                   GError **error)
{
  PlxStep step;

  do
    step = plx_statement_step (self, error);
  while (step == PLX_STEP_ROW);
  sqlite3_reset (self->stmt);
  return step == PLX_STEP_DONE;
}

gboolean
plx_statement_run_one (PlxStatement *self,
                       GError **error)
{
  if (!plx_statement_run (self, error))
    return FALSE;
  if (sqlite3_changes (self->connection->db) > 0)
    return TRUE;
  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND,
                       _ ("What should be changed is not in the project any more; nothing was changed."));
  return FALSE;
}

gint64
plx_statement_get_int (PlxStatement *self,
                       int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

double
plx_statement_get_double (PlxStatement *self,
                          int column)
{
  return sqlite3_column_double (self->stmt, column);
}

gboolean
plx_statement_is_null (PlxStatement *self,
                       int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

char *
plx_statement_dup_text (PlxStatement *self,
                        int column)
{
  const char *text = plx_statement_peek_text (self, column);
  gssize length = *text != '\0' ? sqlite3_column_bytes (self->stmt, column) : 0;

  if (length == 0 || g_utf8_validate (text, length, NULL))
    return g_strndup (text, length);
  return g_utf8_make_valid (text, length);
}

GBytes *
plx_statement_dup_bytes (PlxStatement *self,
                         int column)
{
  const void *data = sqlite3_column_blob (self->stmt, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->stmt, column));
}

const char *
plx_statement_peek_text (PlxStatement *self,
                         int column)
{
  const char *text = (const char *) sqlite3_column_text (self->stmt, column);

  return text != NULL ? text : "";
}

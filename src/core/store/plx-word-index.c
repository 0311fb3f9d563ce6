/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-word-index.h"

#include "model/plx-token.h"
#include "store/plx-connection-private.h"

/* What is no UTF-8 can only be in a file that was tampered with. */
static PlxText *
read_text (const char *utf8,
           int length)
{
  g_autofree char *valid = NULL;

  if (g_utf8_validate (utf8, length, NULL))
    return plx_text_new (utf8, length);
  valid = g_utf8_make_valid (utf8, length);
  return plx_text_new (valid, -1);
}

static void
words_func (sqlite3_context *context,
            int n_values,
            sqlite3_value **values)
{
  const char *utf8 = (const char *) sqlite3_value_text (values[0]);
  g_autoptr (PlxText) text = read_text (utf8 != NULL ? utf8 : "", sqlite3_value_bytes (values[0]));
  g_autoptr (PlxTokens) tokens = plx_tokens_new (text);

  sqlite3_result_text (context, plx_tokens_dup_row (tokens), -1, g_free);
}

void
plx_word_index_register (sqlite3 *db)
{
  sqlite3_create_function_v2 (db, "plx_words", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                              words_func, NULL, NULL, NULL);
}

gboolean
plx_word_index_add (PlxConnection *connection,
                    PlxId id,
                    PlxText *text,
                    GError **error)
{
  g_autoptr (PlxTokens) tokens = plx_tokens_new (text);
  g_autofree char *row = plx_tokens_dup_row (tokens);
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "INSERT INTO words (rowid, body) VALUES (:id, :words)");

  plx_statement_bind_id (statement, ":id", id);
  plx_statement_bind_text (statement, ":words", row);
  return plx_statement_run (statement, error);
}

gboolean
plx_word_index_holds (PlxConnection *connection,
                      PlxId id,
                      PlxText *text,
                      gboolean *found,
                      GError **error)
{
  g_autoptr (PlxTokens) tokens = plx_tokens_new (text);
  guint n = plx_tokens_get_length (tokens);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT count (*) FROM words WHERE words MATCH :query AND rowid = :id");
  g_autofree char *query = NULL;

  *found = TRUE;
  if (n == 0)
    return TRUE;
  query = g_strdup_printf ("\"%s\" AND \"%s\"", plx_tokens_get (tokens, 0)->word, plx_tokens_get (tokens, n - 1)->word);
  plx_statement_bind_text (statement, ":query", query);
  plx_statement_bind_id (statement, ":id", id);
  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  *found = plx_statement_get_int (statement, 0) == 1;
  return TRUE;
}

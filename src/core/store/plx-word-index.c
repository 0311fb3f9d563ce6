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

typedef struct
{
  PlxId id;
  PlxText *text; /* (owned) */
} Wordless;

static void
wordless_free (gpointer data)
{
  Wordless *wordless = data;

  plx_text_unref (wordless->text);
  g_free (wordless);
}

static gboolean
insert_words (PlxConnection *connection,
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
plx_word_index_add (PlxConnection *connection,
                    PlxId id,
                    PlxText *text,
                    GError **error)
{
  Wordless *wordless;

  if (connection->wordless == NULL)
    return insert_words (connection, id, text, error);
  wordless = g_new (Wordless, 1);
  wordless->id = id;
  wordless->text = plx_text_ref (text);
  g_ptr_array_add (connection->wordless, wordless);
  return TRUE;
}

void
plx_word_index_defer (PlxConnection *connection)
{
  g_return_if_fail (connection->wordless == NULL);

  connection->wordless = g_ptr_array_new_with_free_func (wordless_free);
}

gboolean
plx_word_index_settle (PlxConnection *connection,
                       gboolean keep,
                       GError **error)
{
  g_autoptr (GPtrArray) wordless = g_steal_pointer (&connection->wordless);

  g_return_val_if_fail (wordless != NULL, FALSE);

  for (guint i = 0; keep && i < wordless->len; i++)
    {
      const Wordless *one = g_ptr_array_index (wordless, i);

      if (!insert_words (connection, one->id, one->text, error))
        return FALSE;
    }
  return TRUE;
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

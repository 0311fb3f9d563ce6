/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-check.h"

#include "base/plx-text.h"
#include "model/plx-quote.h"
#include "store/plx-schema.h"
#include "store/plx-word-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* After so many problems the rest is only counted. */
#define MAX_TOLD 100

typedef struct
{
  PlxConnection *connection;
  PlxProblemFunc func;
  gpointer data;
  int n_problems;
} Check;

static void G_GNUC_PRINTF (2, 3)
    tell (Check *self,
          const char *format,
          ...)
{
  g_autofree char *problem = NULL;
  va_list arguments;

  if (self->n_problems++ >= MAX_TOLD)
    return;
  va_start (arguments, format);
  problem = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->func (problem, self->data);
}

/* What SQLite finds */

static gboolean
check_integrity (Check *self,
                 GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->connection, "PRAGMA integrity_check");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      g_autofree char *message = plx_statement_dup_text (statement, 0);

      if (strcmp (message, "ok") != 0)
        tell (self, _ ("Database: %s"), message);
    }
  return step == PLX_STEP_DONE;
}

static gboolean
check_references (Check *self,
                  GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->connection, "PRAGMA foreign_key_check");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      g_autofree char *table = plx_statement_dup_text (statement, 0);
      g_autofree char *parent = plx_statement_dup_text (statement, 2);

      /* Translators: the number of a row, two tables of the database */
      tell (self, _ ("Row %lld of table “%s” refers to a row of “%s” that is not there."),
            (long long) plx_statement_get_int (statement, 1), table, parent);
    }
  return step == PLX_STEP_DONE;
}

/* Rows that break a rule which no key expresses. */
static gboolean
check_rule (Check *self,
            const char *sql,
            const char *problem,
            GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->connection, sql);
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      g_autofree char *uuid = plx_id_to_uuid (plx_statement_get_int (statement, 0));

      tell (self, "%s: %s", uuid, problem);
    }
  return step == PLX_STEP_DONE;
}

static gboolean
check_rules (Check *self,
             GError **error)
{
  return check_rule (self, "SELECT id FROM annotation WHERE NOT EXISTS (SELECT 1 FROM span WHERE annotation = id)",
                     _ ("this annotation has no span."), error) &&
         check_rule (self, "SELECT annotation.id FROM annotation JOIN span ON annotation = id WHERE span.document <> annotation.document",
                     _ ("a span of this annotation lies in another article."), error) &&
         check_rule (self, "SELECT child.id FROM tag AS child JOIN tag AS parent ON child.parent = parent.id WHERE child.kind <> parent.kind",
                     _ ("this tag is not of its parent’s kind."), error) &&
         check_rule (self, "SELECT DISTINCT text FROM block JOIN text ON text.id = block.text WHERE block.end > codepoints",
                     _ ("a heading, list item or quotation lies beyond the end of this text."), error) &&
         check_rule (self, "SELECT earlier.id FROM document AS earlier JOIN document AS article ON article.id = earlier.article "
                           "WHERE article.article IS NOT NULL OR earlier.version >= article.version",
                     _ ("this earlier version does not belong to an article that came after it."), error) &&
         check_rule (self, "SELECT id FROM edit WHERE last_change >= first_change AND "
                           "(SELECT count (*) FROM change WHERE ordinal BETWEEN first_change AND last_change) <> last_change - first_change + 1",
                     _ ("changes of this edit are missing from the history."), error);
}

/* Texts and spans */

/* Returns: whether the text of the row is what it was when it came in */
static gboolean
check_text (Check *self,
            PlxText *text,
            PlxStatement *row,
            const char *title)
{
  const char *sha256 = plx_text_get_sha256 (text);

  if (plx_text_get_length (text) != plx_statement_get_int (row, 3))
    /* Translators: the title of an article, two lengths */
    tell (self, _ ("“%s”: the text has %d characters instead of %lld."),
          title, plx_text_get_length (text), (long long) plx_statement_get_int (row, 3));
  else if (strcmp (sha256, plx_statement_peek_text (row, 4)) != 0)
    tell (self, _ ("“%s”: the text is not the one that was added."), title);
  else
    return TRUE;
  return FALSE;
}

static void
check_span (Check *self,
            PlxText *text,
            PlxStatement *row,
            const char *title)
{
  PlxSpan span = { (int) plx_statement_get_int (row, 0), (int) plx_statement_get_int (row, 1) };
  g_autofree char *uuid = NULL;

  if (plx_quote_matches (text, &span, plx_statement_peek_text (row, 3)))
    return;
  uuid = plx_id_to_uuid (plx_statement_get_int (row, 2));
  /* Translators: the title of an article, the id of an annotation, two positions in the text */
  tell (self, _ ("“%s”: annotation %s does not have its words at %lld–%lld."),
        title, uuid, (long long) plx_statement_get_int (row, 0), (long long) plx_statement_get_int (row, 1));
}

static gboolean
check_spans (Check *self,
             PlxId document,
             PlxText *text,
             const char *title,
             GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (self->connection, "SELECT start, end, annotation, quote FROM span WHERE document = :document");
  PlxStep step;

  plx_statement_bind_id (statement, ":document", document);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    check_span (self, text, statement, title);
  return step == PLX_STEP_DONE;
}

/* The first and the last word tell whether a text is in the index at all. */
static gboolean
check_words (Check *self,
             PlxId id,
             PlxText *text,
             const char *title,
             GError **error)
{
  gboolean found;

  if (!plx_word_index_holds (self->connection, id, text, &found, error))
    return FALSE;
  if (!found)
    tell (self, _ ("“%s”: its words cannot be searched."), title);
  return TRUE;
}

static gboolean
check_document (Check *self,
                PlxStatement *row,
                GError **error)
{
  const char *body = plx_statement_peek_text (row, 2);
  g_autofree char *title = plx_statement_dup_text (row, 1);
  g_autoptr (PlxText) text = NULL;

  if (!g_utf8_validate (body, -1, NULL))
    {
      tell (self, _ ("“%s”: the text is no valid UTF-8."), title);
      return TRUE;
    }
  text = plx_text_new (body, -1);
  return !check_text (self, text, row, title) ||
         (check_words (self, plx_statement_get_int (row, 5), text, title, error) &&
          check_spans (self, plx_statement_get_int (row, 0), text, title, error));
}

static gboolean
check_documents (Check *self,
                 GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (self->connection, "SELECT document.id, title, body, codepoints, sha256, text.id "
                                                "FROM document JOIN text ON text = text.id ORDER BY document.id");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    if (!check_document (self, statement, error))
      return FALSE;
  return step == PLX_STEP_DONE;
}

/* The whole */

static gboolean
count (PlxConnection *connection,
       PlxCheckCounts *counts,
       GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT (SELECT count (*) FROM document WHERE article IS NULL), (SELECT count (*) FROM annotation), "
                                          "(SELECT count (*) FROM span), (SELECT count (*) FROM relation), (SELECT count (*) FROM edit)");

  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  counts->n_documents = plx_statement_get_int (statement, 0);
  counts->n_annotations = plx_statement_get_int (statement, 1);
  counts->n_spans = plx_statement_get_int (statement, 2);
  counts->n_relations = plx_statement_get_int (statement, 3);
  counts->n_edits = plx_statement_get_int (statement, 4);
  return TRUE;
}

/* A file that is damaged may fail at any query; what was told stands. */
static gboolean
check_all (Check *self,
           GError **error)
{
  if (!check_integrity (self, error))
    return FALSE;
  if (self->n_problems > 0)
    return TRUE; /* what else is read from it cannot be relied on */
  return check_references (self, error) && check_rules (self, error) && check_documents (self, error);
}

gboolean
plx_check_project (PlxConnection *connection,
                   PlxProblemFunc func,
                   gpointer data,
                   PlxCheckCounts *counts,
                   int *n_problems,
                   GError **error)
{
  Check self = { .connection = connection, .func = func, .data = data };
  gboolean done;

  memset (counts, 0, sizeof *counts);
  if (!plx_connection_execute (connection, "BEGIN", error))
    return FALSE;
  done = check_all (&self, error) && (self.n_problems > 0 || count (connection, counts, error));
  plx_connection_execute (connection, "ROLLBACK", NULL);
  *n_problems = self.n_problems;
  return done;
}

gboolean
plx_check_quick (PlxConnection *connection,
                 GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;
  g_autofree char *name = NULL;
  PlxStep step;

  if (!plx_schema_check (connection, error))
    return FALSE;
  statement = plx_connection_prepare (connection, "PRAGMA quick_check (1)");
  step = plx_statement_step (statement, error);
  if (step == PLX_STEP_ERROR)
    return FALSE;
  if (step == PLX_STEP_ROW && strcmp (plx_statement_peek_text (statement, 0), "ok") == 0)
    return TRUE;
  name = g_filename_display_name (plx_connection_get_path (connection));
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT,
               _ ("“%s” is damaged. Open one of its backups instead; the damaged file was not touched."), name);
  return FALSE;
}

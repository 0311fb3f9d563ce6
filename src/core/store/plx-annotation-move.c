/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-annotation-move.h"

#include "model/plx-quote.h"
#include "store/plx-span-rows.h"

static gboolean
run_for (PlxStatement *statement,
         PlxId annotation,
         PlxId document,
         GError **error)
{
  plx_statement_bind_id (statement, ":annotation", annotation);
  if (document != PLX_ID_NONE)
    plx_statement_bind_id (statement, ":document", document);
  return plx_statement_run (statement, error);
}

/* As it is */

static gboolean
take_along (PlxConnection *connection,
            PlxId id,
            PlxId document,
            GError **error)
{
  g_autoptr (PlxStatement) owner =
      plx_connection_prepare (connection, "UPDATE annotation SET document = :document WHERE id = :annotation");
  g_autoptr (PlxStatement) spans =
      plx_connection_prepare (connection, "UPDATE span SET document = :document WHERE annotation = :annotation");

  return run_for (owner, id, document, error) && run_for (spans, id, document, error);
}

/* To other words */

static gboolean
set_context (PlxConnection *connection,
             PlxId id,
             PlxId document,
             const GArray *spans,
             PlxText *text,
             GError **error)
{
  g_autofree char *prefix = plx_quote_dup_prefix (text, g_array_index (spans, PlxSpan, 0).start);
  g_autofree char *suffix = plx_quote_dup_suffix (text, g_array_index (spans, PlxSpan, spans->len - 1).end);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE annotation SET document = :document, prefix = :prefix, suffix = :suffix "
                                          "WHERE id = :annotation AND (document, prefix, suffix) <> (:document, :prefix, :suffix)");

  plx_statement_bind_text (statement, ":prefix", prefix);
  plx_statement_bind_text (statement, ":suffix", suffix);
  return run_for (statement, id, document, error);
}

/* Whether all spans stand exactly there already, with the same words. */
static gboolean
has_spans (PlxConnection *connection,
           PlxId id,
           PlxId document,
           const GArray *spans,
           PlxText *text,
           gboolean *has,
           GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT start, end, document, quote FROM span WHERE annotation = :annotation ORDER BY start");
  guint n = 0;
  PlxStep step;

  *has = TRUE;
  plx_statement_bind_id (statement, ":annotation", id);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      const PlxSpan *span = n < spans->len ? &g_array_index (spans, PlxSpan, n) : NULL;

      n++;
      *has &= span != NULL && span->start == plx_statement_get_int (statement, 0) &&
              span->end == plx_statement_get_int (statement, 1) && document == plx_statement_get_int (statement, 2) &&
              plx_quote_matches (text, span, plx_statement_peek_text (statement, 3));
    }
  *has &= n == spans->len;
  return step == PLX_STEP_DONE;
}

static gboolean
insert_spans (PlxConnection *connection,
              PlxId id,
              PlxId document,
              const GArray *spans,
              PlxText *text,
              GError **error)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (spans, PlxSpan, i);
      g_autofree char *quote = plx_text_dup_slice (text, span->start, span->end);

      if (!plx_span_row_insert (connection, id, document, span, quote, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
replace_spans (PlxConnection *connection,
               PlxId id,
               PlxId document,
               const GArray *spans,
               PlxText *text,
               GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "DELETE FROM span WHERE annotation = :annotation");

  return run_for (statement, id, PLX_ID_NONE, error) && insert_spans (connection, id, document, spans, text, error);
}

gboolean
plx_annotation_move (PlxConnection *connection,
                     PlxId id,
                     PlxId document,
                     const GArray *spans,
                     PlxText *text,
                     GError **error)
{
  gboolean has;

  if (spans == NULL)
    return take_along (connection, id, document, error);
  return has_spans (connection, id, document, spans, text, &has, error) && set_context (connection, id, document, spans, text, error) &&
         (has || replace_spans (connection, id, document, spans, text, error));
}

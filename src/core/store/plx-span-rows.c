/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-span-rows.h"

#include "store/plx-journal.h"

typedef struct
{
  PlxId annotation;
  PlxId document;
  PlxSpan span;
  const char *quote; /* (unowned) */
} Row;

static void
bind_row (PlxStatement *statement,
          gconstpointer data)
{
  const Row *row = data;

  plx_statement_bind_id (statement, ":document", row->document);
  plx_statement_bind_int (statement, ":start", row->span.start);
  plx_statement_bind_int (statement, ":end", row->span.end);
  plx_statement_bind_id (statement, ":annotation", row->annotation);
  plx_statement_bind_text (statement, ":quote", row->quote);
}

gboolean
plx_span_row_insert (PlxConnection *connection,
                     PlxId annotation,
                     PlxId document,
                     const PlxSpan *span,
                     const char *quote,
                     GError **error)
{
  Row row = { annotation, document, *span, quote };

  return plx_journal_insert (connection, PLX_TABLE_SPAN, bind_row, &row, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-mentions.h"

#include "store/plx-documents.h"

void
plx_mention_row_free (PlxMentionRow *self)
{
  g_free (self->title);
  g_free (self->quote);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self);
}

/* Mentions of an entity */

enum
{
  COLUMN_ID,
  COLUMN_DOCUMENT,
  COLUMN_TITLE,
  COLUMN_START,
  COLUMN_END,
  COLUMN_QUOTE,
  COLUMN_N_SPANS,
  COLUMN_PREFIX,
  COLUMN_SUFFIX,
};

static PlxMentionRow *
read_row (PlxStatement *statement)
{
  PlxMentionRow *row = g_new0 (PlxMentionRow, 1);

  row->annotation = plx_statement_get_int (statement, COLUMN_ID);
  row->document = plx_statement_get_int (statement, COLUMN_DOCUMENT);
  row->title = plx_statement_dup_text (statement, COLUMN_TITLE);
  row->span.start = (int) plx_statement_get_int (statement, COLUMN_START);
  row->span.end = (int) plx_statement_get_int (statement, COLUMN_END);
  row->quote = plx_statement_dup_text (statement, COLUMN_QUOTE);
  row->n_spans = (guint) plx_statement_get_int (statement, COLUMN_N_SPANS);
  row->prefix = plx_statement_dup_text (statement, COLUMN_PREFIX);
  row->suffix = plx_statement_dup_text (statement, COLUMN_SUFFIX);
  return row;
}

/* With min (), the bare columns of a group come from the row of the minimum. */
GPtrArray *
plx_mentions_list (PlxConnection *connection,
                   PlxId entity,
                   guint limit,
                   GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_mention_row_free);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT a.id, a.document, d.title, min (s.start), s.end, s.quote, count (*), a.prefix, a.suffix "
                                          "FROM annotation AS a CROSS JOIN span AS s ON s.annotation = a.id AND s.document = a.document "
                                          "CROSS JOIN document AS d ON d.id = a.document "
                                          "WHERE a.entity = :entity AND d.article IS NULL GROUP BY a.id "
                                          "ORDER BY d.position, d.id, min (s.start), a.id LIMIT :limit");
  PlxStep step;

  plx_statement_bind_id (statement, ":entity", entity);
  plx_statement_bind_int (statement, ":limit", limit);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    g_ptr_array_add (rows, read_row (statement));
  return step == PLX_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

int
plx_mentions_count (PlxConnection *connection,
                    PlxId entity,
                    GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT count (*) FROM annotation WHERE entity = :entity "
                                          "AND document NOT IN " PLX_EARLIER_VERSIONS);

  plx_statement_bind_id (statement, ":entity", entity);
  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return -1;
  return (int) plx_statement_get_int (statement, 0);
}

/* Mentions of nobody yet */

gboolean
plx_mentions_foreach_unlinked (PlxConnection *connection,
                               PlxUnlinkedFunc func,
                               gpointer data,
                               GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT a.id, a.document, t.kind, s.quote, min (s.start) "
                                          "FROM annotation AS a CROSS JOIN tag AS t ON t.id = a.tag "
                                          "CROSS JOIN span AS s ON s.annotation = a.id AND s.document = a.document "
                                          "WHERE a.entity IS NULL AND t.kind IN ('actor', 'place') "
                                          "AND a.document NOT IN " PLX_EARLIER_VERSIONS " GROUP BY a.id ORDER BY a.id");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      g_autofree char *quote = plx_statement_dup_text (statement, 3);
      PlxKind kind;

      plx_kind_from_string (plx_statement_peek_text (statement, 2), &kind);
      if (!func (plx_statement_get_int (statement, 0), plx_statement_get_int (statement, 1), kind, quote, data, error))
        return FALSE;
    }
  return step == PLX_STEP_DONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-blocks.h"

#include "store/plx-rows.h"

static gboolean
is_known (PlxConnection *connection,
          PlxId text,
          gboolean *known,
          GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT text FROM block WHERE text = :text LIMIT 1");
  PlxId found;

  plx_statement_bind_id (statement, ":text", text);
  if (!plx_rows_find (statement, &found, error))
    return FALSE;
  *known = found != PLX_ID_NONE;
  return TRUE;
}

gboolean
plx_blocks_add (PlxConnection *connection,
                PlxId text,
                const GArray *blocks,
                GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;
  gboolean known;

  if (blocks->len == 0)
    return TRUE;
  if (!is_known (connection, text, &known, error))
    return FALSE;
  if (known)
    return TRUE;
  statement = plx_connection_prepare (connection, "INSERT OR IGNORE INTO block (text, start, end, kind, level) VALUES (:text, :start, :end, :kind, :level)");
  for (guint i = 0; i < blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (blocks, PlxBlock, i);

      plx_statement_bind_id (statement, ":text", text);
      plx_statement_bind_int (statement, ":start", block->start);
      plx_statement_bind_int (statement, ":end", block->end);
      plx_statement_bind_text (statement, ":kind", plx_block_kind_get_name (block->kind));
      plx_statement_bind_int (statement, ":level", CLAMP (block->level, 1, PLX_BLOCK_MAX_LEVEL));
      if (!plx_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

GArray *
plx_blocks_load (PlxConnection *connection,
                 PlxId text,
                 GError **error)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (PlxBlock));
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT start, end, kind, level FROM block WHERE text = :text ORDER BY start, end DESC");
  PlxStep step;

  plx_statement_bind_id (statement, ":text", text);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxBlock block = { .start = (int) plx_statement_get_int (statement, 0),
                         .end = (int) plx_statement_get_int (statement, 1),
                         .level = (int) plx_statement_get_int (statement, 3) };

      if (plx_block_kind_from_name (plx_statement_peek_text (statement, 2), &block.kind))
        g_array_append_val (blocks, block);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&blocks) : NULL;
}

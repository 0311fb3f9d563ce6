/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-untagged.h"

#include "model/plx-snap.h"

/* @start is where a paragraph begins. */
static gboolean
is_untagged (PlxText *text,
             PlxSpanIndex *index,
             int start)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
  PlxSpan paragraph;

  if (!plx_snap_at (text, PLX_SNAP_PARAGRAPH, start, &paragraph))
    return FALSE;
  plx_span_index_find (index, paragraph.start, paragraph.end, found);
  return found->len == 0;
}

int
plx_untagged_next (PlxText *text,
                   PlxSpanIndex *index,
                   int offset)
{
  int length = plx_text_get_length (text);

  while (offset < length)
    {
      int next = plx_snap_next (text, PLX_SNAP_PARAGRAPH, offset);

      if (next <= offset || next >= length)
        return -1;
      if (is_untagged (text, index, next))
        return next;
      offset = next;
    }
  return -1;
}

int
plx_untagged_previous (PlxText *text,
                       PlxSpanIndex *index,
                       int offset)
{
  PlxSpan here;

  /* From inside a paragraph, the step back is to its own beginning. */
  if (plx_snap_at (text, PLX_SNAP_PARAGRAPH, offset, &here))
    offset = MIN (offset, here.start);
  while (offset > 0)
    {
      int previous = plx_snap_previous (text, PLX_SNAP_PARAGRAPH, offset);

      if (previous >= offset)
        return -1;
      if (is_untagged (text, index, previous))
        return previous;
      offset = previous;
    }
  return -1;
}

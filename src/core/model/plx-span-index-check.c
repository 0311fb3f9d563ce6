/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What always holds: for tests, and while looking for a mistake. */

#include "config.h"

#include "model/plx-span-index-private.h"

static gboolean
check_order (PlxSpanIndex *self)
{
  for (gsize i = 1; i < self->spans->len; i++)
    if (plx_span_index_compare (plx_span_index_at (self, i - 1), plx_span_index_at (self, i)) >= 0)
      return FALSE;
  return TRUE;
}

static gboolean
check_ends (PlxSpanIndex *self)
{
  if (self->ends->len != (self->spans->len + PLX_SPAN_BLOCK - 1) / PLX_SPAN_BLOCK)
    return FALSE;
  for (guint block = 0; block < self->ends->len; block++)
    {
      int end = 0;

      for (gsize i = block * PLX_SPAN_BLOCK; i < MIN ((block + 1) * PLX_SPAN_BLOCK, self->spans->len); i++)
        end = MAX (end, plx_span_index_at (self, i)->span.end);
      if (end != g_array_index (self->ends, int, block))
        return FALSE;
    }
  return TRUE;
}

/* In each lane every span starts after the end of the one before. */
static gboolean
check_lanes (PlxSpanIndex *self)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, TRUE, sizeof (int));

  for (gsize i = 0; i < self->spans->len; i++)
    {
      const PlxIndexedSpan *span = plx_span_index_at (self, i);

      if (span->lane >= ends->len)
        g_array_set_size (ends, span->lane + 1);
      /* Lane ends are kept plus one, 0 stands for an empty lane. */
      if (span->span.start < g_array_index (ends, int, span->lane))
        return FALSE;
      g_array_index (ends, int, span->lane) = span->span.end + 1;
    }
  return TRUE;
}

/* Each span is the next fragment of a known annotation. */
static gboolean
check_entries (PlxSpanIndex *self)
{
  g_autofree guint *n_fragments = g_new0 (guint, self->entries->len);

  for (gsize i = 0; i < self->spans->len; i++)
    {
      const PlxIndexedSpan *span = plx_span_index_at (self, i);
      const PlxSpanEntry *entry = plx_span_index_find_entry (self, span->annotation);
      guint *n = entry != NULL ? &n_fragments[entry - (const PlxSpanEntry *) (void *) self->entries->data] : NULL;

      if (entry == NULL || span->lane != entry->lane || span->fragment != (*n)++)
        return FALSE;
      if ((span->fragment == 0) != (span->span.start == entry->first) || span->span.start > entry->last)
        return FALSE;
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      const PlxSpanEntry *entry = &g_array_index (self->entries, PlxSpanEntry, i);

      if (n_fragments[i] == 0 || (i > 0 && entry[-1].annotation >= entry->annotation))
        return FALSE;
    }
  return TRUE;
}

gboolean
plx_span_index_check (PlxSpanIndex *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return check_order (self) && check_ends (self) && check_lanes (self) && check_entries (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands around a span, and whether its words are still there. */

#include "config.h"

#include "model/plx-quote.h"

#include <string.h>

char *
plx_quote_dup_prefix (PlxText *text,
                      int offset)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (offset >= 0 && offset <= plx_text_get_length (text), NULL);

  return plx_text_dup_slice (text, MAX (0, offset - PLX_QUOTE_CONTEXT), offset);
}

char *
plx_quote_dup_suffix (PlxText *text,
                      int offset)
{
  int left;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (offset >= 0 && offset <= plx_text_get_length (text), NULL);

  left = plx_text_get_length (text) - offset;
  return plx_text_dup_slice (text, offset, offset + MIN (left, PLX_QUOTE_CONTEXT));
}

gboolean
plx_quote_matches (PlxText *text,
                   const PlxSpan *span,
                   const char *quote)
{
  gsize first, n_bytes;

  g_return_val_if_fail (text != NULL && span != NULL && quote != NULL, FALSE);

  if (span->start < 0 || span->start > span->end || span->end > plx_text_get_length (text))
    return FALSE;
  first = plx_text_byte_of_offset (text, span->start);
  n_bytes = plx_text_byte_of_offset (text, span->end) - first;
  return strlen (quote) == n_bytes && memcmp (plx_text_get_utf8 (text) + first, quote, n_bytes) == 0;
}

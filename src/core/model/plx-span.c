/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ranges of code points: order and normal form. */

#include "config.h"

#include "model/plx-span.h"

#include "base/plx-error.h"

#include <glib/gi18n-lib.h>

int
plx_span_compare (const PlxSpan *a,
                  const PlxSpan *b)
{
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  return (a->end < b->end) - (a->end > b->end);
}

gboolean
plx_spans_equal (GArray *a,
                 GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (plx_span_compare (&g_array_index (a, PlxSpan, i), &g_array_index (b, PlxSpan, i)) != 0)
      return FALSE;
  return TRUE;
}

gboolean
plx_spans_contain (GArray *spans,
                   const PlxSpan *span)
{
  int i = plx_spans_find (spans, span->start);

  return i >= 0 && span->end <= g_array_index (spans, PlxSpan, i).end;
}

int
plx_spans_find (GArray *spans,
                int offset)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (spans, PlxSpan, i);

      if (span->start <= offset && offset < span->end)
        return (int) i;
    }
  return -1;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  return plx_span_compare (a, b);
}

static gboolean
check (const PlxSpan *span,
       int length,
       GError **error)
{
  if (span->start >= 0 && span->start < span->end && span->end <= length)
    return TRUE;

  if (span->start >= span->end)
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                 /* Translators: two positions in the text */
                 _ ("The range from %d to %d is empty: choose an end after the start"),
                 span->start, span->end);
  else
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                 /* Translators: two positions in the text, its length */
                 _ ("The range from %d to %d does not lie in the text: choose one between 0 and %d"),
                 span->start, span->end, length);
  return FALSE;
}

gboolean
plx_spans_normalize (GArray *spans,
                     int length,
                     GError **error)
{
  guint n = 0;

  g_return_val_if_fail (spans != NULL && g_array_get_element_size (spans) == sizeof (PlxSpan), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  for (guint i = 0; i < spans->len; i++)
    if (!check (&g_array_index (spans, PlxSpan, i), length, error))
      return FALSE;

  g_array_sort (spans, compare_cb);
  for (guint i = 0; i < spans->len; i++)
    {
      PlxSpan span = g_array_index (spans, PlxSpan, i);
      PlxSpan *last = n > 0 ? &g_array_index (spans, PlxSpan, n - 1) : NULL;

      if (last != NULL && span.start <= last->end)
        last->end = MAX (last->end, span.end);
      else
        g_array_index (spans, PlxSpan, n++) = span;
    }
  g_array_set_size (spans, n);
  return TRUE;
}

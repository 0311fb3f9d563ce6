/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A half-open range of Unicode code points in the text of a document. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int start;
  int end;
} PlxSpan;

/**
 * plx_span_compare:
 *
 * Orders spans by start, and the longer one first where starts are equal, so
 * that what encloses comes before what is enclosed.
 */
int plx_span_compare (const PlxSpan *a,
                      const PlxSpan *b);

/**
 * plx_spans_equal:
 * @a: (element-type PlxSpan)
 * @b: (element-type PlxSpan)
 */
gboolean plx_spans_equal (GArray *a,
                          GArray *b);

/**
 * plx_spans_contain:
 * @spans: (element-type PlxSpan): normalized
 *
 * Returns: whether all of @span lies in one of @spans
 */
gboolean plx_spans_contain (GArray *spans,
                            const PlxSpan *span);

/**
 * plx_spans_find:
 * @spans: (element-type PlxSpan)
 *
 * Returns: the one of @spans that @offset lies in, or -1
 */
int plx_spans_find (GArray *spans,
                    int offset);

/**
 * plx_spans_normalize:
 * @spans: (element-type PlxSpan): spans in any order
 * @length: the length of the text in code points
 * @error: %PLX_STORE_ERROR_CONSTRAINT with the offending range
 *
 * Sorts @spans and joins those that touch or overlap.  Nothing is clamped:
 * empty, reversed and outside ranges are refused.
 */
gboolean plx_spans_normalize (GArray *spans,
                              int length,
                              GError **error);

G_END_DECLS

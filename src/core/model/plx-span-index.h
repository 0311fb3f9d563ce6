/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The annotated spans of one document, ready for drawing and hit-testing.
 *
 * An array sorted by (start, -end) with the largest end of each block of 64:
 * a screenful is found in microseconds among 100,000 spans.  Each annotation
 * has a lane: the lowest one in which none of its spans overlaps or adjoins a
 * span of another annotation, so that its bar can be followed.  Lanes are stable:
 * adding or removing an annotation never moves another one; the lane of a
 * removed annotation is reused.  Loading all at once gives enclosing
 * annotations the lower lanes.
 *
 * Not thread-safe; integers only, knows nothing of text or drawing.
 */

#pragma once

#include "base/plx-id.h"
#include "model/plx-span.h"

G_BEGIN_DECLS

typedef struct _PlxSpanIndex PlxSpanIndex;

typedef struct
{
  PlxSpan span;
  PlxId annotation;
  PlxId tag;
  guint lane;     /* from 0 */
  guint fragment; /* ordinal of the span within its annotation, from 0 */
} PlxIndexedSpan;

PlxSpanIndex *plx_span_index_new (void);
void plx_span_index_free (PlxSpanIndex *self);

/**
 * plx_span_index_load:
 * @spans: (array length=n_spans): all spans in any order, those of each
 *   annotation normalized; lanes and fragments are ignored and computed
 *
 * Replaces the contents.
 */
void plx_span_index_load (PlxSpanIndex *self,
                          const PlxIndexedSpan *spans,
                          gsize n_spans);

/**
 * plx_span_index_add:
 * @spans: (array length=n_spans): at least one, normalized, see
 *   plx_spans_normalize()
 *
 * Adds an annotation, or replaces its spans and tag if it is there already, in
 * its old lane where that is still free.
 */
void plx_span_index_add (PlxSpanIndex *self,
                         PlxId annotation,
                         PlxId tag,
                         const PlxSpan *spans,
                         gsize n_spans);

/**
 * plx_span_index_remove:
 *
 * Returns: whether the annotation was there
 */
gboolean plx_span_index_remove (PlxSpanIndex *self,
                                PlxId annotation);

gsize plx_span_index_get_n_spans (PlxSpanIndex *self);
gsize plx_span_index_get_n_annotations (PlxSpanIndex *self);

/**
 * plx_span_index_get:
 *
 * Returns: (transfer none) (nullable): the @i-th span in order; valid until the
 *   next change
 */
const PlxIndexedSpan *plx_span_index_get (PlxSpanIndex *self,
                                          gsize i);

/**
 * plx_span_index_find:
 * @start: code point
 * @end: code point; spans that overlap [start, end) are found
 * @found: (element-type PlxIndexedSpan): where they are appended, in order
 *
 * An empty range finds the spans that contain the position @start.
 */
void plx_span_index_find (PlxSpanIndex *self,
                          int start,
                          int end,
                          GArray *found);

/**
 * plx_span_index_get_spans:
 * @spans: (element-type PlxSpan): where the spans of @annotation are appended
 *
 * Returns: whether the annotation is there
 */
gboolean plx_span_index_get_spans (PlxSpanIndex *self,
                                   PlxId annotation,
                                   GArray *spans);

/* The tag of @annotation, or %PLX_ID_NONE if it is not there. */
PlxId plx_span_index_get_tag (PlxSpanIndex *self,
                              PlxId annotation);

/**
 * plx_span_index_get_extent:
 * @first: (out): where its first span starts
 * @last: (out): where its last span starts; the same for an annotation in one
 *   piece
 *
 * Returns: whether the annotation is there
 */
gboolean plx_span_index_get_extent (PlxSpanIndex *self,
                                    PlxId annotation,
                                    int *first,
                                    int *last);

/**
 * plx_span_index_hit:
 * @offset: code point
 * @after: an annotation, or %PLX_ID_NONE
 *
 * Steps through the stack at @offset: innermost (shortest span) first; after
 * the last one it starts anew.
 *
 * Returns: the annotation that follows @after there, or %PLX_ID_NONE
 */
PlxId plx_span_index_hit (PlxSpanIndex *self,
                          int offset,
                          PlxId after);

/**
 * plx_span_index_next:
 * @forward: direction
 *
 * Returns: the first span that starts after (or the last that starts before)
 *   @offset, %NULL at the end
 */
const PlxIndexedSpan *plx_span_index_next (PlxSpanIndex *self,
                                           int offset,
                                           gboolean forward);

/**
 * plx_span_index_check:
 *
 * Invariants, for assertions and tests: order, block ends, lanes without
 * collisions.
 */
gboolean plx_span_index_check (PlxSpanIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSpanIndex, plx_span_index_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shape of an annotation: moving a border, taking it apart, putting it
 * together.
 *
 * Pure functions on the spans of one annotation, normalized as always.  What
 * only a blank of the same line keeps apart counts as meeting, so that what was
 * split between two words is whole again when it is joined.
 */

#pragma once

#include "base/plx-text.h"
#include "model/plx-snap.h"
#include "model/plx-span.h"

G_BEGIN_DECLS

/* One of the two ends of a fragment. */
typedef struct
{
  guint fragment; /* ordinal of the span, from 0 */
  gboolean at_end;
} PlxBorder;

/**
 * plx_border_get:
 *
 * Returns: the code point at which @border lies
 */
int plx_border_get (GArray *spans,
                    const PlxBorder *border);

/**
 * plx_border_move:
 * @spans: (element-type PlxSpan): left as they are
 * @snap: the unit whose edge the border goes to
 * @offset: where it is moved to, inside the text
 *
 * The other border of the fragment stays in its place and cannot be passed: at
 * least one character remains.  A fragment that meets its neighbours becomes one
 * with them.  Where the border is already, it stays as it is, snapped or not.
 *
 * Returns: (transfer full) (element-type PlxSpan): the spans with the border moved
 */
GArray *plx_border_move (PlxText *text,
                         GArray *spans,
                         const PlxBorder *border,
                         PlxSnap snap,
                         int offset);

/**
 * plx_border_find:
 * @border: (inout): a border of @spans as they were before plx_border_move()
 * @moved: what came of it
 * @spans: as they were
 *
 * Finds the border again after fragments have become one.
 */
void plx_border_find (GArray *spans,
                      GArray *moved,
                      PlxBorder *border);

/**
 * plx_border_step:
 *
 * Where a border goes from @offset by one unit: ends go to ends of units, starts
 * to starts.
 *
 * Returns: the new place, @offset if there is no further unit
 */
int plx_border_step (PlxText *text,
                     PlxSnap snap,
                     int offset,
                     gboolean at_end,
                     gboolean forward);

typedef enum
{
  PLX_SPLIT_AT,        /* in two, at span.start */
  PLX_SPLIT_AROUND,    /* what is in span, and the rest */
  PLX_SPLIT_FRAGMENTS, /* each fragment for itself */
} PlxSplitKind;

typedef struct
{
  PlxSplitKind kind;
  PlxSpan span;
} PlxSplit;

/**
 * plx_shape_split:
 *
 * Blanks at a cut belong to no part.
 *
 * Returns: (transfer full) (nullable) (element-type GArray): the spans of each
 *   part in the order of the text, at least two; %NULL if a part would be empty
 */
GPtrArray *plx_shape_split (PlxText *text,
                            GArray *spans,
                            const PlxSplit *split);

/**
 * plx_shape_join:
 * @parts: (element-type GArray): the spans of each part, in any order
 *
 * Returns: (transfer full) (element-type PlxSpan): all of them as one shape
 */
GArray *plx_shape_join (PlxText *text,
                        GPtrArray *parts);

G_END_DECLS

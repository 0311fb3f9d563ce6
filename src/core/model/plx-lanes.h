/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lanes for many annotations at once.
 *
 * Annotations come in the order of their first spans.  Each gets the lowest
 * lane in which none of its spans touches a span of an annotation that came
 * before.
 */

#pragma once

#include "model/plx-span.h"

G_BEGIN_DECLS

typedef struct _PlxLanes PlxLanes;

PlxLanes *plx_lanes_new (void);
void plx_lanes_free (PlxLanes *self);

/**
 * plx_lanes_place:
 * @spans: the spans of one annotation, in order
 *
 * Returns: the lane for the annotation; it is taken by @spans from now on
 */
guint plx_lanes_place (PlxLanes *self,
                       const PlxSpan *spans,
                       gsize n_spans);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxLanes, plx_lanes_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A timeline on the screen.  One of its marks is the current one.
 *
 * Keys: Left and Right go on in a lane, Up and Down to the next one, Home and End
 * to the first and last; Enter goes where the mark leads; plus, minus and 0 zoom.
 * Ctrl and the wheel zoom, and dragging over a part of the times zooms to it. */

#pragma once

#include "compare/plx-canvas.h"
#include "query/plx-timeline-chart.h"

G_BEGIN_DECLS

#define PLX_TYPE_TIMELINE_VIEW (plx_timeline_view_get_type ())

/* Signals:
 *   "current-changed" ()  another mark is the current one
 *   "activated" ()        the current one was clicked, or Enter pressed
 */
G_DECLARE_FINAL_TYPE (PlxTimelineView, plx_timeline_view, PLX, TIMELINE_VIEW, PlxCanvas)

/**
 * plx_timeline_view_set_chart:
 * @chart: (transfer full) (nullable)
 *
 * Shows another chart.  The claim that is current stays so if it is still there.
 */
void plx_timeline_view_set_chart (PlxTimelineView *self,
                                  PlxTimelineChart *chart);

/* (transfer none) (nullable) */
const PlxTimelineChart *plx_timeline_view_get_chart (PlxTimelineView *self);

/* (transfer none) (nullable): the current mark. */
const PlxTimelineMark *plx_timeline_view_get_current (PlxTimelineView *self);

/* Makes @mark the current one and brings it into view. */
void plx_timeline_view_set_current (PlxTimelineView *self,
                                    int mark);

/* (transfer full): who says what on which question, of when. */
char *plx_timeline_view_describe (PlxTimelineView *self,
                                  const PlxTimelineMark *mark);

double plx_timeline_view_get_zoom (PlxTimelineView *self);

/* Times @factor, around the middle of what is in view; 0 shows all times. */
void plx_timeline_view_zoom (PlxTimelineView *self,
                             double factor);

/* Where a mark is drawn, in coordinates of the widget, for tests. */
gboolean plx_timeline_view_get_mark_area (PlxTimelineView *self,
                                          int mark,
                                          GdkRectangle *area);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the timeline share: what it shows, and how it is steered. */

#pragma once

#include "compare/plx-timeline-view.h"

#include "picture/plx-timeline-layout.h"

G_BEGIN_DECLS

#define PLX_TIMELINE_NO_MARK (-1)

struct _PlxTimelineView
{
  PlxCanvas parent_instance;

  PlxTimelineChart *chart;   /* (owned) (nullable) */
  PlxTimelineLayout *layout; /* (owned) (nullable): of the chart at this width and zoom */
  int layout_width;
  double zoom;
  int current;     /* a mark, or PLX_TIMELINE_NO_MARK */
  double drag[2];  /* the part that is being chosen, from the start of the line */
  gboolean is_hit; /* the button went down on a mark */
  double pointer;  /* where it is, from the start of the line */
};

/* Whether there is a chart to lay out; lays it out if it is not. */
gboolean plx_timeline_view_ensure_layout (PlxTimelineView *self);

/* How high what stays above the lanes is. */
double plx_timeline_view_get_header (PlxTimelineView *self);

/* Returns: (nullable) */
const PlxTimelineMark *plx_timeline_view_get_mark (PlxTimelineView *self,
                                                   int mark);

/* Shows the times at @zoom; the one at @x of what is in view stays there. */
void plx_timeline_view_set_zoom (PlxTimelineView *self,
                                 double zoom,
                                 double x);

/* In plx-timeline-input.c */

void plx_timeline_view_add_keys (GtkWidgetClass *widget_class);

void plx_timeline_view_add_controllers (PlxTimelineView *self);

G_END_DECLS

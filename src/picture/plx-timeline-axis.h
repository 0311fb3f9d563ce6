/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scale of a timeline: hours, days, months or years, as far apart as there
 * is room for what they are called. */

#pragma once

#include "picture/plx-timeline-layout.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  char *label;  /* (owned) */
  char *detail; /* (owned): the larger unit, where it begins; may be empty */
} PlxTimelineTick;

/**
 * plx_timeline_axis_list:
 * @from: the part that is in view
 * @to: where that ends
 *
 * Returns: (transfer full) (element-type PlxTimelineTick): from earlier to later
 */
GArray *plx_timeline_axis_list (const PlxTimelineLayout *layout,
                                double from,
                                double to);

G_END_DECLS

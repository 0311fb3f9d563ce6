/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws the part of a timeline that is in view: for the screen and for files. */

#pragma once

#include "picture/plx-timeline-layout.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} PlxColour;

typedef struct
{
  PlxColour base;
  PlxColour header;
  PlxColour text;
  PlxColour border;
  PlxColour accent;
  PlxColour success;
  PlxColour warning;
  PlxColour error;
  gboolean high_contrast; /* nothing fades */
} PlxTimelineColours;

/* On paper. */
extern const PlxTimelineColours plx_timeline_print_colours;

typedef struct
{
  const PlxTimelineLayout *layout;
  PlxTimelineColours colours;
  PangoContext *context; /* (unowned) */
  const char *title;     /* (nullable): above all */
  double x;              /* how far it is scrolled */
  double y;
  double width; /* of what is in view */
  double height;
  gboolean mirrored; /* lines begin at the right */
  int current;       /* a mark, or -1 */
  gboolean has_focus;
  double from; /* a part of the times that is being chosen, in view; empty if there is none */
  double to;
} PlxTimelinePainter;

/* What stays above the lanes: title, signs and scale. */
double plx_timeline_painter_get_header (const PlxTimelinePainter *self);

void plx_timeline_painter_draw (const PlxTimelinePainter *self,
                                cairo_t *cairo);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the marks of a timeline lie.  Numbers only: x counts from the start of
 * the line, whichever side that is, and y from the first lane.
 *
 * Each mark takes a box: its words above, its bar below.  Boxes of a lane are put
 * into rows so that none covers another.  A lane with more than has room keeps
 * its first ones; the others are ticks in its last row. */

#pragma once

#include "query/plx-timeline-chart.h"

G_BEGIN_DECLS

/* How wide @text is, the first @bold bytes of it in bold. */
typedef double (*PlxTimelineMeasure) (const char *text,
                                      gsize bold,
                                      gpointer data);

typedef struct
{
  double width;     /* that is there to be filled */
  double zoom;      /* 1: all times fit; 2: half of them */
  double line;      /* height of a line of text */
  double character; /* width of a common letter */
} PlxTimelineMetrics;

typedef struct
{
  double x; /* of all of it */
  double y;
  double width;
  double height;
  double bar;
  double bar_width;
  double label; /* where the words begin, the sign before them */
  double label_width;
  gboolean is_tick; /* there was no room for its words */
} PlxTimelineBox;

typedef struct
{
  double y;
  double height;
  guint n_ticks;
} PlxTimelineBand;

typedef struct
{
  const PlxTimelineChart *chart; /* (unowned) */
  PlxTimelineMetrics metrics;
  PlxEventTime range; /* from `start` to `end` */
  double head;        /* width of the names of lanes, which stay when it scrolls */
  double start;       /* of the times */
  double end;
  double undated; /* where marks without a time begin; equals `width` if there are none */
  double width;
  double height; /* of all lanes */
  double bar_height;
  double sign; /* what the sign before the words takes */
  double gap;
  GArray *boxes; /* (owned) (element-type PlxTimelineBox): one for each mark */
  GArray *bands; /* (owned) (element-type PlxTimelineBand): one for each lane */
} PlxTimelineLayout;

/**
 * plx_timeline_layout_new:
 * @chart: (transfer none): has to stay while the layout is there
 */
PlxTimelineLayout *plx_timeline_layout_new (const PlxTimelineChart *chart,
                                            const PlxTimelineMetrics *metrics,
                                            PlxTimelineMeasure measure,
                                            gpointer data);
void plx_timeline_layout_free (PlxTimelineLayout *self);

/* Where the moment @time lies, and which moment lies at @x. */
double plx_timeline_layout_get_x (const PlxTimelineLayout *self,
                                  gint64 time);
gint64 plx_timeline_layout_get_time (const PlxTimelineLayout *self,
                                     double x);

/* Whether there are times to be drawn at all. */
gboolean plx_timeline_layout_has_times (const PlxTimelineLayout *self);

/**
 * plx_timeline_layout_find:
 * @after: a mark, or -1
 *
 * Returns: the mark at @x and @y; where several lie, the one that follows
 *   @after; -1 if there is none
 */
int plx_timeline_layout_find (const PlxTimelineLayout *self,
                              double x,
                              double y,
                              int after);

/* The closest zoom at which something can still be told apart. */
double plx_timeline_layout_get_max_zoom (const PlxTimelineLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTimelineLayout, plx_timeline_layout_free)

G_END_DECLS

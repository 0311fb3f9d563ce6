/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Claims in time, to be drawn: a lane for each outlet, a mark for each claim. */

#pragma once

#include "query/plx-comparison.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_TIMELINE_BY_EVENT,       /* when it happened; when it was published, if that is not known */
  PLX_TIMELINE_BY_PUBLICATION, /* when it was published */
} PlxTimelineBy;

typedef struct
{
  PlxId annotation;
  PlxEventTime time;     /* not known if there is none at all */
  gboolean is_published; /* it is the time of the article, not of the event */
  PlxStatusKind status;  /* of the question */
  gboolean clashes;      /* it stands out against the others */
  guint said;            /* position in the comparison */
  const char *words;     /* what is said, in one line */
  const char *question;  /* in one line */
} PlxTimelineMark;

typedef struct
{
  const char *source;
  guint first; /* position of its first mark */
  guint n;
  GArray *published; /* (owned) (element-type PlxEventTime): of its articles, in order, each once */
} PlxTimelineLane;

typedef struct
{
  PlxComparison *comparison; /* (owned) (nullable) */
  GArray *lanes;             /* (owned) (element-type PlxTimelineLane): in the order of articles */
  GArray *marks;             /* (owned) (element-type PlxTimelineMark): by lane, then time; without a time last */
  PlxEventTime range;        /* from the first known time to the last; empty if none is known */
  guint n_undated;           /* marks without any time */
  gboolean has_hours;        /* some time is no whole day */
  GStringChunk *strings;     /* (owned) */
} PlxTimelineChart;

/**
 * plx_timeline_chart_new:
 * @comparison: (transfer none)
 * @order: (element-type guint): documents in the order of their lanes
 */
PlxTimelineChart *plx_timeline_chart_new (PlxComparison *comparison,
                                          const GArray *order,
                                          PlxTimelineBy by);
void plx_timeline_chart_free (PlxTimelineChart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTimelineChart, plx_timeline_chart_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "picture/plx-timeline-layout.h"

#include <math.h>
#include <string.h>

#define HOUR (60 * 60 * G_GINT64_CONSTANT (1000))

/* In letters. */
#define HEAD_LETTERS 24
#define LABEL_LETTERS 60
#define UNDATED_LETTERS 30

#define BAR_HEIGHT 6
#define MIN_BAR 8
#define GAP 8

/* What is left free at both ends, as a share of all times. */
#define MARGIN 0.03

/* Rows of all lanes together, and of one lane. */
#define ALL_ROWS 400
#define MIN_ROWS 4
#define MAX_ROWS 40

/* More marks than these are not measured one by one. */
#define MAX_MEASURED 1500

/* The closest zoom makes an hour this wide, or a day where no time is
 * closer than that; there is always something to be had. */
#define MIN_WIDTH 1000
#define MIN_ZOOM 4
#define MAX_ZOOM 5000

typedef struct
{
  PlxTimelineLayout *self;
  PlxTimelineMeasure measure;
  gpointer data;
  double *row_ends; /* (owned): of each row, what is taken of it */
  guint n_rows;
  guint max_rows;
} Filling;

gboolean
plx_timeline_layout_has_times (const PlxTimelineLayout *self)
{
  return self->chart->range.start < self->chart->range.end;
}

double
plx_timeline_layout_get_x (const PlxTimelineLayout *self,
                           gint64 time)
{
  double share = ((double) time - (double) self->range.start) / ((double) self->range.end - (double) self->range.start);

  return self->start + share * (self->end - self->start);
}

gint64
plx_timeline_layout_get_time (const PlxTimelineLayout *self,
                              double x)
{
  double share = (x - self->start) / MAX (self->end - self->start, 1);

  return (gint64) ((double) self->range.start + share * ((double) self->range.end - (double) self->range.start));
}

double
plx_timeline_layout_get_max_zoom (const PlxTimelineLayout *self)
{
  double units = ((double) self->range.end - (double) self->range.start) / (double) (self->chart->has_hours ? HOUR : 24 * HOUR);

  return CLAMP (units * MIN_WIDTH / MAX (self->metrics.width, 1), MIN_ZOOM, MAX_ZOOM);
}

/* Marks */

static double
measure_label (const Filling *filling,
               const PlxTimelineMark *mark)
{
  PlxTimelineLayout *self = filling->self;
  double most = LABEL_LETTERS * self->metrics.character;
  g_autofree char *text = NULL;

  if (self->chart->marks->len > MAX_MEASURED)
    return MIN (most, (double) (g_utf8_strlen (mark->words, -1) + g_utf8_strlen (mark->question, -1) + 3) * self->metrics.character * 1.1);
  text = g_strconcat (mark->words, "  ", mark->question, NULL);
  return MIN (most, ceil (filling->measure (text, strlen (mark->words), filling->data)));
}

/* The part of the picture that the bar of @mark covers. */
static void
place_bar (const PlxTimelineLayout *self,
           const PlxTimelineMark *mark,
           PlxTimelineBox *box)
{
  double start = mark->time.start == G_MININT64 ? self->start : plx_timeline_layout_get_x (self, mark->time.start);
  double end = mark->time.end == G_MAXINT64 ? self->end : plx_timeline_layout_get_x (self, mark->time.end);

  box->bar = start;
  box->bar_width = MAX (end - start, MIN_BAR);
}

static guint
find_row (Filling *filling,
          double x)
{
  for (guint row = 0; row < filling->n_rows; row++)
    if (filling->row_ends[row] <= x)
      return row;
  if (filling->n_rows < filling->max_rows)
    filling->row_ends[filling->n_rows++] = 0;
  return filling->n_rows - 1;
}

/* Whether @row, which find_row() gave, is free at @x. */
static gboolean
has_room (const Filling *filling,
          guint row,
          double x)
{
  return filling->row_ends[row] <= x;
}

static void
place_dated (Filling *filling,
             const PlxTimelineMark *mark,
             PlxTimelineBox *box,
             guint *row)
{
  PlxTimelineLayout *self = filling->self;

  place_bar (self, mark, box);
  box->label_width = MIN (self->sign + measure_label (filling, mark), self->end - self->start);
  box->label = MAX (self->start, MIN (box->bar, self->end - box->label_width));
  box->x = MIN (box->label, box->bar);
  box->width = MAX (box->label + box->label_width, box->bar + box->bar_width) - box->x;
  *row = find_row (filling, box->x);
}

/* One below the other. */
static void
place_undated (Filling *filling,
               const PlxTimelineMark *mark,
               PlxTimelineBox *box,
               guint *row)
{
  PlxTimelineLayout *self = filling->self;

  box->x = box->label = box->bar = self->undated;
  box->width = box->label_width = MIN (self->sign + measure_label (filling, mark), self->width - self->undated - self->gap);
  *row = find_row (filling, box->x);
}

static void
place_mark (Filling *filling,
            guint position,
            PlxTimelineBand *band)
{
  PlxTimelineLayout *self = filling->self;
  const PlxTimelineMark *mark = &g_array_index (self->chart->marks, PlxTimelineMark, position);
  PlxTimelineBox *box = &g_array_index (self->boxes, PlxTimelineBox, position);
  double row_height = self->metrics.line + self->bar_height + self->gap;
  guint row;

  if (plx_event_time_is_known (&mark->time))
    place_dated (filling, mark, box, &row);
  else
    place_undated (filling, mark, box, &row);
  box->height = self->metrics.line + self->bar_height;
  if (has_room (filling, row, box->x))
    filling->row_ends[row] = box->x + box->width + self->gap;
  else
    {
      box->is_tick = TRUE;
      box->x = box->bar;
      box->width = box->bar_width = MIN_BAR;
      row = filling->max_rows;
      band->n_ticks++;
    }
  box->y = band->y + self->gap / 2 + row * row_height;
}

static void
fill_lane (Filling *filling,
           guint position,
           double y)
{
  PlxTimelineLayout *self = filling->self;
  const PlxTimelineLane *lane = &g_array_index (self->chart->lanes, PlxTimelineLane, position);
  PlxTimelineBand *band = &g_array_index (self->bands, PlxTimelineBand, position);
  guint rows;

  band->y = y;
  filling->n_rows = 0;
  for (guint i = 0; i < lane->n; i++)
    place_mark (filling, lane->first + i, band);
  rows = band->n_ticks > 0 ? filling->max_rows + 1 : filling->n_rows;
  /* The name of the lane and how many claims it has find room in any case. */
  band->height = MAX (rows * (self->metrics.line + self->bar_height + self->gap), 2 * self->metrics.line) + self->gap;
}

static void
fill_lanes (Filling *filling)
{
  PlxTimelineLayout *self = filling->self;

  for (guint i = 0; i < self->chart->lanes->len; i++)
    {
      fill_lane (filling, i, self->height);
      self->height += g_array_index (self->bands, PlxTimelineBand, i).height;
    }
}

/* The whole */

static void
place_parts (PlxTimelineLayout *self)
{
  const PlxTimelineMetrics *metrics = &self->metrics;
  double undated = self->chart->n_undated > 0 ? MIN (UNDATED_LETTERS * metrics->character, metrics->width * 0.3) : 0;
  double times;

  self->head = MIN (HEAD_LETTERS * metrics->character, metrics->width * 0.25);
  times = MAX (metrics->width - self->head - undated - 2 * self->gap, 1) * metrics->zoom;
  self->start = self->head + self->gap;
  if (!plx_timeline_layout_has_times (self))
    times = 0;
  self->end = self->start + times;
  self->undated = self->end + self->gap;
  self->width = times > 0 ? self->undated + undated : MAX (metrics->width, self->undated);
}

static PlxEventTime
add_margins (const PlxEventTime *range)
{
  gint64 margin = (gint64) (((double) range->end - (double) range->start) * MARGIN);

  if (range->start >= range->end)
    return (PlxEventTime){ 0, 1 };
  return (PlxEventTime){ range->start - margin, range->end + margin };
}

PlxTimelineLayout *
plx_timeline_layout_new (const PlxTimelineChart *chart,
                         const PlxTimelineMetrics *metrics,
                         PlxTimelineMeasure measure,
                         gpointer data)
{
  PlxTimelineLayout *self = g_new0 (PlxTimelineLayout, 1);
  Filling filling = { self, measure, data, NULL, 0, CLAMP (ALL_ROWS / MAX (chart->lanes->len, 1), MIN_ROWS, MAX_ROWS) };
  g_autofree double *row_ends = g_new0 (double, filling.max_rows);

  filling.row_ends = row_ends;
  self->chart = chart;
  self->metrics = *metrics;
  self->range = add_margins (&chart->range);
  self->bar_height = BAR_HEIGHT;
  self->gap = GAP;
  self->sign = ceil (metrics->line * 0.9);
  self->boxes = g_array_new (FALSE, TRUE, sizeof (PlxTimelineBox));
  self->bands = g_array_new (FALSE, TRUE, sizeof (PlxTimelineBand));
  g_array_set_size (self->boxes, chart->marks->len);
  g_array_set_size (self->bands, chart->lanes->len);
  place_parts (self);
  fill_lanes (&filling);
  return self;
}

void
plx_timeline_layout_free (PlxTimelineLayout *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->bands);
  g_free (self);
}

/* Finding */

static gboolean
is_inside (const PlxTimelineBox *box,
           double x,
           double y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

int
plx_timeline_layout_find (const PlxTimelineLayout *self,
                          double x,
                          double y,
                          int after)
{
  int first = -1;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const PlxTimelineBand *band = &g_array_index (self->bands, PlxTimelineBand, i);
      const PlxTimelineLane *lane = &g_array_index (self->chart->lanes, PlxTimelineLane, i);

      if (y < band->y || y >= band->y + band->height)
        continue;
      for (guint j = lane->first; j < lane->first + lane->n; j++)
        {
          if (!is_inside (&g_array_index (self->boxes, PlxTimelineBox, j), x, y))
            continue;
          if ((int) j > after)
            return (int) j;
          if (first < 0)
            first = (int) j;
        }
    }
  return first;
}

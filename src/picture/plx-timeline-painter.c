/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "picture/plx-timeline-painter.h"

#include "picture/plx-timeline-axis.h"
#include "picture/plx-timeline-pen.h"
#include "query/plx-comparison-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define PADDING 8

/* Of an entry of the legend that is wider than the picture. */
#define MAX_LEGEND_LINES 3

/* Of a label on the scale. */
#define LEAST_LETTERS 6

/* Dark enough to be told apart on paper. */
const PlxTimelineColours plx_timeline_print_colours = {
  .base = { 1, 1, 1, 1 },
  .header = { 0.95, 0.95, 0.95, 1 },
  .text = { 0.12, 0.12, 0.12, 1 },
  .border = { 0, 0, 0, 0.2 },
  .accent = { 0.11, 0.44, 0.85, 1 },
  .success = { 0.10, 0.50, 0.26, 1 },
  .warning = { 0.70, 0.45, 0, 1 },
  .error = { 0.75, 0.11, 0.16, 1 },
};

/* Marks */

static void
put_outline (const PlxTimelinePainter *self,
             cairo_t *cairo,
             double x,
             double y,
             double width,
             double height)
{
  plx_timeline_pen_set_colour (cairo, self->colours.accent, self->has_focus ? 1 : 0.5);
  cairo_set_line_width (cairo, 2);
  cairo_rectangle (cairo, plx_timeline_pen_place (self, x, width) - 3, y - 3, width + 6, height + 6);
  cairo_stroke (cairo);
}

static void
put_label (const PlxTimelinePainter *self,
           cairo_t *cairo,
           const PlxTimelineMark *mark,
           const PlxTimelineBox *box,
           double y)
{
  const PlxTimelineLayout *layout = self->layout;
  double x = box->label - self->x, last = box->bar + box->bar_width - self->x - box->label_width;
  gsize bold;
  g_autofree char *text = plx_timeline_pen_dup_label (mark, self->mirrored, &bold);

  /* Words of a long bar stay in view with it. */
  if (plx_event_time_is_known (&mark->time) && x < layout->head + layout->gap)
    x = MAX (x, MIN (last, layout->head + layout->gap));
  plx_timeline_pen_put_sign (self, cairo, mark->status, x, y);
  plx_timeline_pen_put_text (self, cairo, text, bold, x + layout->sign, y, box->label_width - layout->sign, 1);
}

static void
put_mark (const PlxTimelinePainter *self,
          cairo_t *cairo,
          guint position,
          double top)
{
  const PlxTimelineMark *mark = &g_array_index (self->layout->chart->marks, PlxTimelineMark, position);
  const PlxTimelineBox *box = &g_array_index (self->layout->boxes, PlxTimelineBox, position);
  double y = top + box->y - self->y, line = self->layout->metrics.line;

  if (box->x + box->width < self->x + self->layout->head || box->x > self->x + self->width || y + box->height < top || y > self->height)
    return;
  if (!box->is_tick)
    put_label (self, cairo, mark, box, y);
  if (plx_event_time_is_known (&mark->time))
    plx_timeline_pen_put_bar (self, cairo, mark, box->bar - self->x, box->bar_width, box->is_tick ? y : y + line);
  if ((int) position == self->current)
    put_outline (self, cairo, box->x - self->x, y, box->width, box->height);
}

/* Lanes */

/* The days on which articles of a lane were published. */
static void
put_published (const PlxTimelinePainter *self,
               cairo_t *cairo,
               const PlxTimelineLane *lane,
               double y,
               double height)
{
  for (guint i = 0; i < lane->published->len && plx_timeline_layout_has_times (self->layout); i++)
    {
      const PlxEventTime *day = &g_array_index (lane->published, PlxEventTime, i);
      double x = plx_timeline_layout_get_x (self->layout, day->start) - self->x;
      double width = MAX (3, plx_timeline_layout_get_x (self->layout, day->end) - self->x - x);

      if (x > self->width || x + width < 0)
        continue;
      plx_timeline_pen_fill (self, cairo, x, y, width, height, self->colours.accent, 0.1);
      plx_timeline_pen_fill (self, cairo, x, y, 2, height, self->colours.accent, 0.6);
    }
}

static void
put_lane (const PlxTimelinePainter *self,
          cairo_t *cairo,
          guint position,
          double top)
{
  const PlxTimelineLayout *layout = self->layout;
  const PlxTimelineLane *lane = &g_array_index (layout->chart->lanes, PlxTimelineLane, position);
  const PlxTimelineBand *band = &g_array_index (layout->bands, PlxTimelineBand, position);
  double y = top + band->y - self->y;

  if (y > self->height || y + band->height < top)
    return;
  put_published (self, cairo, lane, y, band->height);
  for (guint i = 0; i < lane->n; i++)
    put_mark (self, cairo, lane->first + i, top);
  plx_timeline_pen_fill (self, cairo, layout->head, y + band->height - 1, self->width, 1, self->colours.border, 1);
}

/* The name stays in view as long as its lane does. */
static void
put_head (const PlxTimelinePainter *self,
          cairo_t *cairo,
          guint position,
          double top)
{
  const PlxTimelineLayout *layout = self->layout;
  const PlxTimelineLane *lane = &g_array_index (layout->chart->lanes, PlxTimelineLane, position);
  const PlxTimelineBand *band = &g_array_index (layout->bands, PlxTimelineBand, position);
  double y = top + band->y - self->y, width = layout->head - 2 * PADDING, line = layout->metrics.line;
  double text = MIN (MAX (y, top), y + band->height - (band->n_ticks > 0 ? 4 : 2) * line - 2) + 2;
  g_autofree char *claims = NULL;
  g_autofree char *more = NULL;

  if (y > self->height || y + band->height < top)
    return;
  claims = g_strdup_printf (ngettext ("%u claim", "%u claims", lane->n), lane->n);
  plx_timeline_pen_put_text (self, cairo, lane->source, strlen (lane->source), PADDING, text, width, 1);
  plx_timeline_pen_put_text (self, cairo, claims, 0, PADDING, text + line, width, 1);
  if (band->n_ticks > 0)
    {
      /* Translators: claims that are drawn as mere strokes, as there is no room for their words */
      more = g_strdup_printf (ngettext ("%u without words", "%u without words", band->n_ticks), band->n_ticks);
      plx_timeline_pen_put_text (self, cairo, more, 0, PADDING, text + 2 * line, width, 2);
    }
  plx_timeline_pen_fill (self, cairo, 0, y + band->height - 1, layout->head, 1, self->colours.border, 1);
}

/* The header */

typedef struct
{
  const PlxTimelinePainter *painter;
  cairo_t *cairo; /* (nullable): only measure */
  double x;
  double y;
} Legend;

/* Moves to where an entry of @width goes. */
static void
make_room (Legend *legend,
           double width)
{
  if (legend->x > PADDING && legend->x + width > legend->painter->width - PADDING)
    {
      legend->x = PADDING;
      legend->y += legend->painter->layout->metrics.line + 2;
    }
}

static void
put_entry (Legend *legend,
           const char *word,
           void (*draw) (const Legend *legend,
                         int what),
           int what)
{
  const PlxTimelineLayout *layout = legend->painter->layout;
  double wanted = plx_timeline_pen_measure (word, 0, legend->painter->context);
  double room = MAX (legend->painter->width - 2 * PADDING - layout->sign, 1);
  double width = MIN (wanted, room) + layout->sign;
  /* Lines that break at words hold less. */
  int lines = wanted > room ? MIN ((int) ceil (1.2 * wanted / room), MAX_LEGEND_LINES) : 1;

  make_room (legend, width);
  if (legend->cairo != NULL)
    {
      draw (legend, what);
      plx_timeline_pen_put_text (legend->painter, legend->cairo, word, 0, legend->x + layout->sign, legend->y, width - layout->sign, lines);
    }
  legend->x += width + 2 * PADDING;
  legend->y += (lines - 1) * layout->metrics.line;
}

static void
draw_sign (const Legend *legend,
           int what)
{
  plx_timeline_pen_put_sign (legend->painter, legend->cairo, (PlxStatusKind) what, legend->x, legend->y);
}

static void
draw_published (const Legend *legend,
                int what)
{
  double line = legend->painter->layout->metrics.line;

  plx_timeline_pen_fill (legend->painter, legend->cairo, legend->x, legend->y + 2, line * 0.7, line - 4, legend->painter->colours.accent, 0.1);
  plx_timeline_pen_fill (legend->painter, legend->cairo, legend->x, legend->y + 2, 2, line - 4, legend->painter->colours.accent, 0.6);
}

static void
draw_hollow (const Legend *legend,
             int what)
{
  const PlxTimelinePainter *self = legend->painter;
  PlxTimelineMark mark = { .is_published = TRUE, .status = PLX_STATUS_OPEN };
  double line = self->layout->metrics.line;

  plx_timeline_pen_put_bar (self, legend->cairo, &mark, legend->x, line * 0.7, legend->y + (line - self->layout->bar_height) / 2);
}

static void
put_legend (Legend *legend)
{
  static const PlxStatusKind order[] = { PLX_STATUS_CONTRADICT, PLX_STATUS_DEVELOPING, PLX_STATUS_COMPATIBLE,
                                         PLX_STATUS_AGREE, PLX_STATUS_SINGLE_SOURCE, PLX_STATUS_OPEN };
  const PlxTimelineChart *chart = legend->painter->layout->chart;
  gboolean there[G_N_ELEMENTS (order)] = { FALSE }, hollow = FALSE, published = FALSE;

  for (guint i = 0; i < chart->marks->len; i++)
    {
      const PlxTimelineMark *mark = &g_array_index (chart->marks, PlxTimelineMark, i);

      there[mark->status] = TRUE;
      hollow |= mark->is_published && plx_event_time_is_known (&mark->time);
    }
  for (guint i = 0; i < chart->lanes->len; i++)
    published |= g_array_index (chart->lanes, PlxTimelineLane, i).published->len > 0;
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (there[order[i]])
      put_entry (legend, plx_status_get_word (order[i]), draw_sign, (int) order[i]);
  if (published)
    put_entry (legend, _ ("day of publication"), draw_published, 0);
  if (hollow)
    put_entry (legend, _ ("time of the event not given: placed where it was published"), draw_hollow, 0);
}

static double
get_title_height (const PlxTimelinePainter *self)
{
  return self->title != NULL ? self->layout->metrics.line + PADDING : 0;
}

static double
get_axis_height (const PlxTimelinePainter *self)
{
  return 2 * self->layout->metrics.line + PADDING;
}

static double
get_legend_height (const PlxTimelinePainter *self)
{
  Legend legend = { self, NULL, PADDING, 0 };

  put_legend (&legend);
  return legend.y + self->layout->metrics.line + PADDING;
}

double
plx_timeline_painter_get_header (const PlxTimelinePainter *self)
{
  return get_title_height (self) + get_legend_height (self) + get_axis_height (self);
}

static void
put_axis (const PlxTimelinePainter *self,
          cairo_t *cairo,
          GArray *ticks,
          double y)
{
  const PlxTimelineLayout *layout = self->layout;
  double line = layout->metrics.line;

  for (guint i = 0; i < ticks->len; i++)
    {
      const PlxTimelineTick *tick = &g_array_index (ticks, PlxTimelineTick, i);
      double next = i + 1 < ticks->len ? g_array_index (ticks, PlxTimelineTick, i + 1).x : layout->end;
      double width = MAX (next - tick->x - 4, 1), x = tick->x - self->x;

      /* The last one may have no room before the end. */
      if (width >= LEAST_LETTERS * layout->metrics.character)
        {
          plx_timeline_pen_put_text (self, cairo, tick->detail, 0, x + 4, y + 2, width, 1);
          plx_timeline_pen_put_text (self, cairo, tick->label, 0, x + 4, y + 2 + line, width, 1);
        }
      plx_timeline_pen_fill (self, cairo, x, y + PADDING, 1, 2 * line, self->colours.border, 1);
    }
  if (layout->chart->n_undated > 0)
    plx_timeline_pen_put_text (self, cairo, _ ("no date"), 0, layout->undated - self->x, y + 2 + line, layout->width - layout->undated, 1);
}

static void
put_grid (const PlxTimelinePainter *self,
          cairo_t *cairo,
          GArray *ticks,
          double top)
{
  double end = MIN (self->height, top + self->layout->height - self->y);

  for (guint i = 0; i < ticks->len; i++)
    plx_timeline_pen_fill (self, cairo, g_array_index (ticks, PlxTimelineTick, i).x - self->x, top, 1, end - top, self->colours.border, 0.5);
  if (self->layout->chart->n_undated > 0)
    plx_timeline_pen_fill (self, cairo, self->layout->undated - self->layout->gap - self->x, top, 1, end - top, self->colours.border, 1);
}

static void
put_header (const PlxTimelinePainter *self,
            cairo_t *cairo,
            GArray *ticks,
            double height)
{
  double title = get_title_height (self), axis = get_axis_height (self), head = self->layout->head;
  Legend legend = { self, cairo, PADDING, title + PADDING / 2 };

  plx_timeline_pen_fill (self, cairo, 0, 0, self->width, height, self->colours.header, 1);
  if (self->title != NULL)
    plx_timeline_pen_put_text (self, cairo, self->title, strlen (self->title), PADDING, PADDING / 2, self->width - 2 * PADDING, 1);
  put_legend (&legend);
  plx_timeline_pen_clip (self, cairo, head, 0, self->width - head, height);
  put_axis (self, cairo, ticks, height - axis);
  cairo_restore (cairo);
  plx_timeline_pen_fill (self, cairo, 0, height - 1, self->width, 1, self->colours.border, 1);
}

/* The whole */

void
plx_timeline_painter_draw (const PlxTimelinePainter *self,
                           cairo_t *cairo)
{
  const PlxTimelineLayout *layout = self->layout;
  double top = plx_timeline_painter_get_header (self), head = layout->head;
  g_autoptr (GArray) ticks = plx_timeline_axis_list (layout, self->x + head, self->x + self->width);

  plx_timeline_pen_fill (self, cairo, 0, 0, self->width, self->height, self->colours.base, 1);
  plx_timeline_pen_clip (self, cairo, head, top, self->width - head, self->height - top);
  put_grid (self, cairo, ticks, top);
  for (guint i = 0; i < layout->bands->len; i++)
    put_lane (self, cairo, i, top);
  if (self->to > self->from)
    plx_timeline_pen_fill (self, cairo, self->from, top, self->to - self->from, self->height - top, self->colours.accent, 0.25);
  cairo_restore (cairo);

  plx_timeline_pen_clip (self, cairo, 0, top, head, self->height - top);
  plx_timeline_pen_fill (self, cairo, 0, top, head, self->height, self->colours.header, 1);
  for (guint i = 0; i < layout->bands->len; i++)
    put_head (self, cairo, i, top);
  plx_timeline_pen_fill (self, cairo, head - 1, top, 1, self->height, self->colours.border, 1);
  cairo_restore (cairo);
  put_header (self, cairo, ticks, top);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "picture/plx-timeline-painter.h"

#include "model/plx-direction.h"
#include "picture/plx-timeline-axis.h"
#include "query/plx-comparison-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define PADDING 8
#define FADE 28

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

/* Tools */

static double
place (const PlxTimelinePainter *self,
       double x,
       double width)
{
  return self->mirrored ? self->width - x - width : x;
}

static void
set_colour (cairo_t *cairo,
            PlxColour colour,
            double alpha)
{
  cairo_set_source_rgba (cairo, colour.red, colour.green, colour.blue, colour.alpha * alpha);
}

static void
fill (const PlxTimelinePainter *self,
      cairo_t *cairo,
      double x,
      double y,
      double width,
      double height,
      PlxColour colour,
      double alpha)
{
  set_colour (cairo, colour, alpha);
  cairo_rectangle (cairo, place (self, x, width), y, width, height);
  cairo_fill (cairo);
}

static void
clip (const PlxTimelinePainter *self,
      cairo_t *cairo,
      double x,
      double y,
      double width,
      double height)
{
  cairo_save (cairo);
  cairo_rectangle (cairo, place (self, x, width), y, width, height);
  cairo_clip (cairo);
}

/* Text */

/* The first @bold bytes stand out, the others stand back. */
static PangoLayout *
make_text (PangoContext *context,
           const char *text,
           gsize bold,
           gboolean faint)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  weight->end_index = (guint) bold;
  pango_attr_list_insert (attributes, weight);
  if (faint)
    {
      PangoAttribute *alpha = pango_attr_foreground_alpha_new (G_MAXUINT16 / 100 * 72);

      alpha->start_index = (guint) bold;
      pango_attr_list_insert (attributes, alpha);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

double
plx_timeline_painter_measure (const char *text,
                              gsize bold,
                              gpointer context)
{
  g_autoptr (PangoLayout) layout = make_text (context, text, bold, FALSE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + 1;
}

/* What runs against the window begins on the same side as all others; Pango would
 * turn it round, so it is turned round before. */
static PangoAlignment
get_alignment (const PlxTimelinePainter *self,
               const char *text)
{
  PlxDirection direction = plx_direction_find (text, -1);
  gboolean runs_left = direction == PLX_DIRECTION_NONE ? self->mirrored : direction == PLX_DIRECTION_RTL;

  return runs_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

/* Draws @text into a box; it is cut where it does not fit. */
static void
put_text (const PlxTimelinePainter *self,
          cairo_t *cairo,
          const char *text,
          gsize bold,
          double x,
          double y,
          double width,
          int lines)
{
  g_autoptr (PangoLayout) layout = make_text (self->context, text, bold, !self->colours.high_contrast);

  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_height (layout, -lines);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, get_alignment (self, text));
  set_colour (cairo, self->colours.text, 1);
  cairo_move_to (cairo, place (self, x, width), y);
  pango_cairo_show_layout (cairo, layout);
}

/* Signs: colour is never the only carrier. */

static PlxColour
get_colour (const PlxTimelinePainter *self,
            PlxStatusKind status)
{
  switch (status)
    {
    case PLX_STATUS_CONTRADICT:
      return self->colours.error;
    case PLX_STATUS_AGREE:
      return self->colours.success;
    case PLX_STATUS_COMPATIBLE:
      return self->colours.warning;
    case PLX_STATUS_DEVELOPING:
      return self->colours.accent;
    case PLX_STATUS_SINGLE_SOURCE:
    case PLX_STATUS_OPEN:
    default:
      return self->colours.text;
    }
}

/* Its corners, of a square of 1 around 0; none for a circle. */
static const struct
{
  int n;
  double corners[4][2];
  gboolean hollow;
} signs[] = {
  [PLX_STATUS_CONTRADICT] = { 3, { { 0, -0.5 }, { 0.5, 0.45 }, { -0.5, 0.45 } }, FALSE },
  [PLX_STATUS_AGREE] = { 0, { { 0 } }, FALSE },
  [PLX_STATUS_COMPATIBLE] = { 4, { { 0, -0.55 }, { 0.55, 0 }, { 0, 0.55 }, { -0.55, 0 } }, FALSE },
  [PLX_STATUS_DEVELOPING] = { 3, { { -0.45, -0.5 }, { 0.5, 0 }, { -0.45, 0.5 } }, FALSE },
  [PLX_STATUS_SINGLE_SOURCE] = { 4, { { -0.42, -0.42 }, { 0.42, -0.42 }, { 0.42, 0.42 }, { -0.42, 0.42 } }, FALSE },
  [PLX_STATUS_OPEN] = { 0, { { 0 } }, TRUE },
};

static void
put_sign (const PlxTimelinePainter *self,
          cairo_t *cairo,
          PlxStatusKind status,
          double x,
          double y)
{
  double line = self->layout->metrics.line, size = line * 0.6, flip = self->mirrored ? -1 : 1;
  double centre = place (self, x, size) + size / 2, middle = y + line / 2;

  cairo_new_path (cairo);
  for (int i = 0; i < signs[status].n; i++)
    cairo_line_to (cairo, centre + signs[status].corners[i][0] * size * flip, middle + signs[status].corners[i][1] * size);
  if (signs[status].n == 0)
    cairo_arc (cairo, centre, middle, size * 0.42, 0, 2 * G_PI);
  cairo_close_path (cairo);
  set_colour (cairo, get_colour (self, status), 1);
  cairo_set_line_width (cairo, 1.5);
  if (signs[status].hollow)
    cairo_stroke (cairo);
  else
    cairo_fill (cairo);
}

/* Bars */

static void
put_arrow (const PlxTimelinePainter *self,
           cairo_t *cairo,
           double x,
           double y,
           gboolean to_end,
           PlxColour colour)
{
  double height = self->layout->bar_height, flip = to_end == self->mirrored ? 1 : -1;

  /* Points away from the bar. */
  x = place (self, x, 0);
  set_colour (cairo, colour, 1);
  cairo_set_line_width (cairo, 1.5);
  cairo_move_to (cairo, x + flip * height * 0.7, y - 1);
  cairo_line_to (cairo, x, y + height / 2);
  cairo_line_to (cairo, x + flip * height * 0.7, y + height + 1);
  cairo_stroke (cairo);
}

/* The colour of a bar, which goes out where its end is open. */
static cairo_pattern_t *
make_fill (const PlxTimelinePainter *self,
           double x,
           double width,
           gboolean open_start,
           gboolean open_end,
           PlxColour colour)
{
  double left = place (self, x, width), fade = MIN (FADE, width / 2) / MAX (width, 1);
  gboolean open_left = self->mirrored ? open_end : open_start, open_right = self->mirrored ? open_start : open_end;
  cairo_pattern_t *pattern = cairo_pattern_create_linear (left, 0, left + width, 0);
  double ends[4] = { open_left ? 0.1 : 1, 1, 1, open_right ? 0.1 : 1 };
  double stops[4] = { 0, fade, 1 - fade, 1 };

  for (int i = 0; i < 4; i++)
    cairo_pattern_add_color_stop_rgba (pattern, stops[i], colour.red, colour.green, colour.blue,
                                       colour.alpha * (self->colours.high_contrast ? 1 : ends[i]));
  return pattern;
}

static void
put_bar (const PlxTimelinePainter *self,
         cairo_t *cairo,
         const PlxTimelineMark *mark,
         double x,
         double width,
         double y)
{
  PlxColour colour = get_colour (self, mark->status);
  gboolean open_start = mark->time.start == G_MININT64, open_end = mark->time.end == G_MAXINT64;
  double height = self->layout->bar_height;
  cairo_pattern_t *pattern;

  if (mark->is_published)
    {
      fill (self, cairo, x, y, width, height, colour, 0.2);
      set_colour (cairo, colour, 1);
      cairo_set_line_width (cairo, 1);
      cairo_rectangle (cairo, place (self, x, width) + 0.5, y + 0.5, width - 1, height - 1);
      cairo_stroke (cairo);
      return;
    }
  pattern = make_fill (self, x, width, open_start, open_end, colour);
  cairo_set_source (cairo, pattern);
  cairo_rectangle (cairo, place (self, x, width), y, width, height);
  cairo_fill (cairo);
  cairo_pattern_destroy (pattern);
  if (open_start)
    put_arrow (self, cairo, x, y, FALSE, colour);
  if (open_end)
    put_arrow (self, cairo, x + width, y, TRUE, colour);
}

static void
put_outline (const PlxTimelinePainter *self,
             cairo_t *cairo,
             double x,
             double y,
             double width,
             double height)
{
  set_colour (cairo, self->colours.accent, self->has_focus ? 1 : 0.5);
  cairo_set_line_width (cairo, 2);
  cairo_rectangle (cairo, place (self, x, width) - 3, y - 3, width + 6, height + 6);
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
  g_autofree char *text = g_strconcat (mark->words, "  ", mark->question, NULL);

  /* Words of a long bar stay in view with it. */
  if (plx_event_time_is_known (&mark->time) && x < layout->head + layout->gap)
    x = MAX (x, MIN (last, layout->head + layout->gap));
  put_sign (self, cairo, mark->status, x, y);
  put_text (self, cairo, text, strlen (mark->words), x + layout->sign, y, box->label_width - layout->sign, 1);
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
    put_bar (self, cairo, mark, box->bar - self->x, box->bar_width, box->is_tick ? y : y + line);
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
      fill (self, cairo, x, y, width, height, self->colours.accent, 0.1);
      fill (self, cairo, x, y, 2, height, self->colours.accent, 0.6);
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
  fill (self, cairo, layout->head, y + band->height - 1, self->width, 1, self->colours.border, 1);
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
  put_text (self, cairo, lane->source, strlen (lane->source), PADDING, text, width, 1);
  put_text (self, cairo, claims, 0, PADDING, text + line, width, 1);
  if (band->n_ticks > 0)
    {
      /* Translators: claims that are drawn as mere strokes, as there is no room for their words */
      more = g_strdup_printf (ngettext ("%u without words", "%u without words", band->n_ticks), band->n_ticks);
      put_text (self, cairo, more, 0, PADDING, text + 2 * line, width, 2);
    }
  fill (self, cairo, 0, y + band->height - 1, layout->head, 1, self->colours.border, 1);
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
  double width = plx_timeline_painter_measure (word, 0, legend->painter->context) + layout->sign;

  make_room (legend, width);
  if (legend->cairo != NULL)
    {
      draw (legend, what);
      put_text (legend->painter, legend->cairo, word, 0, legend->x + layout->sign, legend->y, width - layout->sign, 1);
    }
  legend->x += width + 2 * PADDING;
}

static void
draw_sign (const Legend *legend,
           int what)
{
  put_sign (legend->painter, legend->cairo, (PlxStatusKind) what, legend->x, legend->y);
}

static void
draw_published (const Legend *legend,
                int what)
{
  double line = legend->painter->layout->metrics.line;

  fill (legend->painter, legend->cairo, legend->x, legend->y + 2, line * 0.7, line - 4, legend->painter->colours.accent, 0.1);
  fill (legend->painter, legend->cairo, legend->x, legend->y + 2, 2, line - 4, legend->painter->colours.accent, 0.6);
}

static void
draw_hollow (const Legend *legend,
             int what)
{
  const PlxTimelinePainter *self = legend->painter;
  PlxTimelineMark mark = { .is_published = TRUE, .status = PLX_STATUS_OPEN };
  double line = self->layout->metrics.line;

  put_bar (self, legend->cairo, &mark, legend->x, line * 0.7, legend->y + (line - self->layout->bar_height) / 2);
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
          put_text (self, cairo, tick->detail, 0, x + 4, y + 2, width, 1);
          put_text (self, cairo, tick->label, 0, x + 4, y + 2 + line, width, 1);
        }
      fill (self, cairo, x, y + PADDING, 1, 2 * line, self->colours.border, 1);
    }
  if (layout->chart->n_undated > 0)
    put_text (self, cairo, _ ("no date"), 0, layout->undated - self->x, y + 2 + line, layout->width - layout->undated, 1);
}

static void
put_grid (const PlxTimelinePainter *self,
          cairo_t *cairo,
          GArray *ticks,
          double top)
{
  double end = MIN (self->height, top + self->layout->height - self->y);

  for (guint i = 0; i < ticks->len; i++)
    fill (self, cairo, g_array_index (ticks, PlxTimelineTick, i).x - self->x, top, 1, end - top, self->colours.border, 0.5);
  if (self->layout->chart->n_undated > 0)
    fill (self, cairo, self->layout->undated - self->layout->gap - self->x, top, 1, end - top, self->colours.border, 1);
}

static void
put_header (const PlxTimelinePainter *self,
            cairo_t *cairo,
            GArray *ticks,
            double height)
{
  double title = get_title_height (self), axis = get_axis_height (self), head = self->layout->head;
  Legend legend = { self, cairo, PADDING, title + PADDING / 2 };

  fill (self, cairo, 0, 0, self->width, height, self->colours.header, 1);
  if (self->title != NULL)
    put_text (self, cairo, self->title, strlen (self->title), PADDING, PADDING / 2, self->width - 2 * PADDING, 1);
  put_legend (&legend);
  clip (self, cairo, head, 0, self->width - head, height);
  put_axis (self, cairo, ticks, height - axis);
  cairo_restore (cairo);
  fill (self, cairo, 0, height - 1, self->width, 1, self->colours.border, 1);
}

/* The whole */

void
plx_timeline_painter_draw (const PlxTimelinePainter *self,
                           cairo_t *cairo)
{
  const PlxTimelineLayout *layout = self->layout;
  double top = plx_timeline_painter_get_header (self), head = layout->head;
  g_autoptr (GArray) ticks = plx_timeline_axis_list (layout, self->x + head, self->x + self->width);

  fill (self, cairo, 0, 0, self->width, self->height, self->colours.base, 1);
  clip (self, cairo, head, top, self->width - head, self->height - top);
  put_grid (self, cairo, ticks, top);
  for (guint i = 0; i < layout->bands->len; i++)
    put_lane (self, cairo, i, top);
  if (self->to > self->from)
    fill (self, cairo, self->from, top, self->to - self->from, self->height - top, self->colours.accent, 0.25);
  cairo_restore (cairo);

  clip (self, cairo, 0, top, head, self->height - top);
  fill (self, cairo, 0, top, head, self->height, self->colours.header, 1);
  for (guint i = 0; i < layout->bands->len; i++)
    put_head (self, cairo, i, top);
  fill (self, cairo, head - 1, top, 1, self->height, self->colours.border, 1);
  cairo_restore (cairo);
  put_header (self, cairo, ticks, top);
}

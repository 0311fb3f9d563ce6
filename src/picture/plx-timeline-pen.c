/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "picture/plx-timeline-pen.h"

#include "model/plx-direction.h"

#include <string.h>

#define FADE 28

/* Tools */

double
plx_timeline_pen_place (const PlxTimelinePainter *self,
                        double x,
                        double width)
{
  return self->mirrored ? self->width - x - width : x;
}

void
plx_timeline_pen_set_colour (cairo_t *cairo,
                             PlxColour colour,
                             double alpha)
{
  cairo_set_source_rgba (cairo, colour.red, colour.green, colour.blue, colour.alpha * alpha);
}

void
plx_timeline_pen_fill (const PlxTimelinePainter *self,
                       cairo_t *cairo,
                       double x,
                       double y,
                       double width,
                       double height,
                       PlxColour colour,
                       double alpha)
{
  plx_timeline_pen_set_colour (cairo, colour, alpha);
  cairo_rectangle (cairo, plx_timeline_pen_place (self, x, width), y, width, height);
  cairo_fill (cairo);
}

void
plx_timeline_pen_clip (const PlxTimelinePainter *self,
                       cairo_t *cairo,
                       double x,
                       double y,
                       double width,
                       double height)
{
  cairo_save (cairo);
  cairo_rectangle (cairo, plx_timeline_pen_place (self, x, width), y, width, height);
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
plx_timeline_pen_measure (const char *text,
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
void
plx_timeline_pen_put_text (const PlxTimelinePainter *self,
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
  plx_timeline_pen_set_colour (cairo, self->colours.text, 1);
  cairo_move_to (cairo, plx_timeline_pen_place (self, x, width), y);
  pango_cairo_show_layout (cairo, layout);
}

/* Otherwise two texts that run against the window would become one, with the
 * words at its end. */
char *
plx_timeline_pen_dup_label (const PlxTimelineMark *mark,
                            gboolean mirrored,
                            gsize *bold)
{
  g_autofree char *words = g_strconcat (mirrored ? "\u200f" : "\u200e", "\u2068", mark->words, "\u2069", NULL);

  *bold = strlen (words);
  return g_strconcat (words, "  \u2068", mark->question, "\u2069", NULL);
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

void
plx_timeline_pen_put_sign (const PlxTimelinePainter *self,
                           cairo_t *cairo,
                           PlxStatusKind status,
                           double x,
                           double y)
{
  double line = self->layout->metrics.line, size = line * 0.6, flip = self->mirrored ? -1 : 1;
  double centre = plx_timeline_pen_place (self, x, size) + size / 2, middle = y + line / 2;

  cairo_new_path (cairo);
  for (int i = 0; i < signs[status].n; i++)
    cairo_line_to (cairo, centre + signs[status].corners[i][0] * size * flip, middle + signs[status].corners[i][1] * size);
  if (signs[status].n == 0)
    cairo_arc (cairo, centre, middle, size * 0.42, 0, 2 * G_PI);
  cairo_close_path (cairo);
  plx_timeline_pen_set_colour (cairo, get_colour (self, status), 1);
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
  x = plx_timeline_pen_place (self, x, 0);
  plx_timeline_pen_set_colour (cairo, colour, 1);
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
  double left = plx_timeline_pen_place (self, x, width), fade = MIN (FADE, width / 2) / MAX (width, 1);
  gboolean open_left = self->mirrored ? open_end : open_start, open_right = self->mirrored ? open_start : open_end;
  cairo_pattern_t *pattern = cairo_pattern_create_linear (left, 0, left + width, 0);
  double ends[4] = { open_left ? 0.1 : 1, 1, 1, open_right ? 0.1 : 1 };
  double stops[4] = { 0, fade, 1 - fade, 1 };

  for (int i = 0; i < 4; i++)
    cairo_pattern_add_color_stop_rgba (pattern, stops[i], colour.red, colour.green, colour.blue,
                                       colour.alpha * (self->colours.high_contrast ? 1 : ends[i]));
  return pattern;
}

void
plx_timeline_pen_put_bar (const PlxTimelinePainter *self,
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
      plx_timeline_pen_fill (self, cairo, x, y, width, height, colour, 0.2);
      plx_timeline_pen_set_colour (cairo, colour, 1);
      cairo_set_line_width (cairo, 1);
      cairo_rectangle (cairo, plx_timeline_pen_place (self, x, width) + 0.5, y + 0.5, width - 1, height - 1);
      cairo_stroke (cairo);
      return;
    }
  pattern = make_fill (self, x, width, open_start, open_end, colour);
  cairo_set_source (cairo, pattern);
  cairo_rectangle (cairo, plx_timeline_pen_place (self, x, width), y, width, height);
  cairo_fill (cairo);
  cairo_pattern_destroy (pattern);
  if (open_start)
    put_arrow (self, cairo, x, y, FALSE, colour);
  if (open_end)
    put_arrow (self, cairo, x + width, y, TRUE, colour);
}

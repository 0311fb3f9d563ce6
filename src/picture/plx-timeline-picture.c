/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "picture/plx-timeline-picture.h"

#include "picture/plx-timeline-pen.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDTH 1280
#define FONT "Sans 10"

struct _PlxTimelinePicture
{
  PangoContext *context;     /* (owned) */
  PlxTimelineLayout *layout; /* (owned) */
  PlxTimelinePainter painter;
};

/* Letters are as wide on paper as where they are measured. */
static void
prepare (PangoContext *context,
         const PangoFontDescription *font,
         gboolean mirrored)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
}

static PlxTimelineMetrics
measure_font (PangoContext *context)
{
  PangoFontMetrics *font = pango_context_get_metrics (context, NULL, NULL);
  PlxTimelineMetrics metrics = { .width = WIDTH,
                                 .zoom = 1,
                                 .line = ceil ((double) pango_font_metrics_get_height (font) / PANGO_SCALE),
                                 .character = (double) pango_font_metrics_get_approximate_char_width (font) / PANGO_SCALE };

  pango_font_metrics_unref (font);
  return metrics;
}

PlxTimelinePicture *
plx_timeline_picture_new (const PlxTimelineChart *chart,
                          gboolean mirrored)
{
  PlxTimelinePicture *self = g_new0 (PlxTimelinePicture, 1);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);
  PlxTimelineMetrics metrics;

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  prepare (self->context, font, mirrored);
  metrics = measure_font (self->context);
  self->layout = plx_timeline_layout_new (chart, &metrics, plx_timeline_pen_measure, self->context);
  self->painter = (PlxTimelinePainter){ .layout = self->layout,
                                        .colours = plx_timeline_print_colours,
                                        .context = self->context,
                                        .title = _ ("What was said of when"),
                                        .width = self->layout->width,
                                        .mirrored = mirrored,
                                        .current = -1 };
  self->painter.height = plx_timeline_painter_get_header (&self->painter) + self->layout->height;
  return self;
}

void
plx_timeline_picture_free (PlxTimelinePicture *self)
{
  plx_timeline_layout_free (self->layout);
  g_object_unref (self->context);
  g_free (self);
}

double
plx_timeline_picture_get_width (PlxTimelinePicture *self)
{
  return self->painter.width;
}

GArray *
plx_timeline_picture_list_pages (PlxTimelinePicture *self,
                                 double height)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (double));
  double room = MAX (height - plx_timeline_painter_get_header (&self->painter), self->layout->metrics.line * 4), begin = 0;

  g_array_append_val (pages, begin);
  for (guint i = 0; i < self->layout->bands->len; i++)
    {
      const PlxTimelineBand *band = &g_array_index (self->layout->bands, PlxTimelineBand, i);

      if (band->y + band->height - begin <= room)
        continue;
      if (band->y > begin)
        {
          begin = band->y;
          g_array_append_val (pages, begin);
        }
      for (; band->y + band->height - begin > room; g_array_append_val (pages, begin))
        begin += room;
    }
  return pages;
}

void
plx_timeline_picture_draw_page (PlxTimelinePicture *self,
                                cairo_t *cairo,
                                GArray *pages,
                                guint page,
                                double height)
{
  PlxTimelinePainter painter = self->painter;
  double end = page + 1 < pages->len ? g_array_index (pages, double, page + 1) : self->layout->height;

  painter.y = g_array_index (pages, double, page);
  painter.height = MIN (height, plx_timeline_painter_get_header (&painter) + end - painter.y);
  cairo_save (cairo);
  cairo_rectangle (cairo, 0, 0, painter.width, painter.height);
  cairo_clip (cairo);
  plx_timeline_painter_draw (&painter, cairo);
  cairo_restore (cairo);
}

static void
draw_cb (cairo_t *cairo,
         gpointer data)
{
  const PlxTimelinePicture *self = data;

  plx_timeline_painter_draw (&self->painter, cairo);
}

gboolean
plx_timeline_picture_save (const PlxTimelineChart *chart,
                           gboolean mirrored,
                           const char *path,
                           PlxPictureFormat format,
                           GError **error)
{
  g_autoptr (PlxTimelinePicture) self = NULL;

  if (chart->marks->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("There is nothing to draw. Tag a passage as a claim and give it a question first."));
      return FALSE;
    }
  self = plx_timeline_picture_new (chart, mirrored);
  return plx_picture_save (path, format, self->painter.width, self->painter.height, draw_cb, self, error);
}

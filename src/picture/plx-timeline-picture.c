/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "picture/plx-timeline-picture.h"

#include "picture/plx-timeline-painter.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDTH 1280
#define FONT "Sans 10"

static void
draw_cb (cairo_t *cairo,
         gpointer data)
{
  const PlxTimelinePainter *painter = data;

  plx_timeline_painter_draw (painter, cairo);
}

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

gboolean
plx_timeline_picture_save (const PlxTimelineChart *chart,
                           gboolean mirrored,
                           const char *path,
                           PlxPictureFormat format,
                           GError **error)
{
  g_autoptr (GObject) owned = G_OBJECT (pango_font_map_create_context (pango_cairo_font_map_get_default ()));
  PangoContext *context = PANGO_CONTEXT (owned);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);
  g_autoptr (PlxTimelineLayout) layout = NULL;
  PlxTimelineMetrics metrics;
  PlxTimelinePainter painter;

  if (chart->marks->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("There is nothing to draw. Tag a passage as a claim and give it a question first."));
      return FALSE;
    }
  prepare (context, font, mirrored);
  metrics = measure_font (context);
  layout = plx_timeline_layout_new (chart, &metrics, plx_timeline_painter_measure, context);
  painter = (PlxTimelinePainter){ .layout = layout,
                                  .colours = plx_timeline_print_colours,
                                  .context = context,
                                  .title = _ ("What was said of when"),
                                  .width = layout->width,
                                  .mirrored = mirrored,
                                  .current = -1 };
  painter.height = plx_timeline_painter_get_header (&painter) + layout->height;
  return plx_picture_save (path, format, painter.width, painter.height, draw_cb, &painter, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the marks of a timeline lie: no words cover others, whatever there is. */

#include "config.h"

#include "picture/plx-timeline-axis.h"
#include "picture/plx-timeline-painter.h"
#include "picture/plx-timeline-pen.h"

#include "plx-test-random.h"

#include <string.h>

#define DAY (24 * 60 * 60 * G_GINT64_CONSTANT (1000))
#define MAX_MARKS 300

static double
measure_cb (const char *text,
            gsize bold,
            gpointer data)
{
  return (double) strlen (text) * 7;
}

static PlxTimelineChart *
chart_new (void)
{
  PlxTimelineChart *chart = g_new0 (PlxTimelineChart, 1);

  chart->lanes = g_array_new (FALSE, FALSE, sizeof (PlxTimelineLane));
  chart->marks = g_array_new (FALSE, TRUE, sizeof (PlxTimelineMark));
  chart->range = (PlxEventTime){ G_MAXINT64, G_MININT64 };
  chart->strings = g_string_chunk_new (64);
  return chart;
}

static void
chart_free (PlxTimelineChart *chart)
{
  for (guint i = 0; i < chart->lanes->len; i++)
    g_array_unref (g_array_index (chart->lanes, PlxTimelineLane, i).published);
  plx_timeline_chart_free (chart);
}

static void
add_lane (PlxTimelineChart *chart)
{
  PlxTimelineLane lane = { "An outlet", chart->marks->len, 0, g_array_new (FALSE, FALSE, sizeof (PlxEventTime)) };

  g_array_append_val (chart->lanes, lane);
}

/* A claim of the days from @start to @end; an end that is negative is open. */
static void
add_mark (PlxTimelineChart *chart,
          int start,
          int end,
          const char *words)
{
  PlxTimelineMark mark = { .annotation = chart->marks->len + 1, .words = words, .question = "" };

  mark.time.start = start < 0 ? G_MININT64 : start * DAY;
  mark.time.end = end < 0 ? G_MAXINT64 : end * DAY;
  g_array_append_val (chart->marks, mark);
  g_array_index (chart->lanes, PlxTimelineLane, chart->lanes->len - 1).n++;
  if (start >= 0)
    chart->range.start = MIN (chart->range.start, mark.time.start), chart->range.end = MAX (chart->range.end, mark.time.start + 1);
  if (end >= 0)
    chart->range.start = MIN (chart->range.start, mark.time.end - 1), chart->range.end = MAX (chart->range.end, mark.time.end);
  chart->n_undated += start < 0 && end < 0;
}

static PlxTimelineLayout *
lay_out (const PlxTimelineChart *chart,
         double zoom)
{
  const PlxTimelineMetrics metrics = { .width = 1000, .zoom = zoom, .line = 18, .character = 7 };

  return plx_timeline_layout_new (chart, &metrics, measure_cb, NULL);
}

static const PlxTimelineBox *
get_box (const PlxTimelineLayout *layout,
         guint i)
{
  return &g_array_index (layout->boxes, PlxTimelineBox, i);
}

static gboolean
do_overlap (const PlxTimelineBox *a,
            const PlxTimelineBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
check_boxes (const PlxTimelineLayout *layout)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const PlxTimelineBox *box = get_box (layout, i);

      g_assert_cmpfloat (box->x, >=, layout->head);
      g_assert_cmpfloat (box->x + box->width, <=, layout->width + 20);
      g_assert_cmpfloat (box->y + box->height, <=, layout->height);
      for (guint j = 0; j < i; j++)
        if (!box->is_tick && !get_box (layout, j)->is_tick)
          g_assert_false (do_overlap (box, get_box (layout, j)));
    }
}

static void
test_no_collisions (void)
{
  static const char *const words[] = { "12", "more than 15 villages and a great many other places", "several" };
  g_autoptr (GRand) rand = plx_test_random_new ();

  for (int round = 0; round < 60; round++)
    {
      PlxTimelineChart *chart = chart_new ();
      int n_lanes = g_rand_int_range (rand, 1, 9);

      for (int i = 0; i < n_lanes; i++)
        {
          int n = g_rand_int_range (rand, 0, MAX_MARKS / n_lanes), start = 0;

          add_lane (chart);
          for (int j = 0; j < n; j++)
            {
              start += g_rand_int_range (rand, 0, 3);
              add_mark (chart, start, g_rand_int_range (rand, 0, 6) == 0 ? -1 : start + g_rand_int_range (rand, 1, 5),
                        words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
            }
        }
      for (double zoom = 1; zoom < 60; zoom *= 7)
        {
          g_autoptr (PlxTimelineLayout) layout = lay_out (chart, zoom);

          check_boxes (layout);
        }
      chart_free (chart);
    }
}

/* Bars stand where their days are, and an open end goes to the end of the picture. */
static void
test_bars (void)
{
  PlxTimelineChart *chart = chart_new ();
  g_autoptr (PlxTimelineLayout) layout = NULL;

  add_lane (chart);
  add_mark (chart, 10, 11, "a day");
  add_mark (chart, 12, -1, "and since");
  add_mark (chart, 20, 21, "the last");
  add_mark (chart, -1, -1, "nobody knows");
  layout = lay_out (chart, 1);
  g_assert_cmpfloat_with_epsilon (get_box (layout, 0)->bar, plx_timeline_layout_get_x (layout, 10 * DAY), 0.01);
  g_assert_cmpfloat_with_epsilon (get_box (layout, 1)->bar + get_box (layout, 1)->bar_width, layout->end, 0.01);
  g_assert_cmpfloat (get_box (layout, 2)->x, <=, get_box (layout, 2)->bar);
  g_assert_cmpfloat (get_box (layout, 3)->x, >=, layout->undated);
  g_assert_cmpint (plx_timeline_layout_find (layout, get_box (layout, 0)->x + 1, get_box (layout, 0)->y + 1, -1), ==, 0);
  g_assert_cmpint (plx_timeline_layout_find (layout, get_box (layout, 3)->x + 1, get_box (layout, 3)->y + 1, -1), ==, 3);
  g_assert_cmpint (plx_timeline_layout_find (layout, 2, 2, -1), ==, -1);
  chart_free (chart);
}

/* The scale has few enough steps to be read, at any zoom and of any length. */
static void
test_axis (void)
{
  static const int days[] = { 1, 3, 40, 400, 4000, 400000 };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    for (double zoom = 1; zoom < 1000; zoom *= 6)
      {
        PlxTimelineChart *chart = chart_new ();
        g_autoptr (PlxTimelineLayout) layout = NULL;
        g_autoptr (GArray) ticks = NULL;

        add_lane (chart);
        add_mark (chart, 1, 1 + days[i], "a time");
        layout = lay_out (chart, zoom);
        ticks = plx_timeline_axis_list (layout, 0, 1000);
        g_assert_cmpuint (ticks->len, <=, 20);
        for (guint j = 1; j < ticks->len; j++)
          {
            const PlxTimelineTick *tick = &g_array_index (ticks, PlxTimelineTick, j);

            g_assert_cmpfloat (tick->x - g_array_index (ticks, PlxTimelineTick, j - 1).x, >=, 6 * layout->metrics.character);
            g_assert_cmpstr (tick->label, !=, "");
          }
        chart_free (chart);
      }
}

/* The words come before their question, whichever way lines and letters go. */
static void
test_label (void)
{
  static const char *const questions[] = { "How many?", "كم عدد القرى؟" };
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  for (guint i = 0; i < 2 * G_N_ELEMENTS (questions); i++)
    {
      gboolean mirrored = i >= G_N_ELEMENTS (questions);
      const PlxTimelineMark mark = { .words = "4.2 metres", .question = questions[i % G_N_ELEMENTS (questions)] };
      PangoLayout *layout = pango_layout_new (context);
      g_autofree char *label = NULL;
      PangoRectangle words, question;
      gsize bold;

      label = plx_timeline_pen_dup_label (&mark, mirrored, &bold);
      pango_layout_set_text (layout, label, -1);
      pango_layout_index_to_pos (layout, (int) (strstr (label, mark.words) - label), &words);
      pango_layout_index_to_pos (layout, (int) (strstr (label, mark.question) - label), &question);
      g_assert_true ((words.x > question.x) == mirrored);
      g_assert_true (strstr (label, mark.question) - label > (gssize) bold);
      g_object_unref (layout);
    }
  g_object_unref (context);
}

/* Whether something was drawn between two columns of the lines above @bottom. */
static gboolean
is_drawn (cairo_surface_t *surface,
          int left,
          int right,
          int bottom)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint32 first = *(const guint32 *) (const void *) data;

  for (int y = 0; y < bottom; y++)
    for (int x = left; x < right; x++)
      if (((const guint32 *) (const void *) (data + y * stride))[x] != first)
        return TRUE;
  return FALSE;
}

/* What the signs mean is broken into lines where it is wider than the picture. */
static void
test_legend (void)
{
  const int width = 200, line = 18, margin = 4;
  PlxTimelineChart *chart = chart_new ();
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, 400);
  cairo_t *cairo = cairo_create (surface);
  PlxTimelineLayout *layout;
  PlxTimelinePainter painter = { .colours = plx_timeline_print_colours, .context = context, .width = 2000, .height = 400, .current = -1 };
  double wide;

  add_lane (chart);
  add_mark (chart, 1, 2, "said");
  g_array_index (chart->marks, PlxTimelineMark, 0).is_published = TRUE;
  painter.layout = layout = lay_out (chart, 1);
  wide = plx_timeline_painter_get_header (&painter);
  painter.width = width;
  g_assert_cmpfloat (plx_timeline_painter_get_header (&painter), >=, wide + 2 * line);
  plx_timeline_painter_draw (&painter, cairo);
  cairo_surface_flush (surface);
  g_assert_true (is_drawn (surface, margin, width - margin, 3 * line));
  g_assert_false (is_drawn (surface, width - margin, width, 3 * line));
  g_object_unref (context);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  plx_timeline_layout_free (layout);
  chart_free (chart);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/timeline-layout/no-collisions", test_no_collisions);
  g_test_add_func ("/core/timeline-layout/bars", test_bars);
  g_test_add_func ("/core/timeline-layout/axis", test_axis);
  g_test_add_func ("/core/timeline-layout/label", test_label);
  g_test_add_func ("/core/timeline-layout/legend", test_legend);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-timeline-view-private.h"

#include "compat/plx-isolate.h"
#include "picture/plx-timeline-pen.h"
#include "query/plx-comparison-sheet.h"

#include <glib/gi18n.h>

enum
{
  CURRENT_CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxTimelineView, plx_timeline_view, PLX_TYPE_CANVAS)

/* Layout */

static void
plx_timeline_view_forget (PlxCanvas *canvas)
{
  g_clear_pointer (&PLX_TIMELINE_VIEW (canvas)->layout, plx_timeline_layout_free);
}

gboolean
plx_timeline_view_ensure_layout (PlxTimelineView *self)
{
  PlxTimelineMetrics metrics = { .width = gtk_widget_get_width (GTK_WIDGET (self)), .zoom = self->zoom };

  if (self->chart == NULL)
    return FALSE;
  if (self->layout != NULL && self->layout_width == (int) metrics.width)
    return TRUE;
  plx_timeline_view_forget (PLX_CANVAS (self));
  plx_canvas_measure_font (PLX_CANVAS (self), &metrics.line, &metrics.character);
  self->layout = plx_timeline_layout_new (self->chart, &metrics, plx_timeline_pen_measure, gtk_widget_get_pango_context (GTK_WIDGET (self)));
  self->layout_width = (int) metrics.width;
  return TRUE;
}

/* Drawing */

static PlxColour
look_up (GtkWidget *widget,
         const char *name,
         const char *fallback)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour))
    gdk_rgba_parse (&colour, fallback);
  return (PlxColour){ colour.red, colour.green, colour.blue, colour.alpha };
}

static PlxTimelineColours
get_colours (GtkWidget *widget)
{
  PlxTimelineColours colours = { .base = look_up (widget, "view_bg_color", "white"),
                                 .header = look_up (widget, "headerbar_bg_color", "#ebebeb"),
                                 .text = look_up (widget, "view_fg_color", "black"),
                                 .accent = look_up (widget, "accent_color", "#1c71d8"),
                                 .success = look_up (widget, "success_color", "#26a269"),
                                 .warning = look_up (widget, "warning_color", "#9c6e03"),
                                 .error = look_up (widget, "error_color", "#c01c28"),
                                 .high_contrast = gtk_widget_has_css_class (widget, "plx-high-contrast") };

  colours.border = colours.text;
  colours.border.alpha = colours.high_contrast ? 0.6 : 0.15;
  return colours;
}

static PlxTimelinePainter
make_painter (PlxTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return (PlxTimelinePainter){ .layout = self->layout,
                               .colours = get_colours (widget),
                               .context = gtk_widget_get_pango_context (widget),
                               .x = plx_canvas_get_scroll (PLX_CANVAS (self), GTK_ORIENTATION_HORIZONTAL),
                               .y = plx_canvas_get_scroll (PLX_CANVAS (self), GTK_ORIENTATION_VERTICAL),
                               .width = gtk_widget_get_width (widget),
                               .height = gtk_widget_get_height (widget),
                               .mirrored = plx_canvas_is_mirrored (PLX_CANVAS (self)),
                               .current = self->current,
                               .has_focus = gtk_widget_has_focus (widget),
                               .from = MIN (self->drag[0], self->drag[1]),
                               .to = MAX (self->drag[0], self->drag[1]) };
}

double
plx_timeline_view_get_header (PlxTimelineView *self)
{
  PlxTimelinePainter painter = make_painter (self);

  return plx_timeline_painter_get_header (&painter);
}

static void
plx_timeline_view_get_size (PlxCanvas *canvas,
                            double *width,
                            double *height)
{
  PlxTimelineView *self = PLX_TIMELINE_VIEW (canvas);

  if (!plx_timeline_view_ensure_layout (self))
    return;
  *width = self->layout->width;
  *height = plx_timeline_view_get_header (self) + self->layout->height;
}

static void
plx_timeline_view_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  PlxTimelineView *self = PLX_TIMELINE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  PlxTimelinePainter painter;
  cairo_t *cairo;

  if (!plx_timeline_view_ensure_layout (self))
    return;
  painter = make_painter (self);
  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  plx_timeline_painter_draw (&painter, cairo);
  cairo_destroy (cairo);
}

/* Marks */

const PlxTimelineMark *
plx_timeline_view_get_mark (PlxTimelineView *self,
                            int mark)
{
  return self->chart != NULL && mark >= 0 && mark < (int) self->chart->marks->len ? &g_array_index (self->chart->marks, PlxTimelineMark, mark)
                                                                                  : NULL;
}

const PlxTimelineMark *
plx_timeline_view_get_current (PlxTimelineView *self)
{
  return plx_timeline_view_get_mark (self, self->current);
}

const PlxTimelineChart *
plx_timeline_view_get_chart (PlxTimelineView *self)
{
  return self->chart;
}

char *
plx_timeline_view_describe (PlxTimelineView *self,
                            const PlxTimelineMark *mark)
{
  const PlxComparison *comparison = self->chart->comparison;
  const PlxSaid *said = &g_array_index (comparison->said, PlxSaid, mark->said);
  const PlxDocument *document = g_ptr_array_index (comparison->documents, said->document);
  g_autofree char *speaker = plx_comparison_dup_speaker (comparison, said);
  g_autofree char *source = plx_isolate (plx_comparison_get_source (comparison, said->document));
  g_autofree char *published = NULL;

  /* Translators: the date on which an article was published */
  published = *document->published != '\0' ? g_strdup_printf (_ ("published %.10s"), document->published) : g_strdup (_ ("no date"));
  return g_strdup_printf ("%s – %s\n%s (%s)\n%s%s%s · %s", source, mark->question, mark->words, speaker,
                          said->event_time, *said->event_time != '\0' ? " · " : "", published, plx_status_get_word (mark->status));
}

static void
name_current (PlxTimelineView *self)
{
  const PlxTimelineMark *mark = plx_timeline_view_get_current (self);
  g_autofree char *label = mark != NULL ? plx_timeline_view_describe (self, mark) : g_strdup (_ ("Timeline"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_current (PlxTimelineView *self)
{
  const PlxTimelineBox *box;

  if (!plx_timeline_view_ensure_layout (self) || plx_timeline_view_get_current (self) == NULL)
    return;
  box = &g_array_index (self->layout->boxes, PlxTimelineBox, self->current);
  plx_canvas_show (PLX_CANVAS (self), GTK_ORIENTATION_HORIZONTAL, box->x - self->layout->head - self->layout->gap,
                   box->x + MIN (box->width, self->layout_width - self->layout->head - 2 * self->layout->gap));
  plx_canvas_show (PLX_CANVAS (self), GTK_ORIENTATION_VERTICAL, box->y - self->layout->gap, plx_timeline_view_get_header (self) + box->y + box->height + self->layout->gap);
}

void
plx_timeline_view_set_current (PlxTimelineView *self,
                               int mark)
{
  if (self->chart == NULL || self->chart->marks->len == 0)
    return;
  self->current = CLAMP (mark, 0, (int) self->chart->marks->len - 1);
  show_current (self);
  name_current (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CURRENT_CHANGED], 0);
}

static int
find_mark (const PlxTimelineChart *chart,
           PlxId annotation)
{
  for (guint i = 0; chart != NULL && i < chart->marks->len; i++)
    if (g_array_index (chart->marks, PlxTimelineMark, i).annotation == annotation)
      return (int) i;
  return PLX_TIMELINE_NO_MARK;
}

void
plx_timeline_view_set_chart (PlxTimelineView *self,
                             PlxTimelineChart *chart)
{
  const PlxTimelineMark *mark = plx_timeline_view_get_current (self);
  PlxId annotation = mark != NULL ? mark->annotation : PLX_ID_NONE;

  plx_timeline_view_forget (PLX_CANVAS (self));
  g_clear_pointer (&self->chart, plx_timeline_chart_free);
  self->chart = chart;
  self->current = find_mark (chart, annotation);
  name_current (self);
  plx_canvas_configure (PLX_CANVAS (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CURRENT_CHANGED], 0);
}

gboolean
plx_timeline_view_get_mark_area (PlxTimelineView *self,
                                 int mark,
                                 GdkRectangle *area)
{
  const PlxTimelineBox *box;
  double x;

  if (!plx_timeline_view_ensure_layout (self) || plx_timeline_view_get_mark (self, mark) == NULL)
    return FALSE;
  box = &g_array_index (self->layout->boxes, PlxTimelineBox, mark);
  x = box->x - plx_canvas_get_scroll (PLX_CANVAS (self), GTK_ORIENTATION_HORIZONTAL);
  if (plx_canvas_is_mirrored (PLX_CANVAS (self)))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - box->width;
  *area = (GdkRectangle){ (int) x, (int) (plx_timeline_view_get_header (self) + box->y - plx_canvas_get_scroll (PLX_CANVAS (self), GTK_ORIENTATION_VERTICAL)),
                          (int) box->width, (int) box->height };
  return TRUE;
}

/* Zoom */

double
plx_timeline_view_get_zoom (PlxTimelineView *self)
{
  return self->zoom;
}

void
plx_timeline_view_set_zoom (PlxTimelineView *self,
                            double zoom,
                            double x)
{
  double scroll = plx_canvas_get_scroll (PLX_CANVAS (self), GTK_ORIENTATION_HORIZONTAL);
  gint64 time;

  if (!plx_timeline_view_ensure_layout (self) || !plx_timeline_layout_has_times (self->layout))
    return;
  time = plx_timeline_layout_get_time (self->layout, scroll + x);
  self->zoom = CLAMP (zoom, 1, plx_timeline_layout_get_max_zoom (self->layout));
  plx_timeline_view_forget (PLX_CANVAS (self));
  plx_canvas_configure (PLX_CANVAS (self));
  plx_canvas_set_scroll (PLX_CANVAS (self), GTK_ORIENTATION_HORIZONTAL, plx_timeline_layout_get_x (self->layout, time) - x);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plx_timeline_view_zoom (PlxTimelineView *self,
                        double factor)
{
  if (!plx_timeline_view_ensure_layout (self))
    return;
  plx_timeline_view_set_zoom (self, self->zoom * factor, (self->layout->head + self->layout_width) / 2);
}

/* Construction */

static void
plx_timeline_view_dispose (GObject *object)
{
  PlxTimelineView *self = PLX_TIMELINE_VIEW (object);

  G_OBJECT_CLASS (plx_timeline_view_parent_class)->dispose (object);
  g_clear_pointer (&self->chart, plx_timeline_chart_free);
}

static void
plx_timeline_view_class_init (PlxTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlxCanvasClass *canvas_class = PLX_CANVAS_CLASS (klass);

  object_class->dispose = plx_timeline_view_dispose;
  widget_class->snapshot = plx_timeline_view_snapshot;
  canvas_class->get_size = plx_timeline_view_get_size;
  canvas_class->forget = plx_timeline_view_forget;
  signals[CURRENT_CHANGED] = g_signal_new ("current-changed", PLX_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", PLX_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "plxtimelineview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  plx_timeline_view_add_keys (widget_class);
}

static void
plx_timeline_view_init (PlxTimelineView *self)
{
  self->zoom = 1;
  self->current = PLX_TIMELINE_NO_MARK;
  plx_timeline_view_add_controllers (self);
  name_current (self);
}

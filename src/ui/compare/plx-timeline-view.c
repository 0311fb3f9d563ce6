/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-timeline-view.h"

#include "compat/plx-isolate.h"
#include "picture/plx-timeline-painter.h"
#include "query/plx-comparison-sheet.h"

#include <glib/gi18n.h>
#include <math.h>

#define ZOOM_STEP 1.5
#define NO_MARK (-1)

/* A drag that is shorter chooses no part. */
#define MIN_DRAG 12

struct _PlxTimelineView
{
  PlxCanvas parent_instance;

  PlxTimelineChart *chart;   /* (owned) (nullable) */
  PlxTimelineLayout *layout; /* (owned) (nullable): of the chart at this width and zoom */
  int layout_width;
  double zoom;
  int current;     /* a mark, or NO_MARK */
  double drag[2];  /* the part that is being chosen, from the start of the line */
  gboolean is_hit; /* the button went down on a mark */
  double pointer;  /* where it is, from the start of the line */
};

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

static gboolean
ensure_layout (PlxTimelineView *self)
{
  PlxTimelineMetrics metrics = { .width = gtk_widget_get_width (GTK_WIDGET (self)), .zoom = self->zoom };

  if (self->chart == NULL)
    return FALSE;
  if (self->layout != NULL && self->layout_width == (int) metrics.width)
    return TRUE;
  plx_timeline_view_forget (PLX_CANVAS (self));
  plx_canvas_measure_font (PLX_CANVAS (self), &metrics.line, &metrics.character);
  self->layout = plx_timeline_layout_new (self->chart, &metrics, plx_timeline_painter_measure, gtk_widget_get_pango_context (GTK_WIDGET (self)));
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

static double
get_header (PlxTimelineView *self)
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

  if (!ensure_layout (self))
    return;
  *width = self->layout->width;
  *height = get_header (self) + self->layout->height;
}

static void
plx_timeline_view_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  PlxTimelineView *self = PLX_TIMELINE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  PlxTimelinePainter painter;
  cairo_t *cairo;

  if (!ensure_layout (self))
    return;
  painter = make_painter (self);
  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  plx_timeline_painter_draw (&painter, cairo);
  cairo_destroy (cairo);
}

/* Marks */

static const PlxTimelineMark *
get_mark (PlxTimelineView *self,
          int mark)
{
  return self->chart != NULL && mark >= 0 && mark < (int) self->chart->marks->len ? &g_array_index (self->chart->marks, PlxTimelineMark, mark)
                                                                                  : NULL;
}

const PlxTimelineMark *
plx_timeline_view_get_current (PlxTimelineView *self)
{
  return get_mark (self, self->current);
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

  if (!ensure_layout (self) || plx_timeline_view_get_current (self) == NULL)
    return;
  box = &g_array_index (self->layout->boxes, PlxTimelineBox, self->current);
  plx_canvas_show (PLX_CANVAS (self), GTK_ORIENTATION_HORIZONTAL, box->x - self->layout->head - self->layout->gap,
                   box->x + MIN (box->width, self->layout_width - self->layout->head - 2 * self->layout->gap));
  plx_canvas_show (PLX_CANVAS (self), GTK_ORIENTATION_VERTICAL, box->y - self->layout->gap, get_header (self) + box->y + box->height + self->layout->gap);
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
  return NO_MARK;
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

  if (!ensure_layout (self) || get_mark (self, mark) == NULL)
    return FALSE;
  box = &g_array_index (self->layout->boxes, PlxTimelineBox, mark);
  x = box->x - plx_canvas_get_scroll (PLX_CANVAS (self), GTK_ORIENTATION_HORIZONTAL);
  if (plx_canvas_is_mirrored (PLX_CANVAS (self)))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - box->width;
  *area = (GdkRectangle){ (int) x, (int) (get_header (self) + box->y - plx_canvas_get_scroll (PLX_CANVAS (self), GTK_ORIENTATION_VERTICAL)),
                          (int) box->width, (int) box->height };
  return TRUE;
}

/* Zoom */

double
plx_timeline_view_get_zoom (PlxTimelineView *self)
{
  return self->zoom;
}

/* Shows the times at @zoom; the one at @x of what is in view stays there. */
static void
set_zoom (PlxTimelineView *self,
          double zoom,
          double x)
{
  double scroll = plx_canvas_get_scroll (PLX_CANVAS (self), GTK_ORIENTATION_HORIZONTAL);
  gint64 time;

  if (!ensure_layout (self) || !plx_timeline_layout_has_times (self->layout))
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
  if (!ensure_layout (self))
    return;
  set_zoom (self, self->zoom * factor, (self->layout->head + self->layout_width) / 2);
}

/* Shows the times between two places of what is in view. */
static void
zoom_to (PlxTimelineView *self,
         double from,
         double to)
{
  double scroll = plx_canvas_get_scroll (PLX_CANVAS (self), GTK_ORIENTATION_HORIZONTAL);
  double shown = self->layout_width - self->layout->head - 2 * self->layout->gap;
  gint64 time = plx_timeline_layout_get_time (self->layout, scroll + from);

  set_zoom (self, self->zoom * shown / MAX (to - from, 1), from);
  plx_canvas_set_scroll (PLX_CANVAS (self), GTK_ORIENTATION_HORIZONTAL,
                         plx_timeline_layout_get_x (self->layout, time) - self->layout->head - self->layout->gap);
}

/* Mouse */

/* From the start of the line. */
static double
turn (PlxTimelineView *self,
      double x)
{
  return plx_canvas_is_mirrored (PLX_CANVAS (self)) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
}

static int
find_at (PlxTimelineView *self,
         double x,
         double y,
         int after)
{
  double header;

  if (!ensure_layout (self))
    return NO_MARK;
  header = get_header (self);
  if (turn (self, x) < self->layout->head || y < header)
    return NO_MARK;
  return plx_timeline_layout_find (self->layout, turn (self, x) + plx_canvas_get_scroll (PLX_CANVAS (self), GTK_ORIENTATION_HORIZONTAL),
                                   y - header + plx_canvas_get_scroll (PLX_CANVAS (self), GTK_ORIENTATION_VERTICAL), after);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            PlxTimelineView *self)
{
  int mark = find_at (self, x, y, NO_MARK);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->is_hit = mark >= 0;
  if (self->is_hit)
    plx_timeline_view_set_current (self, mark);
}

static void
released_cb (GtkGestureClick *gesture,
             int n_press,
             double x,
             double y,
             PlxTimelineView *self)
{
  if (self->is_hit && n_press == 1 && find_at (self, x, y, NO_MARK) == self->current)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double x,
               double y,
               PlxTimelineView *self)
{
  if (find_at (self, x, y, NO_MARK) >= 0 || !ensure_layout (self) || turn (self, x) < self->layout->head)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double offset_x,
                double offset_y,
                PlxTimelineView *self)
{
  double x, y;

  if (ABS (offset_x) < MIN_DRAG || !ensure_layout (self) || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->drag[0] = turn (self, x);
  self->drag[1] = CLAMP (turn (self, x + offset_x), self->layout->head, self->layout_width);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double offset_x,
             double offset_y,
             PlxTimelineView *self)
{
  double from = MIN (self->drag[0], self->drag[1]), to = MAX (self->drag[0], self->drag[1]);

  self->drag[0] = self->drag[1] = 0;
  if (to - from >= MIN_DRAG && ensure_layout (self))
    zoom_to (self, from, to);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double x,
           double y,
           PlxTimelineView *self)
{
  self->pointer = turn (self, x);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double dx,
           double dy,
           PlxTimelineView *self)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_CONTROL_MASK) == 0)
    return FALSE;
  set_zoom (self, self->zoom * pow (ZOOM_STEP, -dy), self->pointer);
  return TRUE;
}

static gboolean
query_tooltip_cb (PlxTimelineView *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  int mark = keyboard ? self->current : find_at (self, x, y, NO_MARK);
  g_autofree char *text = NULL;

  if (get_mark (self, mark) == NULL)
    return FALSE;
  text = plx_timeline_view_describe (self, get_mark (self, mark));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Keys */

static guint
find_lane (const PlxTimelineChart *chart,
           int mark)
{
  guint lane = 0;

  while (lane + 1 < chart->lanes->len && (int) g_array_index (chart->lanes, PlxTimelineLane, lane + 1).first <= mark)
    lane++;
  return lane;
}

/* The mark of @lane that lies nearest to @x. */
static int
find_nearest (PlxTimelineView *self,
              const PlxTimelineLane *lane,
              double x)
{
  int nearest = (int) lane->first;

  for (guint i = lane->first; i < lane->first + lane->n; i++)
    if (fabs (g_array_index (self->layout->boxes, PlxTimelineBox, i).bar - x) <
        fabs (g_array_index (self->layout->boxes, PlxTimelineBox, nearest).bar - x))
      nearest = (int) i;
  return nearest;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant *parameter,
         gpointer data)
{
  PlxTimelineView *self = PLX_TIMELINE_VIEW (widget);
  int step = g_variant_get_int32 (parameter);

  if (step == 1 || step == -1)
    step = plx_canvas_is_mirrored (PLX_CANVAS (self)) ? -step : step;
  plx_timeline_view_set_current (self, self->current == NO_MARK ? 0 : self->current + step);
  return TRUE;
}

static gboolean
change_lane_cb (GtkWidget *widget,
                GVariant *parameter,
                gpointer data)
{
  PlxTimelineView *self = PLX_TIMELINE_VIEW (widget);
  int step = g_variant_get_int32 (parameter), lane;

  if (!ensure_layout (self) || self->current == NO_MARK)
    return move_cb (widget, parameter, data);
  lane = (int) find_lane (self->chart, self->current) + step;
  while (lane >= 0 && lane < (int) self->chart->lanes->len && g_array_index (self->chart->lanes, PlxTimelineLane, lane).n == 0)
    lane += step;
  if (lane >= 0 && lane < (int) self->chart->lanes->len)
    plx_timeline_view_set_current (self, find_nearest (self, &g_array_index (self->chart->lanes, PlxTimelineLane, lane),
                                                       g_array_index (self->layout->boxes, PlxTimelineBox, self->current).bar));
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant *parameter,
             gpointer data)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
  return TRUE;
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant *parameter,
         gpointer data)
{
  plx_timeline_view_zoom (PLX_TIMELINE_VIEW (widget), g_variant_get_double (parameter));
  return TRUE;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GtkShortcutFunc function;
    int step;
  } moves[] = {
    { GDK_KEY_Left, move_cb, -1 },
    { GDK_KEY_Right, move_cb, 1 },
    { GDK_KEY_Home, move_cb, -G_MAXINT16 },
    { GDK_KEY_End, move_cb, G_MAXINT16 },
    { GDK_KEY_Up, change_lane_cb, -1 },
    { GDK_KEY_Down, change_lane_cb, 1 },
  };
  static const struct
  {
    guint key;
    double factor;
  } zooms[] = {
    { GDK_KEY_plus, ZOOM_STEP },
    { GDK_KEY_equal, ZOOM_STEP },
    { GDK_KEY_KP_Add, ZOOM_STEP },
    { GDK_KEY_minus, 1 / ZOOM_STEP },
    { GDK_KEY_KP_Subtract, 1 / ZOOM_STEP },
    { GDK_KEY_0, 0 },
    { GDK_KEY_KP_0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (widget_class, moves[i].key, 0, moves[i].function, "i", moves[i].step);
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (widget_class, zooms[i].key, 0, zoom_cb, "d", zooms[i].factor);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
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
  add_keys (widget_class);
}

static void
add_controllers (PlxTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
}

static void
plx_timeline_view_init (PlxTimelineView *self)
{
  self->zoom = 1;
  self->current = NO_MARK;
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  add_controllers (self);
  name_current (self);
}

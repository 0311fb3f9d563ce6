/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline by mouse and keyboard. */

#include "config.h"

#include "compare/plx-timeline-view-private.h"

#include <math.h>

#define ZOOM_STEP 1.5

/* A drag that is shorter chooses no part. */
#define MIN_DRAG 12

/* Mouse */

/* Shows the times between two places of what is in view. */
static void
zoom_to (PlxTimelineView *self,
         double from,
         double to)
{
  double scroll = plx_canvas_get_scroll (PLX_CANVAS (self), GTK_ORIENTATION_HORIZONTAL);
  double shown = self->layout_width - self->layout->head - 2 * self->layout->gap;
  gint64 time = plx_timeline_layout_get_time (self->layout, scroll + from);

  plx_timeline_view_set_zoom (self, self->zoom * shown / MAX (to - from, 1), from);
  plx_canvas_set_scroll (PLX_CANVAS (self), GTK_ORIENTATION_HORIZONTAL,
                         plx_timeline_layout_get_x (self->layout, time) - self->layout->head - self->layout->gap);
}

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

  if (!plx_timeline_view_ensure_layout (self))
    return PLX_TIMELINE_NO_MARK;
  header = plx_timeline_view_get_header (self);
  if (turn (self, x) < self->layout->head || y < header)
    return PLX_TIMELINE_NO_MARK;
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
  int mark = find_at (self, x, y, PLX_TIMELINE_NO_MARK);

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
  if (self->is_hit && n_press == 1 && find_at (self, x, y, PLX_TIMELINE_NO_MARK) == self->current)
    g_signal_emit_by_name (self, "activated");
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double x,
               double y,
               PlxTimelineView *self)
{
  if (find_at (self, x, y, PLX_TIMELINE_NO_MARK) >= 0 || !plx_timeline_view_ensure_layout (self) || turn (self, x) < self->layout->head)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double offset_x,
                double offset_y,
                PlxTimelineView *self)
{
  double x, y;

  if (ABS (offset_x) < MIN_DRAG || !plx_timeline_view_ensure_layout (self) || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
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
  if (to - from >= MIN_DRAG && plx_timeline_view_ensure_layout (self))
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
  plx_timeline_view_set_zoom (self, self->zoom * pow (ZOOM_STEP, -dy), self->pointer);
  return TRUE;
}

static gboolean
query_tooltip_cb (PlxTimelineView *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  int mark = keyboard ? self->current : find_at (self, x, y, PLX_TIMELINE_NO_MARK);
  g_autofree char *text = NULL;

  if (plx_timeline_view_get_mark (self, mark) == NULL)
    return FALSE;
  text = plx_timeline_view_describe (self, plx_timeline_view_get_mark (self, mark));
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
  plx_timeline_view_set_current (self, self->current == PLX_TIMELINE_NO_MARK ? 0 : self->current + step);
  return TRUE;
}

static gboolean
change_lane_cb (GtkWidget *widget,
                GVariant *parameter,
                gpointer data)
{
  PlxTimelineView *self = PLX_TIMELINE_VIEW (widget);
  int step = g_variant_get_int32 (parameter), lane;

  if (!plx_timeline_view_ensure_layout (self) || self->current == PLX_TIMELINE_NO_MARK)
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
  g_signal_emit_by_name (widget, "activated");
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

void
plx_timeline_view_add_keys (GtkWidgetClass *widget_class)
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

void
plx_timeline_view_add_controllers (PlxTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
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

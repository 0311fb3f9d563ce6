/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-zoom-gesture.h"

#include <math.h>

typedef struct
{
  PlxLook *look;   /* (owned) */
  double scrolled; /* less than a notch of the wheel */
  int start;       /* zoom when the fingers touched */
} Zoom;

static void
zoom_free (gpointer data,
           GClosure *closure)
{
  Zoom *zoom = data;

  g_object_unref (zoom->look);
  g_free (zoom);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double dx,
           double dy,
           Zoom *zoom)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  int notches;

  if ((state & GDK_CONTROL_MASK) == 0)
    {
      zoom->scrolled = 0;
      return FALSE;
    }
  zoom->scrolled += dy;
  notches = (int) trunc (zoom->scrolled);
  zoom->scrolled -= notches;
  plx_look_step_zoom (zoom->look, -notches);
  return TRUE;
}

static void
begin_cb (GtkGesture *gesture,
          GdkEventSequence *sequence,
          Zoom *zoom)
{
  zoom->start = plx_look_get_zoom (zoom->look);
}

static void
scale_changed_cb (GtkGestureZoom *gesture,
                  double scale,
                  Zoom *zoom)
{
  plx_look_set_zoom (zoom->look, (int) lround (CLAMP (zoom->start * scale, PLX_ZOOM_MIN, PLX_ZOOM_MAX)));
}

void
plx_zoom_gesture_add (GtkWidget *widget,
                      PlxLook *look)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  Zoom *zoom = g_new0 (Zoom, 1);

  zoom->look = g_object_ref (look);
  /* Before the text scrolls or selects. */
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect_data (scroll, "scroll", G_CALLBACK (scroll_cb), zoom, zoom_free, 0);
  g_signal_connect (pinch, "begin", G_CALLBACK (begin_cb), zoom);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (scale_changed_cb), zoom);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

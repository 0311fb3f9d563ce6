/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-column-drag.h"

/* Less is the trembling of a click. */
#define THRESHOLD 8

typedef struct
{
  PlxColumn *column;     /* (not owned): owns this by its controllers */
  PlxColumnStrip *strip; /* (not owned): outlives its columns */
  PlxSession *session;   /* (owned) */
  GtkGesture *gesture;   /* (not owned): of the header */
  gboolean active;
} Drag;

static void
drag_free (gpointer data,
           GClosure *closure)
{
  Drag *drag = data;

  g_object_unref (drag->session);
  g_free (drag);
}

static void
set_active (Drag *drag,
            gboolean active)
{
  GtkWidget *header = plx_column_get_header (drag->column);

  drag->active = active;
  gtk_widget_set_cursor_from_name (header, active ? "grabbing" : NULL);
  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (drag->column), "dragged");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (drag->column), "dragged");
}

static void
update_cb (GtkGestureDrag *gesture,
           double offset_x,
           double offset_y,
           Drag *drag)
{
  GtkWidget *header = plx_column_get_header (drag->column);
  double x;

  if (!drag->active && ABS (offset_x) < THRESHOLD)
    return;
  if (!drag->active)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      set_active (drag, TRUE);
    }
  if (gtk_gesture_get_point (GTK_GESTURE (gesture), NULL, &x, NULL) &&
      gtk_widget_translate_coordinates (header, GTK_WIDGET (drag->strip), x, 0, &x, NULL))
    plx_column_strip_drag (drag->strip, GTK_WIDGET (drag->column), x);
}

static void
end_cb (GtkGestureDrag *gesture,
        double offset_x,
        double offset_y,
        Drag *drag)
{
  guint target;

  if (!drag->active)
    return;
  set_active (drag, FALSE);
  target = plx_column_strip_drop (drag->strip);
  if (target != G_MAXUINT)
    plx_session_move_reading (drag->session, plx_column_get_reading (drag->column), target);
}

static void
give_up (Drag *drag)
{
  if (!drag->active)
    return;
  set_active (drag, FALSE);
  plx_column_strip_drop (drag->strip);
}

static void
cancel_cb (GtkGesture *gesture,
           GdkEventSequence *sequence,
           Drag *drag)
{
  give_up (drag);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                Drag *drag)
{
  if (!drag->active || keyval != GDK_KEY_Escape)
    return FALSE;
  give_up (drag);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (drag->gesture));
  return TRUE;
}

void
plx_column_drag_add (PlxColumn *column,
                     PlxColumnStrip *strip,
                     PlxSession *session)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  Drag *drag = g_new0 (Drag, 1);

  drag->column = column;
  drag->strip = strip;
  drag->session = g_object_ref (session);
  drag->gesture = gtk_gesture_drag_new ();
  g_signal_connect_data (drag->gesture, "drag-update", G_CALLBACK (update_cb), drag, drag_free, 0);
  g_signal_connect (drag->gesture, "drag-end", G_CALLBACK (end_cb), drag);
  g_signal_connect (drag->gesture, "cancel", G_CALLBACK (cancel_cb), drag);
  gtk_widget_add_controller (plx_column_get_header (column), GTK_EVENT_CONTROLLER (drag->gesture));

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), drag);
  gtk_widget_add_controller (GTK_WIDGET (column), key);
}

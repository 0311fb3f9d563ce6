/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-column-handle.h"

#include <glib/gi18n.h>

#define KEY_STEP 20

struct _PlxColumnHandle
{
  GtkWidget parent_instance;

  double x; /* where the drag began, in the coordinates of the parent */
};

G_DEFINE_FINAL_TYPE (PlxColumnHandle, plx_column_handle, GTK_TYPE_WIDGET)

enum
{
  BEGIN,
  MOVED,
  END,
  RESET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The handle moves while it is dragged, its parent does not. */
static double
get_parent_x (PlxColumnHandle *self,
              double x)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double parent_x;

  gtk_widget_translate_coordinates (widget, gtk_widget_get_parent (widget), x, 0, &parent_x, NULL);
  return parent_x;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double x,
               double y,
               PlxColumnHandle *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->x = get_parent_x (self, x);
  g_signal_emit (self, signals[BEGIN], 0);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double offset_x,
                double offset_y,
                PlxColumnHandle *self)
{
  double x;

  if (!gtk_gesture_get_point (GTK_GESTURE (gesture), NULL, &x, NULL))
    return;
  g_signal_emit (self, signals[MOVED], 0, (int) (get_parent_x (self, x) - self->x));
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double offset_x,
             double offset_y,
             PlxColumnHandle *self)
{
  g_signal_emit (self, signals[END], 0);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            PlxColumnHandle *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    g_signal_emit (self, signals[RESET], 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                PlxColumnHandle *self)
{
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    g_signal_emit (self, signals[MOVED], 0, -KEY_STEP);
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    g_signal_emit (self, signals[MOVED], 0, KEY_STEP);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    g_signal_emit (self, signals[RESET], 0);
  else
    return FALSE;
  return TRUE;
}

static void
plx_column_handle_class_init (PlxColumnHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "columnhandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);

  signals[BEGIN] = g_signal_new ("begin", PLX_TYPE_COLUMN_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", PLX_TYPE_COLUMN_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[END] = g_signal_new ("end", PLX_TYPE_COLUMN_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESET] = g_signal_new ("reset", PLX_TYPE_COLUMN_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_column_handle_init (PlxColumnHandle *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_cursor_from_name (widget, "col-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Width of the columns"),
                                  GTK_ACCESSIBLE_PROPERTY_ORIENTATION, GTK_ORIENTATION_VERTICAL,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0, -1);

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (click, drag);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, key);
}

GtkWidget *
plx_column_handle_new (void)
{
  return g_object_new (PLX_TYPE_COLUMN_HANDLE, NULL);
}

void
plx_column_handle_set_share (PlxColumnHandle *self,
                             int percent)
{
  /* Translators: share of a width in percent */
  g_autofree char *words = g_strdup_printf (_ ("%d %%"), percent);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) percent,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

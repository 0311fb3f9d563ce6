/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mouse in the reader: clicks, what is dragged over, handles and ports.
 *
 * The gestures of GtkTextView claim the events of the mouse, so ours listens to
 * the raw ones on their way in, and acts when GtkTextView is done with them. */

#include "config.h"

#include "reader/plx-reader-private.h"

/* The mouse may tremble this much during a click. */
#define CLICK_TOLERANCE 3

static PlxText *
get_text (PlxReader *self)
{
  return plx_reading_get_text (self->reading);
}

static gboolean
has_moved (PlxReader *self)
{
  return ABS (self->press.release_x - self->press.x) > CLICK_TOLERANCE ||
         ABS (self->press.release_y - self->press.y) > CLICK_TOLERANCE;
}

static PlxSnap
get_snap (PlxReader *self)
{
  if (self->press.n_clicks == 3)
    return PLX_SNAP_SENTENCE;
  if (self->press.n_clicks == 2)
    return PLX_SNAP_WORD;
  return self->press.exact ? PLX_SNAP_CHARACTER : plx_session_get_snap (self->session);
}

static void
finish_click (PlxReader *self)
{
  double x = self->press.x, y = self->press.y;

  if (plx_reader_popup_list_at (self, x, y))
    return;
  if (plx_reader_has_selection (self))
    plx_reader_place_caret (self, plx_reader_get_caret (self));
  if (self->press.adds)
    plx_reader_toggle (self, plx_reader_find_innermost_at (self, x, y));
  else
    plx_reader_activate_annotation (self, plx_reader_find_annotation_at (self, x, y));
  plx_reader_activate_suggestion_at (self, x, y);
}

static gboolean
no_third_cb (gpointer data)
{
  PlxReader *self = data;

  self->press.third_id = 0;
  plx_reader_commit_selection (self, PLX_SNAP_WORD);
  return G_SOURCE_REMOVE;
}

/* A double click may become a triple one, which means the sentence and not the
 * word; what is painted is stored, so it has to wait. */
static void
finish_selection (PlxReader *self,
                  PlxSnap snap)
{
  int interval;

  if (self->press.adds && plx_reader_snap_selection (self, snap) && plx_reader_finish_fragment (self))
    return;
  if (self->press.n_clicks != 2 || !plx_reader_is_painting (self))
    {
      plx_reader_commit_selection (self, snap);
      return;
    }
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &interval, NULL);
  self->press.third_id = g_timeout_add ((guint) interval, no_third_cb, self);
}

/* GtkTextView selected a word or a line by its own rules; ours replace it. */
static void
finish_multiple_click (PlxReader *self)
{
  PlxSnap snap = get_snap (self);
  int lane;
  int offset = plx_reader_find_offset_at (self, self->press.x, self->press.y, &lane);
  PlxSpan span;

  if (offset >= 0 && plx_snap_at (get_text (self), snap, offset, &span))
    {
      plx_reader_set_selection (self, &span);
      finish_selection (self, snap);
    }
  else
    plx_reader_place_caret (self, plx_reader_get_caret (self));
}

static gboolean
released_cb (gpointer data)
{
  PlxReader *self = data;

  self->press.idle_id = 0;
  if (self->press.n_clicks > 1 && !has_moved (self))
    finish_multiple_click (self);
  else if (plx_reader_has_selection (self) && (has_moved (self) || self->press.extends))
    finish_selection (self, get_snap (self));
  else
    finish_click (self);
  return G_SOURCE_REMOVE;
}

static void
get_position (PlxReader *self,
              GdkEvent *event,
              double *x,
              double *y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double surface_x, surface_y;

  gdk_event_get_position (event, x, y);
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), *x - surface_x, *y - surface_y, x, y);
}

/* With Ctrl, what is selected is kept as a passage of the annotation to come, and
 * is seen as one while the next is dragged.  Without, everything begins anew. */
static void
begin_fragment (PlxReader *self)
{
  if (self->press.adds)
    plx_reader_collect_selection (self);
  else if (!self->press.extends)
    plx_making_give_up (plx_session_get_making (self->session));
}

/* Whether the press took a handle, and is ours alone. */
static gboolean
press (PlxReader *self,
       GdkEvent *event)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  guint32 time = gdk_event_get_time (event);
  int interval, distance;
  double x, y;

  g_object_get (settings, "gtk-double-click-time", &interval, "gtk-double-click-distance", &distance, NULL);
  get_position (self, event, &x, &y);
  if (self->press.n_clicks < 3 && time - self->press.time <= (guint32) interval &&
      ABS (x - self->press.x) <= distance && ABS (y - self->press.y) <= distance)
    self->press.n_clicks++;
  else
    self->press.n_clicks = 1;
  self->press.x = x;
  self->press.y = y;
  self->press.time = time;
  self->press.extends = (gdk_event_get_modifier_state (event) & GDK_SHIFT_MASK) != 0;
  self->press.adds = (gdk_event_get_modifier_state (event) & GDK_CONTROL_MASK) != 0;
  if (self->press.n_clicks == 1 && !self->press.extends && !self->press.adds &&
      (plx_reader_press_port (self, x, y) || plx_reader_press_handle (self, x, y)))
    return TRUE;
  self->press.is_down = TRUE;
  g_clear_handle_id (&self->press.third_id, g_source_remove);
  begin_fragment (self);

  /* Or else pressing inside the selection starts to drag its text away. */
  if (plx_reader_has_selection (self) && !self->press.extends)
    plx_reader_place_caret (self, plx_reader_get_caret (self));
  return FALSE;
}

static void
release (PlxReader *self,
         GdkEvent *event)
{
  self->press.is_down = FALSE;
  plx_reader_stop_autoscroll (self);
  get_position (self, event, &self->press.release_x, &self->press.release_y);
  self->press.exact = (gdk_event_get_modifier_state (event) & GDK_ALT_MASK) != 0;
  /* Before the next frame, so that nothing flickers. */
  if (self->press.idle_id == 0)
    self->press.idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, released_cb, self, NULL);
}

/* The pointer may leave the widget while the button is held. */
static void
drag (PlxReader *self,
      GdkEvent *event,
      double x,
      double y)
{
  if (self->press.is_down && (gdk_event_get_modifier_state (event) & GDK_BUTTON1_MASK) != 0)
    plx_reader_autoscroll (self, x, y);
  else
    plx_reader_stop_autoscroll (self);
}

/* A handle that was let go where it was taken was clicked on: GtkTextView did not
 * see the press, so the caret is ours to place. */
static gboolean
release_handle (PlxReader *self,
                GdkEvent *event)
{
  int lane, offset;

  if (plx_reader_drop_handle (self))
    return GDK_EVENT_STOP;
  offset = plx_reader_find_offset_at (self, self->press.x, self->press.y, &lane);
  if (offset >= 0)
    plx_reader_place_caret (self, offset);
  release (self, event);
  return GDK_EVENT_STOP;
}

static gboolean
move (PlxReader *self,
      GdkEvent *event)
{
  double x, y;

  get_position (self, event, &x, &y);
  plx_reader_point_at_handles (self, x, y);
  if (plx_reader_is_port_held (self))
    {
      plx_reader_drag_port (self, x, y);
      return GDK_EVENT_STOP;
    }
  if (!plx_reader_is_handle_held (self))
    {
      drag (self, event, x, y);
      return GDK_EVENT_PROPAGATE;
    }
  plx_reader_drag_handle (self, x, y, (gdk_event_get_modifier_state (event) & GDK_ALT_MASK) != 0);
  return GDK_EVENT_STOP;
}

static gboolean
event_cb (GtkEventControllerLegacy *controller,
          GdkEvent *event,
          PlxReader *self)
{
  GdkEventType type = gdk_event_get_event_type (event);
  gboolean is_primary = (type == GDK_BUTTON_PRESS || type == GDK_BUTTON_RELEASE) &&
                        gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY;

  if (type == GDK_SCROLL || type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    plx_reader_cancel_reveal (self);
  if (type == GDK_MOTION_NOTIFY)
    return move (self, event);
  if (is_primary && type == GDK_BUTTON_PRESS)
    return press (self, event);
  if (is_primary && plx_reader_is_port_held (self))
    {
      plx_reader_drop_port (self);
      return GDK_EVENT_STOP;
    }
  if (is_primary && plx_reader_is_handle_held (self))
    return release_handle (self, event);
  if (is_primary)
    release (self, event);
  return GDK_EVENT_PROPAGATE;
}

void
plx_reader_init_mouse (PlxReader *self)
{
  GtkEventController *legacy = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (legacy, GTK_PHASE_CAPTURE);
  g_signal_connect (legacy, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), legacy);
}

void
plx_reader_clear_mouse (PlxReader *self)
{
  g_clear_handle_id (&self->press.idle_id, g_source_remove);
  g_clear_handle_id (&self->press.third_id, g_source_remove);
  plx_reader_stop_autoscroll (self);
}

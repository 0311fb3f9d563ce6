/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Selecting more than is in view: while the pointer is held at the upper or lower
 * edge, or beyond it, the text moves along under it.
 *
 * GtkTextView scrolls only as often as the pointer moves, and stands still when
 * it does. */

#include "config.h"

#include "reader/plx-reader-private.h"

/* From the edge to the inside. */
#define EDGE 10

/* Pixels in a second, at the edge and for each pixel further away. */
#define SPEED 150
#define MORE_SPEED 20
#define MAX_SPEED 4000

/* How far the pointer is beyond the line at which scrolling starts; negative
 * towards the top. */
static double
get_distance (PlxReader *self)
{
  double below = self->autoscroll.y - (gtk_widget_get_height (GTK_WIDGET (self)) - EDGE);

  if (below > 0)
    return below;
  return self->autoscroll.y < EDGE ? self->autoscroll.y - EDGE : 0;
}

/* The character under the pointer, or the nearest one in view. */
static void
get_iter_at_pointer (PlxReader *self,
                     GtkTextIter *iter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int x, y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) self->autoscroll.x,
                                         CLAMP ((int) self->autoscroll.y, 0, MAX (0, height - 1)), &x, &y);
  gtk_text_view_get_iter_at_location (view, iter, x, y);
}

static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer data)
{
  PlxReader *self = PLX_READER (widget);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double) (now - self->autoscroll.time) / G_USEC_PER_SEC;
  double distance = get_distance (self);
  double speed = MIN (SPEED + MORE_SPEED * ABS (distance), MAX_SPEED);
  GtkTextIter iter;

  self->autoscroll.time = now;
  /* After a pause the text goes on from where it stands. */
  if (seconds < 0.25)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + (distance < 0 ? -speed : speed) * seconds);
  /* What else is dragged finds its place by itself. */
  if (!gtk_text_buffer_get_has_selection (buffer))
    return G_SOURCE_CONTINUE;
  get_iter_at_pointer (self, &iter);
  gtk_text_buffer_move_mark (buffer, gtk_text_buffer_get_insert (buffer), &iter);
  return G_SOURCE_CONTINUE;
}

void
plx_reader_stop_autoscroll (PlxReader *self)
{
  if (self->autoscroll.tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->autoscroll.tick_id);
  self->autoscroll.tick_id = 0;
}

void
plx_reader_autoscroll (PlxReader *self,
                       double x,
                       double y)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  self->autoscroll.x = x;
  self->autoscroll.y = y;
  if (get_distance (self) == 0 || clock == NULL)
    {
      plx_reader_stop_autoscroll (self);
      return;
    }
  if (self->autoscroll.tick_id != 0)
    return;
  self->autoscroll.time = gdk_frame_clock_get_frame_time (clock);
  self->autoscroll.tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

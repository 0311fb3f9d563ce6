/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Relating the selected annotation to another one: the port that hangs below its
 * end and can be dragged to the other, also in another column, and the key.
 *
 * Where it is dragged to is not for the reader to know: it tells the board by
 * #PlxReader::relation-dragged. */

#include "config.h"

#include "reader/plx-reader-private.h"
#include "reader/plx-scheme.h"

#include <glib/gi18n.h>

/* A ring below the end of the line and beside the knob there, so that it covers
 * neither text nor handle. */
#define RADIUS 6
#define HOLE 2
#define BELOW 8
#define BESIDE (RADIUS + PLX_HANDLE_KNOB)

/* So far from its middle it can be taken; the knob is its neighbour. */
#define REACH_BESIDE 9
#define REACH_BELOW 12

/* Where it is, in buffer coordinates. */
static gboolean
find_port (PlxReader *self,
           int *x,
           int *y)
{
  PlxHandle handle;

  if (plx_reader_is_moving_borders (self) || !plx_reader_find_end_handle (self, &handle))
    return FALSE;
  *x = handle.x + handle.outward * BESIDE;
  *y = handle.bottom + BELOW;
  return TRUE;
}

gboolean
plx_reader_get_port_rect (PlxReader *self,
                          GdkRectangle *rect)
{
  int x, y;

  if (!find_port (self, &x, &y))
    return FALSE;
  *rect = (GdkRectangle){ 0, 0, 2 * RADIUS, 2 * RADIUS };
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x - RADIUS, y - RADIUS, &rect->x, &rect->y);
  return TRUE;
}

/* Drawing */

static void
append_disc (GtkSnapshot *snapshot,
             int x,
             int y,
             int radius,
             PlxColour colour)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (x - radius), (float) (y - radius), (float) (2 * radius), (float) (2 * radius));
  GskRoundedRect outline;
  GdkRGBA rgba;

  plx_scheme_to_rgba (colour, &rgba);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  gtk_snapshot_pop (snapshot);
}

void
plx_reader_draw_port (PlxReader *self,
                      GtkSnapshot *snapshot)
{
  const PlxPage *page = plx_palette_get_page (plx_scheme_get ());
  PlxId tag;
  int x, y;

  if (!find_port (self, &x, &y))
    return;
  tag = plx_span_index_get_tag (plx_reading_get_index (self->reading), plx_session_get_selected (self->session));
  append_disc (snapshot, x, y, RADIUS + 1, page->page);
  append_disc (snapshot, x, y, RADIUS, plx_reader_get_paint (self, tag)->bar);
  append_disc (snapshot, x, y, HOLE, page->page);
}

/* Dragging */

gboolean
plx_reader_is_over_port (PlxReader *self,
                         double x,
                         double y)
{
  int port_x, port_y, buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  /* Above it is the handle of the border. */
  return find_port (self, &port_x, &port_y) && ABS (buffer_x - port_x) <= REACH_BESIDE &&
         buffer_y >= port_y - BELOW && buffer_y <= port_y + REACH_BELOW;
}

gboolean
plx_reader_press_port (PlxReader *self,
                       double x,
                       double y)
{
  if (!plx_reader_is_over_port (self, x, y))
    return FALSE;
  self->port.is_held = TRUE;
  self->port.is_dragged = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return TRUE;
}

gboolean
plx_reader_is_port_held (PlxReader *self)
{
  return self->port.is_held;
}

void
plx_reader_drag_port (PlxReader *self,
                      double x,
                      double y)
{
  if (!self->port.is_dragged &&
      !gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->press.x, (int) self->press.y, (int) x, (int) y))
    return;
  if (!self->port.is_dragged)
    plx_relating_mark (plx_session_get_relating (self->session), self->reading, plx_session_get_selected (self->session));
  self->port.is_dragged = TRUE;
  g_signal_emit_by_name (self, "relation-dragged", x, y);
}

/* A click on the port does what the key does. */
void
plx_reader_drop_port (PlxReader *self)
{
  gboolean was_dragged = self->port.is_dragged;

  self->port.is_held = FALSE;
  self->port.is_dragged = FALSE;
  if (was_dragged)
    g_signal_emit_by_name (self, "relation-dropped", TRUE);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "reader.relate", NULL);
}

gboolean
plx_reader_give_up_port (PlxReader *self)
{
  if (!self->port.is_held)
    return FALSE;
  if (self->port.is_dragged)
    g_signal_emit_by_name (self, "relation-dropped", FALSE);
  self->port.is_held = FALSE;
  self->port.is_dragged = FALSE;
  return TRUE;
}

/* The key */

static void
relate (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  if (!plx_session_mark_related (PLX_READER (widget)->session))
    gtk_widget_error_bell (widget);
}

void
plx_reader_install_relate_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.relate", NULL, relate);
}

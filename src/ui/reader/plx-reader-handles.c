/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The handles at the borders of the selected annotation: drawing them, and
 * dragging them with the mouse.
 *
 * A press on a handle belongs to us until the button is released; if the mouse
 * did not move meanwhile it was a click like any other.  Near the top and the
 * bottom of the view the text scrolls along. */

#include "config.h"

#include "reader/plx-reader-private.h"
#include "reader/plx-scheme.h"

#include <math.h>

/* So near to the top or bottom the text scrolls. */
#define SCROLL_ZONE 28

/* Pixels for each pixel into the zone and second. */
#define SCROLL_SPEED 16

#define RING 2

static GtkTextView *
get_view (PlxReader *self)
{
  return GTK_TEXT_VIEW (self);
}

/* Where they are */

/* The code point whose edge a border is. */
static int
get_char (PlxReader *self,
          GArray *spans,
          const PlxBorder *border)
{
  int offset = plx_border_get (spans, border);

  return border->at_end ? offset - 1 : offset;
}

/* In buffer coordinates. */
static void
place_handle (PlxReader *self,
              GArray *spans,
              PlxHandle *handle)
{
  GtkTextIter iter;
  PlxParagraph paragraph;
  const PlxShadowLine *line;
  float leading, trailing;
  int offset;

  plx_reader_get_iter (self, get_char (self, spans, &handle->border), &iter);
  plx_reader_get_paragraph (self, &iter, &paragraph);
  offset = gtk_text_iter_get_line_offset (&iter);
  line = plx_shadow_get_line (paragraph.shadow, plx_shadow_find_line (paragraph.shadow, offset));
  plx_shadow_get_edges (paragraph.shadow, offset, &leading, &trailing);
  handle->x = (int) lroundf (handle->border.at_end ? trailing : leading) + gtk_text_view_get_left_margin (get_view (self));
  handle->outward = (leading <= trailing) == handle->border.at_end ? 1 : -1;
  handle->top = paragraph.top + (int) lroundf (line->top);
  handle->bottom = paragraph.top + (int) lroundf (line->bottom);
}

/* The code points in view. */
static void
get_visible (PlxReader *self,
             PlxSpan *visible)
{
  GdkRectangle rect;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (get_view (self), &rect);
  gtk_text_view_get_line_at_y (get_view (self), &iter, rect.y, NULL);
  visible->start = plx_reader_get_offset (self, &iter);
  gtk_text_view_get_line_at_y (get_view (self), &iter, rect.y + rect.height, NULL);
  gtk_text_iter_forward_to_line_end (&iter);
  visible->end = plx_reader_get_offset (self, &iter);
}

/* (transfer full) (element-type PlxHandle): those in view, in buffer coordinates */
static GArray *
list_handles (PlxReader *self)
{
  GArray *handles = g_array_new (FALSE, FALSE, sizeof (PlxHandle));
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  PlxId annotation = plx_reader_get_adjustable (self);
  PlxSpan visible;

  if (annotation == PLX_ID_NONE || !plx_span_index_get_spans (plx_reading_get_index (self->reading), annotation, spans))
    return handles;
  get_visible (self, &visible);
  for (guint i = 0; i < 2 * spans->len; i++)
    {
      PlxHandle handle = { { i / 2, i % 2 == 1 } };
      int offset = get_char (self, spans, &handle.border);

      if (offset < visible.start || offset > visible.end)
        continue;
      place_handle (self, spans, &handle);
      g_array_append_val (handles, handle);
    }
  return handles;
}

static gboolean
find_handle (PlxReader *self,
             double x,
             double y,
             PlxHandle *handle)
{
  g_autoptr (GArray) handles = list_handles (self);
  int buffer_x, buffer_y, found;

  gtk_text_view_window_to_buffer_coords (get_view (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  found = plx_handle_find ((const PlxHandle *) (gpointer) handles->data, handles->len, buffer_x, buffer_y);
  if (found < 0)
    return FALSE;
  *handle = g_array_index (handles, PlxHandle, found);
  return TRUE;
}

gboolean
plx_reader_find_end_handle (PlxReader *self,
                            PlxHandle *handle)
{
  g_autoptr (GArray) handles = list_handles (self);

  for (guint i = handles->len; i-- > 0;)
    if (g_array_index (handles, PlxHandle, i).border.at_end)
      {
        *handle = g_array_index (handles, PlxHandle, i);
        return TRUE;
      }
  return FALSE;
}

gboolean
plx_reader_get_handle_rect (PlxReader *self,
                            guint fragment,
                            gboolean at_end,
                            GdkRectangle *rect)
{
  g_autoptr (GArray) handles = list_handles (self);

  for (guint i = 0; i < handles->len; i++)
    {
      const PlxHandle *handle = &g_array_index (handles, PlxHandle, i);
      PlxHandleRect grip = plx_handle_get_grip (handle);

      if (handle->border.fragment != fragment || handle->border.at_end != at_end)
        continue;
      *rect = (GdkRectangle){ 0, 0, grip.width, grip.height };
      gtk_text_view_buffer_to_window_coords (get_view (self), GTK_TEXT_WINDOW_WIDGET, grip.x, grip.y, &rect->x, &rect->y);
      return TRUE;
    }
  return FALSE;
}

/* Drawing */

static void
append_rounded (GtkSnapshot *snapshot,
                const PlxHandleRect *rect,
                int grow,
                const GdkRGBA *colour)
{
  float width = (float) (rect->width + 2 * grow), height = (float) (rect->height + 2 * grow);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT ((float) (rect->x - grow), (float) (rect->y - grow), width, height),
                                   MIN (width, height) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, colour, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_handle (GtkSnapshot *snapshot,
               const PlxHandle *handle,
               int grow,
               PlxColour colour)
{
  PlxHandleRect stem = plx_handle_get_grip (handle);
  PlxHandleRect knob = plx_handle_get_knob (handle);
  GdkRGBA rgba;

  plx_scheme_to_rgba (colour, &rgba);
  append_rounded (snapshot, &stem, grow, &rgba);
  append_rounded (snapshot, &knob, grow, &rgba);
}

/* The one that the keys move has a ring in the colour of the text. */
static void
draw_handle (PlxReader *self,
             GtkSnapshot *snapshot,
             const PlxHandle *handle,
             gboolean in_hand)
{
  const PlxPage *page = plx_palette_get_page (plx_scheme_get ());
  PlxId tag = plx_span_index_get_tag (plx_reading_get_index (self->reading), plx_session_get_selected (self->session));
  PlxHandleRect knob = plx_handle_get_knob (handle);
  GdkRGBA rgba;

  if (in_hand)
    {
      plx_scheme_to_rgba (page->text, &rgba);
      append_rounded (snapshot, &knob, 1 + RING, &rgba);
    }
  plx_scheme_to_rgba (page->page, &rgba);
  append_rounded (snapshot, &knob, 1, &rgba);
  append_handle (snapshot, handle, 0, plx_reader_get_paint (self, tag)->bar);
}

void
plx_reader_draw_handles (PlxReader *self,
                         GtkSnapshot *snapshot)
{
  g_autoptr (GArray) handles = list_handles (self);
  gboolean by_keys = plx_reader_is_border_mode (self);
  int in_hand = by_keys ? plx_reader_get_border_offset (self) : -1;

  for (guint i = 0; i < handles->len; i++)
    {
      const PlxHandle *handle = &g_array_index (handles, PlxHandle, i);

      draw_handle (self, snapshot, handle,
                   by_keys && handle->border.at_end == self->borders.border.at_end &&
                       plx_border_get (self->borders.shown, &handle->border) == in_hand);
    }
}

/* Dragging */

/* The place between two characters that is nearest. */
static int
find_offset (PlxReader *self,
             double x,
             double y)
{
  GtkTextIter iter;
  int buffer_x, buffer_y, trailing;

  gtk_text_view_window_to_buffer_coords (get_view (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_position (get_view (self), &iter, &trailing, buffer_x, buffer_y);
  gtk_text_iter_forward_chars (&iter, trailing);
  return plx_reader_get_offset (self, &iter);
}

static void
drag (PlxReader *self)
{
  PlxSnap snap = self->grip.exact ? PLX_SNAP_CHARACTER : plx_session_get_snap (self->session);

  plx_reader_move_border (self, snap, find_offset (self, self->grip.x + self->grip.dx, self->grip.y + self->grip.dy));
}

/* How far the pointer is in the zone at the top (negative) or bottom. */
static double
get_scroll_depth (PlxReader *self)
{
  double bottom = gtk_widget_get_height (GTK_WIDGET (self)) - SCROLL_ZONE;

  if (self->grip.y < SCROLL_ZONE)
    return self->grip.y - SCROLL_ZONE;
  return MAX (0, self->grip.y - bottom);
}

static gboolean
scroll_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer data)
{
  PlxReader *self = PLX_READER (widget);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = MIN ((double) (now - self->grip.scrolled_at) / G_USEC_PER_SEC, 0.1);
  double depth = get_scroll_depth (self);

  if (depth == 0)
    {
      self->grip.scroll_id = 0;
      return G_SOURCE_REMOVE;
    }
  self->grip.scrolled_at = now;
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + depth * SCROLL_SPEED * seconds);
  drag (self);
  return G_SOURCE_CONTINUE;
}

static void
scroll_along (PlxReader *self)
{
  if (self->grip.scroll_id != 0 || get_scroll_depth (self) == 0)
    return;
  self->grip.scrolled_at = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  self->grip.scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
stop_scrolling (PlxReader *self)
{
  if (self->grip.scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->grip.scroll_id);
  self->grip.scroll_id = 0;
}

gboolean
plx_reader_press_handle (PlxReader *self,
                         double x,
                         double y)
{
  PlxHandle handle;
  int border_x, border_y;

  if (!find_handle (self, x, y, &handle))
    return FALSE;
  gtk_text_view_buffer_to_window_coords (get_view (self), GTK_TEXT_WINDOW_WIDGET,
                                         handle.x, (handle.top + handle.bottom) / 2, &border_x, &border_y);
  self->grip.is_held = TRUE;
  self->grip.is_dragged = FALSE;
  self->grip.border = handle.border;
  self->grip.dx = border_x - x;
  self->grip.dy = border_y - y;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return TRUE;
}

/* Whether the handle has left its place; a hand that trembles does not count. */
static gboolean
begin_drag (PlxReader *self)
{
  if (self->grip.is_dragged)
    return plx_reader_is_moving_borders (self);
  if (!gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->press.x, (int) self->press.y, (int) self->grip.x, (int) self->grip.y))
    return FALSE;
  self->grip.is_dragged = TRUE;
  return plx_reader_begin_borders (self, &self->grip.border, FALSE);
}

void
plx_reader_drag_handle (PlxReader *self,
                        double x,
                        double y,
                        gboolean exact)
{
  self->grip.x = x;
  self->grip.y = y;
  self->grip.exact = exact;
  if (!self->grip.is_held || !begin_drag (self))
    return;
  drag (self);
  scroll_along (self);
}

gboolean
plx_reader_drop_handle (PlxReader *self)
{
  gboolean was_dragged = self->grip.is_dragged;

  self->grip.is_held = FALSE;
  self->grip.is_dragged = FALSE;
  stop_scrolling (self);
  if (was_dragged && !plx_reader_is_border_mode (self))
    plx_reader_end_borders (self, TRUE);
  return was_dragged;
}

/* What comes until the button is up is ours still, and means nothing. */
void
plx_reader_release_handle (PlxReader *self)
{
  stop_scrolling (self);
}

gboolean
plx_reader_is_handle_held (PlxReader *self)
{
  return self->grip.is_held;
}

/* Pointing */

gboolean
plx_reader_is_over_handle (PlxReader *self)
{
  return self->grip.is_over;
}

void
plx_reader_point_at_handles (PlxReader *self,
                             double x,
                             double y)
{
  PlxHandle handle;
  gboolean over_port = !self->grip.is_held && (plx_reader_is_port_held (self) || plx_reader_is_over_port (self, x, y));
  gboolean over = !over_port && (self->grip.is_held || find_handle (self, x, y, &handle));

  if (over == self->grip.is_over && over_port == self->port.is_over)
    return;
  self->grip.is_over = over;
  self->port.is_over = over_port;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), over_port ? "alias" : (over ? "col-resize" : "text"));
}

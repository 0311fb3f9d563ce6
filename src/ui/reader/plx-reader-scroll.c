/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scrolling the reader to a place.
 *
 * GtkTextView measures paragraphs it has not shown yet when it is idle, so the
 * way to a far place is an estimate at first.  The place is kept as a target
 * and scrolled to again whenever the height of the text changes, until it has
 * settled or the person takes over. */

#include "config.h"

#include "reader/plx-reader-private.h"

/* Heights that stay for this long are taken as final, unless there is more to measure. */
#define SETTLED_MS 400

/* Where a place that was out of view is put. */
#define REVEAL_ALIGN 0.3

static gboolean
is_comfortable (PlxReader *self,
                int offset)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  GdkRectangle rect;

  return plx_reader_get_offset_rect (self, offset, &rect) &&
         rect.y >= height / 20 && rect.y + rect.height + plx_reader_get_lanes_height (self) <= height - height / 10;
}

/* The very top, with the margin that no character stands in. */
static void
scroll_to_top (PlxReader *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
}

/* GtkTextView measures what is around the place and would glide there.  Whatever
 * is measured above it stops that, in a long text for many seconds: so it is a
 * jump. */
static void
go (PlxReader *self,
    const GtkTextIter *iter,
    double align)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  GdkRectangle visible, there;

  gtk_text_buffer_move_mark (gtk_text_view_get_buffer (view), self->target, iter);
  gtk_text_view_scroll_to_mark (view, self->target, 0, TRUE, 0, align);
  if (adjustment == NULL)
    return;
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_location (view, iter, &there);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + there.y - visible.y - align * (visible.height - there.height));
}

static void
scroll_now (PlxReader *self)
{
  GtkTextIter iter;

  if (self->reveal.align == 0 && self->reveal.offset == 0)
    {
      scroll_to_top (self);
      return;
    }
  if (self->reveal.align < 0 && is_comfortable (self, self->reveal.offset))
    return;
  plx_reader_get_iter (self, self->reveal.offset, &iter);
  go (self, &iter, self->reveal.align < 0 ? REVEAL_ALIGN : self->reveal.align);
}

/* What was measured above it may have pushed it out of view again. */
static gboolean
is_lost (PlxReader *self)
{
  GdkRectangle rect;

  return self->reveal.align < 0 && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         !plx_reader_get_offset_rect (self, self->reveal.offset, &rect);
}

static gboolean
settled_cb (gpointer data)
{
  PlxReader *self = data;

  /* The place may not be in the text yet. */
  if (!plx_reader_is_whole (self))
    return G_SOURCE_CONTINUE;
  if (is_lost (self))
    {
      scroll_now (self);
      return G_SOURCE_CONTINUE;
    }
  self->reveal.settled_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
retry_cb (gpointer data)
{
  PlxReader *self = data;

  self->reveal.retry_id = 0;
  scroll_now (self);
  return G_SOURCE_REMOVE;
}

static void
wait_until_settled (PlxReader *self)
{
  g_clear_handle_id (&self->reveal.settled_id, g_source_remove);
  self->reveal.settled_id = g_timeout_add_full (G_PRIORITY_LOW, SETTLED_MS, settled_cb, self, NULL);
}

/* Before the next frame. */
static void
queue_retry (PlxReader *self)
{
  if (self->reveal.retry_id == 0)
    self->reveal.retry_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 15, retry_cb, self, NULL);
}

static void
heights_changed_cb (PlxReader *self)
{
  if (self->reveal.settled_id == 0)
    return;
  wait_until_settled (self);
  queue_retry (self);
}

static void
vadjustment_changed_cb (PlxReader *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "changed", G_CALLBACK (heights_changed_cb), self, G_CONNECT_SWAPPED);
}

void
plx_reader_init_scroll (PlxReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  self->target = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE));
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (vadjustment_changed_cb), NULL);
  vadjustment_changed_cb (self);
}

void
plx_reader_cancel_reveal (PlxReader *self)
{
  g_clear_handle_id (&self->reveal.settled_id, g_source_remove);
  g_clear_handle_id (&self->reveal.retry_id, g_source_remove);
}

void
plx_reader_stop_reveal (PlxReader *self)
{
  plx_reader_cancel_reveal (self);
}

gboolean
plx_reader_is_revealing (PlxReader *self)
{
  return self->reveal.settled_id != 0;
}

static void
reveal (PlxReader *self,
        int offset,
        double align)
{
  self->reveal.offset = offset;
  self->reveal.align = align;
  wait_until_settled (self);
  scroll_now (self);
}

void
plx_reader_reveal (PlxReader *self,
                   int offset)
{
  reveal (self, offset, -1);
}

/* Whether the character at @offset stands on the line at the top of the view. */
static gboolean
is_on_top (PlxReader *self,
           int offset,
           const GdkRectangle *visible)
{
  GdkRectangle there;
  GtkTextIter iter;

  plx_reader_get_iter (self, offset, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &there);
  return ABS (there.y - visible->y) <= 2;
}

int
plx_reader_get_top (PlxReader *self)
{
  GdkRectangle visible;
  GtkTextIter iter;

  /* On the way to a place that was asked for. */
  if (self->reveal.settled_id != 0 && self->reveal.align == 0)
    return self->reveal.offset;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  if (visible.y <= 0)
    return 0;
  /* A line begins elsewhere at every width; what was put there once is still
   * meant as long as nobody scrolled. */
  if (self->reveal.align == 0 && is_on_top (self, self->reveal.offset, &visible))
    return self->reveal.offset;
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, visible.x, visible.y);
  /* The left end is the last character where text runs to the left. */
  gtk_text_view_backward_display_line_start (GTK_TEXT_VIEW (self), &iter);
  return plx_reader_get_offset (self, &iter);
}

void
plx_reader_set_top (PlxReader *self,
                    int offset)
{
  reveal (self, CLAMP (offset, 0, plx_reading_get_document (self->reading)->codepoints), 0);
}

void
plx_reader_hold_top (PlxReader *self)
{
  /* A view without a size has no top yet, and a place that is being revealed
   * anywhere in view is looked for anyway. */
  if (self->width == 0 || (self->reveal.settled_id != 0 && self->reveal.align < 0))
    return;
  self->reveal.offset = plx_reader_get_top (self);
  self->reveal.align = 0;
  wait_until_settled (self);
  queue_retry (self);
}

void
plx_reader_show_offset (PlxReader *self,
                        int offset)
{
  reveal (self, CLAMP (offset, 0, plx_text_get_length (plx_reading_get_text (self->reading))), REVEAL_ALIGN);
}

void
plx_reader_get_view_range (PlxReader *self,
                           double *first,
                           double *last)
{
  int length = MAX (plx_text_get_length (plx_reading_get_text (self->reading)), 1);
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, visible.x, visible.y);
  *first = visible.y <= 0 ? 0 : (double) plx_reader_get_offset (self, &iter) / length;
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, visible.x + visible.width, visible.y + visible.height);
  *last = MAX ((double) plx_reader_get_offset (self, &iter) / length, *first);
}

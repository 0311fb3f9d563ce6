/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Filling the view with the text of the reading.
 *
 * A short text is there from the beginning.  A long one comes when it is loaded,
 * in slices between frames: its beginning can be read and tagged while the rest
 * is on its way, and nothing waits for it. */

#include "config.h"

#include "reader/plx-reader-private.h"

#include <string.h>

/* Takes a few milliseconds. */
#define SLICE_BYTES (192 * 1024)

/* After the frame, before GtkTextView measures paragraphs that nobody sees. */
#define SLICE_PRIORITY (GDK_PRIORITY_REDRAW + 2)

static const char *
get_display (PlxReader *self)
{
  return self->fill.display != NULL ? self->fill.display : plx_text_get_utf8 (plx_reading_get_text (self->reading));
}

/* Sets what is to be shown; nothing of it is yet. */
static void
prepare (PlxReader *self)
{
  PlxText *text = plx_reading_get_text (self->reading);

  plx_reader_make_map (self);
  self->fill.done = 0;
  self->fill.n_blocks = 0;
  self->fill.length = plx_text_get_n_bytes (text);
  if (plx_display_map_is_identity (self->map))
    return;
  self->fill.display = plx_display_map_dup_text (self->map, text);
  self->fill.length = strlen (self->fill.display);
}

/* Where the slice that begins at what is done ends: between paragraphs, which
 * are short. */
static gsize
find_slice_end (PlxReader *self)
{
  const char *display = get_display (self);
  const char *end;

  if (self->fill.length - self->fill.done <= SLICE_BYTES)
    return self->fill.length;
  end = memchr (display + self->fill.done + SLICE_BYTES, '\n', self->fill.length - self->fill.done - SLICE_BYTES);
  return end != NULL ? (gsize) (end + 1 - display) : self->fill.length;
}

/* Inserting at the end takes marks along that stand there. */
static void
append_slice (PlxReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gsize end = find_slice_end (self);
  int caret = plx_reader_get_caret (self);
  GtkTextIter iter;

  gtk_text_buffer_get_end_iter (buffer, &iter);
  /* The empty one at the end may have been looked at. */
  plx_paragraph_cache_forget (self->paragraphs, gtk_text_iter_get_line (&iter));
  gtk_text_buffer_insert (buffer, &iter, get_display (self) + self->fill.done, (int) (end - self->fill.done));
  self->fill.done = end;
  plx_reader_show_blocks (self);
  if (plx_reader_get_caret (self) != caret)
    plx_reader_place_caret (self, caret);
}

static gboolean
slice_cb (gpointer data)
{
  PlxReader *self = data;

  append_slice (self);
  if (!plx_reader_is_whole (self))
    return G_SOURCE_CONTINUE;
  self->fill.slice_id = 0;
  plx_reader_clear_fill (self);
  return G_SOURCE_REMOVE;
}

static void
loaded_cb (PlxReader *self)
{
  prepare (self);
  plx_reader_turn (self);
  append_slice (self);
  plx_reader_place_caret (self, 0);
  if (!plx_reader_is_whole (self))
    self->fill.slice_id = g_idle_add_full (SLICE_PRIORITY, slice_cb, self, NULL);
}

void
plx_reader_finish_fill (PlxReader *self)
{
  while (!plx_reader_is_whole (self))
    append_slice (self);
  plx_reader_clear_fill (self);
}

gboolean
plx_reader_is_whole (PlxReader *self)
{
  return !plx_reading_is_loading (self->reading) && self->fill.done == self->fill.length;
}

/* The view takes the buffer when it is full: it would follow each step of
 * filling with a layout for a width that nobody has set. */
void
plx_reader_init_text (PlxReader *self)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  GtkTextIter start;

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  prepare (self);
  gtk_text_buffer_set_text (buffer, get_display (self), (int) self->fill.length);
  self->fill.done = self->fill.length;
  g_clear_pointer (&self->fill.display, g_free);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, plx_display_map_start (self->map, 0));
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), buffer);
  plx_reader_turn (self);
  plx_reader_show_blocks (self);
  if (plx_reading_is_loading (self->reading))
    g_signal_connect_object (self->reading, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
}

void
plx_reader_clear_fill (PlxReader *self)
{
  g_clear_handle_id (&self->fill.slice_id, g_source_remove);
  g_clear_pointer (&self->fill.display, g_free);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which way the text is read.
 *
 * GtkTextView turns every paragraph by its own letters.  Where somebody said how
 * the article is read, those that would go the other way begin with an invisible
 * mark: it takes no room, is not in the text, and the caret steps over it. */

#include "config.h"

#include "reader/plx-reader-private.h"

static GtkTextBuffer *
get_buffer (PlxReader *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static PlxDirection
get_wanted (PlxReader *self)
{
  return plx_direction_from_string (plx_reading_get_document (self->reading)->direction);
}

/* How the text of the reading, as far as it is loaded, is shown. */
void
plx_reader_make_map (PlxReader *self)
{
  g_clear_pointer (&self->map, plx_display_map_free);
  self->direction = get_wanted (self);
  self->map = plx_display_map_new (plx_reading_get_text (self->reading), self->direction);
}

void
plx_reader_turn (PlxReader *self)
{
  PlxDirection direction = plx_direction_of_document (plx_reading_get_document (self->reading), plx_reading_get_text (self->reading));

  gtk_widget_set_direction (GTK_WIDGET (self), direction == PLX_DIRECTION_RTL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

/* Changing */

/* From the last paragraph to the first, so that places before stay. */
static void
remove_marks (PlxReader *self,
              GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  for (int line = gtk_text_buffer_get_line_count (buffer); line-- > 0;)
    {
      gtk_text_buffer_get_iter_at_line (buffer, &start, line);
      if (!plx_display_map_is_mark (self->map, gtk_text_iter_get_offset (&start)))
        continue;
      end = start;
      gtk_text_iter_forward_char (&end);
      gtk_text_buffer_delete (buffer, &start, &end);
    }
}

/* From the first paragraph to the last, so that places are those of the map. */
static void
insert_marks (PlxReader *self,
              GtkTextBuffer *buffer)
{
  GtkTextIter start;

  for (int line = 0; line < gtk_text_buffer_get_line_count (buffer); line++)
    {
      gtk_text_buffer_get_iter_at_line (buffer, &start, line);
      if (plx_display_map_is_mark (self->map, gtk_text_iter_get_offset (&start)))
        gtk_text_buffer_insert (buffer, &start, plx_display_map_get_mark (self->map), -1);
    }
}

/* All else stays, with what is selected and what is at the top. */
static void
change_marks (PlxReader *self)
{
  GtkTextBuffer *buffer = get_buffer (self);

  plx_reader_hold_top (self);
  plx_reader_finish_fill (self);
  remove_marks (self, buffer);
  plx_reader_make_map (self);
  insert_marks (self, buffer);
  plx_reader_show_blocks_again (self);
}

void
plx_reader_update_direction (PlxReader *self)
{
  plx_reader_turn (self);
  if (get_wanted (self) != self->direction && !plx_reading_is_loading (self->reading))
    change_marks (self);
  plx_paragraph_cache_clear (self->paragraphs);
}

/* The caret */

static void
move_insert (PlxReader *self,
             const GtkTextIter *to,
             gboolean extend)
{
  GtkTextBuffer *buffer = get_buffer (self);

  if (extend)
    gtk_text_buffer_move_mark (buffer, gtk_text_buffer_get_insert (buffer), to);
  else
    gtk_text_buffer_place_cursor (buffer, to);
}

/* Before a mark is no place for the caret: coming from behind it, the one
 * before is the end of the last paragraph. */
static void
leave_mark (PlxReader *self,
            int from,
            gboolean extend)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter;
  int at;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  at = gtk_text_iter_get_offset (&iter);
  if (!plx_display_map_is_mark (self->map, at))
    return;
  if (from != at + 1 || !gtk_text_iter_backward_cursor_position (&iter))
    gtk_text_iter_set_offset (&iter, at + 1);
  move_insert (self, &iter, extend);
}

void
plx_reader_step_cursor (GtkTextView *view,
                        GtkMovementStep step,
                        int count,
                        gboolean extend)
{
  PlxReader *self = PLX_READER (view);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  plx_reader_move_cursor (view, step, count, extend);
  leave_mark (self,
              step == GTK_MOVEMENT_LOGICAL_POSITIONS || step == GTK_MOVEMENT_VISUAL_POSITIONS ? gtk_text_iter_get_offset (&iter) : -1,
              extend);
}

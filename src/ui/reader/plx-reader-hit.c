/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is at a place of the reader: a character, a bar, letters, a count. */

#include "config.h"

#include "reader/plx-reader-private.h"

#include <math.h>

/* A line, and where on it: in the coordinates of the text of its paragraph. */
typedef struct
{
  PlxParagraph paragraph;
  gsize line;
  graphene_rect_t area;
  float x;
  float y;
} Place;

/* The line whose text or lanes are at @y, counted from the top of the text; the
 * lanes reach @head pixels into the next line. */
static gsize
find_line_at (PlxShadow *shadow,
              double y,
              int head)
{
  gsize n_lines = plx_shadow_get_n_lines (shadow);

  for (gsize i = 0; i + 1 < n_lines; i++)
    if (y < plx_shadow_get_line (shadow, i + 1)->top + head)
      return i;
  return n_lines - 1;
}

static gboolean
find_place (PlxReader *self,
            double x,
            double y,
            Place *place)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  PlxParagraph *paragraph = &place->paragraph;
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_line_at_y (view, &iter, buffer_y, NULL);
  plx_reader_get_paragraph (self, &iter, paragraph);
  if (buffer_y < paragraph->y || buffer_y >= paragraph->y + paragraph->height)
    return FALSE;
  plx_reader_get_area (self, paragraph, &place->area);
  place->x = (float) buffer_x - place->area.origin.x;
  place->y = (float) (buffer_y - paragraph->top);
  place->line = find_line_at (paragraph->shadow, place->y, MAX (plx_reader_get_lanes_height (self) - gtk_text_view_get_pixels_inside_wrap (view), 0));
  return TRUE;
}

static gboolean
find_char (PlxReader *self,
           const Place *place,
           int *offset,
           int *lane)
{
  const PlxShadowLine *line = plx_shadow_get_line (place->paragraph.shadow, place->line);
  const PlxMarkSizes *sizes = plx_highlight_painter_get_sizes (self->painter);
  float below = place->y - roundf (line->bottom) - (float) sizes->lane_gap;

  if (below >= (float) (PLX_LANES * sizes->lane_pitch) || !plx_shadow_find_char (place->paragraph.shadow, place->line, place->x, offset))
    return FALSE;
  *offset = MAX (*offset, place->paragraph.lead) + place->paragraph.source;
  *lane = below >= 0 ? (int) below / sizes->lane_pitch : -1;
  return TRUE;
}

int
plx_reader_find_offset_at (PlxReader *self,
                           double x,
                           double y,
                           int *lane)
{
  Place place;
  int offset;

  return find_place (self, x, y, &place) && find_char (self, &place, &offset, lane) ? offset : -1;
}

/* The annotation whose bar is in @lane under @offset, if any. */
static PlxId
find_in_lane (PlxReader *self,
              int offset,
              int lane)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));

  plx_span_index_find (plx_reading_get_index (self->reading), offset, offset + 1, found);
  for (guint i = 0; i < found->len; i++)
    if ((int) g_array_index (found, PlxIndexedSpan, i).lane == lane)
      return g_array_index (found, PlxIndexedSpan, i).annotation;
  return PLX_ID_NONE;
}

/* @after: where to go on in a stack. */
static PlxId
find_annotation (PlxReader *self,
                 double x,
                 double y,
                 PlxId after)
{
  Place place;
  int offset, lane;
  PlxId found;

  if (!find_place (self, x, y, &place))
    return PLX_ID_NONE;
  found = plx_highlight_painter_find_letters (self->painter, place.paragraph.shadow, place.paragraph.source, &place.area,
                                              place.line, place.x, place.y);
  if (found != PLX_ID_NONE || !find_char (self, &place, &offset, &lane))
    return found;
  found = lane >= 0 ? find_in_lane (self, offset, lane) : PLX_ID_NONE;
  if (found != PLX_ID_NONE)
    return found;
  return plx_span_index_hit (plx_reading_get_index (self->reading), offset, after);
}

PlxId
plx_reader_find_annotation_at (PlxReader *self,
                               double x,
                               double y)
{
  return find_annotation (self, x, y, plx_session_get_selected (self->session));
}

PlxId
plx_reader_find_innermost_at (PlxReader *self,
                              double x,
                              double y)
{
  return find_annotation (self, x, y, PLX_ID_NONE);
}

/* Counts */

static gboolean
get_count_rect (PlxReader *self,
                const Place *place,
                GdkRectangle *rect)
{
  graphene_rect_t count;

  if (!plx_highlight_painter_get_count_rect (self->painter, place->paragraph.shadow, place->paragraph.source, &place->area, place->line, &count))
    return FALSE;
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET,
                                         (int) (count.origin.x + place->area.origin.x), (int) count.origin.y + place->paragraph.top,
                                         &rect->x, &rect->y);
  rect->width = (int) count.size.width;
  rect->height = (int) count.size.height;
  return TRUE;
}

gboolean
plx_reader_find_count_at (PlxReader *self,
                          double x,
                          double y,
                          GdkRectangle *rect,
                          GArray *annotations)
{
  Place place;

  if (!find_place (self, x, y, &place) || !get_count_rect (self, &place, rect) ||
      x < rect->x || x >= rect->x + rect->width || y < rect->y || y >= rect->y + rect->height)
    return FALSE;
  if (annotations != NULL)
    plx_highlight_painter_list_line (self->painter, place.paragraph.shadow, place.paragraph.source, place.line, TRUE, annotations);
  return TRUE;
}

void
plx_reader_list_line (PlxReader *self,
                      int offset,
                      GArray *annotations)
{
  PlxParagraph paragraph;
  GtkTextIter iter;

  plx_reader_get_iter (self, offset, &iter);
  plx_reader_get_paragraph (self, &iter, &paragraph);
  plx_highlight_painter_list_line (self->painter, paragraph.shadow, paragraph.source,
                                   plx_shadow_find_line (paragraph.shadow, gtk_text_iter_get_line_offset (&iter)), FALSE, annotations);
}

gboolean
plx_reader_get_count_rect (PlxReader *self,
                           int offset,
                           GdkRectangle *rect)
{
  GtkTextIter iter;
  Place place;

  plx_reader_get_iter (self, offset, &iter);
  plx_reader_get_paragraph (self, &iter, &place.paragraph);
  place.line = plx_shadow_find_line (place.paragraph.shadow, gtk_text_iter_get_line_offset (&iter));
  plx_reader_get_area (self, &place.paragraph, &place.area);
  return get_count_rect (self, &place, rect);
}

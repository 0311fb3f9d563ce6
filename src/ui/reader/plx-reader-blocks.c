/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headings, list items and quotations in the view. */

#include "config.h"

#include "reader/plx-reader-private.h"

#define BAR_WIDTH 3
#define DOT_RADIUS 2.5f

/* From the letters to the dot, and from the bar to the letters */
#define DOT_GAP 11
#define BAR_GAP 14

static PlxDirection
get_direction (PlxReader *self,
               const GtkTextIter *line)
{
  GtkTextIter start = *line, end;
  g_autofree char *text = NULL;
  PlxDirection direction;

  gtk_text_iter_set_line_offset (&start, 0);
  if (plx_display_map_is_mark (self->map, gtk_text_iter_get_offset (&start)))
    return self->direction;
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  text = gtk_text_iter_get_slice (&start, &end);
  direction = plx_direction_find (text, -1);
  if (direction != PLX_DIRECTION_NONE)
    return direction;
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? PLX_DIRECTION_RTL : PLX_DIRECTION_LTR;
}

static void
show_block (PlxReader *self,
            const PlxBlock *block)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  int end = plx_display_map_end (self->map, block->end);
  GtkTextIter line;

  gtk_text_buffer_get_iter_at_offset (buffer, &line, plx_display_map_start (self->map, block->start));
  do
    if (!gtk_text_iter_ends_line (&line))
      plx_block_style_apply (&line, block->kind, block->level, get_direction (self, &line) == PLX_DIRECTION_RTL, plx_reader_get_scale (self));
  while (gtk_text_iter_forward_line (&line) && gtk_text_iter_get_offset (&line) < end);
}

void
plx_reader_show_blocks (PlxReader *self)
{
  const GArray *blocks = plx_reading_get_blocks (self->reading);
  int filled = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));

  for (; self->fill.n_blocks < blocks->len; self->fill.n_blocks++)
    {
      const PlxBlock *block = &g_array_index (blocks, PlxBlock, self->fill.n_blocks);

      if (plx_display_map_end (self->map, block->end) > filled)
        break;
      show_block (self, block);
    }
}

void
plx_reader_show_blocks_again (PlxReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  if (!plx_block_style_is_used (buffer))
    return;
  plx_block_style_clear (buffer);
  self->fill.n_blocks = 0;
  plx_reader_show_blocks (self);
}

/* Drawing */

static GdkRGBA
get_ink (PlxReader *self,
         float alpha)
{
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
  ink.alpha *= alpha;
  return ink;
}

/* Along the whole paragraph, so that the bars of neighbours join. */
static void
draw_bar (PlxReader *self,
          GtkSnapshot *snapshot,
          const PlxParagraph *paragraph,
          float edge,
          gboolean rtl)
{
  GdkRGBA ink = get_ink (self, 0.35f);
  float x = rtl ? edge + BAR_GAP - BAR_WIDTH : edge - BAR_GAP;

  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (x, paragraph->y, BAR_WIDTH, paragraph->height));
}

static void
draw_dot (PlxReader *self,
          GtkSnapshot *snapshot,
          const PlxParagraph *paragraph,
          float edge,
          gboolean rtl)
{
  const PlxShadowLine *line = plx_shadow_get_line (paragraph->shadow, 0);
  GdkRGBA ink = get_ink (self, 0.75f);
  float x = rtl ? edge + DOT_GAP : edge - DOT_GAP;
  float y = paragraph->top + (line->top + line->bottom) / 2;
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (&circle, &GRAPHENE_RECT_INIT (x - DOT_RADIUS, y - DOT_RADIUS, 2 * DOT_RADIUS, 2 * DOT_RADIUS), DOT_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &ink, &circle.bounds);
  gtk_snapshot_pop (snapshot);
}

void
plx_reader_draw_block (PlxReader *self,
                       GtkSnapshot *snapshot,
                       const GtkTextIter *iter,
                       const PlxParagraph *paragraph,
                       const graphene_rect_t *area)
{
  GtkTextIter start = *iter;
  const PlxBlockStyle *style;
  float edge;

  gtk_text_iter_set_line_offset (&start, 0);
  style = plx_block_style_get (&start);
  if (style == NULL || style->kind == PLX_BLOCK_HEADING)
    return;
  edge = style->rtl ? area->origin.x + area->size.width - style->right : area->origin.x + style->left;
  if (style->kind == PLX_BLOCK_ITEM)
    draw_dot (self, snapshot, paragraph, edge, style->rtl);
  else
    draw_bar (self, snapshot, paragraph, edge, style->rtl);
}

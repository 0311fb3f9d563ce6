/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letters at the starts of bars, and the count of annotations that have no
 * bar. */

#include "config.h"

#include "reader/plx-highlight-painter-private.h"

#include "reader/plx-scheme.h"

#include <math.h>

/* All beside letters of the usual size. */
#define CHIP_HEIGHT 10
#define CHIP_PADDING 2
#define CHIP_MIN_WIDTH 9
#define CHIP_GAP 1

#define COUNT_SIZE 11
#define COUNT_PADDING 3
#define COUNT_HEIGHT 15
#define COUNT_GAP 2
#define COUNT_RADIUS 4

/* Chips */

float
plx_highlight_painter_get_far_end (PlxHighlightPainter *self,
                                   const PlxCanvas *canvas,
                                   const PlxMark *mark,
                                   float anchor,
                                   gboolean leftwards)
{
  const GArray *runs = plx_highlight_painter_get_runs (self, canvas, mark->start, mark->end);

  for (guint i = 0; i < runs->len; i++)
    {
      const PlxShadowRun *run = &g_array_index (runs, PlxShadowRun, i);

      if (anchor >= run->left && anchor <= run->right)
        return leftwards ? run->left : run->right;
    }
  return anchor;
}

static void
add_chip (PlxHighlightPainter *self,
          const PlxCanvas *canvas,
          const PlxMark *mark)
{
  const PlxMarkSizes *sizes = canvas->sizes;
  int height = plx_mark_sizes_grow (sizes, CHIP_HEIGHT);
  PlxChip chip = { .mark = mark };
  PlxLabelBox box = { 0 };
  float leading, trailing, far_end;

  chip.letters = plx_tag_looks_get_letters (self->looks, mark->look, mark->fragment);
  /* Beside its bar, but neither over the text nor beyond the last lane. */
  chip.top = CLAMP (plx_canvas_get_lane_y (canvas, mark->lane) - (float) ((height - sizes->lane_pitch) / 2),
                    canvas->bottom + (float) sizes->lane_gap, canvas->bottom + (float) (sizes->lanes_height - height));
  plx_shadow_get_edges (canvas->shadow, mark->start, &leading, &trailing);
  box.leftwards = trailing < leading;
  box.anchor = (int) lroundf (leading);
  box.width = MAX (chip.letters->ink.width + 2 * plx_mark_sizes_grow (sizes, CHIP_PADDING), plx_mark_sizes_grow (sizes, CHIP_MIN_WIDTH));
  far_end = plx_highlight_painter_get_far_end (self, canvas, mark, (float) box.anchor, box.leftwards);
  box.limit = box.leftwards ? (int) MIN (far_end + (float) box.width, (float) box.anchor) : (int) MAX (far_end - (float) box.width, (float) box.anchor);
  g_array_append_val (self->chips, chip);
  g_array_append_val (self->boxes, box);
}

static void
drop_unplaced (PlxHighlightPainter *self)
{
  guint n = 0;

  for (guint i = 0; i < self->chips->len; i++)
    if (g_array_index (self->boxes, PlxLabelBox, i).placed)
      {
        g_array_index (self->chips, PlxChip, n) = g_array_index (self->chips, PlxChip, i);
        g_array_index (self->boxes, PlxLabelBox, n) = g_array_index (self->boxes, PlxLabelBox, i);
        n++;
      }
  g_array_set_size (self->chips, n);
  g_array_set_size (self->boxes, n);
}

void
plx_highlight_painter_layout_chips (PlxHighlightPainter *self,
                                    const PlxCanvas *canvas)
{
  g_array_set_size (self->chips, 0);
  g_array_set_size (self->boxes, 0);
  /* By lane, so that chips side by side stand in the order of their bars. */
  for (guint lane = 0; lane < PLX_LANES; lane++)
    for (guint i = 0; i < self->marks->len; i++)
      {
        const PlxMark *mark = &g_array_index (self->marks, PlxMark, i);

        if (mark->lane == lane && mark->starts && mark->start >= canvas->line->start && mark->start < canvas->line->end)
          add_chip (self, canvas, mark);
      }
  plx_label_layout ((PlxLabelBox *) (void *) self->boxes->data, self->boxes->len, plx_mark_sizes_grow (canvas->sizes, CHIP_GAP));
  drop_unplaced (self);
}

static void
paint_chip (PlxHighlightPainter *self,
            const PlxCanvas *canvas,
            const PlxChip *chip,
            const PlxLabelBox *box)
{
  const PlxPage *page = plx_palette_get_page (self->scheme);
  const PangoRectangle *ink = &chip->letters->ink;
  GdkRGBA halo, letter = chip->mark->look->ink;
  float left = (float) box->left, width = (float) box->width;
  float height = (float) plx_mark_sizes_grow (canvas->sizes, CHIP_HEIGHT);
  float gap = (float) plx_mark_sizes_grow (canvas->sizes, CHIP_GAP);

  /* Keeps the chip apart from bars that run under it. */
  plx_scheme_to_rgba (page->page, &halo);
  plx_canvas_fill (canvas, halo, 1, left - gap, chip->top, width + 2 * gap, height);
  plx_canvas_fill (canvas, chip->mark->look->bar, chip->mark->alpha, left, chip->top, width, height);
  gtk_snapshot_save (canvas->snapshot);
  gtk_snapshot_translate (canvas->snapshot,
                          &GRAPHENE_POINT_INIT (canvas->area->origin.x + left + roundf ((width - (float) ink->width) / 2) - (float) ink->x,
                                                canvas->area->origin.y + chip->top + roundf ((height - (float) ink->height) / 2) - (float) ink->y));
  gtk_snapshot_append_layout (canvas->snapshot, chip->letters->layout, &letter);
  gtk_snapshot_restore (canvas->snapshot);
}

void
plx_highlight_painter_paint_chips (PlxHighlightPainter *self,
                                   const PlxCanvas *canvas)
{
  plx_highlight_painter_layout_chips (self, canvas);
  for (guint i = 0; i < self->chips->len; i++)
    paint_chip (self, canvas, &g_array_index (self->chips, PlxChip, i), &g_array_index (self->boxes, PlxLabelBox, i));
}

/* Count */

static PangoLayout *
count_layout_new (PlxHighlightPainter *self,
                  guint n_hidden)
{
  /* The mark keeps the sign before the number where all else runs to the left. */
  g_autofree char *text = g_strdup_printf ("\342\200\216+%u", n_hidden);
  PangoFontDescription *font = pango_font_description_from_string ("Sans Bold");
  PangoLayout *layout = gtk_widget_create_pango_layout (self->widget, text);

  pango_font_description_set_absolute_size (font, COUNT_SIZE * self->sizes.scale * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

/* At the edge of the page, in the coordinates of the area; over the end of the
 * lanes where the margin is too narrow. */
static void
get_count_rect (PlxHighlightPainter *self,
                const PlxCanvas *canvas,
                PangoLayout *layout,
                graphene_rect_t *rect)
{
  float margin = canvas->area->origin.x;
  float room = canvas->area->size.width + margin;
  float gap = (float) plx_mark_sizes_grow (canvas->sizes, COUNT_GAP);
  PangoRectangle logical;
  float width;

  pango_layout_get_pixel_extents (layout, NULL, &logical);
  width = (float) (logical.width + 2 * plx_mark_sizes_grow (canvas->sizes, COUNT_PADDING));
  graphene_rect_init (rect, 0, canvas->bottom + (float) canvas->sizes->lane_gap, width,
                      (float) plx_mark_sizes_grow (canvas->sizes, COUNT_HEIGHT));
  if (plx_shadow_is_rtl (canvas->shadow))
    rect->origin.x = MAX (-gap - width, 1 - margin);
  else
    rect->origin.x = MIN (canvas->area->size.width + gap, room - width - 1);
}

void
plx_highlight_painter_paint_count (PlxHighlightPainter *self,
                                   const PlxCanvas *canvas,
                                   guint n_hidden)
{
  g_autoptr (PangoLayout) layout = count_layout_new (self, n_hidden);
  const PlxPage *page = plx_palette_get_page (self->scheme);
  PangoRectangle logical;
  GskRoundedRect pill;
  GdkRGBA text, ground;
  graphene_rect_t rect;

  get_count_rect (self, canvas, layout, &rect);
  graphene_rect_offset (&rect, canvas->area->origin.x, canvas->area->origin.y);
  plx_scheme_to_rgba (page->text, &text);
  plx_scheme_to_rgba (plx_colour_mix (page->page, page->text, 0.16), &ground);
  gsk_rounded_rect_init_from_rect (&pill, &rect, COUNT_RADIUS * canvas->sizes->scale);
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &pill);
  gtk_snapshot_append_color (canvas->snapshot, &ground, &rect);
  gtk_snapshot_pop (canvas->snapshot);
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  gtk_snapshot_save (canvas->snapshot);
  gtk_snapshot_translate (canvas->snapshot, &GRAPHENE_POINT_INIT (rect.origin.x + roundf ((rect.size.width - (float) logical.width) / 2),
                                                                  rect.origin.y + roundf ((rect.size.height - (float) logical.height) / 2)));
  gtk_snapshot_append_layout (canvas->snapshot, layout, &text);
  gtk_snapshot_restore (canvas->snapshot);
}

/* Questions */

static PlxId
find_chip (PlxHighlightPainter *self,
           const PlxCanvas *canvas,
           float x,
           float y)
{
  float height = (float) plx_mark_sizes_grow (canvas->sizes, CHIP_HEIGHT);

  plx_highlight_painter_layout_chips (self, canvas);
  for (guint i = 0; i < self->chips->len; i++)
    {
      const PlxChip *chip = &g_array_index (self->chips, PlxChip, i);
      const PlxLabelBox *box = &g_array_index (self->boxes, PlxLabelBox, i);

      if (x >= (float) box->left && x < (float) (box->left + box->width) && y >= chip->top && y < chip->top + height)
        return chip->mark->annotation;
    }
  return PLX_ID_NONE;
}

/* Collects the marks of the paragraph first. */
static void
collect (PlxHighlightPainter *self,
         PlxShadow *shadow,
         int source)
{
  plx_highlight_painter_collect (self, source, plx_shadow_get_line (shadow, plx_shadow_get_n_lines (shadow) - 1)->next);
}

PlxId
plx_highlight_painter_find_letters (PlxHighlightPainter *self,
                                    PlxShadow *shadow,
                                    int source,
                                    const graphene_rect_t *area,
                                    gsize line,
                                    float x,
                                    float y)
{
  PlxCanvas canvas = plx_canvas_init (self, NULL, shadow, area, line);

  if (y < canvas.bottom + (float) self->sizes.lane_gap || y > canvas.bottom + (float) self->sizes.lanes_height)
    return PLX_ID_NONE;
  collect (self, shadow, source);
  return find_chip (self, &canvas, x, y);
}

guint
plx_highlight_painter_list_line (PlxHighlightPainter *self,
                                 PlxShadow *shadow,
                                 int source,
                                 gsize line,
                                 gboolean only_hidden,
                                 GArray *annotations)
{
  guint n_before = annotations->len;

  collect (self, shadow, source);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const PlxMark *mark = &g_array_index (self->marks, PlxMark, i);
      gboolean known = FALSE;

      if (!plx_mark_is_on (mark, plx_shadow_get_line (shadow, line)) || (only_hidden && mark->lane < PLX_LANES))
        continue;
      /* Two fragments of one annotation may be on the line. */
      for (guint j = n_before; j < annotations->len && !known; j++)
        known = g_array_index (annotations, PlxId, j) == mark->annotation;
      if (!known)
        g_array_append_val (annotations, mark->annotation);
    }
  return annotations->len - n_before;
}

gboolean
plx_highlight_painter_get_count_rect (PlxHighlightPainter *self,
                                      PlxShadow *shadow,
                                      int source,
                                      const graphene_rect_t *area,
                                      gsize line,
                                      graphene_rect_t *rect)
{
  g_autoptr (GArray) hidden = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_autoptr (PangoLayout) layout = NULL;
  PlxCanvas canvas = plx_canvas_init (self, NULL, shadow, area, line);
  guint n = plx_highlight_painter_list_line (self, shadow, source, line, TRUE, hidden);

  if (n == 0)
    return FALSE;
  layout = count_layout_new (self, n);
  get_count_rect (self, &canvas, layout, rect);
  return TRUE;
}

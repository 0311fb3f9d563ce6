/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Captions: small words above the start of each annotation.  One that would
 * cover another is moved along what it names, or left out. */

#include "config.h"

#include "reader/plx-highlight-painter-private.h"

#include "reader/plx-scheme.h"

#include <math.h>

/* All beside letters of the usual size. */
#define CAPTION_GAP 6

/* So much of what a caption names is below it, at least. */
#define CAPTION_OVERLAP 10

/* How far a caption may reach into the head of its line. */
#define CAPTION_BOTTOM 2

/* How far a caption may reach into the margin. */
#define CAPTION_MARGIN 20

/* How much of the colour of text there is in that of captions. */
#define CAPTION_STRENGTH 0.8

static void
add_caption (PlxHighlightPainter *self,
             const PlxCanvas *canvas,
             const PlxMark *mark)
{
  const PlxCaption *caption = plx_captions_get (self->captions, mark->annotation, mark->tag);
  int overlap = plx_mark_sizes_grow (canvas->sizes, CAPTION_OVERLAP);
  PlxLabelBox box = { .width = caption->width };
  float leading, trailing, far_end;

  plx_shadow_get_edges (canvas->shadow, mark->start, &leading, &trailing);
  box.leftwards = trailing < leading;
  box.anchor = (int) lroundf (leading);
  far_end = plx_highlight_painter_get_far_end (self, canvas, mark, (float) box.anchor, box.leftwards);
  box.limit = box.leftwards ? MIN ((int) far_end + overlap, box.anchor) : MAX ((int) far_end - overlap, box.anchor);
  /* Not beyond the edge of the page. */
  if (!box.leftwards && (float) (box.anchor + box.width) > canvas->area->size.width)
    box.anchor = MAX ((int) canvas->area->size.width - box.width, 0);
  if (box.leftwards && box.anchor < box.width)
    box.anchor = box.width;
  g_array_append_val (self->shown_captions, caption);
  g_array_append_val (self->boxes, box);
}

static void
layout_captions (PlxHighlightPainter *self,
                 const PlxCanvas *canvas)
{
  const PlxShadowLine *line = canvas->line;

  g_array_set_size (self->shown_captions, 0);
  g_array_set_size (self->boxes, 0);
  /* By lane: what encloses others comes first. */
  for (guint lane = 0; lane < PLX_LANES; lane++)
    for (guint i = 0; i < self->marks->len; i++)
      {
        const PlxMark *mark = &g_array_index (self->marks, PlxMark, i);

        if (mark->lane == lane && mark->starts && mark->first && mark->start >= line->start && mark->start < line->end)
          add_caption (self, canvas, mark);
      }
  plx_label_layout ((PlxLabelBox *) (void *) self->boxes->data, self->boxes->len, plx_mark_sizes_grow (canvas->sizes, CAPTION_GAP));
}

/* Moving it may have taken it off the page. */
static gboolean
is_on_page (const PlxCanvas *canvas,
            const PlxLabelBox *box)
{
  return box->left >= -CAPTION_MARGIN && (float) (box->left + box->width) <= canvas->area->size.width + CAPTION_MARGIN;
}

static void
paint_caption (const PlxCanvas *canvas,
               const PlxCaption *caption,
               const PlxLabelBox *box,
               const GdkRGBA *colour)
{
  gtk_snapshot_save (canvas->snapshot);
  gtk_snapshot_translate (canvas->snapshot,
                          &GRAPHENE_POINT_INIT (canvas->area->origin.x + (float) box->left,
                                                canvas->area->origin.y + canvas->top + (float) (plx_mark_sizes_grow (canvas->sizes, CAPTION_BOTTOM) - caption->height)));
  gtk_snapshot_append_layout (canvas->snapshot, caption->layout, colour);
  gtk_snapshot_restore (canvas->snapshot);
}

void
plx_highlight_painter_paint_captions (PlxHighlightPainter *self,
                                      const PlxCanvas *canvas)
{
  const PlxPage *page = plx_palette_get_page (self->scheme);
  GdkRGBA colour;

  if (self->captions == NULL)
    return;
  layout_captions (self, canvas);
  plx_scheme_to_rgba (plx_colour_mix (page->page, page->text, CAPTION_STRENGTH), &colour);
  for (guint i = 0; i < self->shown_captions->len; i++)
    if (g_array_index (self->boxes, PlxLabelBox, i).placed && is_on_page (canvas, &g_array_index (self->boxes, PlxLabelBox, i)))
      paint_caption (canvas, g_array_index (self->shown_captions, const PlxCaption *, i), &g_array_index (self->boxes, PlxLabelBox, i), &colour);
}

void
plx_highlight_painter_set_captions (PlxHighlightPainter *self,
                                    gboolean shown)
{
  if (shown == (self->captions != NULL))
    return;
  if (shown)
    self->captions = plx_captions_new (self->widget, self->reading, self->codebook, self->sizes.scale);
  else
    g_clear_pointer (&self->captions, plx_captions_free);
}

void
plx_highlight_painter_forget_captions (PlxHighlightPainter *self)
{
  if (self->captions != NULL)
    plx_captions_forget (self->captions);
}

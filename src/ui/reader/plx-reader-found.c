/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody looks for in the article, drawn over the tints of highlights. */

#include "config.h"

#include "reader/plx-reader-private.h"

#include <math.h>

#define FRAME 1.5f

/* Marker pen; the one that was gone to has a frame in the colour of the text
 * besides, so that it stands out without colours. */
static const GdkRGBA marker = { 0.96f, 0.76f, 0.07f, 0.4f };

static int
get_end (const PlxParagraph *paragraph)
{
  gsize n_lines = plx_shadow_get_n_lines (paragraph->shadow);

  return paragraph->source + plx_shadow_get_line (paragraph->shadow, n_lines - 1)->next;
}

/* The first place that ends behind @offset. */
static guint
find_first (const GArray *places,
            int offset)
{
  guint low = 0, high = places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (places, PlxSpan, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
draw_frame (PlxReader *self,
            GtkSnapshot *snapshot,
            const graphene_rect_t *rect)
{
  GskRoundedRect outline;
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
  gsk_rounded_rect_init_from_rect (&outline, rect, 2);
  gtk_snapshot_append_border (snapshot, &outline, (const float[4]){ FRAME, FRAME, FRAME, FRAME },
                              (const GdkRGBA[4]){ ink, ink, ink, ink });
}

static void
draw_place (PlxReader *self,
            GtkSnapshot *snapshot,
            const PlxParagraph *paragraph,
            const graphene_point_t *origin,
            const PlxSpan *place,
            gboolean current)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (PlxShadowRun));

  for (gsize i = 0; i < plx_shadow_get_n_lines (paragraph->shadow); i++)
    {
      const PlxShadowLine *line = plx_shadow_get_line (paragraph->shadow, i);

      g_array_set_size (runs, 0);
      plx_shadow_get_runs (paragraph->shadow, i, place->start - paragraph->source, place->end - paragraph->source, runs);
      for (guint j = 0; j < runs->len; j++)
        {
          const PlxShadowRun *run = &g_array_index (runs, PlxShadowRun, j);
          graphene_rect_t rect = GRAPHENE_RECT_INIT (origin->x + floorf (run->left), origin->y + roundf (line->top),
                                                     ceilf (run->right) - floorf (run->left), roundf (line->bottom - line->top));

          gtk_snapshot_append_color (snapshot, &marker, &rect);
          if (current)
            draw_frame (self, snapshot, &rect);
        }
    }
}

void
plx_reader_draw_found (PlxReader *self,
                       GtkSnapshot *snapshot,
                       const PlxParagraph *paragraph,
                       const graphene_point_t *origin)
{
  int end = get_end (paragraph);

  if (self->found == NULL)
    return;
  for (guint i = find_first (self->found, paragraph->source); i < self->found->len; i++)
    {
      const PlxSpan *place = &g_array_index (self->found, PlxSpan, i);

      if (place->start >= end)
        break;
      draw_place (self, snapshot, paragraph, origin, place, i == self->found_current);
    }
}

void
plx_reader_set_found (PlxReader *self,
                      GArray *places,
                      guint current)
{
  g_return_if_fail (PLX_IS_READER (self));

  if (places != NULL)
    g_array_ref (places);
  g_clear_pointer (&self->found, g_array_unref);
  self->found = places;
  self->found_current = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

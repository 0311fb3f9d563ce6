/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What joins the fragments of a discontinuous annotation: a row of dots in its
 * lane.  Between fragments on one line it runs through; otherwise it is a short
 * tail that points to where the annotation goes on, and a long one while the
 * annotation is selected or under the pointer.  It ends where another annotation
 * uses the lane. */

#include "config.h"

#include "reader/plx-highlight-painter-private.h"

#include <math.h>

/* All beside letters of the usual size. */
#define TAIL 14
#define MARGIN_TAIL 10 /* how far a tail may go beyond the text */
#define DOT 1.5f
#define DOT_PERIOD 4

static void
paint_dots (const PlxCanvas *canvas,
            const PlxMark *mark,
            float from,
            float to)
{
  float left = MIN (from, to), right = MAX (from, to);
  float dot = DOT * canvas->sizes->scale, period = DOT_PERIOD * canvas->sizes->scale;
  float y = plx_canvas_get_lane_y (canvas, mark->lane) + ((float) canvas->sizes->bar_height - dot) / 2;

  /* Counted from the edge of the area, so that the dots of neighbours agree. */
  for (float x = ceilf (left / period) * period; x + dot <= right; x += period)
    plx_canvas_fill (canvas, mark->look->bar, mark->alpha, x, y, dot, dot);
}

/* The next mark in the lane of @mark on this line, towards the end of the text
 * or its start. */
static const PlxMark *
find_neighbour (PlxHighlightPainter *self,
                const PlxCanvas *canvas,
                const PlxMark *mark,
                gboolean forward)
{
  const PlxMark *found = NULL;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PlxMark *other = &g_array_index (self->marks, PlxMark, i);

      if (other->lane != mark->lane || other == mark || !plx_mark_is_on (other, canvas->line))
        continue;
      if (forward && other->start >= mark->end && (found == NULL || other->start < found->start))
        found = other;
      if (!forward && other->end <= mark->start && (found == NULL || other->end > found->end))
        found = other;
    }
  return found;
}

static float
get_leading (const PlxCanvas *canvas,
             int offset)
{
  float leading, trailing;

  plx_shadow_get_edges (canvas->shadow, offset, &leading, &trailing);
  return roundf (leading);
}

static float
get_trailing (const PlxCanvas *canvas,
              int offset)
{
  float leading, trailing;

  plx_shadow_get_edges (canvas->shadow, offset, &leading, &trailing);
  return roundf (trailing);
}

/* As far as the tail may go from @x: @limit is where the lane is free to. */
static float
get_tail_end (const PlxCanvas *canvas,
              const PlxMark *mark,
              float x,
              float limit)
{
  float reach = mark->selected || mark->hovered ? canvas->area->size.width : TAIL * canvas->sizes->scale;

  return limit > x ? MIN (x + reach, limit) : MAX (x - reach, limit);
}

/* The edge of the text towards its end or its start. */
static float
get_edge (const PlxCanvas *canvas,
          gboolean end)
{
  gboolean right = end != plx_shadow_is_rtl (canvas->shadow);

  return right ? canvas->area->size.width + MARGIN_TAIL : -MARGIN_TAIL;
}

static void
paint_tail_after (PlxHighlightPainter *self,
                  const PlxCanvas *canvas,
                  const PlxMark *mark)
{
  const PlxMark *next = find_neighbour (self, canvas, mark, TRUE);
  float from = get_trailing (canvas, mark->end - 1);
  float limit = next != NULL ? get_leading (canvas, MAX (next->start, canvas->line->start)) : get_edge (canvas, TRUE);

  paint_dots (canvas, mark, from, next != NULL && next->annotation == mark->annotation ? limit : get_tail_end (canvas, mark, from, limit));
}

static void
paint_tail_before (PlxHighlightPainter *self,
                   const PlxCanvas *canvas,
                   const PlxMark *mark)
{
  const PlxMark *previous = find_neighbour (self, canvas, mark, FALSE);
  float from = get_leading (canvas, mark->start);
  float limit = previous != NULL ? get_trailing (canvas, MIN (previous->end, canvas->line->end) - 1) : get_edge (canvas, FALSE);

  /* The tail after that one comes here. */
  if (previous != NULL && previous->annotation == mark->annotation)
    return;
  paint_dots (canvas, mark, from, get_tail_end (canvas, mark, from, limit));
}

void
plx_highlight_painter_paint_links (PlxHighlightPainter *self,
                                   const PlxCanvas *canvas,
                                   const PlxMark *mark)
{
  const PlxShadowLine *line = canvas->line;

  if (mark->fragment == 0)
    return;
  if (!mark->last && mark->ends && mark->end > line->start && mark->end <= line->end)
    paint_tail_after (self, canvas, mark);
  if (!mark->first && mark->starts && mark->start >= line->start && mark->start < line->end)
    paint_tail_before (self, canvas, mark);
}

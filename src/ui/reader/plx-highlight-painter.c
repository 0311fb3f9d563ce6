/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-highlight-painter-private.h"

#include "reader/plx-bar.h"

#include <math.h>

/* Annotations on their way to the store are drawn this much lighter. */
#define SAVING_ALPHA 0.5f

/* What the last lane of the line above may need. */
#define TINT_HEAD (PLX_LINE_HEAD - 1)

/* Ticks rise above their bar, where no other bar is.  All beside letters of the
 * usual size. */
#define START_TICK 4
#define END_TICK 2
#define TICK_WIDTH 2

/* The tint reaches down to its bar, lighter: so the lowest bar belongs to the
 * line above and not to the one below. */
#define FOOT_ALPHA 0.55f

PlxHighlightPainter *
plx_highlight_painter_new (GtkWidget *widget,
                           PlxReading *reading,
                           PlxCodebook *codebook)
{
  PlxHighlightPainter *self = g_new0 (PlxHighlightPainter, 1);

  self->widget = widget;
  self->reading = g_object_ref (reading);
  self->codebook = g_object_ref (codebook);
  self->looks = plx_tag_looks_new (widget, codebook);
  self->sizes = plx_mark_sizes_for_scale (1);
  self->found = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
  self->marks = g_array_new (FALSE, FALSE, sizeof (PlxMark));
  self->order = g_array_new (FALSE, FALSE, sizeof (PlxMark *));
  self->owners = g_array_new (FALSE, TRUE, sizeof (PlxMark *));
  self->runs = g_array_new (FALSE, FALSE, sizeof (PlxShadowRun));
  self->shown_captions = g_array_new (FALSE, FALSE, sizeof (const PlxCaption *));
  self->chips = g_array_new (FALSE, FALSE, sizeof (PlxChip));
  self->boxes = g_array_new (FALSE, FALSE, sizeof (PlxLabelBox));
  return self;
}

void
plx_highlight_painter_free (PlxHighlightPainter *self)
{
  g_object_unref (self->reading);
  g_object_unref (self->codebook);
  plx_tag_looks_free (self->looks);
  g_clear_pointer (&self->captions, plx_captions_free);
  g_array_unref (self->found);
  g_array_unref (self->marks);
  g_array_unref (self->order);
  g_array_unref (self->owners);
  g_array_unref (self->runs);
  g_array_unref (self->shown_captions);
  g_array_unref (self->chips);
  g_array_unref (self->boxes);
  g_free (self);
}

void
plx_highlight_painter_set_scheme (PlxHighlightPainter *self,
                                  PlxScheme scheme)
{
  self->scheme = scheme;
  plx_tag_looks_set_scheme (self->looks, scheme);
  plx_highlight_painter_forget_captions (self);
}

void
plx_highlight_painter_set_scale (PlxHighlightPainter *self,
                                 double scale)
{
  gboolean captions = self->captions != NULL;

  self->sizes = plx_mark_sizes_for_scale (scale);
  plx_tag_looks_set_scale (self->looks, self->sizes.scale);
  plx_highlight_painter_set_captions (self, FALSE);
  plx_highlight_painter_set_captions (self, captions);
}

const PlxMarkSizes *
plx_highlight_painter_get_sizes (PlxHighlightPainter *self)
{
  return &self->sizes;
}

void
plx_highlight_painter_set_selected (PlxHighlightPainter *self,
                                    PlxId selected)
{
  self->selected = selected;
}

void
plx_highlight_painter_set_selection (PlxHighlightPainter *self,
                                     PlxSelection *selection)
{
  self->selection = selection;
}

void
plx_highlight_painter_set_counterpart (PlxHighlightPainter *self,
                                       PlxId counterpart)
{
  self->counterpart = counterpart;
}

gboolean
plx_highlight_painter_set_hovered (PlxHighlightPainter *self,
                                   PlxId hovered)
{
  gboolean changes = self->hovered != hovered;

  self->hovered = hovered;
  return changes;
}

const PlxPaint *
plx_highlight_painter_get_paint (PlxHighlightPainter *self,
                                 PlxId tag)
{
  return &plx_tag_looks_get (self->looks, tag)->paint;
}

/* What is to be drawn */

static int
compare_length (gconstpointer a,
                gconstpointer b)
{
  const PlxMark *left = *(const PlxMark *const *) a;
  const PlxMark *right = *(const PlxMark *const *) b;

  if (left->selected != right->selected)
    return left->selected ? 1 : -1;
  if (left->length != right->length)
    return left->length < right->length ? 1 : -1;
  return left->lane < right->lane ? -1 : left->lane > right->lane;
}

/* Which part of its annotation @span is. */
static void
find_place (PlxHighlightPainter *self,
            const PlxIndexedSpan *span,
            PlxMark *mark)
{
  int first = span->span.start, last = span->span.start;

  plx_span_index_get_extent (plx_reading_get_index (self->reading), span->annotation, &first, &last);
  mark->first = span->span.start == first;
  mark->last = span->span.start == last;
  mark->fragment = first != last ? span->fragment + 1 : 0;
}

static gboolean
is_selected (PlxHighlightPainter *self,
             PlxId annotation)
{
  return self->selection != NULL && plx_selection_contains (self->selection, annotation);
}

static void
add_mark (PlxHighlightPainter *self,
          const PlxIndexedSpan *span,
          int source,
          int length)
{
  PlxMark mark = {
    .look = plx_tag_looks_get (self->looks, span->tag),
    .annotation = span->annotation,
    .tag = span->tag,
    .start = MAX (span->span.start - source, 0),
    .end = MIN (span->span.end - source, length),
    .length = span->span.end - span->span.start,
    .lane = span->lane,
    .starts = span->span.start >= source,
    .ends = span->span.end <= source + length,
    .selected = span->annotation == self->selected || is_selected (self, span->annotation),
    .hovered = span->annotation == self->hovered || span->annotation == self->counterpart,
    .alpha = plx_reading_is_saving (self->reading, span->annotation) ? SAVING_ALPHA : 1,
  };

  find_place (self, span, &mark);
  g_array_append_val (self->marks, mark);
}

void
plx_highlight_painter_collect (PlxHighlightPainter *self,
                               int source,
                               int length)
{
  g_array_set_size (self->found, 0);
  g_array_set_size (self->marks, 0);
  g_array_set_size (self->order, 0);
  plx_span_index_find (plx_reading_get_index (self->reading), source, source + length, self->found);
  for (guint i = 0; i < self->found->len; i++)
    add_mark (self, &g_array_index (self->found, PlxIndexedSpan, i), source, length);
  for (guint i = 0; i < self->marks->len; i++)
    {
      PlxMark *mark = &g_array_index (self->marks, PlxMark, i);

      g_array_append_val (self->order, mark);
    }
  g_array_sort (self->order, compare_length);
}

gboolean
plx_mark_is_on (const PlxMark *mark,
                const PlxShadowLine *line)
{
  return mark->start < line->end && mark->end > line->start;
}

/* Drawing */

PlxCanvas
plx_canvas_init (PlxHighlightPainter *self,
                 GtkSnapshot *snapshot,
                 PlxShadow *shadow,
                 const graphene_rect_t *area,
                 gsize line)
{
  const PlxShadowLine *shadow_line = plx_shadow_get_line (shadow, line);

  return (PlxCanvas){
    .snapshot = snapshot,
    .shadow = shadow,
    .sizes = &self->sizes,
    .area = area,
    .number = line,
    .line = shadow_line,
    .top = roundf (shadow_line->top),
    .bottom = roundf (shadow_line->bottom),
  };
}

void
plx_canvas_fill (const PlxCanvas *canvas,
                 GdkRGBA colour,
                 float alpha,
                 float x,
                 float y,
                 float width,
                 float height)
{
  colour.alpha *= alpha;
  gtk_snapshot_append_color (canvas->snapshot, &colour,
                             &GRAPHENE_RECT_INIT (canvas->area->origin.x + x, canvas->area->origin.y + y, width, height));
}

const GArray *
plx_highlight_painter_get_runs (PlxHighlightPainter *self,
                                const PlxCanvas *canvas,
                                int start,
                                int end)
{
  g_array_set_size (self->runs, 0);
  plx_shadow_get_runs (canvas->shadow, canvas->number, start, end, self->runs);
  for (guint i = 0; i < self->runs->len; i++)
    {
      PlxShadowRun *run = &g_array_index (self->runs, PlxShadowRun, i);

      run->left = roundf (run->left);
      run->right = roundf (run->right);
    }
  return self->runs;
}

static float
get_tint_head (const PlxCanvas *canvas)
{
  return (float) plx_mark_sizes_grow (canvas->sizes, TINT_HEAD);
}

static void
paint_tint (PlxHighlightPainter *self,
            const PlxCanvas *canvas,
            const PlxMark *mark,
            int start,
            int end)
{
  const GArray *runs = plx_highlight_painter_get_runs (self, canvas, start, end);
  GdkRGBA colour = mark->selected ? mark->look->strong : mark->look->tint;
  float top = canvas->top + get_tint_head (canvas);
  float foot = mark->lane < PLX_LANES ? plx_canvas_get_lane_y (canvas, mark->lane) - canvas->bottom : 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const PlxShadowRun *run = &g_array_index (runs, PlxShadowRun, i);
      float width = run->right - run->left;

      plx_canvas_fill (canvas, colour, mark->alpha, run->left, top, width, canvas->bottom - top);
      plx_canvas_fill (canvas, colour, mark->alpha * FOOT_ALPHA, run->left, canvas->bottom, width, foot);
    }
}

/* Every character has the tint of its innermost annotation: the longer ones
 * claim their characters first and lose them to the shorter ones. */
static void
paint_tints (PlxHighlightPainter *self,
             const PlxCanvas *canvas)
{
  const PlxShadowLine *line = canvas->line;
  int length = line->end - line->start;
  PlxMark **owners;

  g_array_set_size (self->owners, 0);
  g_array_set_size (self->owners, (guint) length);
  owners = (PlxMark **) self->owners->data;
  for (guint i = 0; i < self->order->len; i++)
    {
      PlxMark *mark = g_array_index (self->order, PlxMark *, i);

      for (int at = MAX (mark->start, line->start); at < MIN (mark->end, line->end); at++)
        owners[at - line->start] = mark;
    }
  for (int from = 0, to; from < length; from = to)
    {
      for (to = from + 1; to < length && owners[to] == owners[from]; to++)
        ;
      if (owners[from] != NULL)
        paint_tint (self, canvas, owners[from], line->start + from, line->start + to);
    }
}

static void
paint_bar_run (const PlxCanvas *canvas,
               const PlxMark *mark,
               const PlxShadowRun *run,
               float y)
{
  GdkRGBA colour = mark->look->bar;

  colour.alpha *= mark->alpha;
  plx_bar_append (canvas->snapshot, mark->look->kind, &colour, &canvas->area->origin, run->left, run->right, y, canvas->sizes->bar_height);
}

float
plx_canvas_get_lane_y (const PlxCanvas *canvas,
                       guint lane)
{
  return canvas->bottom + (float) (canvas->sizes->lane_gap + (int) lane * canvas->sizes->lane_pitch);
}

/* Whether the lane above has a bar at @offset, which a tick would cut or, where
 * several end together, grow into. */
static gboolean
is_roofed (PlxHighlightPainter *self,
           const PlxMark *mark,
           int offset)
{
  for (guint i = 0; mark->lane > 0 && i < self->marks->len; i++)
    {
      const PlxMark *other = &g_array_index (self->marks, PlxMark, i);

      if (other->lane + 1 == mark->lane && offset >= other->start && offset < other->end)
        return TRUE;
    }
  return FALSE;
}

/* A tick inside the edge @x of its character, whose other edge is @other. */
static void
paint_tick (const PlxCanvas *canvas,
            const PlxMark *mark,
            float x,
            float other,
            int rise)
{
  float above = (float) plx_mark_sizes_grow (canvas->sizes, rise);
  float width = (float) plx_mark_sizes_grow (canvas->sizes, TICK_WIDTH);
  float y = plx_canvas_get_lane_y (canvas, mark->lane) - above;

  x = other > x ? roundf (x) : roundf (x) - width;
  plx_canvas_fill (canvas, mark->look->bar, mark->alpha, x, y, width, above + (float) canvas->sizes->bar_height);
}

static void
paint_ticks (PlxHighlightPainter *self,
             const PlxCanvas *canvas,
             const PlxMark *mark)
{
  const PlxShadowLine *line = canvas->line;
  float leading, trailing;

  if (mark->starts && mark->start >= line->start)
    {
      plx_shadow_get_edges (canvas->shadow, mark->start, &leading, &trailing);
      paint_tick (canvas, mark, leading, trailing, is_roofed (self, mark, mark->start) ? 0 : START_TICK);
    }
  if (mark->ends && mark->end <= line->end)
    {
      plx_shadow_get_edges (canvas->shadow, mark->end - 1, &leading, &trailing);
      paint_tick (canvas, mark, trailing, leading, is_roofed (self, mark, mark->end - 1) ? 0 : END_TICK);
    }
}

static void
paint_bar (PlxHighlightPainter *self,
           const PlxCanvas *canvas,
           const PlxMark *mark)
{
  const GArray *runs = plx_highlight_painter_get_runs (self, canvas, mark->start, mark->end);
  float y = plx_canvas_get_lane_y (canvas, mark->lane);

  for (guint i = 0; i < runs->len; i++)
    paint_bar_run (canvas, mark, &g_array_index (runs, PlxShadowRun, i), y);
  paint_ticks (self, canvas, mark);
}

/* A frame around the text of what is selected, a thinner one under the pointer. */
static void
paint_outline (PlxHighlightPainter *self,
               const PlxCanvas *canvas,
               const PlxMark *mark)
{
  const GArray *runs = plx_highlight_painter_get_runs (self, canvas, mark->start, mark->end);
  float width = (float) plx_mark_sizes_grow (canvas->sizes, mark->selected ? 2 : 1);
  float top = canvas->top + get_tint_head (canvas) - 2;
  const float widths[4] = { width, width, width, width };
  GdkRGBA colours[4] = { mark->look->bar, mark->look->bar, mark->look->bar, mark->look->bar };
  GskRoundedRect outline;

  for (guint i = 0; i < runs->len; i++)
    {
      const PlxShadowRun *run = &g_array_index (runs, PlxShadowRun, i);

      gsk_rounded_rect_init_from_rect (&outline,
                                       &GRAPHENE_RECT_INIT (canvas->area->origin.x + run->left - 3,
                                                            canvas->area->origin.y + top,
                                                            run->right - run->left + 6,
                                                            canvas->bottom - top),
                                       4);
      gtk_snapshot_append_border (canvas->snapshot, &outline, widths, colours);
    }
}

/* How many annotations of the line have no bar; parts of one count once. */
static guint
count_hidden (PlxHighlightPainter *self,
              const PlxCanvas *canvas)
{
  guint n = 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PlxMark *mark = &g_array_index (self->marks, PlxMark, i);
      gboolean known = mark->lane < PLX_LANES || !plx_mark_is_on (mark, canvas->line);

      for (guint j = 0; j < i && !known && mark->fragment > 0; j++)
        {
          const PlxMark *other = &g_array_index (self->marks, PlxMark, j);

          known = other->annotation == mark->annotation && plx_mark_is_on (other, canvas->line);
        }
      n += !known;
    }
  return n;
}

static void
paint_line (PlxHighlightPainter *self,
            const PlxCanvas *canvas)
{
  guint n_hidden = count_hidden (self, canvas);

  paint_tints (self, canvas);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const PlxMark *mark = &g_array_index (self->marks, PlxMark, i);

      if (!plx_mark_is_on (mark, canvas->line))
        continue;
      if (mark->lane < PLX_LANES)
        {
          paint_bar (self, canvas, mark);
          plx_highlight_painter_paint_links (self, canvas, mark);
        }
      if (mark->selected || mark->hovered)
        paint_outline (self, canvas, mark);
    }
  plx_highlight_painter_paint_chips (self, canvas);
  plx_highlight_painter_paint_captions (self, canvas);
  if (n_hidden > 0)
    plx_highlight_painter_paint_count (self, canvas, n_hidden);
}

void
plx_highlight_painter_paint (PlxHighlightPainter *self,
                             GtkSnapshot *snapshot,
                             PlxShadow *shadow,
                             int source,
                             const graphene_rect_t *area,
                             float from,
                             float to)
{
  gsize n_lines = plx_shadow_get_n_lines (shadow);
  int length = plx_shadow_get_line (shadow, n_lines - 1)->next;

  plx_highlight_painter_collect (self, source, length);
  if (self->marks->len == 0)
    return;
  for (gsize i = 0; i < n_lines; i++)
    {
      PlxCanvas canvas = plx_canvas_init (self, snapshot, shadow, area, i);

      if (canvas.bottom + (float) self->sizes.lanes_height >= from && canvas.top - (float) self->sizes.caption_height <= to)
        paint_line (self, &canvas);
    }
}

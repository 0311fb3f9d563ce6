/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-highlight-painter.h"

#include "reader/plx-bar.h"
#include "reader/plx-scheme.h"

#include <math.h>

/* Annotations on their way to the store are drawn this much lighter. */
#define SAVING_ALPHA 0.5f

/* What the last lane of the line above may need. */
#define TINT_HEAD (PLX_LINE_HEAD - 1)

/* Ticks rise above their bar. */
#define START_TICK 4
#define END_TICK 2
#define TICK_WIDTH 2

/* The colours of one tag. */
typedef struct
{
  PlxPaint paint;
  GdkRGBA tint;
  GdkRGBA strong;
  GdkRGBA bar;
  PlxKind kind;
} Look;

/* An annotated span, as far as it lies in the paragraph. */
typedef struct
{
  const Look *look;
  PlxId annotation;
  int start; /* in the paragraph */
  int end;
  int length; /* of the whole span */
  guint lane;
  gboolean starts; /* the start of the span is in the paragraph */
  gboolean ends;
  gboolean selected;
  float alpha;
} Mark;

struct _PlxHighlightPainter
{
  GtkWidget *widget;     /* (not owned) */
  PlxReading *reading;   /* (owned) */
  PlxCodebook *codebook; /* (owned) */
  PlxScheme scheme;
  PlxId selected;
  GHashTable *looks; /* (owned) (element-type PlxId Look): as far as asked for */

  /* Scratch, kept so that drawing allocates little. */
  GArray *found;  /* (owned) (element-type PlxIndexedSpan) */
  GArray *marks;  /* (owned) (element-type Mark) */
  GArray *order;  /* (owned) (element-type Mark *): longest first */
  GArray *owners; /* (owned) (element-type Mark *): of each character of a line */
  GArray *runs;   /* (owned) (element-type PlxShadowRun) */
};

/* One line that is being drawn. */
typedef struct
{
  GtkSnapshot *snapshot;
  PlxShadow *shadow;
  const graphene_rect_t *area;
  gsize number;
  const PlxShadowLine *line;
  float top;    /* of the text, in the coordinates of the area */
  float bottom; /* of the text */
} Canvas;

PlxHighlightPainter *
plx_highlight_painter_new (GtkWidget *widget,
                           PlxReading *reading,
                           PlxCodebook *codebook)
{
  PlxHighlightPainter *self = g_new0 (PlxHighlightPainter, 1);

  self->widget = widget;
  self->reading = g_object_ref (reading);
  self->codebook = g_object_ref (codebook);
  self->looks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->found = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  self->order = g_array_new (FALSE, FALSE, sizeof (Mark *));
  self->owners = g_array_new (FALSE, TRUE, sizeof (Mark *));
  self->runs = g_array_new (FALSE, FALSE, sizeof (PlxShadowRun));
  return self;
}

void
plx_highlight_painter_free (PlxHighlightPainter *self)
{
  g_object_unref (self->reading);
  g_object_unref (self->codebook);
  g_hash_table_unref (self->looks);
  g_array_unref (self->found);
  g_array_unref (self->marks);
  g_array_unref (self->order);
  g_array_unref (self->owners);
  g_array_unref (self->runs);
  g_free (self);
}

void
plx_highlight_painter_set_scheme (PlxHighlightPainter *self,
                                  PlxScheme scheme)
{
  self->scheme = scheme;
  g_hash_table_remove_all (self->looks);
}

void
plx_highlight_painter_set_selected (PlxHighlightPainter *self,
                                    PlxId selected)
{
  self->selected = selected;
}

/* Colours */

static const Look *
get_look (PlxHighlightPainter *self,
          PlxId tag)
{
  Look *look = g_hash_table_lookup (self->looks, &tag);
  const PlxTag *known;
  PlxColour colour = { 0.5, 0.5, 0.5 };

  if (look != NULL)
    return look;
  look = g_new0 (Look, 1);
  known = plx_codebook_get_tag (self->codebook, tag);
  look->kind = known != NULL ? known->kind : PLX_KIND_OTHER;
  if (known != NULL)
    plx_colour_parse (known->colour, &colour);
  look->paint = plx_palette_get_paint (colour, self->scheme);
  plx_scheme_to_rgba (look->paint.tint, &look->tint);
  plx_scheme_to_rgba (look->paint.strong, &look->strong);
  plx_scheme_to_rgba (look->paint.bar, &look->bar);
  g_hash_table_insert (self->looks, g_memdup2 (&tag, sizeof tag), look);
  return look;
}

const PlxPaint *
plx_highlight_painter_get_paint (PlxHighlightPainter *self,
                                 PlxId tag)
{
  return &get_look (self, tag)->paint;
}

/* What is to be drawn */

static int
compare_length (gconstpointer a,
                gconstpointer b)
{
  const Mark *left = *(const Mark *const *) a;
  const Mark *right = *(const Mark *const *) b;

  if (left->selected != right->selected)
    return left->selected ? 1 : -1;
  if (left->length != right->length)
    return left->length < right->length ? 1 : -1;
  return left->lane < right->lane ? -1 : left->lane > right->lane;
}

static void
add_mark (PlxHighlightPainter *self,
          const PlxIndexedSpan *span,
          int source,
          int length)
{
  Mark mark = {
    .look = get_look (self, span->tag),
    .annotation = span->annotation,
    .start = MAX (span->span.start - source, 0),
    .end = MIN (span->span.end - source, length),
    .length = span->span.end - span->span.start,
    .lane = span->lane,
    .starts = span->span.start >= source,
    .ends = span->span.end <= source + length,
    .selected = span->annotation == self->selected,
    .alpha = plx_reading_is_saving (self->reading, span->annotation) ? SAVING_ALPHA : 1,
  };

  g_array_append_val (self->marks, mark);
}

/* Collects the marks of the paragraph of @length characters at @source. */
static void
collect (PlxHighlightPainter *self,
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
      Mark *mark = &g_array_index (self->marks, Mark, i);

      g_array_append_val (self->order, mark);
    }
  g_array_sort (self->order, compare_length);
}

static gboolean
is_on (const Mark *mark,
       const PlxShadowLine *line)
{
  return mark->start < line->end && mark->end > line->start;
}

/* Drawing */

static void
fill (const Canvas *canvas,
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

static const GArray *
get_runs (PlxHighlightPainter *self,
          const Canvas *canvas,
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

static void
paint_tint (PlxHighlightPainter *self,
            const Canvas *canvas,
            const Mark *mark,
            int start,
            int end)
{
  const GArray *runs = get_runs (self, canvas, start, end);

  for (guint i = 0; i < runs->len; i++)
    {
      const PlxShadowRun *run = &g_array_index (runs, PlxShadowRun, i);

      fill (canvas, mark->selected ? mark->look->strong : mark->look->tint, mark->alpha,
            run->left, canvas->top + TINT_HEAD, run->right - run->left, canvas->bottom - canvas->top - TINT_HEAD);
    }
}

/* Every character has the tint of its innermost annotation: the longer ones
 * claim their characters first and lose them to the shorter ones. */
static void
paint_tints (PlxHighlightPainter *self,
             const Canvas *canvas)
{
  const PlxShadowLine *line = canvas->line;
  int length = line->end - line->start;
  Mark **owners;

  g_array_set_size (self->owners, 0);
  g_array_set_size (self->owners, (guint) length);
  owners = (Mark **) self->owners->data;
  for (guint i = 0; i < self->order->len; i++)
    {
      Mark *mark = g_array_index (self->order, Mark *, i);

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
paint_bar_run (const Canvas *canvas,
               const Mark *mark,
               const PlxShadowRun *run,
               float y)
{
  GdkRGBA colour = mark->look->bar;

  colour.alpha *= mark->alpha;
  plx_bar_append (canvas->snapshot, mark->look->kind, &colour, &canvas->area->origin, run->left, run->right, y);
}

static float
get_lane_y (const Canvas *canvas,
            guint lane)
{
  return canvas->bottom + PLX_LANE_GAP + (float) (lane * PLX_LANE_PITCH);
}

/* A tick inside the edge @x of its character, whose other edge is @other. */
static void
paint_tick (const Canvas *canvas,
            const Mark *mark,
            float x,
            float other,
            int rise)
{
  float y = get_lane_y (canvas, mark->lane) - (float) rise;

  x = other > x ? roundf (x) : roundf (x) - TICK_WIDTH;
  fill (canvas, mark->look->bar, mark->alpha, x, y, TICK_WIDTH, (float) (rise + PLX_BAR_HEIGHT));
}

static void
paint_ticks (const Canvas *canvas,
             const Mark *mark)
{
  const PlxShadowLine *line = canvas->line;
  float leading, trailing;

  if (mark->starts && mark->start >= line->start)
    {
      plx_shadow_get_edges (canvas->shadow, mark->start, &leading, &trailing);
      paint_tick (canvas, mark, leading, trailing, START_TICK);
    }
  if (mark->ends && mark->end <= line->end)
    {
      plx_shadow_get_edges (canvas->shadow, mark->end - 1, &leading, &trailing);
      paint_tick (canvas, mark, trailing, leading, END_TICK);
    }
}

static void
paint_bar (PlxHighlightPainter *self,
           const Canvas *canvas,
           const Mark *mark)
{
  const GArray *runs = get_runs (self, canvas, mark->start, mark->end);
  float y = get_lane_y (canvas, mark->lane);

  for (guint i = 0; i < runs->len; i++)
    paint_bar_run (canvas, mark, &g_array_index (runs, PlxShadowRun, i), y);
  paint_ticks (canvas, mark);
}

static void
paint_outline (PlxHighlightPainter *self,
               const Canvas *canvas,
               const Mark *mark)
{
  const GArray *runs = get_runs (self, canvas, mark->start, mark->end);
  const float widths[4] = { 2, 2, 2, 2 };
  GdkRGBA colours[4] = { mark->look->bar, mark->look->bar, mark->look->bar, mark->look->bar };
  GskRoundedRect outline;

  for (guint i = 0; i < runs->len; i++)
    {
      const PlxShadowRun *run = &g_array_index (runs, PlxShadowRun, i);

      gsk_rounded_rect_init_from_rect (&outline,
                                       &GRAPHENE_RECT_INIT (canvas->area->origin.x + run->left - 3,
                                                            canvas->area->origin.y + canvas->top + TINT_HEAD - 2,
                                                            run->right - run->left + 6,
                                                            canvas->bottom - canvas->top - TINT_HEAD + 2),
                                       4);
      gtk_snapshot_append_border (canvas->snapshot, &outline, widths, colours);
    }
}

/* Tells at the edge of the page how many annotations of the line have no bar. */
static void
paint_count (PlxHighlightPainter *self,
             const Canvas *canvas,
             guint n_hidden)
{
  g_autofree char *text = g_strdup_printf ("+%u", n_hidden);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const PlxPage *page = plx_palette_get_page (self->scheme);
  PangoRectangle logical;
  GdkRGBA colour;
  float x;

  plx_scheme_to_rgba (plx_colour_mix (page->page, page->text, 0.75), &colour);
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute (11 * PANGO_SCALE));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  x = plx_shadow_is_rtl (canvas->shadow) ? (float) -logical.width - 6 : canvas->area->size.width + 4;
  gtk_snapshot_save (canvas->snapshot);
  gtk_snapshot_translate (canvas->snapshot,
                          &GRAPHENE_POINT_INIT (canvas->area->origin.x + x,
                                                canvas->area->origin.y + canvas->bottom + PLX_LINE_SPACING / 2.0f - (float) logical.height / 2));
  gtk_snapshot_append_layout (canvas->snapshot, layout, &colour);
  gtk_snapshot_restore (canvas->snapshot);
}

static void
paint_line (PlxHighlightPainter *self,
            const Canvas *canvas)
{
  guint n_hidden = 0;

  paint_tints (self, canvas);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);

      if (!is_on (mark, canvas->line))
        continue;
      if (mark->lane < PLX_LANES)
        paint_bar (self, canvas, mark);
      else
        n_hidden++;
      if (mark->selected)
        paint_outline (self, canvas, mark);
    }
  if (n_hidden > 0)
    paint_count (self, canvas, n_hidden);
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

  collect (self, source, length);
  if (self->marks->len == 0)
    return;
  for (gsize i = 0; i < n_lines; i++)
    {
      const PlxShadowLine *line = plx_shadow_get_line (shadow, i);
      Canvas canvas = {
        .snapshot = snapshot,
        .shadow = shadow,
        .area = area,
        .number = i,
        .line = line,
        .top = roundf (line->top),
        .bottom = roundf (line->bottom),
      };

      if (canvas.bottom + PLX_LANES_HEIGHT >= from && canvas.top <= to)
        paint_line (self, &canvas);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-connectors.h"

#include "reader/plx-palette.h"
#include "reader/plx-scheme.h"

#include <math.h>

#define WIDTH 2
#define HALO 1
#define DOT 4
#define PADDING_X 7
#define PADDING_Y 2

struct _PlxConnectors
{
  GtkWidget parent_instance;

  PlxLinksFunc func;
  gpointer data;       /* (not owned) */
  PangoLayout *layout; /* (owned) (nullable): of the words */
};

G_DEFINE_FINAL_TYPE (PlxConnectors, plx_connectors, GTK_TYPE_WIDGET)

/* A part of a line, without its thickness. */
typedef struct
{
  float left;
  float top;
  float right;
  float bottom;
  gboolean crosses; /* words, from which it has to stand out */
} Stroke;

/* What is drawn with. */
typedef struct
{
  GtkSnapshot *snapshot;
  GArray *strokes; /* (element-type Stroke) */
  GdkRGBA line;
  GdkRGBA clash; /* behind the word for a contradiction */
  GdkRGBA page;
} Pen;

static void
link_clear (gpointer data)
{
  g_free (((PlxLink *) data)->label);
}

/* Lines */

static gboolean
covers (const Stroke *a,
        const Stroke *b)
{
  return a->left <= b->left && a->top <= b->top && a->right >= b->right && a->bottom >= b->bottom;
}

/* Lines from one place go a part of the way together, which is drawn once. */
static void
add_stroke (const Pen *pen,
            float x1,
            float y1,
            float x2,
            float y2,
            gboolean crosses)
{
  Stroke stroke = { MIN (x1, x2), MIN (y1, y2), MAX (x1, x2), MAX (y1, y2), crosses };

  for (guint i = 0; i < pen->strokes->len; i++)
    {
      Stroke *other = &g_array_index (pen->strokes, Stroke, i);

      if (covers (other, &stroke))
        return;
      if (covers (&stroke, other))
        {
          *other = stroke;
          return;
        }
    }
  g_array_append_val (pen->strokes, stroke);
}

static void
append_strokes (const Pen *pen,
                const GdkRGBA *colour,
                gboolean is_halo)
{
  float half = WIDTH / 2.0f + (is_halo ? HALO : 0);

  for (guint i = 0; i < pen->strokes->len; i++)
    {
      const Stroke *stroke = &g_array_index (pen->strokes, Stroke, i);

      if (is_halo && !stroke->crosses)
        continue;
      gtk_snapshot_append_color (pen->snapshot, colour,
                                 &GRAPHENE_RECT_INIT (stroke->left - half, stroke->top - half, stroke->right - stroke->left + 2 * half,
                                                      stroke->bottom - stroke->top + 2 * half));
    }
}

static void
add_elbow (const Pen *pen,
           const PlxLink *link)
{
  float turn = link->is_far ? link->leave : link->via;
  float level = link->is_far ? link->over : link->from.y;

  add_stroke (pen, link->from.x, link->from.y, turn, link->from.y, TRUE);
  if (link->is_far)
    {
      add_stroke (pen, turn, link->from.y, turn, level, FALSE);
      add_stroke (pen, turn, level, link->via, level, FALSE);
    }
  add_stroke (pen, link->via, level, link->via, link->to.y, FALSE);
  add_stroke (pen, link->via, link->to.y, link->to.x, link->to.y, TRUE);
}

static void
append_round (const Pen *pen,
              const GdkRGBA *colour,
              const graphene_rect_t *bounds,
              float radius)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, radius);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &outline);
  gtk_snapshot_append_color (pen->snapshot, colour, bounds);
  gtk_snapshot_pop (pen->snapshot);
}

/* A border as thick as the half of it fills a disc, for less than a clip costs. */
static void
append_dot (const Pen *pen,
            const graphene_point_t *at)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (at->x - DOT, at->y - DOT, 2 * DOT, 2 * DOT), DOT);
  gtk_snapshot_append_border (pen->snapshot, &outline, (float[4]){ DOT, DOT, DOT, DOT },
                              (GdkRGBA[4]){ pen->line, pen->line, pen->line, pen->line });
}

/* The word stands on the part that goes up or down, within the widget. */
static void
append_label (PlxConnectors *self,
              const Pen *pen,
              const PlxLink *link)
{
  int width, height;
  float x, y;

  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_text (self->layout, link->label, -1);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  x = link->via + link->aside - (float) width / 2 - PADDING_X;
  x = roundf (CLAMP (x, 0, MAX (0, (float) (gtk_widget_get_width (GTK_WIDGET (self)) - width - 2 * PADDING_X))));
  y = roundf (((link->is_far ? link->over : link->from.y) + link->to.y) / 2 - (float) height / 2 - PADDING_Y);
  append_round (pen, link->clashes ? &pen->clash : &pen->line, &GRAPHENE_RECT_INIT (x, y, (float) (width + 2 * PADDING_X), (float) (height + 2 * PADDING_Y)),
                (float) height / 2 + PADDING_Y);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT (x + PADDING_X, y + PADDING_Y));
  gtk_snapshot_append_layout (pen->snapshot, self->layout, &pen->page);
  gtk_snapshot_restore (pen->snapshot);
}

static void
draw (PlxConnectors *self,
      const Pen *pen,
      GArray *links)
{
  for (guint i = 0; i < links->len; i++)
    add_elbow (pen, &g_array_index (links, PlxLink, i));
  append_strokes (pen, &pen->page, TRUE);
  append_strokes (pen, &pen->line, FALSE);
  for (guint i = 0; i < links->len; i++)
    append_dot (pen, &g_array_index (links, PlxLink, i).to);
  for (guint i = 0; i < links->len; i++)
    if (g_array_index (links, PlxLink, i).label != NULL)
      append_label (self, pen, &g_array_index (links, PlxLink, i));
}

static void
plx_connectors_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  PlxConnectors *self = PLX_CONNECTORS (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  g_autoptr (GArray) links = g_array_new (FALSE, TRUE, sizeof (PlxLink));
  g_autoptr (GArray) strokes = g_array_new (FALSE, FALSE, sizeof (Stroke));
  Pen pen = { snapshot, strokes };

  g_array_set_clear_func (links, link_clear);
  self->func (widget, links, self->data);
  if (links->len == 0)
    return;
  gtk_style_context_get_color (style, &pen.line);
  if (!gtk_style_context_lookup_color (style, "error_color", &pen.clash))
    pen.clash = pen.line;
  plx_scheme_to_rgba (plx_palette_get_page (plx_scheme_get ())->page, &pen.page);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  draw (self, &pen, links);
  gtk_snapshot_pop (snapshot);
}

static void
forget_layout (GtkWidget *widget)
{
  g_clear_object (&PLX_CONNECTORS (widget)->layout);
}

static void
plx_connectors_css_changed (GtkWidget *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plx_connectors_parent_class)->css_changed (widget, change);
  forget_layout (widget);
}

static void
plx_connectors_dispose (GObject *object)
{
  forget_layout (GTK_WIDGET (object));
  G_OBJECT_CLASS (plx_connectors_parent_class)->dispose (object);
}

static void
plx_connectors_class_init (PlxConnectorsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_connectors_dispose;
  widget_class->snapshot = plx_connectors_snapshot;
  widget_class->css_changed = plx_connectors_css_changed;
  gtk_widget_class_set_css_name (widget_class, "connectors");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plx_connectors_init (PlxConnectors *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_set_name (GTK_WIDGET (self), "connectors");
}

GtkWidget *
plx_connectors_new (PlxLinksFunc func,
                    gpointer data)
{
  PlxConnectors *self = g_object_new (PLX_TYPE_CONNECTORS, NULL);

  self->func = func;
  self->data = data;
  return GTK_WIDGET (self);
}

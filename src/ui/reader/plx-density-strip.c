/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-density-strip.h"

#include "model/plx-density.h"
#include "reader/plx-scheme.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_COLUMNS (PLX_KIND_OTHER + 1)
#define COLUMN_WIDTH 3
#define COLUMN_GAP 1
#define PADDING 2
#define WIDTH (2 * PADDING + N_COLUMNS * (COLUMN_WIDTH + COLUMN_GAP) - COLUMN_GAP)

/* Pixels from one row to the next, and of a tick in it. */
#define ROW_PITCH 3
#define TICK_HEIGHT 2

#define SELECTED_HEIGHT 4

/* The view is shown at least this high. */
#define MIN_VIEW_HEIGHT 6

/* A click this many rows beside a tick means the tick. */
#define TOLERANCE 1

#define MAX_TOOLTIP_LINES 6

struct _PlxDensityStrip
{
  GtkWidget parent_instance;

  PlxReader *reader; /* (owned) */

  GArray *cells;        /* (owned) (nullable) (element-type PlxDensityCell): %NULL: to be counted */
  GskRenderNode *ticks; /* (owned) (nullable): %NULL: to be drawn */
  int height;           /* for which that is */
};

G_DEFINE_FINAL_TYPE (PlxDensityStrip, plx_density_strip, GTK_TYPE_WIDGET)

static PlxReading *
get_reading (PlxDensityStrip *self)
{
  return plx_reader_get_reading (self->reader);
}

static PlxCodebook *
get_codebook (PlxDensityStrip *self)
{
  return plx_session_get_codebook (plx_reader_get_session (self->reader));
}

static int
get_length (PlxDensityStrip *self)
{
  return MAX (plx_text_get_length (plx_reading_get_text (get_reading (self))), 1);
}

static guint
get_n_rows (PlxDensityStrip *self)
{
  return (guint) MAX (gtk_widget_get_height (GTK_WIDGET (self)) / ROW_PITCH, 1);
}

/* Counting */

static guint
get_column (PlxId tag,
            gpointer data)
{
  const PlxTag *known = plx_codebook_get_tag (get_codebook (data), tag);

  return known != NULL ? known->kind : PLX_KIND_OTHER;
}

static GArray *
get_cells (PlxDensityStrip *self)
{
  if (self->cells == NULL)
    self->cells = plx_density_count (plx_reading_get_index (get_reading (self)), get_length (self), get_n_rows (self), get_column, self);
  return self->cells;
}

static void
forget (PlxDensityStrip *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->ticks, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Drawing */

static float
get_x (PlxDensityStrip *self,
       guint column)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    column = N_COLUMNS - 1 - column;
  return (float) (PADDING + (int) column * (COLUMN_WIDTH + COLUMN_GAP));
}

static void
append_ticks (PlxDensityStrip *self,
              GtkSnapshot *snapshot)
{
  const GArray *cells = get_cells (self);

  for (guint i = 0; i < cells->len; i++)
    {
      const PlxDensityCell *cell = &g_array_index (cells, PlxDensityCell, i);
      GdkRGBA colour;

      plx_scheme_to_rgba (plx_reader_get_paint (self->reader, cell->tag)->bar, &colour);
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (get_x (self, cell->column), (float) (cell->row * ROW_PITCH), COLUMN_WIDTH, TICK_HEIGHT));
    }
}

static GskRenderNode *
get_ticks (PlxDensityStrip *self)
{
  GtkSnapshot *snapshot;

  if (self->ticks != NULL)
    return self->ticks;
  snapshot = gtk_snapshot_new ();
  append_ticks (self, snapshot);
  self->ticks = gtk_snapshot_free_to_node (snapshot);
  return self->ticks;
}

static void
append_view (PlxDensityStrip *self,
             GtkSnapshot *snapshot)
{
  const PlxPage *page = plx_palette_get_page (plx_scheme_get ());
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  const float widths[4] = { 1, 1, 1, 1 };
  double first, last;
  float top, bottom;
  GskRoundedRect outline;
  GdkRGBA line, fill;

  plx_reader_get_view_range (self->reader, &first, &last);
  top = floorf ((float) first * height);
  bottom = ceilf ((float) last * height);
  bottom = MIN (MAX (bottom, top + MIN_VIEW_HEIGHT), height);
  top = MIN (top, bottom - MIN_VIEW_HEIGHT);
  plx_scheme_to_rgba (plx_colour_mix (page->page, page->text, 0.5), &line);
  plx_scheme_to_rgba (page->text, &fill);
  fill.alpha = 0.09f;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, top, width, bottom - top), 3);
  gtk_snapshot_append_color (snapshot, &fill, &GRAPHENE_RECT_INIT (1, top + 1, width - 2, bottom - top - 2));
  gtk_snapshot_append_border (snapshot, &outline, widths, (GdkRGBA[4]){ line, line, line, line });
}

/* The selected annotation: a tick over the whole width for each of its parts. */
static void
append_selected (PlxDensityStrip *self,
                 GtkSnapshot *snapshot)
{
  PlxSession *session = plx_reader_get_session (self->reader);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  const PlxPage *page = plx_palette_get_page (plx_scheme_get ());
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  GdkRGBA colour;

  if (plx_session_get_selected_reading (session) != get_reading (self) ||
      !plx_span_index_get_spans (plx_reading_get_index (get_reading (self)), plx_session_get_selected (session), spans))
    return;
  plx_scheme_to_rgba (page->text, &colour);
  for (guint i = 0; i < spans->len; i++)
    {
      guint row = plx_density_row (g_array_index (spans, PlxSpan, i).start, get_length (self), get_n_rows (self));

      gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, (float) (row * ROW_PITCH) - 1, width, SELECTED_HEIGHT));
    }
}

static void
plx_density_strip_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  PlxDensityStrip *self = PLX_DENSITY_STRIP (widget);
  GskRenderNode *ticks = get_ticks (self);

  append_selected (self, snapshot);
  if (ticks != NULL)
    gtk_snapshot_append_node (snapshot, ticks);
  /* Without anything to find there it would be a second scrollbar. */
  if (get_cells (self)->len > 0)
    append_view (self, snapshot);
}

/* Going there */

/* The first span that starts in a row near @row; the nearest row counts. */
static const PlxIndexedSpan *
find_near (PlxDensityStrip *self,
           guint row)
{
  PlxSpanIndex *index = plx_reading_get_index (get_reading (self));
  gint64 length = get_length (self);
  const PlxIndexedSpan *found = NULL;

  for (int distance = 0; distance <= TOLERANCE && found == NULL; distance++)
    for (int side = -1; side <= 1 && found == NULL; side += 2)
      {
        gint64 wanted = (gint64) row + side * distance;
        /* The last offset before that row. */
        int before = (int) ((wanted * length + get_n_rows (self) - 1) / get_n_rows (self)) - 1;
        const PlxIndexedSpan *span = wanted >= 0 ? plx_span_index_next (index, before, TRUE) : NULL;

        if (span != NULL && plx_density_row (span->span.start, (int) length, get_n_rows (self)) == (guint) wanted)
          found = span;
      }
  return found;
}

static double
get_fraction (PlxDensityStrip *self,
              double y)
{
  return CLAMP (y / MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1), 0, 1);
}

static guint
get_row (PlxDensityStrip *self,
         double y)
{
  return MIN ((guint) MAX (y / ROW_PITCH, 0), get_n_rows (self) - 1);
}

/* Puts the place into the middle of the view. */
static void
scroll_to (PlxDensityStrip *self,
           double fraction)
{
  double first, last;

  plx_reader_get_view_range (self->reader, &first, &last);
  plx_reader_set_top (self->reader, (int) ((fraction - (last - first) / 2) * get_length (self)));
}

void
plx_density_strip_go_to (PlxDensityStrip *self,
                         double y)
{
  const PlxIndexedSpan *span = find_near (self, get_row (self, y));

  if (span != NULL)
    plx_reader_show_offset (self->reader, span->span.start);
  else
    scroll_to (self, get_fraction (self, y));
}

static void
drag_begin_cb (GtkGestureDrag *drag,
               double x,
               double y,
               PlxDensityStrip *self)
{
  plx_density_strip_go_to (self, y);
}

static void
drag_update_cb (GtkGestureDrag *drag,
                double by_x,
                double by_y,
                PlxDensityStrip *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  if (ABS (by_y) >= ROW_PITCH)
    scroll_to (self, get_fraction (self, y + by_y));
}

/* Tooltip */

static void
append_cell (PlxDensityStrip *self,
             GString *text,
             const PlxDensityCell *cell)
{
  const PlxTag *tag = plx_codebook_get_tag (get_codebook (self), cell->tag);

  if (tag != NULL)
    g_string_append_printf (text, "\n%s · %u", tag->path, cell->count);
}

/* What is at a place; %NULL if nothing is. */
static char *
dup_tooltip (PlxDensityStrip *self,
             guint row)
{
  const GArray *cells = get_cells (self);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *title = NULL;
  guint n = 0, n_lines = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const PlxDensityCell *cell = &g_array_index (cells, PlxDensityCell, i);

      if (cell->row + TOLERANCE < row || cell->row > row + TOLERANCE)
        continue;
      n += cell->count;
      if (n_lines++ < MAX_TOOLTIP_LINES)
        append_cell (self, lines, cell);
    }
  if (n == 0)
    return NULL;
  title = g_strdup_printf (ngettext ("%u annotation here", "%u annotations here", n), n);
  return g_strconcat (title, lines->str, NULL);
}

static gboolean
plx_density_strip_query_tooltip (GtkWidget *widget,
                                 int x,
                                 int y,
                                 gboolean keyboard,
                                 GtkTooltip *tooltip)
{
  PlxDensityStrip *self = PLX_DENSITY_STRIP (widget);
  g_autofree char *text = keyboard ? NULL : dup_tooltip (self, get_row (self, y));
  GdkRectangle place = { 0, y - ROW_PITCH, gtk_widget_get_width (widget), 2 * ROW_PITCH };

  gtk_tooltip_set_text (tooltip, text != NULL ? text : _ ("Where the annotations are"));
  gtk_tooltip_set_tip_area (tooltip, &place);
  return TRUE;
}

/* Following */

static void
describe_view (PlxDensityStrip *self)
{
  double first, last;

  plx_reader_get_view_range (self->reader, &first, &last);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, floor (first * 100), -1);
}

static void
scrolled_cb (PlxDensityStrip *self)
{
  describe_view (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
vadjustment_changed_cb (PlxDensityStrip *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->reader));

  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

static void
follow (PlxDensityStrip *self)
{
  PlxSession *session = plx_reader_get_session (self->reader);

  g_signal_connect_object (get_reading (self), "spans-changed", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "scheme-changed", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "notify::vadjustment", G_CALLBACK (vadjustment_changed_cb), self, G_CONNECT_SWAPPED);
  vadjustment_changed_cb (self);
}

/* Life */

static void
plx_density_strip_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  PlxDensityStrip *self = PLX_DENSITY_STRIP (widget);

  if (self->height == height)
    return;
  self->height = height;
  forget (self);
}

static void
plx_density_strip_direction_changed (GtkWidget *widget,
                                     GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (plx_density_strip_parent_class)->direction_changed (widget, previous);
  forget (PLX_DENSITY_STRIP (widget));
}

static void
plx_density_strip_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
}

static void
plx_density_strip_dispose (GObject *object)
{
  PlxDensityStrip *self = PLX_DENSITY_STRIP (object);

  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->ticks, gsk_render_node_unref);
  g_clear_object (&self->reader);
  G_OBJECT_CLASS (plx_density_strip_parent_class)->dispose (object);
}

static void
plx_density_strip_class_init (PlxDensityStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_density_strip_dispose;
  widget_class->measure = plx_density_strip_measure;
  widget_class->size_allocate = plx_density_strip_size_allocate;
  widget_class->snapshot = plx_density_strip_snapshot;
  widget_class->query_tooltip = plx_density_strip_query_tooltip;
  widget_class->direction_changed = plx_density_strip_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "plx-density-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
}

static void
plx_density_strip_init (PlxDensityStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

int
plx_density_strip_get_extent (void)
{
  return WIDTH;
}

GtkWidget *
plx_density_strip_new (PlxReader *reader)
{
  PlxDensityStrip *self = g_object_new (PLX_TYPE_DENSITY_STRIP, NULL);

  self->reader = g_object_ref (reader);
  gtk_widget_set_name (GTK_WIDGET (self), "density_strip");
  follow (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Where the annotations are"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 0.0,
                                  -1);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-column-layout.h"

#include "board/plx-column-handle.h"
#include "board/plx-column-widths.h"
#include "compat/plx-text-scale.h"

#include <math.h>

/* Easier to hit than the line that is seen. */
#define HANDLE_WIDTH 9

struct _PlxColumnLayout
{
  GtkLayoutManager parent_instance;

  GPtrArray *columns; /* (not owned) (nullable) (element-type GtkWidget) */
  GPtrArray *handles; /* (not owned) (nullable) (element-type GtkWidget) */
  guint n_pinned;

  GtkAdjustment *adjustment; /* (owned) (nullable) */
  int offset;                /* from the start, of the columns that scroll */

  GArray *start; /* (owned) (element-type int): widths when a drag began */
};

G_DEFINE_FINAL_TYPE (PlxColumnLayout, plx_column_layout, GTK_TYPE_LAYOUT_MANAGER)

void
plx_column_layout_set_children (PlxColumnLayout *self,
                                GPtrArray *columns,
                                GPtrArray *handles,
                                guint n_pinned)
{
  self->columns = columns;
  self->handles = handles;
  self->n_pinned = n_pinned;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

/* A weight is kept with its column, wherever that goes. */
static G_DEFINE_QUARK (plx - column - weight, column_weight)

double
plx_column_layout_get_weight (PlxColumnLayout *self,
                              GtkWidget *column)
{
  const double *weight = g_object_get_qdata (G_OBJECT (column), column_weight_quark ());

  return weight != NULL ? *weight : 1;
}

void
plx_column_layout_set_weight (PlxColumnLayout *self,
                              GtkWidget *column,
                              double weight)
{
  g_object_set_qdata_full (G_OBJECT (column), column_weight_quark (), g_memdup2 (&weight, sizeof weight), g_free);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

/* Widths */

static GtkWidget *
get_widget (PlxColumnLayout *self)
{
  return gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self));
}

/* No column is narrower, but large letters do not make it wider than the @view. */
static int
get_minimum (PlxColumnLayout *self,
             int view)
{
  return MAX (PLX_COLUMN_MIN_WIDTH, MIN (plx_text_scale_grow (get_widget (self), PLX_COLUMN_MIN_WIDTH), view));
}

static void
fill_widths (PlxColumnLayout *self,
             int view,
             GArray *widths)
{
  g_autofree double *weights = g_new0 (double, self->columns->len + 1);

  for (guint i = 0; i < self->columns->len; i++)
    weights[i] = plx_column_layout_get_weight (self, g_ptr_array_index (self->columns, i));
  g_array_set_size (widths, self->columns->len);
  plx_column_widths (weights, self->columns->len, view, get_minimum (self, view), (int *) widths->data);
}

void
plx_column_layout_fill_row (PlxColumnLayout *self,
                            GArray *widths,
                            PlxColumnRow *row)
{
  int view = gtk_widget_get_width (get_widget (self));

  fill_widths (self, view, widths);
  row->widths = (const int *) widths->data;
  row->n = widths->len;
  row->n_pinned = self->n_pinned;
  row->view = view;
  row->minimum = get_minimum (self, view);
  row->offset = self->offset;
}

/* Scrolling */

static gboolean
is_mirrored (PlxColumnLayout *self)
{
  return gtk_widget_get_direction (get_widget (self)) == GTK_TEXT_DIR_RTL;
}

/* What cannot be seen at once. */
static int
get_range (PlxColumnLayout *self,
           int view)
{
  return MAX ((int) self->columns->len * get_minimum (self, view) - view, 0);
}

static void
update_adjustment (PlxColumnLayout *self,
                   int view)
{
  int range = get_range (self, view), minimum = get_minimum (self, view);

  self->offset = CLAMP (self->offset, 0, range);
  if (self->adjustment != NULL)
    gtk_adjustment_configure (self->adjustment, is_mirrored (self) ? range - self->offset : self->offset,
                              0, view + range, minimum / 4.0, minimum, view);
}

void
plx_column_layout_scroll_to (PlxColumnLayout *self,
                             int offset)
{
  int range = get_range (self, gtk_widget_get_width (get_widget (self)));

  offset = CLAMP (offset, 0, range);
  if (self->adjustment != NULL)
    gtk_adjustment_set_value (self->adjustment, is_mirrored (self) ? range - offset : offset);
}

static void
value_changed_cb (PlxColumnLayout *self)
{
  int range = get_range (self, (int) gtk_adjustment_get_page_size (self->adjustment));
  int value = (int) lround (gtk_adjustment_get_value (self->adjustment));
  int offset = CLAMP (is_mirrored (self) ? range - value : value, 0, range);

  if (self->offset == offset)
    return;
  self->offset = offset;
  gtk_widget_queue_allocate (get_widget (self));
}

void
plx_column_layout_set_adjustment (PlxColumnLayout *self,
                                  GtkAdjustment *adjustment)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

GtkAdjustment *
plx_column_layout_get_adjustment (PlxColumnLayout *self)
{
  return self->adjustment;
}

/* Measuring and allocating */

static void
measure_columns (PlxColumnLayout *self,
                 GtkOrientation orientation,
                 int *minimum,
                 int *natural)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (g_ptr_array_index (self->columns, i), orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *minimum += PLX_COLUMN_MIN_WIDTH;
      else
        *minimum = MAX (*minimum, child_minimum);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        *natural = MAX (*natural, child_natural);
    }
  *natural = MAX (*natural, *minimum);
}

static void
plx_column_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  PlxColumnLayout *self = PLX_COLUMN_LAYOUT (manager);

  *minimum = *natural = 0;
  measure_columns (self, orientation, minimum, natural);
  /* Has to be asked for before it can be allocated. */
  for (guint i = 0; i < self->handles->len; i++)
    gtk_widget_measure (g_ptr_array_index (self->handles, i), orientation, -1, NULL, NULL, NULL, NULL);
}

static void
allocate (GtkWidget *child,
          int view,
          int x,
          int width,
          int height)
{
  gboolean mirrored = gtk_widget_get_direction (gtk_widget_get_parent (child)) == GTK_TEXT_DIR_RTL;
  GtkAllocation allocation = { mirrored ? view - x - width : x, 0, width, height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

/* A handle that is under a pinned column is put where nobody can see or hit it. */
static void
allocate_handle (const PlxColumnRow *row,
                 GtkWidget *handle,
                 gsize border,
                 int height)
{
  int place = plx_column_row_get_place (row, border) + row->widths[border];
  gboolean covered = border >= plx_column_row_count_stuck (row) && place < plx_column_row_get_edge (row);

  allocate (handle, row->view, covered ? -2 * HANDLE_WIDTH : place - HANDLE_WIDTH / 2 - 1, HANDLE_WIDTH, height);
}

static void
plx_column_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  PlxColumnLayout *self = PLX_COLUMN_LAYOUT (manager);
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (int));
  PlxColumnRow row;

  update_adjustment (self, width);
  plx_column_layout_fill_row (self, widths, &row);
  for (guint i = 0; i < self->columns->len; i++)
    allocate (g_ptr_array_index (self->columns, i), width, plx_column_row_get_place (&row, i), row.widths[i], height);
  for (guint i = 0; i < self->handles->len; i++)
    allocate_handle (&row, g_ptr_array_index (self->handles, i), i, height);
}

/* Dragging */

static void
store_widths (PlxColumnLayout *self,
              const int *widths)
{
  g_autofree double *weights = g_new0 (double, self->columns->len + 1);

  plx_column_weights (widths, self->columns->len, weights);
  for (guint i = 0; i < self->columns->len; i++)
    plx_column_layout_set_weight (self, g_ptr_array_index (self->columns, i), weights[i]);
}

void
plx_column_layout_begin_drag (PlxColumnLayout *self)
{
  fill_widths (self, gtk_widget_get_width (get_widget (self)), self->start);
}

void
plx_column_layout_drag (PlxColumnLayout *self,
                        GtkWidget *handle,
                        int by)
{
  g_autofree int *widths = NULL;
  guint border;

  if (self->columns->len != self->start->len || !g_ptr_array_find (self->handles, handle, &border))
    return;
  if (is_mirrored (self))
    by = -by;
  widths = g_memdup2 (self->start->data, self->columns->len * sizeof (int));
  plx_column_widths_drag (widths, self->columns->len, border, by, get_minimum (self, gtk_widget_get_width (get_widget (self))));
  store_widths (self, widths);
}

void
plx_column_layout_reset (PlxColumnLayout *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    plx_column_layout_set_weight (self, g_ptr_array_index (self->columns, i), 1);
}

/* Life */

static void
plx_column_layout_dispose (GObject *object)
{
  plx_column_layout_set_adjustment (PLX_COLUMN_LAYOUT (object), NULL);
  G_OBJECT_CLASS (plx_column_layout_parent_class)->dispose (object);
}

static void
plx_column_layout_finalize (GObject *object)
{
  g_array_unref (PLX_COLUMN_LAYOUT (object)->start);
  G_OBJECT_CLASS (plx_column_layout_parent_class)->finalize (object);
}

static void
plx_column_layout_class_init (PlxColumnLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_column_layout_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_column_layout_finalize;
  manager_class->measure = plx_column_layout_measure;
  manager_class->allocate = plx_column_layout_allocate;
}

static void
plx_column_layout_init (PlxColumnLayout *self)
{
  self->start = g_array_new (FALSE, TRUE, sizeof (int));
}

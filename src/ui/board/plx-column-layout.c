/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-column-layout.h"

#include "board/plx-column-handle.h"
#include "board/plx-column-widths.h"

/* Easier to hit than the line that is seen. */
#define HANDLE_WIDTH 9

struct _PlxColumnLayout
{
  GtkLayoutManager parent_instance;

  GArray *start; /* (owned) (element-type int): widths when a drag began */
};

G_DEFINE_FINAL_TYPE (PlxColumnLayout, plx_column_layout, GTK_TYPE_LAYOUT_MANAGER)

/* (transfer container): the children that are handles, or those that are not. */
static GPtrArray *
list_children (GtkWidget *widget,
               gboolean handles)
{
  GPtrArray *children = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child) && PLX_IS_COLUMN_HANDLE (child) == handles)
      g_ptr_array_add (children, child);
  return children;
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

static void
measure_columns (GtkWidget *widget,
                 GtkOrientation orientation,
                 int *minimum,
                 int *natural)
{
  g_autoptr (GPtrArray) columns = list_children (widget, FALSE);

  for (guint i = 0; i < columns->len; i++)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (g_ptr_array_index (columns, i), orientation, -1, &child_minimum, &child_natural, NULL, NULL);
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
  g_autoptr (GPtrArray) handles = list_children (widget, TRUE);

  *minimum = *natural = 0;
  measure_columns (widget, orientation, minimum, natural);
  /* Has to be asked for before it can be allocated. */
  for (guint i = 0; i < handles->len; i++)
    gtk_widget_measure (g_ptr_array_index (handles, i), orientation, -1, NULL, NULL, NULL, NULL);
}

static void
get_widths (PlxColumnLayout *self,
            const GPtrArray *columns,
            int total,
            int *widths)
{
  g_autofree double *weights = g_new0 (double, columns->len + 1);

  for (guint i = 0; i < columns->len; i++)
    weights[i] = plx_column_layout_get_weight (self, g_ptr_array_index (columns, i));
  plx_column_widths (weights, columns->len, total, PLX_COLUMN_MIN_WIDTH, widths);
}

static void
allocate (GtkWidget *child,
          gboolean mirrored,
          int total,
          int x,
          int width,
          int height)
{
  GtkAllocation allocation = { mirrored ? total - x - width : x, 0, width, height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
plx_column_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  g_autoptr (GPtrArray) columns = list_children (widget, FALSE);
  g_autoptr (GPtrArray) handles = list_children (widget, TRUE);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autofree int *widths = g_new0 (int, columns->len + 1);
  int x = 0;

  get_widths (PLX_COLUMN_LAYOUT (manager), columns, width, widths);
  for (guint i = 0; i < columns->len; i++)
    {
      allocate (g_ptr_array_index (columns, i), mirrored, width, x, widths[i], height);
      x += widths[i];
      if (i < handles->len)
        allocate (g_ptr_array_index (handles, i), mirrored, width, x - HANDLE_WIDTH / 2 - 1, HANDLE_WIDTH, height);
    }
}

/* Dragging */

static void
store_widths (PlxColumnLayout *self,
              const GPtrArray *columns,
              const int *widths)
{
  g_autofree double *weights = g_new0 (double, columns->len + 1);

  plx_column_weights (widths, columns->len, weights);
  for (guint i = 0; i < columns->len; i++)
    plx_column_layout_set_weight (self, g_ptr_array_index (columns, i), weights[i]);
}

void
plx_column_layout_begin_drag (PlxColumnLayout *self)
{
  GtkWidget *widget = gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self));
  g_autoptr (GPtrArray) columns = list_children (widget, FALSE);

  g_array_set_size (self->start, columns->len);
  get_widths (self, columns, gtk_widget_get_width (widget), (int *) self->start->data);
}

void
plx_column_layout_drag (PlxColumnLayout *self,
                        GtkWidget *handle,
                        int by)
{
  GtkWidget *widget = gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self));
  g_autoptr (GPtrArray) columns = list_children (widget, FALSE);
  g_autoptr (GPtrArray) handles = list_children (widget, TRUE);
  g_autofree int *widths = NULL;
  guint border;

  if (columns->len != self->start->len || !g_ptr_array_find (handles, handle, &border))
    return;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  widths = g_memdup2 (self->start->data, columns->len * sizeof (int));
  plx_column_widths_drag (widths, columns->len, border, by, PLX_COLUMN_MIN_WIDTH);
  store_widths (self, columns, widths);
}

void
plx_column_layout_reset (PlxColumnLayout *self)
{
  g_autoptr (GPtrArray) columns = list_children (gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self)), FALSE);

  for (guint i = 0; i < columns->len; i++)
    plx_column_layout_set_weight (self, g_ptr_array_index (columns, i), 1);
}

/* Life */

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

  G_OBJECT_CLASS (klass)->finalize = plx_column_layout_finalize;
  manager_class->measure = plx_column_layout_measure;
  manager_class->allocate = plx_column_layout_allocate;
}

static void
plx_column_layout_init (PlxColumnLayout *self)
{
  self->start = g_array_new (FALSE, TRUE, sizeof (int));
}

GtkLayoutManager *
plx_column_layout_new (void)
{
  return g_object_new (PLX_TYPE_COLUMN_LAYOUT, NULL);
}

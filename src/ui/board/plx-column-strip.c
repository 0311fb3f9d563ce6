/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-column-strip.h"

#include "board/plx-column-handle.h"
#include "board/plx-column-layout.h"

struct _PlxColumnStrip
{
  GtkWidget parent_instance;

  GPtrArray *columns; /* (owned) (element-type GtkWidget): not owned */
  GPtrArray *handles; /* (owned) (element-type GtkWidget): not owned */
  gboolean dragging;
};

G_DEFINE_FINAL_TYPE (PlxColumnStrip, plx_column_strip, GTK_TYPE_WIDGET)

static PlxColumnLayout *
get_layout (PlxColumnStrip *self)
{
  return PLX_COLUMN_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
}

/* Handles */

static void
begin_cb (PlxColumnStrip *self)
{
  self->dragging = TRUE;
  plx_column_layout_begin_drag (get_layout (self));
}

static void
end_cb (PlxColumnStrip *self)
{
  self->dragging = FALSE;
}

static void
moved_cb (PlxColumnHandle *handle,
          int by,
          PlxColumnStrip *self)
{
  if (!self->dragging)
    plx_column_layout_begin_drag (get_layout (self));
  plx_column_layout_drag (get_layout (self), GTK_WIDGET (handle), by);
}

static void
reset_cb (PlxColumnStrip *self)
{
  plx_column_layout_reset (get_layout (self));
}

static void
add_handle (PlxColumnStrip *self)
{
  GtkWidget *handle = plx_column_handle_new ();

  g_signal_connect_object (handle, "begin", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (handle, "moved", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (handle, "end", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (handle, "reset", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (handle, GTK_WIDGET (self));
  g_ptr_array_add (self->handles, handle);
}

static void
remove_last (GPtrArray *widgets)
{
  gtk_widget_unparent (g_ptr_array_steal_index (widgets, widgets->len - 1));
}

/* Columns */

static void
drop_columns (PlxColumnStrip *self,
              const GPtrArray *keep)
{
  for (guint i = self->columns->len; i-- > 0;)
    if (!g_ptr_array_find ((GPtrArray *) keep, g_ptr_array_index (self->columns, i), NULL))
      gtk_widget_unparent (g_ptr_array_steal_index (self->columns, i));
}

void
plx_column_strip_set_columns (PlxColumnStrip *self,
                              const GPtrArray *columns)
{
  GtkWidget *previous = NULL;

  drop_columns (self, columns);
  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; i < columns->len; i++)
    {
      GtkWidget *column = g_ptr_array_index (columns, i);

      gtk_widget_insert_after (column, GTK_WIDGET (self), previous);
      g_ptr_array_add (self->columns, column);
      previous = column;
    }
  while (self->handles->len + 1 < columns->len)
    add_handle (self);
  while (self->handles->len > 0 && self->handles->len >= columns->len)
    remove_last (self->handles);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
plx_column_strip_find (PlxColumnStrip *self,
                       double x)
{
  guint nearest = 0;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkWidget *column = g_ptr_array_index (self->columns, i);
      double width = gtk_widget_get_width (column);
      double left, distance;

      gtk_widget_translate_coordinates (column, GTK_WIDGET (self), 0, 0, &left, NULL);
      distance = MAX (MAX (left - x, x - left - width), 0);
      if (distance < least)
        {
          least = distance;
          nearest = i;
        }
    }
  return nearest;
}

double
plx_column_strip_get_weight (PlxColumnStrip *self,
                             GtkWidget *column)
{
  return plx_column_layout_get_weight (get_layout (self), column);
}

void
plx_column_strip_set_weight (PlxColumnStrip *self,
                             GtkWidget *column,
                             double weight)
{
  plx_column_layout_set_weight (get_layout (self), column, weight);
}

/* Life */

static void
plx_column_strip_dispose (GObject *object)
{
  PlxColumnStrip *self = PLX_COLUMN_STRIP (object);

  while (self->columns->len > 0)
    remove_last (self->columns);
  while (self->handles->len > 0)
    remove_last (self->handles);
  G_OBJECT_CLASS (plx_column_strip_parent_class)->dispose (object);
}

static void
plx_column_strip_finalize (GObject *object)
{
  PlxColumnStrip *self = PLX_COLUMN_STRIP (object);

  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->handles);
  G_OBJECT_CLASS (plx_column_strip_parent_class)->finalize (object);
}

static void
plx_column_strip_class_init (PlxColumnStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_column_strip_dispose;
  object_class->finalize = plx_column_strip_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), PLX_TYPE_COLUMN_LAYOUT);
}

static void
plx_column_strip_init (PlxColumnStrip *self)
{
  self->columns = g_ptr_array_new ();
  self->handles = g_ptr_array_new ();
}

GtkWidget *
plx_column_strip_new (void)
{
  return g_object_new (PLX_TYPE_COLUMN_STRIP, NULL);
}

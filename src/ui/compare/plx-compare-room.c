/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A low or narrow window, or large letters: what is told of a cell, and what the looks of
 * cells mean, leave room for the rows. */

#include "config.h"

#include "compare/plx-compare-view-private.h"

/* A view of fewer lines is low, one of fewer characters is narrow. */
#define LOW 27
#define NARROW 80

/* Of each of the two parts that are told of a cell. */
#define LINES 3
#define LINES_IF_LOW 1

/* Whether any cell of the sheet looks as the legend says. */
static gboolean
is_coloured (const PlxSheet *sheet)
{
  for (guint i = 0; sheet != NULL && i < sheet->rows->len; i++)
    for (guint j = 0; j < sheet->columns->len; j++)
      {
        PlxCellState state = ((const PlxSheetRow *) g_ptr_array_index (sheet->rows, i))->cells[j].state;

        if (state == PLX_CELL_SAID || state == PLX_CELL_DISPUTED || state == PLX_CELL_CLASH)
          return TRUE;
      }
  return FALSE;
}

void
plx_compare_view_show_legend (PlxCompareView *self)
{
  gtk_widget_set_visible (self->legend, self->table == PLX_COMPARE_ACCOUNTS && !self->is_low && !self->is_narrow && is_coloured (plx_sheet_view_get_sheet (self->view)));
}

static gboolean
apply_cb (gpointer data)
{
  PlxCompareView *self = data;

  gtk_label_set_lines (self->details, self->is_low ? LINES_IF_LOW : LINES);
  plx_compare_view_show_legend (self);
  return G_SOURCE_REMOVE;
}

static void
size_changed_cb (PlxCompareView *self)
{
  double line, character;
  gboolean low, narrow;

  plx_canvas_measure_font (PLX_CANVAS (self->view), &line, &character);
  low = gtk_widget_get_height (GTK_WIDGET (self)) < LOW * line;
  narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW * character;
  if (low == self->is_low && narrow == self->is_narrow)
    return;
  self->is_low = low;
  self->is_narrow = narrow;
  /* Not while sizes are handed out. */
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_cb, g_object_ref (self), g_object_unref);
}

static void
follow (PlxCompareView *self,
        gpointer canvas)
{
  g_autoptr (GtkAdjustment) rows = NULL;
  g_autoptr (GtkAdjustment) columns = NULL;

  g_object_get (canvas, "vadjustment", &rows, "hadjustment", &columns, NULL);
  g_signal_connect_object (rows, "notify::page-size", G_CALLBACK (size_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (columns, "notify::page-size", G_CALLBACK (size_changed_cb), self, G_CONNECT_SWAPPED);
}

void
plx_compare_view_follow_size (PlxCompareView *self)
{
  follow (self, self->view);
  follow (self, self->timeline);
}

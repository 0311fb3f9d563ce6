/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables on paper: the sheet is scrolled through, a page at a time, so that each
 * page has the titles of its rows and columns. */

#include "config.h"

#include "compare/plx-compare-view-private.h"

#include "picture/plx-timeline-picture.h"
#include "print/plx-print-run.h"

/* A table that is wider than the page is made smaller, down to this; what is
 * wider still goes on beside. */
#define MIN_SCALE 0.45

typedef struct
{
  PlxSheetView *view;          /* (owned) */
  PlxTimelinePicture *picture; /* (owned) (nullable): of the timeline, in place of the sheet */
  GArray *tops;                /* (owned) (element-type double): where pages begin, below each other */
  GArray *lefts;               /* (owned) (element-type double): and beside each other */
  double scale;                /* units of the page for each of the sheet */
} Printing;

static void
printing_free (gpointer data)
{
  Printing *self = data;

  g_object_unref (self->view);
  g_clear_pointer (&self->picture, plx_timeline_picture_free);
  g_array_unref (self->tops);
  g_array_unref (self->lefts);
  g_free (self);
}

/* Fills @breaks with where pages begin so that none cuts one of the @n pieces
 * that begin at edges, unless a piece alone is larger than a page. */
static void
break_pages (GArray *breaks,
             const double *edges,
             int n,
             double page)
{
  double begin = 0;

  g_array_set_size (breaks, 0);
  g_array_append_val (breaks, begin);
  for (int i = 0; i < n; i++)
    {
      if (edges[i + 1] - begin <= page)
        continue;
      if (edges[i] > begin)
        {
          begin = edges[i];
          g_array_append_val (breaks, begin);
        }
      for (; edges[i + 1] - begin > page; g_array_append_val (breaks, begin))
        begin += page;
    }
}

/* Where columns begin, and where the last one ends, from the end of the titles. */
static double *
list_columns (const PlxSheetGeometry *geometry,
              int *n)
{
  double *edges, width;

  *n = plx_sheet_geometry_get_n_columns (geometry);
  edges = g_new0 (double, *n + 1);
  for (int i = 0; i < *n; i++)
    {
      plx_sheet_geometry_get_column (geometry, i, &edges[i], &width);
      edges[i] -= geometry->title_width;
      edges[i + 1] = edges[i] + width;
    }
  return edges;
}

/* Where pages of the timeline begin, each as wide as the paper. */
static void
break_picture (Printing *self,
               double width,
               double height)
{
  double begin = 0;

  self->scale = width / plx_timeline_picture_get_width (self->picture);
  g_array_unref (self->tops);
  self->tops = plx_timeline_picture_list_pages (self->picture, height / self->scale);
  g_array_append_val (self->lefts, begin);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext *context,
                Printing *self)
{
  const PlxSheetGeometry *geometry = plx_sheet_view_get_geometry (self->view);
  g_autofree double *columns = NULL;
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  int n_columns;

  g_array_set_size (self->tops, 0);
  g_array_set_size (self->lefts, 0);
  if (self->picture != NULL)
    break_picture (self, width, height);
  else if (geometry != NULL)
    {
      columns = list_columns (geometry, &n_columns);
      self->scale = MAX (MIN_SCALE, MIN (1, width / plx_sheet_geometry_get_width (geometry)));
      break_pages (self->tops, geometry->tops, (int) geometry->sheet->rows->len, height / self->scale - geometry->header_height);
      break_pages (self->lefts, columns, n_columns, width / self->scale - geometry->title_width);
    }
  gtk_print_operation_set_n_pages (operation, (int) MAX (self->tops->len * self->lefts->len, 1));
}

/* How much of the table is on the page that begins at the @i-th of @breaks. */
static double
get_extent (GArray *breaks,
            guint i,
            double end,
            double page)
{
  double begin = g_array_index (breaks, double, i);
  double next = i + 1 < breaks->len ? g_array_index (breaks, double, i + 1) : end;

  return MIN (page, next - begin);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              Printing *self)
{
  const PlxSheetGeometry *geometry = plx_sheet_view_get_geometry (self->view);
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  g_autoptr (GskRenderNode) node = NULL;
  double width, height;
  guint row, column;

  if (self->picture != NULL)
    {
      cairo_scale (cairo, self->scale, self->scale);
      plx_timeline_picture_draw_page (self->picture, cairo, self->tops, (guint) page, gtk_print_context_get_height (context) / self->scale);
      return;
    }
  if (geometry == NULL || (guint) page >= self->tops->len * self->lefts->len)
    return;
  row = (guint) page / self->lefts->len;
  column = (guint) page % self->lefts->len;
  width = geometry->title_width + get_extent (self->lefts, column, plx_sheet_geometry_get_width (geometry) - geometry->title_width,
                                              gtk_print_context_get_width (context) / self->scale - geometry->title_width);
  height = geometry->header_height + get_extent (self->tops, row, geometry->tops[geometry->sheet->rows->len],
                                                 gtk_print_context_get_height (context) / self->scale - geometry->header_height);
  node = plx_sheet_view_draw_paper (self->view, g_array_index (self->lefts, double, column),
                                    g_array_index (self->tops, double, row), width, height);
  cairo_scale (cairo, self->scale, self->scale);
  gsk_render_node_draw (node, cairo);
}

GtkPrintOperation *
plx_compare_view_print_operation (PlxCompareView *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autofree char *title = plx_project_dup_title (plx_session_get_project (self->session));
  Printing *printing = g_new0 (Printing, 1);

  printing->view = g_object_ref (self->view);
  if (plx_compare_view_is_drawing (self) && plx_timeline_view_get_chart (self->timeline) != NULL)
    printing->picture = plx_timeline_picture_new (plx_timeline_view_get_chart (self->timeline), gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
  printing->tops = g_array_new (FALSE, FALSE, sizeof (double));
  printing->lefts = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  g_object_set_data_full (G_OBJECT (operation), "plx-printing", printing, printing_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);
  return operation;
}

void
plx_compare_view_print (PlxCompareView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (plx_sheet_view_get_sheet (self->view) != NULL || plx_compare_view_is_drawing (self))
    plx_print_run (plx_compare_view_print_operation (self), GTK_WINDOW (root), self->session);
}

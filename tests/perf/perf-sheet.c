/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scrolling a comparison of 200 questions in 50 articles, against a plain
 * GtkColumnView of labels of that size. */

#include "config.h"

#include "plx-perf-view.h"
#include "plx-perf.h"

#include "compare/plx-sheet-view.h"

#include <adwaita.h>

#define N_ROWS 200
#define N_COLUMNS 50
#define WIDTH 1400
#define HEIGHT 800
#define N_PAIRS 7
#define N_STEPS 20
#define SCROLL_STEP 60

/* A drawing of what is in view is to be no dearer than widgets for it. */
#define BAR 1.0

typedef struct
{
  GtkWidget *sheet; /* each in a window of its own */
  GtkWidget *list;
} Bench;

/* No two cells say the same. */
static const char *
keep_text (PlxSheet *sheet,
           int row,
           int column)
{
  g_autofree char *text = g_strdup_printf ("more than %d villages", row * N_COLUMNS + column);

  return plx_sheet_keep (sheet, text);
}

static PlxSheet *
make_sheet (void)
{
  PlxSheet *sheet = plx_sheet_new ("Large", "Question", "Unit", "Agreement");

  for (int i = 0; i < N_COLUMNS; i++)
    plx_sheet_add_column (sheet, "An outlet", "2024-11-28\nA headline that takes more than one line", PLX_ID_NONE, "");
  for (int i = 0; i < N_ROWS; i++)
    {
      PlxSheetRow *row = plx_sheet_add_row (sheet, i + 1, "How many villages were taken?", "villages");

      row->chip = row->chip_class = "contradict";
      row->reason = "> 15 and about 12 cannot both hold.";
      for (int j = 0; j < N_COLUMNS; j++)
        {
          row->cells[j].state = j % 3 == 0 ? PLX_CELL_CLASH : PLX_CELL_SAID;
          row->cells[j].text = keep_text (sheet, i, j);
          row->cells[j].detail = "Opposition groups";
        }
    }
  return sheet;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item)
{
  int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));
  g_autofree char *text = g_strdup_printf ("more than %d villages\nOpposition groups", (int) gtk_list_item_get_position (item) * N_COLUMNS + column);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static GtkWidget *
make_list (void)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkWidget *list;

  for (int i = 0; i < N_ROWS; i++)
    gtk_string_list_append (rows, "");
  list = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows))));
  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER (i));
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      column = gtk_column_view_column_new ("An outlet", factory);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (list), column);
    }
  return list;
}

static void
show (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  plx_perf_view_show (scrolled, WIDTH, HEIGHT);
}

static void
scroll_down (gpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (data));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLL_STEP);
}

static double
scroll (GtkWidget *widget)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  double sum = 0;

  gtk_adjustment_set_value (adjustment, 0);
  plx_perf_view_settle ();
  for (int i = 0; i < N_STEPS; i++)
    sum += plx_perf_view_act (widget, scroll_down, NULL, widget).cpu;
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  return sum / N_STEPS;
}

static double
scroll_list (gpointer data)
{
  return scroll (((Bench *) data)->list);
}

static double
scroll_sheet (gpointer data)
{
  return scroll (((Bench *) data)->sheet);
}

static void
test_scroll (void)
{
  g_autoptr (PlxSheet) sheet = make_sheet ();
  Bench bench = { plx_sheet_view_new (), make_list () };

  show (bench.list);
  show (bench.sheet);
  plx_sheet_view_set_sheet (PLX_SHEET_VIEW (bench.sheet), sheet);
  plx_perf_view_settle ();
  plx_perf_compare_seconds ("scroll 200 × 50 cells, against a list of labels", BAR, N_PAIRS, scroll_list, scroll_sheet, &bench);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/perf/sheet/scroll", test_scroll);
  return g_test_run ();
}

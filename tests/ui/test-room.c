/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What adapts to the room that there is, and to the way words run. */

#include "config.h"

#include "compare/plx-compare-bar.h"
#include "compare/plx-sheet-geometry.h"
#include "compat/plx-dialog-title.h"
#include "compat/plx-fit-bin.h"
#include "compat/plx-text-scale.h"
#include "dialogs/plx-revision-row.h"
#include "panels/plx-field-rows.h"
#include "session/plx-start-label.h"
#include "window/plx-room.h"

#include <adwaita.h>

#define WINDOW_WIDTH 300

/* No entry is lower. */
#define LEAST_LINE 12

/* The bar of the comparison */

static GtkWidget *
part_new (int width)
{
  GtkWidget *part = gtk_button_new ();

  gtk_widget_set_size_request (part, width, -1);
  return part;
}

typedef struct
{
  GtkWidget *window; /* (owned) */
  GtkWidget *bar;
  GtkWidget *tabs;
  GtkWidget *tables;
  GtkWidget *summary;
  GtkWidget *tools;
  GtkWidget *more;
} Bar;

static void
bar_set_up (Bar *self,
            gconstpointer data)
{
  self->tabs = part_new (400);
  self->tables = part_new (120);
  self->summary = gtk_label_new ("5 questions · 27 claims · 5 articles");
  gtk_label_set_ellipsize (GTK_LABEL (self->summary), PANGO_ELLIPSIZE_END);
  self->tools = part_new (500);
  self->more = part_new (40);
  self->bar = g_object_new (PLX_TYPE_COMPARE_BAR, "tabs", self->tabs, "tables", self->tables, "summary", self->summary, "tools", self->tools,
                            "more", self->more, NULL);
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), self->bar);
}

static void
bar_tear_down (Bar *self,
               gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
assert_shown (Bar *self,
              int width,
              gboolean tabs,
              gboolean tools,
              gboolean summary)
{
  int least, height;

  gtk_widget_measure (self->bar, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, width);
  gtk_widget_measure (self->bar, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (self->bar, width, height, -1, NULL);
  g_assert_cmpint (gtk_widget_get_child_visible (self->tabs), ==, tabs);
  g_assert_cmpint (gtk_widget_get_child_visible (self->tables), ==, !tabs);
  g_assert_cmpint (gtk_widget_get_child_visible (self->tools), ==, tools);
  g_assert_cmpint (gtk_widget_get_child_visible (self->more), ==, !tools);
  g_assert_cmpint (gtk_widget_get_child_visible (self->summary), ==, summary);
}

static void
test_bar (Bar *self,
          gconstpointer data)
{
  assert_shown (self, 1100, TRUE, TRUE, TRUE);
  assert_shown (self, 920, TRUE, TRUE, FALSE);
  assert_shown (self, 700, TRUE, FALSE, TRUE);
  assert_shown (self, 460, TRUE, FALSE, FALSE);
  assert_shown (self, 340, FALSE, FALSE, TRUE);
  assert_shown (self, 180, FALSE, FALSE, FALSE);
}

static double
find_x (Bar *self,
        GtkWidget *part)
{
  graphene_rect_t area;

  g_assert_true (gtk_widget_compute_bounds (part, self->bar, &area));
  return area.origin.x;
}

/* The tables stand where lines start, the tools where they end. */
static void
test_bar_direction (Bar *self,
                    gconstpointer data)
{
  assert_shown (self, 1100, TRUE, TRUE, TRUE);
  g_assert_cmpfloat (find_x (self, self->tabs), ==, 0);
  g_assert_cmpfloat (find_x (self, self->tools), ==, 600);
  gtk_widget_set_direction (self->bar, GTK_TEXT_DIR_RTL);
  assert_shown (self, 1100, TRUE, TRUE, TRUE);
  g_assert_cmpfloat (find_x (self, self->tabs), ==, 700);
  g_assert_cmpfloat (find_x (self, self->tools), ==, 0);
}

/* Lines that go on in further lines */

static int
measure_height (GtkWidget *widget,
                int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* A name keeps its room beside what has to be as wide as its words. */
static void
test_field_line (void)
{
  GtkWidget *name = plx_field_new ("Name", "name");
  GtkWidget *choice = part_new (WINDOW_WIDTH);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *line = plx_field_line_new (name, choice, NULL);
  int high = measure_height (choice, -1);

  gtk_window_set_child (GTK_WINDOW (window), line);
  g_assert_cmpint (measure_height (line, 3 * WINDOW_WIDTH), <=, high + LEAST_LINE);
  g_assert_cmpint (measure_height (line, WINDOW_WIDTH + 40), >, high + LEAST_LINE);
  gtk_widget_allocate (line, WINDOW_WIDTH + 40, measure_height (line, WINDOW_WIDTH + 40), -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (name), >, WINDOW_WIDTH / 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Popovers */

/* Wants no more than the window has; what it needs it gets. */
static void
test_fit_bin (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *bin = g_object_new (PLX_TYPE_FIT_BIN, NULL);
  GtkWidget *label = gtk_label_new ("As wide as these words would like to be if there was a screen that is wide enough for them");
  int least, wanted, height, low;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  adw_bin_set_child (ADW_BIN (bin), label);
  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  gtk_widget_measure (bin, GTK_ORIENTATION_VERTICAL, wanted, &low, NULL, NULL, NULL);
  g_assert_cmpint (wanted, >, WINDOW_WIDTH);
  gtk_window_set_child (GTK_WINDOW (window), bin);
  gtk_window_set_default_size (GTK_WINDOW (window), WINDOW_WIDTH, WINDOW_WIDTH);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (window) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_set_visible (bin, FALSE);
  gtk_widget_set_visible (bin, TRUE);
  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  g_assert_cmpint (wanted, <, gtk_widget_get_width (window));
  g_assert_cmpint (wanted, >=, least);
  gtk_widget_measure (bin, GTK_ORIENTATION_VERTICAL, wanted, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, >, low);
  gtk_widget_set_size_request (label, 2 * WINDOW_WIDTH, -1);
  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  g_assert_cmpint (wanted, ==, 2 * WINDOW_WIDTH);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Large text */

static void
set_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (scale * 96 * 1024), NULL);
}

static int
get_screen_width (void)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (gdk_display_get_default ()), 0);
  GdkRectangle area;

  gdk_monitor_get_geometry (monitor, &area);
  return area.width;
}

static void
assert_grown (int width,
              int expected)
{
  GtkWidget *window = gtk_window_new ();
  int grown, height;

  gtk_window_set_default_size (GTK_WINDOW (window), width, -1);
  plx_text_scale_grow_window (GTK_WINDOW (window));
  gtk_window_get_default_size (GTK_WINDOW (window), &grown, &height);
  g_assert_cmpint (grown, ==, expected);
  g_assert_cmpint (height, ==, -1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What holds words grows with them, but no window beyond the screen. */
static void
test_large_text (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));

  g_assert_cmpint (plx_room_from_width (1400, 1), ==, PLX_ROOM_WIDE);
  g_assert_cmpint (plx_room_from_width (1400, 2), ==, PLX_ROOM_SMALL);
  g_assert_cmpint (plx_room_from_width (1400, 0.5), ==, PLX_ROOM_WIDE);
  g_assert_cmpint (plx_room_from_width (900, 0.5), ==, PLX_ROOM_NARROW);
  set_scale (2);
  g_assert_cmpfloat (plx_text_scale_get (label), ==, 2);
  g_assert_cmpint (plx_text_scale_grow (label, 300), ==, 600);
  assert_grown (300, 600);
  set_scale (0.5);
  g_assert_cmpint (plx_text_scale_grow (label, 300), ==, 300);
  set_scale (10);
  assert_grown (300, get_screen_width ());
  set_scale (1);
  assert_grown (300, 300);
}

/* Labels in lists */

/* Where the first line of the words begins on the label, which is wider. */
static double
find_ink (GtkWidget *label,
          const char *words)
{
  PangoRectangle ink;
  PangoLayout *layout;
  int x;

  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_widget_allocate (label, 2 * WINDOW_WIDTH, 100, -1, NULL);
  layout = gtk_label_get_layout (GTK_LABEL (label));
  gtk_label_get_layout_offsets (GTK_LABEL (label), &x, NULL);
  pango_layout_get_pixel_extents (layout, NULL, &ink);
  return x + ink.x;
}

static void
test_start_label (void)
{
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  static const char *const words[] = { "Dam gate fails", "انهيار السد" };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    for (guint j = 0; j < G_N_ELEMENTS (words); j++)
      {
        GtkWidget *window = gtk_window_new ();
        GtkWidget *label = gtk_label_new (NULL);
        gboolean at_left;

        gtk_label_set_xalign (GTK_LABEL (label), 0);
        gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
        gtk_window_set_child (GTK_WINDOW (window), label);
        plx_start_label_follow (GTK_LABEL (label));
        gtk_widget_set_direction (label, directions[i]);
        at_left = find_ink (label, words[j]) < WINDOW_WIDTH;
        g_assert_cmpint (at_left, ==, directions[i] == GTK_TEXT_DIR_LTR);
        gtk_window_destroy (GTK_WINDOW (window));
      }
}

/* Words that begin with a name stay in the order of the window. */
static void
test_start_label_words (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  g_autofree char *ltr = NULL;
  g_autofree char *rtl = NULL;

  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  ltr = plx_start_label_dup_words (GTK_LABEL (label), "صحيفة · 4 May\n4");
  gtk_widget_set_direction (label, GTK_TEXT_DIR_RTL);
  rtl = plx_start_label_dup_words (GTK_LABEL (label), "Post · 4");
  g_assert_cmpstr (ltr, ==, "\u200eصحيفة · 4 May\n\u200e4");
  g_assert_cmpstr (rtl, ==, "\u200fPost · 4");
}

/* Titles of columns give way in a low view, down to two lines of them. */
static void
test_sheet_header (void)
{
  PlxSheetGeometry geometry = { .line = 20, .padding = 10, .whole_header = 140 };

  plx_sheet_geometry_limit_header (&geometry, 600);
  g_assert_cmpfloat (geometry.header_height, ==, 140);
  plx_sheet_geometry_limit_header (&geometry, 300);
  g_assert_cmpfloat (geometry.header_height, <, 100);
  g_assert_cmpfloat (geometry.header_height, >=, 60);
  plx_sheet_geometry_limit_header (&geometry, 100);
  g_assert_cmpfloat (geometry.header_height, ==, 60);
  plx_sheet_geometry_limit_header (&geometry, 0);
  g_assert_cmpfloat (geometry.header_height, ==, 140);
}

/* What is asked about an annotation that waits has its buttons beside the words, or below. */
static void
test_revision_row (void)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  g_autoptr (PlxText) text = plx_text_new ("No other words", -1);
  PlxRevised revised = { .annotation = annotation };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *row = plx_revision_row_new (&revised, NULL, text);
  int least, low, high;

  gtk_window_set_child (GTK_WINDOW (window), row);
  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, WINDOW_WIDTH);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 3 * WINDOW_WIDTH, &low, NULL, NULL, NULL);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, WINDOW_WIDTH, &high, NULL, NULL, NULL);
  g_assert_cmpint (high, >, low + 2 * LEAST_LINE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The title of a dialog is whole, on one line or two, or not there. */
static void
test_title (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *title = g_object_new (PLX_TYPE_DIALOG_TITLE, NULL);
  GtkWidget *label;
  int word, line, height;

  gtk_window_set_title (GTK_WINDOW (window), "Tag every occurrence");
  gtk_window_set_child (GTK_WINDOW (window), title);
  label = gtk_widget_get_first_child (title);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Tag every occurrence");
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &word, &line, NULL, NULL);
  gtk_widget_measure (title, GTK_ORIENTATION_HORIZONTAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 0);

  gtk_widget_size_allocate (title, &(GtkAllocation){ 0, 0, line, 46 }, -1);
  g_assert_true (gtk_widget_get_child_visible (label));
  height = gtk_widget_get_height (label);
  gtk_widget_size_allocate (title, &(GtkAllocation){ 0, 0, line - 1, 46 }, -1);
  g_assert_true (gtk_widget_get_child_visible (label));
  /* Each line has a part of a pixel to itself. */
  g_assert_cmpint (ABS (gtk_widget_get_height (label) - 2 * height), <=, 1);
  gtk_widget_size_allocate (title, &(GtkAllocation){ 0, 0, word, 46 }, -1);
  g_assert_true (gtk_widget_get_child_visible (label));
  gtk_widget_size_allocate (title, &(GtkAllocation){ 0, 0, word - 1, 46 }, -1);
  g_assert_false (gtk_widget_get_child_visible (label));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/room/compare-bar", Bar, NULL, bar_set_up, test_bar, bar_tear_down);
  g_test_add ("/room/compare-bar/direction", Bar, NULL, bar_set_up, test_bar_direction, bar_tear_down);
  g_test_add_func ("/room/field-line", test_field_line);
  g_test_add_func ("/room/fit-bin", test_fit_bin);
  g_test_add_func ("/room/large-text", test_large_text);
  g_test_add_func ("/room/start-label", test_start_label);
  g_test_add_func ("/room/start-label/words", test_start_label_words);
  g_test_add_func ("/room/sheet-header", test_sheet_header);
  g_test_add_func ("/room/revision-row", test_revision_row);
  g_test_add_func ("/room/title", test_title);
  return g_test_run ();
}

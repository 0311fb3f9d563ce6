/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-sheet-view.h"

#include "compare/plx-sheet-painter.h"
#include "compare/plx-sheet-words.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PlxSheetView
{
  PlxCanvas parent_instance;

  PlxSheet *sheet;           /* (owned) (nullable) */
  PlxSheetGeometry geometry; /* of the sheet, where its sheet is set */
  int geometry_width;
  PlxSheetTexts *texts; /* (owned) (nullable) */
  int cursor_row;
  int cursor_column;
};

enum
{
  CURSOR_MOVED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSheetView, plx_sheet_view, PLX_TYPE_CANVAS)

static double
get_scroll (PlxSheetView *self,
            GtkOrientation orientation)
{
  return plx_canvas_get_scroll (PLX_CANVAS (self), orientation);
}

static gboolean
is_mirrored (PlxSheetView *self)
{
  return plx_canvas_is_mirrored (PLX_CANVAS (self));
}

/* Geometry */

static void
forget_geometry (PlxSheetView *self)
{
  plx_sheet_geometry_clear (&self->geometry);
  if (self->texts != NULL)
    plx_sheet_texts_forget (self->texts);
}

static void
ensure_widths (PlxSheetView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double line, character;

  if (self->geometry.sheet == self->sheet && self->geometry_width == width)
    return;
  forget_geometry (self);
  plx_canvas_measure_font (PLX_CANVAS (self), &line, &character);
  plx_sheet_geometry_init (&self->geometry, self->sheet, line, character, width, plx_sheet_texts_measure,
                           gtk_widget_get_pango_context (GTK_WIDGET (self)));
  self->geometry_width = width;
}

static gboolean
ensure_geometry (PlxSheetView *self)
{
  if (self->sheet == NULL)
    return FALSE;
  ensure_widths (self);
  plx_sheet_geometry_limit_header (&self->geometry, gtk_widget_get_height (GTK_WIDGET (self)));
  return TRUE;
}

static void
plx_sheet_view_get_size (PlxCanvas *canvas,
                         double *width,
                         double *height)
{
  PlxSheetView *self = PLX_SHEET_VIEW (canvas);

  if (!ensure_geometry (self))
    return;
  *width = plx_sheet_geometry_get_width (&self->geometry);
  *height = plx_sheet_geometry_get_height (&self->geometry);
}

static void
plx_sheet_view_forget (PlxCanvas *canvas)
{
  forget_geometry (PLX_SHEET_VIEW (canvas));
}

/* Drawing */

static PlxSheetPainter
make_painter (PlxSheetView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PlxSheetPainter painter = { .geometry = &self->geometry,
                              .texts = self->texts,
                              .context = gtk_widget_get_pango_context (widget),
                              .x = get_scroll (self, GTK_ORIENTATION_HORIZONTAL),
                              .y = get_scroll (self, GTK_ORIENTATION_VERTICAL),
                              .width = gtk_widget_get_width (widget),
                              .height = gtk_widget_get_height (widget),
                              .mirrored = is_mirrored (self),
                              .cursor_row = self->cursor_row,
                              .cursor_column = self->cursor_column,
                              .has_focus = gtk_widget_has_focus (widget) };

  plx_sheet_colours_init (&painter.colours, widget);
  return painter;
}

static void
plx_sheet_view_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  PlxSheetView *self = PLX_SHEET_VIEW (widget);
  PlxSheetPainter painter;

  if (!ensure_geometry (self))
    return;
  painter = make_painter (self);
  plx_sheet_painter_draw (&painter, snapshot);
}

GskRenderNode *
plx_sheet_view_draw_all (PlxSheetView *self,
                         double *width,
                         double *height)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  PlxSheetPainter painter;

  if (!ensure_geometry (self))
    return NULL;
  painter = make_painter (self);
  painter.x = painter.y = 0;
  painter.width = *width = plx_sheet_geometry_get_width (&self->geometry);
  painter.height = *height = plx_sheet_geometry_get_height (&self->geometry);
  painter.cursor_row = PLX_SHEET_NOWHERE;
  plx_sheet_painter_draw (&painter, snapshot);
  return gtk_snapshot_to_node (snapshot);
}

const PlxSheetGeometry *
plx_sheet_view_get_geometry (PlxSheetView *self)
{
  return ensure_geometry (self) ? &self->geometry : NULL;
}

GskRenderNode *
plx_sheet_view_draw_paper (PlxSheetView *self,
                           double x,
                           double y,
                           double width,
                           double height)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  PlxSheetPainter painter;

  g_return_val_if_fail (ensure_geometry (self), NULL);
  painter = make_painter (self);
  plx_sheet_colours_init_paper (&painter.colours);
  painter.x = x;
  painter.y = y;
  painter.width = width;
  painter.height = height;
  painter.cursor_row = PLX_SHEET_NOWHERE;
  plx_sheet_painter_draw (&painter, snapshot);
  return gtk_snapshot_to_node (snapshot);
}

/* The cursor */

/* GTK 4.8 lets a widget tell of itself alone, so the cell with the cursor is what
 * this one tells: which it is, where it is, and of how many. */
static void
name_cell (PlxSheetView *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);
  g_autofree char *name = NULL;
  g_autofree char *position = NULL;

  if (self->sheet == NULL || self->cursor_row < 0)
    {
      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Compare"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "", -1);
      return;
    }
  name = plx_sheet_dup_name (self->sheet, self->cursor_row, self->cursor_column);
  position = plx_sheet_dup_position (self->sheet, self->cursor_row, self->cursor_column);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, position, -1);
  gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) self->sheet->rows->len,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) self->sheet->columns->len + (self->sheet->chip_title != NULL ? 2 : 1),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, self->cursor_row + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, self->cursor_column + 2, -1);
}

static void
show_cursor (PlxSheetView *self)
{
  double x, width;

  if (!ensure_geometry (self) || self->cursor_row < 0)
    return;
  plx_sheet_geometry_get_column (&self->geometry, self->cursor_column, &x, &width);
  if (self->cursor_column != PLX_SHEET_TITLE)
    plx_canvas_show (PLX_CANVAS (self), GTK_ORIENTATION_HORIZONTAL, x - self->geometry.title_width, x + width);
  /* The header covers the first rows that are in view. */
  plx_canvas_show (PLX_CANVAS (self), GTK_ORIENTATION_VERTICAL, self->geometry.tops[self->cursor_row],
                   self->geometry.header_height + self->geometry.tops[self->cursor_row + 1]);
}

void
plx_sheet_view_move_cursor (PlxSheetView *self,
                            int row,
                            int column)
{
  int n_rows = self->sheet != NULL ? (int) self->sheet->rows->len : 0;

  if (n_rows == 0 || !ensure_geometry (self))
    return;
  self->cursor_row = CLAMP (row, 0, n_rows - 1);
  self->cursor_column = CLAMP (column, PLX_SHEET_TITLE, plx_sheet_geometry_get_n_columns (&self->geometry) - 1);
  show_cursor (self);
  name_cell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

int
plx_sheet_view_get_cursor_row (PlxSheetView *self)
{
  return self->cursor_row;
}

void
plx_sheet_view_get_cursor (PlxSheetView *self,
                           const PlxSheetRow **row,
                           int *column)
{
  *row = self->sheet != NULL && self->cursor_row >= 0 ? g_ptr_array_index (self->sheet->rows, self->cursor_row) : NULL;
  *column = self->cursor_column;
}

const PlxSheetCell *
plx_sheet_view_get_cell (PlxSheetView *self)
{
  const PlxSheetRow *row;
  int column;

  plx_sheet_view_get_cursor (self, &row, &column);
  return row != NULL && column >= 0 && column < (int) self->sheet->columns->len ? &row->cells[column] : NULL;
}

gboolean
plx_sheet_view_get_cell_area (PlxSheetView *self,
                              int row,
                              int column,
                              GdkRectangle *area)
{
  double x, width, y;

  if (!ensure_geometry (self) || row < 0 || row >= (int) self->sheet->rows->len)
    return FALSE;
  plx_sheet_geometry_get_column (&self->geometry, column, &x, &width);
  if (column != PLX_SHEET_TITLE)
    x -= get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  if (is_mirrored (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  y = self->geometry.header_height + self->geometry.tops[row] - get_scroll (self, GTK_ORIENTATION_VERTICAL);
  *area = (GdkRectangle){ (int) x, (int) y, (int) width, (int) (self->geometry.tops[row + 1] - self->geometry.tops[row]) };
  return TRUE;
}

/* The sheet */

PlxSheet *
plx_sheet_view_get_sheet (PlxSheetView *self)
{
  return self->sheet;
}

/* The row of @sheet that is about the same as @row, which is not in it. */
static int
find_row (const PlxSheet *sheet,
          const PlxSheetRow *row)
{
  for (guint i = 0; row != NULL && i < sheet->rows->len; i++)
    {
      const PlxSheetRow *other = g_ptr_array_index (sheet->rows, i);

      if (row->id != PLX_ID_NONE ? other->id == row->id : strcmp (other->title, row->title) == 0)
        return (int) i;
    }
  return sheet->rows->len > 0 ? 0 : PLX_SHEET_NOWHERE;
}

static int
find_column (const PlxSheet *sheet,
             PlxId document,
             int column)
{
  for (guint i = 0; document != PLX_ID_NONE && i < sheet->columns->len; i++)
    if (g_array_index (sheet->columns, PlxSheetColumn, i).document == document)
      return (int) i;
  return CLAMP (column, PLX_SHEET_TITLE, (int) sheet->columns->len - 1);
}

void
plx_sheet_view_set_sheet (PlxSheetView *self,
                          PlxSheet *sheet)
{
  g_autoptr (PlxSheet) old = self->sheet;
  const PlxSheetRow *row;
  PlxId document = PLX_ID_NONE;
  int column;

  plx_sheet_view_get_cursor (self, &row, &column);
  if (plx_sheet_view_get_cell (self) != NULL)
    document = g_array_index (old->columns, PlxSheetColumn, column).document;
  self->sheet = sheet != NULL ? plx_sheet_ref (sheet) : NULL;
  self->cursor_row = sheet != NULL ? find_row (sheet, row) : PLX_SHEET_NOWHERE;
  self->cursor_column = sheet != NULL ? find_column (sheet, document, column) : PLX_SHEET_TITLE;
  forget_geometry (self);
  plx_canvas_configure (PLX_CANVAS (self));
  name_cell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

/* Mouse */

static gboolean
find_cell (PlxSheetView *self,
           double x,
           double y,
           int *row,
           int *column)
{
  if (!ensure_geometry (self))
    return FALSE;
  if (is_mirrored (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  if (x >= self->geometry.title_width)
    x += get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  *column = plx_sheet_geometry_find_column (&self->geometry, x);
  *row = y >= self->geometry.header_height
             ? plx_sheet_geometry_find_row (&self->geometry, y - self->geometry.header_height + get_scroll (self, GTK_ORIENTATION_VERTICAL))
             : PLX_SHEET_HEADER;
  return *row >= 0 && *column != PLX_SHEET_NOWHERE;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            PlxSheetView *self)
{
  int row, column;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (find_cell (self, x, y, &row, &column))
    plx_sheet_view_move_cursor (self, row, column);
}

static void
released_cb (GtkGestureClick *gesture,
             int n_press,
             double x,
             double y,
             PlxSheetView *self)
{
  const PlxSheetCell *cell = plx_sheet_view_get_cell (self);
  int row, column;

  if (!find_cell (self, x, y, &row, &column) || row != self->cursor_row || column != self->cursor_column)
    return;
  /* What leads somewhere is gone to at once, the rest is only looked at. */
  if (n_press == 1 ? cell != NULL && cell->annotation != PLX_ID_NONE : n_press == 2)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

/* The whole text of what may be cut. */
static gboolean
query_tooltip_cb (PlxSheetView *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;
  int row_number, column;

  if (keyboard || !find_cell (self, x, y, &row_number, &column))
    return FALSE;
  text = plx_sheet_dup_text (self->sheet, row_number, column);
  if (*text == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Keys */

static gboolean
move_cb (GtkWidget *widget,
         GVariant *parameter,
         gpointer data)
{
  PlxSheetView *self = PLX_SHEET_VIEW (widget);
  int columns, rows;

  g_variant_get (parameter, "(ii)", &columns, &rows);
  plx_sheet_view_move_cursor (self, self->cursor_row + rows, self->cursor_column + (is_mirrored (self) ? -columns : columns));
  return TRUE;
}

static gboolean
page_cb (GtkWidget *widget,
         GVariant *parameter,
         gpointer data)
{
  PlxSheetView *self = PLX_SHEET_VIEW (widget);
  double page = gtk_widget_get_height (widget) - 2 * self->geometry.header_height;
  int row;

  if (!ensure_geometry (self) || self->cursor_row < 0)
    return TRUE;
  row = plx_sheet_geometry_find_row (&self->geometry, MAX (0, self->geometry.tops[self->cursor_row] + g_variant_get_int32 (parameter) * page));
  plx_sheet_view_move_cursor (self, row >= 0 ? row : (int) self->sheet->rows->len - 1, self->cursor_column);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant *parameter,
             gpointer data)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
  return TRUE;
}

static void
add_move (GtkWidgetClass *widget_class,
          guint key,
          GdkModifierType modifiers,
          int columns,
          int rows)
{
  gtk_widget_class_add_binding (widget_class, key, modifiers, move_cb, "(ii)", columns, rows);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  add_move (widget_class, GDK_KEY_Left, 0, -1, 0);
  add_move (widget_class, GDK_KEY_Right, 0, 1, 0);
  add_move (widget_class, GDK_KEY_Up, 0, 0, -1);
  add_move (widget_class, GDK_KEY_Down, 0, 0, 1);
  add_move (widget_class, GDK_KEY_Home, 0, -G_MAXINT16, 0);
  add_move (widget_class, GDK_KEY_End, 0, G_MAXINT16, 0);
  add_move (widget_class, GDK_KEY_Home, GDK_CONTROL_MASK, 0, -G_MAXINT16);
  add_move (widget_class, GDK_KEY_End, GDK_CONTROL_MASK, 0, G_MAXINT16);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
}

/* Construction */

static void
plx_sheet_view_dispose (GObject *object)
{
  PlxSheetView *self = PLX_SHEET_VIEW (object);

  g_clear_pointer (&self->sheet, plx_sheet_unref);
  g_clear_pointer (&self->texts, plx_sheet_texts_free);
  G_OBJECT_CLASS (plx_sheet_view_parent_class)->dispose (object);
}

static void
plx_sheet_view_class_init (PlxSheetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlxCanvasClass *canvas_class = PLX_CANVAS_CLASS (klass);

  object_class->dispose = plx_sheet_view_dispose;
  widget_class->snapshot = plx_sheet_view_snapshot;
  canvas_class->get_size = plx_sheet_view_get_size;
  canvas_class->forget = plx_sheet_view_forget;

  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", PLX_TYPE_SHEET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", PLX_TYPE_SHEET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "plxsheetview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  add_keys (widget_class);
}

static void
plx_sheet_view_init (PlxSheetView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->texts = plx_sheet_texts_new ();
  self->cursor_row = PLX_SHEET_NOWHERE;
  self->cursor_column = PLX_SHEET_TITLE;
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  name_cell (self);
}

GtkWidget *
plx_sheet_view_new (void)
{
  return g_object_new (PLX_TYPE_SHEET_VIEW, NULL);
}

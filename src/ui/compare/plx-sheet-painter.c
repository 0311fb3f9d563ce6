/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-sheet-painter.h"

#include <string.h>

#define BAR_HEIGHT 8
#define EDGE_WIDTH 4
#define EDGE_DASH 5
#define BAR_SHARE 0.6

static GdkRGBA
fade (GdkRGBA colour,
      float alpha)
{
  colour.alpha *= alpha;
  return colour;
}

/* Where @x, counted from the start of the line, lies on the screen. */
static double
place (const PlxSheetPainter *self,
       double x,
       double width)
{
  return self->mirrored ? self->width - x - width : x;
}

static void
fill (const PlxSheetPainter *self,
      GtkSnapshot *snapshot,
      double x,
      double y,
      double width,
      double height,
      const GdkRGBA *colour)
{
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT ((float) place (self, x, width), (float) y, (float) width, (float) height));
}

/* Text */

/* How far @layout has to be moved for its first line to stand on that of Latin words:
 * letters of other scripts come from fonts that are higher or lower. */
static int
get_lift (const PlxSheetPainter *self,
          PangoLayout *layout,
          PlxSheetStyle style)
{
  const PlxSheetSetting setting = { style, self->geometry->line, self->geometry->line, self->mirrored };
  PangoLayout *latin = plx_sheet_texts_get (self->texts, self->context, "x", &setting);

  return PANGO_PIXELS (pango_layout_get_baseline (latin) - pango_layout_get_baseline (layout));
}

/* Draws @text if there is room for a line; returns the height it takes. */
static double
put_text (const PlxSheetPainter *self,
          GtkSnapshot *snapshot,
          const char *text,
          PlxSheetStyle style,
          double x,
          double y,
          double width,
          double height)
{
  const PlxSheetSetting setting = { style, width, height, self->mirrored };
  PangoLayout *layout;
  GdkRGBA colour = self->colours.text;
  int taken, lift;

  if (*text == '\0' || height < self->geometry->line * 0.8)
    return 0;
  if ((style == PLX_SHEET_STYLE_DETAIL || style == PLX_SHEET_STYLE_ITALIC) && !self->colours.high_contrast)
    colour = fade (colour, 0.7f);
  layout = g_object_ref (plx_sheet_texts_get (self->texts, self->context, text, &setting));
  pango_layout_get_pixel_size (layout, NULL, &taken);
  lift = get_lift (self, layout, style);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) place (self, x, width), (float) y + (float) lift));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
  g_object_unref (layout);
  return taken + lift;
}

/* A text and a smaller one below it, inside a box. */
static void
put_two (const PlxSheetPainter *self,
         GtkSnapshot *snapshot,
         const char *text,
         PlxSheetStyle style,
         const char *detail,
         double x,
         double y,
         double width,
         double height)
{
  double padding = self->geometry->padding, inner = width - 2 * padding, left = height - padding, taken;

  /* The detail keeps a line of its own. */
  taken = put_text (self, snapshot, text, style, x + padding, y + padding, inner,
                    left - padding - (*detail != '\0' ? self->geometry->line * 0.9 : 0));
  put_text (self, snapshot, detail, PLX_SHEET_STYLE_DETAIL, x + padding, y + padding + taken, inner, left - taken - padding / 2);
}

/* Cells */

/* The bar at the edge of a cell that contradicts others: solid where it stands out
 * against most of them, dashed where it does not. */
static void
put_edge (const PlxSheetPainter *self,
          GtkSnapshot *snapshot,
          PlxCellState state,
          double x,
          double y,
          double height)
{
  double dash = state == PLX_CELL_DISPUTED ? EDGE_DASH : height;

  for (double top = 0; top < height; top += 2 * dash)
    fill (self, snapshot, x, y + top, EDGE_WIDTH, MIN (dash, height - top), &self->colours.error);
}

static void
put_background (const PlxSheetPainter *self,
                GtkSnapshot *snapshot,
                PlxCellState state,
                double x,
                double y,
                double width,
                double height)
{
  const PlxSheetColours *colours = &self->colours;
  GdkRGBA tint;

  if (state == PLX_CELL_SAID)
    tint = fade (colours->success, colours->high_contrast ? 0.05f : 0.14f);
  else if (state == PLX_CELL_DISPUTED)
    tint = fade (colours->error, colours->high_contrast ? 0 : 0.05f);
  else if (state == PLX_CELL_CLASH || state == PLX_CELL_ALERT)
    tint = fade (colours->error, colours->high_contrast ? 0.08f : 0.16f);
  else
    return;
  fill (self, snapshot, x, y, width, height, &tint);
  if (state != PLX_CELL_SAID)
    put_edge (self, snapshot, state, x, y, height);
}

void
plx_sheet_painter_draw_state (const PlxSheetColours *colours,
                              GtkSnapshot *snapshot,
                              PlxCellState state,
                              gboolean mirrored,
                              double width,
                              double height)
{
  const PlxSheetPainter self = { .colours = *colours, .width = width, .height = height, .mirrored = mirrored };

  fill (&self, snapshot, 0, 0, width, height, &colours->base);
  put_background (&self, snapshot, state, 0, 0, width, height);
}

static void
put_bar (const PlxSheetPainter *self,
         GtkSnapshot *snapshot,
         const PlxSheetCell *cell,
         double x,
         double y,
         double width,
         double height)
{
  double padding = self->geometry->padding, inner = width - 2 * padding, bar = MAX (2, cell->share * inner * BAR_SHARE), taken;

  fill (self, snapshot, x + padding, y + padding + (self->geometry->line - BAR_HEIGHT) / 2, bar, BAR_HEIGHT, &self->colours.accent);
  taken = put_text (self, snapshot, cell->text, PLX_SHEET_STYLE_NORMAL, x + padding + bar + 6, y + padding, inner - bar - 6, self->geometry->line);
  put_text (self, snapshot, cell->detail, PLX_SHEET_STYLE_DETAIL, x + padding, y + padding + taken, inner, height - taken - 1.5 * padding);
}

static PlxSheetStyle
get_style (PlxCellState state)
{
  switch (state)
    {
    case PLX_CELL_SAID:
    case PLX_CELL_WORDS:
    case PLX_CELL_DISPUTED:
    case PLX_CELL_CLASH:
    case PLX_CELL_ALERT:
      return PLX_SHEET_STYLE_BOLD;
    case PLX_CELL_SILENT:
    case PLX_CELL_UNCHECKED:
      return PLX_SHEET_STYLE_ITALIC;
    case PLX_CELL_PLAIN:
    case PLX_CELL_NONE:
    default:
      return PLX_SHEET_STYLE_NORMAL;
    }
}

static void
put_cell (const PlxSheetPainter *self,
          GtkSnapshot *snapshot,
          const PlxSheetCell *cell,
          double x,
          double y,
          double width,
          double height)
{

  put_background (self, snapshot, cell->state, x, y, width, height);
  if (cell->share >= 0)
    {
      put_bar (self, snapshot, cell, x, y, width, height);
      return;
    }
  put_two (self, snapshot, cell->text, get_style (cell->state), cell->detail, x, y, width, height);
}

/* Chips.  Colour is never the only carrier: a sign stands beside it, as the bar
 * at the edge does in cells. */

static const struct
{
  const char *name;
  const char *sign;
  gsize colour; /* in PlxSheetColours */
} chips[] = {
  { "contradict", "≠", offsetof (PlxSheetColours, error) },
  { "agree", "=", offsetof (PlxSheetColours, success) },
  { "compatible", "∩", offsetof (PlxSheetColours, warning) },
  { "developing", "→", offsetof (PlxSheetColours, accent) },
};

static void
put_chip (const PlxSheetPainter *self,
          GtkSnapshot *snapshot,
          const PlxSheetRow *row,
          double x,
          double y,
          double width,
          double height)
{
  double padding = self->geometry->padding, line = self->geometry->line;
  GdkRGBA colour = self->colours.text;
  const char *sign = "…";
  g_autofree char *text = NULL;
  const PlxSheetSetting setting = { PLX_SHEET_STYLE_BOLD, width - 4 * padding, line, self->mirrored };
  PangoRectangle area;
  PangoLayout *layout;
  GskRoundedRect pill;
  float chip_width;

  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    if (g_strcmp0 (row->chip_class, chips[i].name) == 0)
      {
        colour = *(const GdkRGBA *) (gconstpointer) ((const char *) &self->colours + chips[i].colour);
        sign = chips[i].sign;
      }
  text = g_strconcat (sign, " ", row->chip, NULL);
  layout = plx_sheet_texts_get (self->texts, self->context, text, &setting);
  pango_layout_get_pixel_extents (layout, NULL, &area);
  chip_width = (float) (area.width + 2 * padding);
  gsk_rounded_rect_init_from_rect (&pill, &GRAPHENE_RECT_INIT ((float) place (self, x + padding, chip_width), (float) (y + padding * 0.7), chip_width, (float) (area.height + 4)),
                                   (float) line / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &pill);
  colour = fade (colour, 0.25f);
  gtk_snapshot_append_color (snapshot, &colour, &pill.bounds);
  gtk_snapshot_pop (snapshot);
  colour.alpha = 1;
  gtk_snapshot_append_border (snapshot, &pill, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ colour, colour, colour, colour });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (pill.bounds.origin.x + (float) padding - (float) area.x, pill.bounds.origin.y + 2));
  gtk_snapshot_append_layout (snapshot, layout, &self->colours.text);
  gtk_snapshot_restore (snapshot);
  put_text (self, snapshot, row->reason, PLX_SHEET_STYLE_DETAIL, x + padding, y + padding + line + 6, width - 2 * padding, height - line - 6 - 1.5 * padding);
}

/* Lines */

static void
put_grid (const PlxSheetPainter *self,
          GtkSnapshot *snapshot,
          double x,
          double y,
          double width,
          double height)
{
  fill (self, snapshot, x + width - 1, y, 1, height, &self->colours.border);
  fill (self, snapshot, x, y + height - 1, width, 1, &self->colours.border);
}

static void
put_cursor (const PlxSheetPainter *self,
            GtkSnapshot *snapshot,
            double x,
            double y,
            double width,
            double height)
{
  GdkRGBA colour = fade (self->colours.accent, self->has_focus ? 1 : 0.4f);
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT ((float) place (self, x, width) + 1, (float) y + 1, (float) width - 3, (float) height - 3), 3);
  gtk_snapshot_append_border (snapshot, &box, (float[4]){ 2, 2, 2, 2 }, (GdkRGBA[4]){ colour, colour, colour, colour });
}

/* Parts of the sheet */

/* Returns: the room that the dot takes, if there is one */
static double
put_dot (const PlxSheetPainter *self,
         GtkSnapshot *snapshot,
         const char *colour,
         double x,
         double y)
{
  double line = self->geometry->line, size = PLX_SHEET_DOT * line;
  GdkRGBA dot, border = self->colours.high_contrast ? self->colours.text : self->colours.border;
  GskRoundedRect circle;

  if (*colour == '\0' || !gdk_rgba_parse (&dot, colour))
    return 0;
  gsk_rounded_rect_init_from_rect (&circle,
                                   &GRAPHENE_RECT_INIT ((float) place (self, x + self->geometry->padding, size), (float) (y + self->geometry->padding + (line - size) / 2), (float) size, (float) size),
                                   (float) size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &dot, &circle.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &circle, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ border, border, border, border });
  return PLX_SHEET_DOT_ROOM * line;
}

static void
put_row_part (const PlxSheetPainter *self,
              GtkSnapshot *snapshot,
              int row_number,
              int column,
              double x,
              double width)
{
  const PlxSheetGeometry *geometry = self->geometry;
  const PlxSheetRow *row = g_ptr_array_index (geometry->sheet->rows, row_number);
  double y = geometry->header_height + geometry->tops[row_number] - self->y;
  double height = geometry->tops[row_number + 1] - geometry->tops[row_number];
  double indent = row->is_part ? 2 * geometry->padding : 0;

  if (column == PLX_SHEET_TITLE)
    indent += put_dot (self, snapshot, row->colour, x + indent, y);
  if (column == PLX_SHEET_TITLE)
    put_two (self, snapshot, row->title, row->is_part ? PLX_SHEET_STYLE_NORMAL : PLX_SHEET_STYLE_BOLD, row->is_part ? "" : row->detail, x + indent, y,
             width - indent, height);
  else if (column < (int) geometry->sheet->columns->len)
    put_cell (self, snapshot, &row->cells[column], x, y, width, height);
  else if (row->chip != NULL)
    put_chip (self, snapshot, row, x, y, width, height);
  put_grid (self, snapshot, x, y, width, height);
  if (row_number == self->cursor_row && column == self->cursor_column)
    put_cursor (self, snapshot, x, y, width, height);
}

static void
put_column (const PlxSheetPainter *self,
            GtkSnapshot *snapshot,
            int column,
            int first_row,
            int last_row)
{
  double x, width;

  plx_sheet_geometry_get_column (self->geometry, column, &x, &width);
  if (column != PLX_SHEET_TITLE)
    x -= self->x;
  for (int row = first_row; row <= last_row; row++)
    put_row_part (self, snapshot, row, column, x, width);
}

static void
put_header (const PlxSheetPainter *self,
            GtkSnapshot *snapshot,
            int column)
{
  const PlxSheet *sheet = self->geometry->sheet;
  double x, width, height = self->geometry->header_height;

  plx_sheet_geometry_get_column (self->geometry, column, &x, &width);
  if (column != PLX_SHEET_TITLE)
    x -= self->x;
  fill (self, snapshot, x, 0, width, height, &self->colours.header);
  if (column == PLX_SHEET_TITLE)
    put_two (self, snapshot, sheet->row_title, PLX_SHEET_STYLE_BOLD, "", x, 0, width, height);
  else if (column == (int) sheet->columns->len)
    put_two (self, snapshot, sheet->chip_title, PLX_SHEET_STYLE_BOLD, "", x, 0, width, height);
  else
    {
      const PlxSheetColumn *head = &g_array_index (sheet->columns, PlxSheetColumn, column);
      double dot = put_dot (self, snapshot, head->colour, x, 0);

      put_two (self, snapshot, head->title, PLX_SHEET_STYLE_BOLD, head->detail, x + dot, 0, width - dot, height);
    }
  put_grid (self, snapshot, x, 0, width, height);
}

static void
push_clip (const PlxSheetPainter *self,
           GtkSnapshot *snapshot,
           double x,
           double y,
           double width,
           double height)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) place (self, x, width), (float) y, (float) width, (float) height));
}

/* The columns that are in view, but for the titles. */
static void
find_columns (const PlxSheetPainter *self,
              int *first,
              int *last)
{
  int n = plx_sheet_geometry_get_n_columns (self->geometry);

  *first = plx_sheet_geometry_find_column (self->geometry, self->geometry->title_width + self->x);
  *last = plx_sheet_geometry_find_column (self->geometry, self->x + self->width);
  if (*last == PLX_SHEET_NOWHERE)
    *last = n - 1;
  if (*first < 0)
    *first = 0;
}

void
plx_sheet_painter_draw (const PlxSheetPainter *self,
                        GtkSnapshot *snapshot)
{
  const PlxSheetGeometry *geometry = self->geometry;
  double titles = geometry->title_width, header = geometry->header_height;
  int first_row = plx_sheet_geometry_find_row (geometry, self->y), last_row = plx_sheet_geometry_find_row (geometry, self->y + self->height - header);
  int first_column, last_column;

  find_columns (self, &first_column, &last_column);
  if (last_row == PLX_SHEET_NOWHERE)
    last_row = (int) geometry->sheet->rows->len - 1;
  if (first_row == PLX_SHEET_NOWHERE)
    last_row = -1, first_row = 0;
  fill (self, snapshot, 0, 0, self->width, self->height, &self->colours.base);

  push_clip (self, snapshot, titles, header, self->width - titles, self->height - header);
  for (int column = first_column; column <= last_column; column++)
    put_column (self, snapshot, column, first_row, last_row);
  gtk_snapshot_pop (snapshot);
  push_clip (self, snapshot, 0, header, titles, self->height - header);
  put_column (self, snapshot, PLX_SHEET_TITLE, first_row, last_row);
  gtk_snapshot_pop (snapshot);
  push_clip (self, snapshot, titles, 0, self->width - titles, header);
  for (int column = first_column; column <= last_column; column++)
    put_header (self, snapshot, column);
  gtk_snapshot_pop (snapshot);
  put_header (self, snapshot, PLX_SHEET_TITLE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-sheet-geometry.h"

#include <string.h>

/* In characters. */
#define TITLE_CHARACTERS 32
#define COLUMN_CHARACTERS 22
#define CHIP_CHARACTERS 34

#define MAX_LINES 6
#define MAX_HEADER_LINES 5

/* Bold letters are wider than common ones. */
#define BOLD 1.12

/* How many lines @text takes in @characters, roughly: exact measuring of
 * thousands of cells would be felt. */
static int
estimate_lines (const char *text,
                double characters)
{
  int lines = 0;

  if (*text == '\0')
    return 0;
  for (const char *line = text; line != NULL; line = *line != '\0' ? strchr (line, '\n') : NULL)
    {
      const char *end;

      line += *line == '\n';
      end = strchr (line, '\n');
      lines += 1 + (int) (g_utf8_strlen (line, end != NULL ? end - line : -1) / characters);
      if (end == NULL)
        break;
    }
  return lines;
}

static int
count_lines (const PlxSheetGeometry *self,
             const PlxSheetRow *row,
             double character)
{
  double in_title = (self->title_width - 2 * self->padding) / character / BOLD;
  double in_cell = (self->column_width - 2 * self->padding) / character / BOLD;
  double in_chip = (self->chip_width - 2 * self->padding) / character;
  int lines = estimate_lines (row->title, in_title) + (row->is_part ? 0 : estimate_lines (row->detail, in_title));

  for (guint i = 0; i < self->sheet->columns->len; i++)
    lines = MAX (lines, estimate_lines (row->cells[i].text, in_cell) + estimate_lines (row->cells[i].detail, in_cell));
  if (self->chip_width > 0)
    lines = MAX (lines, 1 + estimate_lines (row->reason, in_chip));
  return CLAMP (lines, 1, MAX_LINES);
}

static int
count_header_lines (const PlxSheetGeometry *self,
                    double character)
{
  double in_cell = (self->column_width - 2 * self->padding) / character;
  int lines = 1;

  for (guint i = 0; i < self->sheet->columns->len; i++)
    {
      const PlxSheetColumn *column = &g_array_index (self->sheet->columns, PlxSheetColumn, i);

      lines = MAX (lines, estimate_lines (column->title, in_cell / BOLD) + estimate_lines (column->detail, in_cell));
    }
  return MIN (lines, MAX_HEADER_LINES);
}

void
plx_sheet_geometry_init (PlxSheetGeometry *self,
                         const PlxSheet *sheet,
                         double line,
                         double character,
                         double width)
{
  guint n_columns = MAX (sheet->columns->len, 1);
  double left;

  self->sheet = sheet;
  self->line = line;
  self->padding = line / 2;
  self->title_width = TITLE_CHARACTERS * character;
  self->chip_width = sheet->chip_title != NULL ? CHIP_CHARACTERS * character : 0;
  left = (width - self->title_width - self->chip_width) / n_columns;
  self->column_width = MAX (COLUMN_CHARACTERS * character, left);
  self->header_height = count_header_lines (self, character) * line + 2 * self->padding;
  self->tops = g_new (double, sheet->rows->len + 1);
  self->tops[0] = 0;
  for (guint i = 0; i < sheet->rows->len; i++)
    self->tops[i + 1] = self->tops[i] + count_lines (self, g_ptr_array_index (sheet->rows, i), character) * line + 2 * self->padding;
}

void
plx_sheet_geometry_clear (PlxSheetGeometry *self)
{
  g_clear_pointer (&self->tops, g_free);
  self->sheet = NULL;
}

double
plx_sheet_geometry_get_width (const PlxSheetGeometry *self)
{
  return self->title_width + self->sheet->columns->len * self->column_width + self->chip_width;
}

double
plx_sheet_geometry_get_height (const PlxSheetGeometry *self)
{
  return self->header_height + self->tops[self->sheet->rows->len];
}

int
plx_sheet_geometry_get_n_columns (const PlxSheetGeometry *self)
{
  return (int) self->sheet->columns->len + (self->chip_width > 0);
}

void
plx_sheet_geometry_get_column (const PlxSheetGeometry *self,
                               int column,
                               double *x,
                               double *width)
{
  if (column == PLX_SHEET_TITLE)
    {
      *x = 0;
      *width = self->title_width;
      return;
    }
  *x = self->title_width + column * self->column_width;
  *width = column == (int) self->sheet->columns->len ? self->chip_width : self->column_width;
}

int
plx_sheet_geometry_find_row (const PlxSheetGeometry *self,
                             double y)
{
  guint low = 0, high = self->sheet->rows->len;

  if (y < 0 || y >= self->tops[high])
    return PLX_SHEET_NOWHERE;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (self->tops[middle] <= y)
        low = middle;
      else
        high = middle;
    }
  return (int) low;
}

int
plx_sheet_geometry_find_column (const PlxSheetGeometry *self,
                                double x)
{
  int column;

  if (x < self->title_width)
    return x >= 0 ? PLX_SHEET_TITLE : PLX_SHEET_NOWHERE;
  column = (int) ((x - self->title_width) / self->column_width);
  if (column < (int) self->sheet->columns->len)
    return column;
  return x < plx_sheet_geometry_get_width (self) ? (int) self->sheet->columns->len : PLX_SHEET_NOWHERE;
}

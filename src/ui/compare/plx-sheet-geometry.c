/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-sheet-geometry.h"

#include <string.h>

/* In characters. */
#define TITLE_CHARACTERS 32
#define COLUMN_CHARACTERS 22
#define CHIP_CHARACTERS 34

/* A sheet that is a little wider than the view is made as narrow as this, so that it need
 * not be scrolled. */
#define NARROWEST 0.85

/* The most that a row and the header take, in lines. */
#define MAX_LINES 9
#define MAX_HEADER_LINES 6

/* The part of a view that the header may take, but for as many lines. */
#define HEADER_SHARE 0.25
#define LEAST_HEADER_LINES 2

/* Bold letters are wider than common ones, those of details narrower. */
#define BOLD 1.12
#define DETAIL 0.9

/* Sheets with more cells than these are not measured. */
#define MAX_MEASURED 400

/* Between a chip and the reason below it. */
#define CHIP_GAP 6

typedef struct
{
  PlxSheetGeometry *self;
  double character;
  PlxSheetMeasure measure; /* (nullable) */
  gpointer data;
} Measuring;

/* How many lines @line takes when it is broken between words. */
static int
estimate_line (const char *line,
               gsize length,
               double characters)
{
  int lines = 1;
  double at = 0;

  for (const char *end = line + length; line < end;)
    {
      const char *blank = memchr (line, ' ', (gsize) (end - line));
      const char *next = blank != NULL ? blank + 1 : end;
      double word = (double) g_utf8_strlen (line, (blank != NULL ? blank : end) - line);

      if (at > 0 && at + word > characters)
        {
          lines++;
          at = 0;
        }
      lines += (int) (word / (characters + 1));
      at += word + 1;
      line = next;
    }
  return lines;
}

static int
estimate_lines (const char *text,
                double characters)
{
  int lines = 0;

  for (const char *end; text != NULL; text = end != NULL ? end + 1 : NULL)
    {
      end = strchr (text, '\n');
      lines += estimate_line (text, end != NULL ? (gsize) (end - text) : strlen (text), characters);
    }
  return lines;
}

static double
get_height (const Measuring *measuring,
            const char *text,
            PlxSheetStyle style,
            double width)
{
  double factor = style == PLX_SHEET_STYLE_BOLD ? BOLD : style == PLX_SHEET_STYLE_DETAIL ? DETAIL
                                                                                         : 1;

  if (*text == '\0')
    return 0;
  if (measuring->measure != NULL)
    return measuring->measure (text, style, width, measuring->data);
  return estimate_lines (text, width / measuring->character / factor) * measuring->self->line;
}

static double
get_two (const Measuring *measuring,
         const char *text,
         PlxSheetStyle style,
         const char *detail,
         double width)
{
  return get_height (measuring, text, style, width) + get_height (measuring, detail, PLX_SHEET_STYLE_DETAIL, width);
}

static double
get_row_height (const Measuring *measuring,
                const PlxSheetRow *row)
{
  const PlxSheetGeometry *self = measuring->self;
  double dot = *row->colour != '\0' ? PLX_SHEET_DOT_ROOM * self->line : 0;
  double in_title = self->title_width - 2 * self->padding - (row->is_part ? 2 * self->padding : 0) - dot, in_cell = self->column_width - 2 * self->padding;
  double height = get_two (measuring, row->title, row->is_part ? PLX_SHEET_STYLE_NORMAL : PLX_SHEET_STYLE_BOLD, row->is_part ? "" : row->detail, in_title);

  for (guint i = 0; i < self->sheet->columns->len; i++)
    height = MAX (height, get_two (measuring, row->cells[i].text, PLX_SHEET_STYLE_BOLD, row->cells[i].detail, in_cell));
  if (self->chip_width > 0 && row->chip != NULL)
    height = MAX (height, self->line + CHIP_GAP + get_height (measuring, row->reason, PLX_SHEET_STYLE_DETAIL, self->chip_width - 2 * self->padding));
  /* Lines of details are a little lower than the room that is kept for one. */
  return CLAMP (height + self->line / 4, self->line, MAX_LINES * self->line) + 2 * self->padding;
}

static double
get_header_height (const Measuring *measuring)
{
  const PlxSheetGeometry *self = measuring->self;
  double height = self->line;

  for (guint i = 0; i < self->sheet->columns->len; i++)
    {
      const PlxSheetColumn *column = &g_array_index (self->sheet->columns, PlxSheetColumn, i);
      double dot = *column->colour != '\0' ? PLX_SHEET_DOT_ROOM * self->line : 0;

      height = MAX (height, get_two (measuring, column->title, PLX_SHEET_STYLE_BOLD, column->detail, self->column_width - 2 * self->padding - dot));
    }
  return MIN (height, MAX_HEADER_LINES * self->line) + 2 * self->padding;
}

void
plx_sheet_geometry_init (PlxSheetGeometry *self,
                         const PlxSheet *sheet,
                         double line,
                         double character,
                         double width,
                         PlxSheetMeasure measure,
                         gpointer data)
{
  guint n_columns = MAX (sheet->columns->len, 1);
  Measuring measuring = { self, character, sheet->rows->len * n_columns <= MAX_MEASURED ? measure : NULL, data };
  double narrow, left;

  self->sheet = sheet;
  self->line = line;
  self->padding = line / 2;
  self->title_width = TITLE_CHARACTERS * character;
  self->chip_width = sheet->chip_title != NULL ? CHIP_CHARACTERS * character : 0;
  narrow = width / (self->title_width + self->chip_width + n_columns * COLUMN_CHARACTERS * character);
  if (narrow < NARROWEST || narrow > 1)
    narrow = 1;
  self->title_width *= narrow;
  self->chip_width *= narrow;
  left = (width - self->title_width - self->chip_width) / n_columns;
  self->column_width = MAX (COLUMN_CHARACTERS * character * narrow, left);
  self->header_height = self->whole_header = get_header_height (&measuring);
  self->tops = g_new (double, sheet->rows->len + 1);
  self->tops[0] = 0;
  for (guint i = 0; i < sheet->rows->len; i++)
    self->tops[i + 1] = self->tops[i] + get_row_height (&measuring, g_ptr_array_index (sheet->rows, i));
}

void
plx_sheet_geometry_limit_header (PlxSheetGeometry *self,
                                 double height)
{
  double most = MAX (HEADER_SHARE * height, LEAST_HEADER_LINES * self->line + 2 * self->padding);

  self->header_height = height > 0 ? MIN (self->whole_header, most) : self->whole_header;
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

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the parts of a sheet lie: titles of rows at the start, which stay when
 * it scrolls, then the cells, then the chip of each row.  Numbers only; x counts
 * from the start of the line, whichever side that is. */

#pragma once

#include "model/plx-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  const PlxSheet *sheet; /* unowned */
  double line;           /* height of a line of text */
  double padding;
  double title_width;
  double column_width;
  double chip_width; /* 0 if there are no chips */
  double header_height;
  double whole_header; /* the height of the header with all its lines */
  double *tops;        /* (owned): of each row below the header, and the end of the last */
} PlxSheetGeometry;

/* Columns of a sheet have these numbers; the others are cells. */
#define PLX_SHEET_TITLE (-1)

/* What may be under the pointer: a row, or the header. */
#define PLX_SHEET_HEADER (-1)
#define PLX_SHEET_NOWHERE (-2)

/* The dot in the colour of an outlet, and the room before the name that it takes,
 * in lines. */
#define PLX_SHEET_DOT 0.5
#define PLX_SHEET_DOT_ROOM 0.8

/* How texts of a sheet look. */
typedef enum
{
  PLX_SHEET_STYLE_NORMAL,
  PLX_SHEET_STYLE_BOLD,
  PLX_SHEET_STYLE_DETAIL,
  PLX_SHEET_STYLE_ITALIC,
} PlxSheetStyle;

/* How high @text is when it is wrapped at @width. */
typedef double (*PlxSheetMeasure) (const char *text,
                                   PlxSheetStyle style,
                                   double width,
                                   gpointer data);

/**
 * plx_sheet_geometry_init:
 * @line: height of a line of text
 * @character: width of a common letter
 * @width: that is there to be filled
 * @measure: asked for each text of a small sheet; those of a large one are
 *   estimated, as measuring would be felt
 */
void plx_sheet_geometry_init (PlxSheetGeometry *self,
                              const PlxSheet *sheet,
                              double line,
                              double character,
                              double width,
                              PlxSheetMeasure measure,
                              gpointer data);

/**
 * plx_sheet_geometry_limit_header:
 * @height: that is there for the sheet, or 0 if there is no limit
 *
 * Leaves most of a low view to the rows: the last lines of the header are cut then.
 */
void plx_sheet_geometry_limit_header (PlxSheetGeometry *self,
                                      double height);
void plx_sheet_geometry_clear (PlxSheetGeometry *self);

double plx_sheet_geometry_get_width (const PlxSheetGeometry *self);
double plx_sheet_geometry_get_height (const PlxSheetGeometry *self);

/* How many columns can be gone to behind the titles: cells, and the chip. */
int plx_sheet_geometry_get_n_columns (const PlxSheetGeometry *self);

/**
 * plx_sheet_geometry_get_column:
 *
 * Gives where @column begins and how wide it is; but for the titles that is
 * before scrolling.
 */
void plx_sheet_geometry_get_column (const PlxSheetGeometry *self,
                                    int column,
                                    double *x,
                                    double *width);

/* The row at @y, which counts from the first one; %PLX_SHEET_NOWHERE below the last. */
int plx_sheet_geometry_find_row (const PlxSheetGeometry *self,
                                 double y);

/* The column at @x before scrolling; %PLX_SHEET_NOWHERE behind the last. */
int plx_sheet_geometry_find_column (const PlxSheetGeometry *self,
                                    double x);

G_END_DECLS

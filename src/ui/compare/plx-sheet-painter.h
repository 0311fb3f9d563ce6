/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws the part of a sheet that is in view: for the screen and for pictures. */

#pragma once

#include "compare/plx-sheet-colours.h"
#include "compare/plx-sheet-texts.h"

G_BEGIN_DECLS

typedef struct
{
  const PlxSheetGeometry *geometry;
  PlxSheetColours colours;
  PlxSheetTexts *texts;  /* (not owned) */
  PangoContext *context; /* (not owned) */
  double x;              /* how far it is scrolled */
  double y;
  double width; /* of what is in view */
  double height;
  gboolean mirrored; /* lines begin at the right */
  int cursor_row;    /* or PLX_SHEET_NOWHERE */
  int cursor_column;
  gboolean has_focus;
} PlxSheetPainter;

void plx_sheet_painter_draw (const PlxSheetPainter *self,
                             GtkSnapshot *snapshot);

/* Draws the ground of a cell in @state, for a legend. */
void plx_sheet_painter_draw_state (const PlxSheetColours *colours,
                                   GtkSnapshot *snapshot,
                                   PlxCellState state,
                                   gboolean mirrored,
                                   double width,
                                   double height);

G_END_DECLS

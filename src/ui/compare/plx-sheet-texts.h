/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The texts of a sheet as they are broken into lines, kept from frame to frame:
 * scrolling only moves them. */

#pragma once

#include "compare/plx-sheet-geometry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PlxSheetTexts PlxSheetTexts;

PlxSheetTexts *plx_sheet_texts_new (void);

void plx_sheet_texts_free (PlxSheetTexts *self);

/* Forgets all texts, as when the font is another one. */
void plx_sheet_texts_forget (PlxSheetTexts *self);

/* How a text is set. */
typedef struct
{
  PlxSheetStyle style;
  double width;
  double height;     /* the last line that has room is cut */
  gboolean mirrored; /* lines of the window start at the right */
} PlxSheetSetting;

/**
 * plx_sheet_texts_get:
 * @context: that of the widget; all texts are of one
 *
 * Returns: (transfer none): @text set like that, until others are asked for
 */
PangoLayout *plx_sheet_texts_get (PlxSheetTexts *self,
                                  PangoContext *context,
                                  const char *text,
                                  const PlxSheetSetting *setting);

/* A #PlxSheetMeasure whose data is a #PangoContext. */
double plx_sheet_texts_measure (const char *text,
                                PlxSheetStyle style,
                                double width,
                                gpointer context);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The colours that a sheet is drawn with. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Colours of the theme. */
typedef struct
{
  GdkRGBA base;
  GdkRGBA header;
  GdkRGBA text;
  GdkRGBA border;
  GdkRGBA accent;
  GdkRGBA success;
  GdkRGBA warning;
  GdkRGBA error;
  gboolean high_contrast;
} PlxSheetColours;

void plx_sheet_colours_init (PlxSheetColours *self,
                             GtkWidget *widget);

/* Colours of paper, whatever the theme is. */
void plx_sheet_colours_init_paper (PlxSheetColours *self);

G_END_DECLS

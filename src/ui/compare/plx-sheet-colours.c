/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-sheet-colours.h"

static void
look_up (GtkStyleContext *style,
         const char *name,
         const char *fallback,
         GdkRGBA *colour)
{
  if (!gtk_style_context_lookup_color (style, name, colour))
    gdk_rgba_parse (colour, fallback);
}

void
plx_sheet_colours_init (PlxSheetColours *self,
                        GtkWidget *widget)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  look_up (style, "view_bg_color", "white", &self->base);
  look_up (style, "headerbar_bg_color", "#ebebeb", &self->header);
  look_up (style, "view_fg_color", "black", &self->text);
  look_up (style, "accent_bg_color", "#3584e4", &self->accent);
  look_up (style, "success_bg_color", "#2ec27e", &self->success);
  look_up (style, "warning_bg_color", "#e5a50a", &self->warning);
  look_up (style, "error_bg_color", "#e01b24", &self->error);
  self->high_contrast = gtk_widget_has_css_class (widget, "plx-high-contrast");
  self->border = self->text;
  self->border.alpha = self->high_contrast ? 0.6f : 0.15f;
}

void
plx_sheet_colours_init_paper (PlxSheetColours *self)
{
  gdk_rgba_parse (&self->base, "white");
  gdk_rgba_parse (&self->header, "#ebebeb");
  gdk_rgba_parse (&self->text, "black");
  gdk_rgba_parse (&self->border, "#b0b0b0");
  gdk_rgba_parse (&self->accent, "#3584e4");
  gdk_rgba_parse (&self->success, "#2ec27e");
  gdk_rgba_parse (&self->warning, "#e5a50a");
  gdk_rgba_parse (&self->error, "#e01b24");
  self->high_contrast = FALSE;
}

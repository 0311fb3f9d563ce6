/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A drawing that may be larger than the room it has: what scrolls it, and the
 * font it is measured by. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_CANVAS (plx_canvas_get_type ())

G_DECLARE_DERIVABLE_TYPE (PlxCanvas, plx_canvas, PLX, CANVAS, GtkWidget)

struct _PlxCanvasClass
{
  GtkWidgetClass parent_class;

  /* How large the drawing is; what is not set is as large as the widget. */
  void (*get_size) (PlxCanvas *self,
                    double *width,
                    double *height);

  /* The font or the size is another: nothing that was measured holds. */
  void (*forget) (PlxCanvas *self);
};

/* To be called when the drawing has another size. */
void plx_canvas_configure (PlxCanvas *self);

/* How far it is scrolled; in a mirrored one, from the right. */
double plx_canvas_get_scroll (PlxCanvas *self,
                              GtkOrientation orientation);
void plx_canvas_set_scroll (PlxCanvas *self,
                            GtkOrientation orientation,
                            double scroll);

/* Scrolls as little as it takes to bring the part from @start to @end into view. */
void plx_canvas_show (PlxCanvas *self,
                      GtkOrientation orientation,
                      double start,
                      double end);

/* Whether lines begin at the right. */
gboolean plx_canvas_is_mirrored (PlxCanvas *self);

/**
 * plx_canvas_measure_font:
 * @line: (out): height of a line of text
 * @character: (out): width of a common letter
 */
void plx_canvas_measure_font (PlxCanvas *self,
                              double *line,
                              double *character);

G_END_DECLS

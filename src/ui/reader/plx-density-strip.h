/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A narrow strip beside the scrollbar: where in the article annotations start,
 * which part of it is in view, and where the selected annotation is.
 *
 * Each kind has a column of its own, so that colour is not needed to tell actors,
 * places and claims apart; a tick has the colour of the tag that is most frequent
 * there.  As long as the article has no annotation nothing is drawn.  Clicking goes
 * to the annotations at that place, dragging scrolls.  What is drawn is made anew
 * only when annotations, tags or the size change.
 */

#pragma once

#include "reader/plx-reader.h"

G_BEGIN_DECLS

#define PLX_TYPE_DENSITY_STRIP (plx_density_strip_get_type ())

G_DECLARE_FINAL_TYPE (PlxDensityStrip, plx_density_strip, PLX, DENSITY_STRIP, GtkWidget)

GtkWidget *plx_density_strip_new (PlxReader *reader);

/* The width of any strip. */
int plx_density_strip_get_extent (void);

/**
 * plx_density_strip_go_to:
 * @y: in the coordinates of the strip
 *
 * Scrolls the text to the annotations at that place, or to the place itself if
 * there are none.
 */
void plx_density_strip_go_to (PlxDensityStrip *self,
                              double y);

G_END_DECLS

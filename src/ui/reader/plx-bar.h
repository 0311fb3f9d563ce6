/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar under an annotated text.
 *
 * Its pattern tells the kind of the tag without colour: solid for actors,
 * dashed for places, two thin lines for claims, dotted for the others.
 */

#pragma once

#include <gtk/gtk.h>

#include "model/plx-tag.h"

G_BEGIN_DECLS

/* Beside letters of the usual size. */
#define PLX_BAR_HEIGHT 3

/**
 * plx_bar_append:
 * @origin: dashes and dots are counted from here, so that the patterns of bars
 *   that follow each other fit together
 * @left: in pixels from @origin
 * @right: in pixels from @origin
 * @y: top of the bar, in pixels from @origin
 * @height: %PLX_BAR_HEIGHT or more; the pattern grows with it
 */
void plx_bar_append (GtkSnapshot *snapshot,
                     PlxKind kind,
                     const GdkRGBA *colour,
                     const graphene_point_t *origin,
                     float left,
                     float right,
                     float y,
                     int height);

G_END_DECLS

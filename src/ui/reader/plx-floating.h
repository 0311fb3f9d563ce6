/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where what floats over the text goes: beside a passage, never over it. */

#pragma once

#include "reader/plx-reader.h"

G_BEGIN_DECLS

/**
 * plx_floating_place:
 * @span: what must stay legible
 * @bar: what floats in @overlay
 * @width: as wide as this for letters of the usual size, if there is room
 * @position: (out): in the coordinates of @overlay
 */
void plx_floating_place (PlxReader *reader,
                         const PlxSpan *span,
                         GtkWidget *bar,
                         GtkWidget *overlay,
                         int width,
                         GdkRectangle *position);

/**
 * plx_floating_dock:
 *
 * Like plx_floating_place(), but out of the way: at the lower border of @overlay,
 * or at the upper one if the passage is below.
 */
void plx_floating_dock (PlxReader *reader,
                        const PlxSpan *span,
                        GtkWidget *bar,
                        GtkWidget *overlay,
                        int width,
                        GdkRectangle *position);

G_END_DECLS

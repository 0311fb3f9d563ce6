/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Floats beside the annotation that a relation shall lead to, and asks of what
 * kind it is.
 *
 * Keys, with the caret in the text: 1 to 9 choose a kind, Down goes to the
 * buttons, Escape gives up. */

#pragma once

#include "reader/plx-reader.h"

G_BEGIN_DECLS

#define PLX_TYPE_RELATION_BAR (plx_relation_bar_get_type ())

G_DECLARE_FINAL_TYPE (PlxRelationBar, plx_relation_bar, PLX, RELATION_BAR, GtkBox)

/**
 * plx_relation_bar_new:
 * @reader: whose text it floats over; lives in the same overlay
 */
GtkWidget *plx_relation_bar_new (PlxReader *reader);

/**
 * plx_relation_bar_get_position:
 * @position: (out): where it goes in @overlay, never over the annotation
 */
void plx_relation_bar_get_position (PlxRelationBar *self,
                                    GtkWidget *overlay,
                                    GdkRectangle *position);

G_END_DECLS

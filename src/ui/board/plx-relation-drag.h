/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging from the port of the selected annotation to another one, in any
 * column: finds what is under the pointer, frames it, and scrolls along at the
 * edges of the column and of the board. */

#pragma once

#include "board/plx-column.h"
#include "board/plx-connectors.h"

G_BEGIN_DECLS

#define PLX_TYPE_RELATION_DRAG (plx_relation_drag_get_type ())

G_DECLARE_FINAL_TYPE (PlxRelationDrag, plx_relation_drag, PLX, RELATION_DRAG, GObject)

/**
 * plx_relation_drag_new:
 * @columns: (transfer none) (element-type PlxColumn): of the board
 * @scroller: in which they lie
 */
PlxRelationDrag *plx_relation_drag_new (PlxSession *session,
                                        GPtrArray *columns,
                                        GtkScrolledWindow *scroller);

/* Ends what is going on; the columns may be gone then. */
void plx_relation_drag_stop (PlxRelationDrag *self);

/* Follows the port of @column. */
void plx_relation_drag_add (PlxRelationDrag *self,
                            PlxColumn *column);

/**
 * plx_relation_drag_set_overlay:
 * @overlay: (transfer none): where the line is drawn
 */
void plx_relation_drag_set_overlay (PlxRelationDrag *self,
                                    GtkWidget *overlay);

/**
 * plx_relation_drag_get_link:
 * @link: (out): from the port to the pointer, in the coordinates of the overlay
 *
 * Returns: whether something is being dragged
 */
gboolean plx_relation_drag_get_link (PlxRelationDrag *self,
                                     PlxLink *link);

G_END_DECLS

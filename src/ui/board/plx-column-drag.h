/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging a column by its header to another place.  Nothing moves before the
 * mouse lets go; Escape gives up. */

#pragma once

#include "board/plx-column-strip.h"
#include "board/plx-column.h"

G_BEGIN_DECLS

/**
 * plx_column_drag_add:
 * @strip: where @column is, as long as it lives
 */
void plx_column_drag_add (PlxColumn *column,
                          PlxColumnStrip *strip,
                          PlxSession *session);

G_END_DECLS

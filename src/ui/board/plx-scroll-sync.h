/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scrolls columns together, by fraction of their text.
 *
 * The column that a person works in leads: where wheel, keys or scroll bar were
 * used last, before that the current one.  The others that are in view follow; what happens to them on the
 * way leads nobody, so nothing goes round in circles.  Columns that come into
 * view later catch up.
 */

#pragma once

#include "board/plx-column-strip.h"
#include "board/plx-column.h"
#include "session/plx-session.h"

G_BEGIN_DECLS

typedef struct _PlxScrollSync PlxScrollSync;

/**
 * plx_scroll_sync_new:
 * @strip: where the columns are; has to live longer
 * @columns: (element-type PlxColumn): is watched, not copied
 */
PlxScrollSync *plx_scroll_sync_new (PlxSession *session,
                                    PlxColumnStrip *strip,
                                    GPtrArray *columns);
void plx_scroll_sync_free (PlxScrollSync *self);

/* Watches a column that is new among the columns. */
void plx_scroll_sync_add (PlxScrollSync *self,
                          PlxColumn *column);

/* Other columns are in view now. */
void plx_scroll_sync_catch_up (PlxScrollSync *self);

G_END_DECLS

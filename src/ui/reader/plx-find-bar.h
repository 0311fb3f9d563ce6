/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding words in one article, below the header of its column.
 *
 * What is typed is found while it is typed, however it is written (Hay’at,
 * Hay'at, Hayat; حلب, حَلَب), also inside words.  All places are marked, one of
 * them is gone to, and one or all of them can be tagged.  Long texts are looked
 * through on another thread.
 */

#pragma once

#include "reader/plx-reader.h"

G_BEGIN_DECLS

#define PLX_TYPE_FIND_BAR (plx_find_bar_get_type ())

G_DECLARE_FINAL_TYPE (PlxFindBar, plx_find_bar, PLX, FIND_BAR, GtkBox)

/* Actions: find.next, find.previous, find.tag, find.tag-all (x: a tag), find.close */

/* It is hidden until it is opened. */
GtkWidget *plx_find_bar_new (PlxReader *reader);

/**
 * plx_find_bar_open:
 *
 * Takes the focus, and what is selected for what is looked for.
 */
void plx_find_bar_open (PlxFindBar *self);

/**
 * plx_find_bar_step:
 *
 * Goes to the next place, or the one before, round the end; opens the bar if it
 * is not.
 */
void plx_find_bar_step (PlxFindBar *self,
                        gboolean backward);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a list of occurrences: an article, or a place in its context, and
 * whether it is ticked. */

#pragma once

#include "list/plx-occurrence-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_OCCURRENCE_ROW (plx_occurrence_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxOccurrenceRow, plx_occurrence_row, PLX, OCCURRENCE_ROW, GtkBox)

/* Signals:
 *   "toggled" (PlxOccurrenceItem *)  it was clicked
 */

GtkWidget *plx_occurrence_row_new (void);

/**
 * plx_occurrence_row_set_item:
 * @item: (nullable):
 */
void plx_occurrence_row_set_item (PlxOccurrenceRow *self,
                                  PlxOccurrenceItem *item);

G_END_DECLS

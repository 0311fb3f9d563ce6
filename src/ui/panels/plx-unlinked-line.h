/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the list of unlinked mentions: all that are tagged with one text,
 * how many, and how to link them.  Follows its item. */

#pragma once

#include "list/plx-entity-list.h"
#include "list/plx-unlinked-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_UNLINKED_LINE (plx_unlinked_line_get_type ())

/* Signals, of the buttons:
 *   "link" ()    to the known entity of that name, or to a new one
 *   "choose" ()  to another one
 */
G_DECLARE_FINAL_TYPE (PlxUnlinkedLine, plx_unlinked_line, PLX, UNLINKED_LINE, GtkWidget)

/**
 * plx_unlinked_line_new:
 * @entities: where an entity of that name is looked for
 * @editable: whether there are buttons
 */
GtkWidget *plx_unlinked_line_new (PlxUnlinkedItem *item,
                                  PlxEntityList *entities,
                                  gboolean editable);

/**
 * plx_unlinked_line_get_item:
 *
 * Returns: (transfer none): what it shows
 */
PlxUnlinkedItem *plx_unlinked_line_get_item (PlxUnlinkedLine *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the list of actors and places: what it is, its name, how often it is
 * mentioned.  Follows its item. */

#pragma once

#include "list/plx-entity-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_ENTITY_LINE (plx_entity_line_get_type ())

G_DECLARE_FINAL_TYPE (PlxEntityLine, plx_entity_line, PLX, ENTITY_LINE, GtkWidget)

GtkWidget *plx_entity_line_new (PlxEntityItem *item);

/**
 * plx_entity_line_get_icon:
 *
 * Returns: (transfer none): the name of the icon that stands for @kind
 */
const char *plx_entity_line_get_icon (PlxKind kind);

G_END_DECLS

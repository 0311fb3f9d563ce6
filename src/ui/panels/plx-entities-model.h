/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the panel of actors and places: headings, unlinked mentions, and
 * entities, narrowed down and in order. */

#pragma once

#include "list/plx-entity-list.h"
#include "list/plx-unlinked-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_SHOW_ALL,
  PLX_SHOW_ACTORS,
  PLX_SHOW_PLACES,
  PLX_SHOW_UNLINKED,
} PlxEntitiesShow;

#define PLX_TYPE_ENTITIES_MODEL (plx_entities_model_get_type ())

G_DECLARE_FINAL_TYPE (PlxEntitiesModel, plx_entities_model, PLX, ENTITIES_MODEL, GObject)

PlxEntitiesModel *plx_entities_model_new (PlxEntityList *entities,
                                          PlxUnlinkedList *unlinked);

/**
 * plx_entities_model_get_rows:
 *
 * Returns: (transfer none): a #GListModel of #PlxSection, #PlxUnlinkedItem and
 *   #PlxEntityItem
 */
GListModel *plx_entities_model_get_rows (PlxEntitiesModel *self);

/**
 * plx_entities_model_search:
 * @query: parts of names, in any spelling
 */
void plx_entities_model_search (PlxEntitiesModel *self,
                                const char *query);
void plx_entities_model_set_show (PlxEntitiesModel *self,
                                  PlxEntitiesShow show);
void plx_entities_model_set_by_mentions (PlxEntitiesModel *self,
                                         gboolean by_mentions);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actors and places of a project as a list model that follows it, by name.
 *
 * It is read in the background, and only while it is active: there may be
 * thousands, and counting their mentions goes over all articles.
 */

#pragma once

#include "list/plx-item-list.h"
#include "project/plx-project.h"
#include "query/plx-entity-rows.h"

G_BEGIN_DECLS

#define PLX_TYPE_ENTITY_ITEM (plx_entity_item_get_type ())

G_DECLARE_FINAL_TYPE (PlxEntityItem, plx_entity_item, PLX, ENTITY_ITEM, GObject)

/* Properties for binding: "name", "n-mentions" (guint), "n-documents" (guint).
 * An entity keeps its item as long as it is in the list. */
const PlxEntityRow *plx_entity_item_get_row (PlxEntityItem *self);

#define PLX_TYPE_ENTITY_LIST (plx_entity_list_get_type ())

/* Signal "updated" (): it was read again; items may have changed in place. */
G_DECLARE_FINAL_TYPE (PlxEntityList, plx_entity_list, PLX, ENTITY_LIST, PlxItemList)

/**
 * plx_entity_list_new:
 *
 * Returns: (transfer full): a #GListModel of #PlxEntityItem, empty until it is
 *   active
 */
PlxEntityList *plx_entity_list_new (PlxProject *project);

/**
 * plx_entity_list_set_active:
 * @active: whether somebody begins to look at it, or looks no more; several may
 */
void plx_entity_list_set_active (PlxEntityList *self,
                                 gboolean active);

/* Whether it was read at all. */
gboolean plx_entity_list_is_loaded (PlxEntityList *self);

/**
 * plx_entity_list_find:
 *
 * Returns: (transfer none) (nullable): the item of @entity
 */
PlxEntityItem *plx_entity_list_find (PlxEntityList *self,
                                     PlxId entity);

/**
 * plx_entity_list_find_name:
 * @folded: by plx_fold_string() with %PLX_FOLD_ALL
 *
 * Returns: (transfer none) (nullable): the entity of @kind with that name or
 *   other name; one that is called so before one that is also called so
 */
PlxEntityItem *plx_entity_list_find_name (PlxEntityList *self,
                                          PlxKind kind,
                                          const char *folded);

G_END_DECLS

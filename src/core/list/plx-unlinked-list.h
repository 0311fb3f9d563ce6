/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is tagged as an actor or a place and mentions no entity yet, one item for
 * each text, as a list model that follows the project: the largest group first.
 *
 * It is read in the background, and only while it is active.
 */

#pragma once

#include "list/plx-item-list.h"
#include "project/plx-project.h"
#include "query/plx-unlinked.h"

G_BEGIN_DECLS

#define PLX_TYPE_UNLINKED_ITEM (plx_unlinked_item_get_type ())

G_DECLARE_FINAL_TYPE (PlxUnlinkedItem, plx_unlinked_item, PLX, UNLINKED_ITEM, GObject)

/* Property for binding: "n-annotations" (guint).  A group keeps its item as long
 * as it is in the list. */
const PlxUnlinkedGroup *plx_unlinked_item_get_group (PlxUnlinkedItem *self);

#define PLX_TYPE_UNLINKED_LIST (plx_unlinked_list_get_type ())

/* Signal "updated" (): it was read again; items may have changed in place. */
G_DECLARE_FINAL_TYPE (PlxUnlinkedList, plx_unlinked_list, PLX, UNLINKED_LIST, PlxItemList)

/**
 * plx_unlinked_list_new:
 *
 * Returns: (transfer full): a #GListModel of #PlxUnlinkedItem, empty until it is
 *   active
 */
PlxUnlinkedList *plx_unlinked_list_new (PlxProject *project);
void plx_unlinked_list_set_active (PlxUnlinkedList *self,
                                   gboolean active);

/* Whether it was read at all. */
gboolean plx_unlinked_list_is_loaded (PlxUnlinkedList *self);

G_END_DECLS

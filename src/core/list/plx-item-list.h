/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list model over objects that are all there, as a base for the lists that
 * follow a project. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_TYPE_ITEM_LIST (plx_item_list_get_type ())

G_DECLARE_DERIVABLE_TYPE (PlxItemList, plx_item_list, PLX, ITEM_LIST, GObject)

struct _PlxItemListClass
{
  GObjectClass parent_class;

  GType item_type; /* set when the class is made */
};

guint plx_item_list_get_n (PlxItemList *self);

/**
 * plx_item_list_get:
 *
 * Returns: (transfer none): the item at @i, which must be there
 */
gpointer plx_item_list_get (PlxItemList *self,
                            guint i);

/**
 * plx_item_list_replace:
 * @items: (transfer full) (element-type GObject): what there is now; the array
 *   owns its elements
 *
 * Tells only of what lies between the head and the tail that stay, so that lists
 * keep their selection and place.
 */
void plx_item_list_replace (PlxItemList *self,
                            GPtrArray *items);

G_END_DECLS

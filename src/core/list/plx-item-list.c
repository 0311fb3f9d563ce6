/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-item-list.h"

typedef struct
{
  GPtrArray *items; /* (owned) (element-type GObject) */
} PlxItemListPrivate;

static void list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (PlxItemList,
                                  plx_item_list,
                                  G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (PlxItemList)
                                      G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GPtrArray *
get_items (gpointer self)
{
  PlxItemListPrivate *priv = plx_item_list_get_instance_private (PLX_ITEM_LIST (self));

  return priv->items;
}

static GType
list_get_item_type (GListModel *model)
{
  return PLX_ITEM_LIST_GET_CLASS (model)->item_type;
}

static guint
list_get_n_items (GListModel *model)
{
  return get_items (model)->len;
}

static gpointer
list_get_item (GListModel *model,
               guint position)
{
  GPtrArray *items = get_items (model);

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
plx_item_list_finalize (GObject *object)
{
  g_ptr_array_unref (get_items (object));
  G_OBJECT_CLASS (plx_item_list_parent_class)->finalize (object);
}

static void
plx_item_list_class_init (PlxItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_item_list_finalize;
}

static void
plx_item_list_init (PlxItemList *self)
{
  PlxItemListPrivate *priv = plx_item_list_get_instance_private (self);

  priv->items = g_ptr_array_new_with_free_func (g_object_unref);
}

guint
plx_item_list_get_n (PlxItemList *self)
{
  return get_items (self)->len;
}

gpointer
plx_item_list_get (PlxItemList *self,
                   guint i)
{
  return g_ptr_array_index (get_items (self), i);
}

void
plx_item_list_replace (PlxItemList *self,
                       GPtrArray *items)
{
  PlxItemListPrivate *priv = plx_item_list_get_instance_private (self);
  g_autoptr (GPtrArray) old = priv->items;
  guint head = 0, tail = 0;

  priv->items = items;
  while (head < MIN (old->len, items->len) && old->pdata[head] == items->pdata[head])
    head++;
  while (tail < MIN (old->len, items->len) - head && old->pdata[old->len - 1 - tail] == items->pdata[items->len - 1 - tail])
    tail++;
  if (head + tail < MAX (old->len, items->len))
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, items->len - head - tail);
}

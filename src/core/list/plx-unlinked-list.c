/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-unlinked-list.h"

#include "list/plx-refresher.h"

/* Item */

struct _PlxUnlinkedItem
{
  GObject parent_instance;

  PlxUnlinkedGroup *group; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlxUnlinkedItem, plx_unlinked_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_N_ANNOTATIONS = 1,
} PlxUnlinkedItemProperty;

static GParamSpec *item_properties[PROP_N_ANNOTATIONS + 1];

static void
plx_unlinked_item_get_property (GObject *object,
                                guint id,
                                GValue *value,
                                GParamSpec *pspec)
{
  PlxUnlinkedItem *self = PLX_UNLINKED_ITEM (object);

  switch ((PlxUnlinkedItemProperty) id)
    {
    case PROP_N_ANNOTATIONS:
      g_value_set_uint (value, self->group->annotations->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_unlinked_item_finalize (GObject *object)
{
  PlxUnlinkedItem *self = PLX_UNLINKED_ITEM (object);

  g_clear_pointer (&self->group, plx_unlinked_group_free);
  G_OBJECT_CLASS (plx_unlinked_item_parent_class)->finalize (object);
}

static void
plx_unlinked_item_class_init (PlxUnlinkedItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_unlinked_item_get_property;
  object_class->finalize = plx_unlinked_item_finalize;

  item_properties[PROP_N_ANNOTATIONS] = g_param_spec_uint ("n-annotations", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (item_properties), item_properties);
}

static void
plx_unlinked_item_init (PlxUnlinkedItem *self)
{
}

const PlxUnlinkedGroup *
plx_unlinked_item_get_group (PlxUnlinkedItem *self)
{
  return self->group;
}

/* Takes @group. */
static void
item_take_group (PlxUnlinkedItem *self,
                 PlxUnlinkedGroup *group)
{
  g_clear_pointer (&self->group, plx_unlinked_group_free);
  self->group = group;
  g_object_notify_by_pspec (G_OBJECT (self), item_properties[PROP_N_ANNOTATIONS]);
}

/* List */

struct _PlxUnlinkedList
{
  GObject parent_instance;

  PlxRefresher *refresher; /* (owned) */
  GPtrArray *items;        /* (owned) (element-type PlxUnlinkedItem) */
  GHashTable *by_key;      /* (owned) (element-type utf8 PlxUnlinkedItem): into items */
  gboolean is_loaded;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxUnlinkedList,
                               plx_unlinked_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
list_get_item_type (GListModel *model)
{
  return PLX_TYPE_UNLINKED_ITEM;
}

static guint
list_get_n_items (GListModel *model)
{
  return PLX_UNLINKED_LIST (model)->items->len;
}

static gpointer
list_get_item (GListModel *model,
               guint position)
{
  PlxUnlinkedList *self = PLX_UNLINKED_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
plx_unlinked_list_dispose (GObject *object)
{
  PlxUnlinkedList *self = PLX_UNLINKED_LIST (object);

  if (self->refresher != NULL)
    plx_refresher_stop (self->refresher);
  g_clear_object (&self->refresher);
  G_OBJECT_CLASS (plx_unlinked_list_parent_class)->dispose (object);
}

static void
plx_unlinked_list_finalize (GObject *object)
{
  PlxUnlinkedList *self = PLX_UNLINKED_LIST (object);

  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (plx_unlinked_list_parent_class)->finalize (object);
}

static void
plx_unlinked_list_class_init (PlxUnlinkedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_unlinked_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_unlinked_list_finalize;

  signals[UPDATED] = g_signal_new ("updated", PLX_TYPE_UNLINKED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_unlinked_list_init (PlxUnlinkedList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Following */

static char *
dup_key (const PlxUnlinkedGroup *group)
{
  return g_strconcat (plx_kind_to_string (group->kind), "/", group->folded, NULL);
}

/* Returns: (transfer full): the item for @group, which it takes: the one that is
 *   there, if there is one */
static PlxUnlinkedItem *
make_item (PlxUnlinkedList *self,
           PlxUnlinkedGroup *group)
{
  g_autofree char *key = dup_key (group);
  PlxUnlinkedItem *item = g_hash_table_lookup (self->by_key, key);

  item = item != NULL ? g_object_ref (item) : g_object_new (PLX_TYPE_UNLINKED_ITEM, NULL);
  item_take_group (item, group);
  return item;
}

static void
index_items (PlxUnlinkedList *self)
{
  g_hash_table_remove_all (self->by_key);
  for (guint i = 0; i < self->items->len; i++)
    {
      PlxUnlinkedItem *item = g_ptr_array_index (self->items, i);

      g_hash_table_insert (self->by_key, dup_key (item->group), item);
    }
}

/* Tells only of what lies between the equal head and tail, so that scroll
 * position and selection stay. */
static void
refreshed_cb (gpointer owner,
              gpointer answer)
{
  PlxUnlinkedList *self = owner;
  g_autoptr (GPtrArray) groups = answer;
  g_autoptr (GPtrArray) old = self->items;
  guint head = 0, tail = 0;

  g_ptr_array_set_free_func (groups, NULL);
  self->items = g_ptr_array_new_full (groups->len, g_object_unref);
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (self->items, make_item (self, g_ptr_array_index (groups, i)));
  while (head < groups->len && head < old->len && g_ptr_array_index (self->items, head) == g_ptr_array_index (old, head))
    head++;
  while (tail < groups->len - head && tail < old->len - head &&
         g_ptr_array_index (self->items, groups->len - 1 - tail) == g_ptr_array_index (old, old->len - 1 - tail))
    tail++;
  index_items (self);
  self->is_loaded = TRUE;
  if (old->len - head - tail > 0 || groups->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, groups->len - head - tail);
  g_signal_emit (self, signals[UPDATED], 0);
}

static gpointer
read_groups (PlxConnection *connection,
             GCancellable *cancellable,
             GError **error)
{
  return plx_unlinked_groups_list (connection, error);
}

PlxUnlinkedList *
plx_unlinked_list_new (PlxProject *project)
{
  PlxUnlinkedList *self = g_object_new (PLX_TYPE_UNLINKED_LIST, NULL);
  guint tables = 1 << PLX_TABLE_ANNOTATION | 1 << PLX_TABLE_SPAN | 1 << PLX_TABLE_TAG;

  self->refresher = plx_refresher_new (project, tables, read_groups, (GDestroyNotify) g_ptr_array_unref, refreshed_cb, self);
  return self;
}

void
plx_unlinked_list_set_active (PlxUnlinkedList *self,
                              gboolean active)
{
  plx_refresher_set_active (self->refresher, active);
}

gboolean
plx_unlinked_list_is_loaded (PlxUnlinkedList *self)
{
  return self->is_loaded;
}

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
  PlxItemList parent_instance;

  PlxRefresher *refresher; /* (owned) */
  GHashTable *by_key;      /* (owned) (element-type utf8 PlxUnlinkedItem): into items */
  gboolean is_loaded;
};

G_DEFINE_FINAL_TYPE (PlxUnlinkedList, plx_unlinked_list, PLX_TYPE_ITEM_LIST)

enum
{
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
  G_OBJECT_CLASS (plx_unlinked_list_parent_class)->finalize (object);
}

static void
plx_unlinked_list_class_init (PlxUnlinkedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_unlinked_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_unlinked_list_finalize;
  PLX_ITEM_LIST_CLASS (klass)->item_type = PLX_TYPE_UNLINKED_ITEM;

  signals[UPDATED] = g_signal_new ("updated", PLX_TYPE_UNLINKED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_unlinked_list_init (PlxUnlinkedList *self)
{
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
index_items (PlxUnlinkedList *self,
             GPtrArray *items)
{
  g_hash_table_remove_all (self->by_key);
  for (guint i = 0; i < items->len; i++)
    {
      PlxUnlinkedItem *item = g_ptr_array_index (items, i);

      g_hash_table_insert (self->by_key, dup_key (item->group), item);
    }
}

static void
refreshed_cb (gpointer owner,
              gpointer answer)
{
  PlxUnlinkedList *self = owner;
  g_autoptr (GPtrArray) groups = answer;
  GPtrArray *items = g_ptr_array_new_full (groups->len, g_object_unref);

  g_ptr_array_set_free_func (groups, NULL);
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (items, make_item (self, g_ptr_array_index (groups, i)));
  index_items (self, items);
  self->is_loaded = TRUE;
  plx_item_list_replace (PLX_ITEM_LIST (self), items);
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

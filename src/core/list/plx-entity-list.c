/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-entity-list.h"

#include "list/plx-refresher.h"

#include <string.h>

/* Item */

struct _PlxEntityItem
{
  GObject parent_instance;

  PlxEntityRow *row; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlxEntityItem, plx_entity_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_N_MENTIONS,
  PROP_N_DOCUMENTS,
} PlxEntityItemProperty;

static GParamSpec *item_properties[PROP_N_DOCUMENTS + 1];

static void
plx_entity_item_get_property (GObject *object,
                              guint id,
                              GValue *value,
                              GParamSpec *pspec)
{
  PlxEntityItem *self = PLX_ENTITY_ITEM (object);

  switch ((PlxEntityItemProperty) id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->row->entity->name);
      break;
    case PROP_N_MENTIONS:
      g_value_set_uint (value, self->row->n_mentions);
      break;
    case PROP_N_DOCUMENTS:
      g_value_set_uint (value, self->row->n_documents);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_entity_item_finalize (GObject *object)
{
  PlxEntityItem *self = PLX_ENTITY_ITEM (object);

  g_clear_pointer (&self->row, plx_entity_row_free);
  G_OBJECT_CLASS (plx_entity_item_parent_class)->finalize (object);
}

static void
plx_entity_item_class_init (PlxEntityItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_entity_item_get_property;
  object_class->finalize = plx_entity_item_finalize;

  item_properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  item_properties[PROP_N_MENTIONS] = g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  item_properties[PROP_N_DOCUMENTS] = g_param_spec_uint ("n-documents", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (item_properties), item_properties);
}

static void
plx_entity_item_init (PlxEntityItem *self)
{
}

const PlxEntityRow *
plx_entity_item_get_row (PlxEntityItem *self)
{
  return self->row;
}

/* Takes @row. */
static void
item_take_row (PlxEntityItem *self,
               PlxEntityRow *row)
{
  gboolean same = self->row != NULL && plx_entity_row_equal (self->row, row);

  g_clear_pointer (&self->row, plx_entity_row_free);
  self->row = row;
  if (same)
    return;
  for (guint i = 1; i < G_N_ELEMENTS (item_properties); i++)
    g_object_notify_by_pspec (G_OBJECT (self), item_properties[i]);
}

/* List */

struct _PlxEntityList
{
  PlxItemList parent_instance;

  PlxRefresher *refresher; /* (owned) */
  GHashTable *by_id;       /* (owned) (element-type PlxId PlxEntityItem): into items; keys are allocated */
  GHashTable *by_name;     /* (owned) (element-type utf8 PlxEntityItem): into items; kind and folded name */
  gboolean is_loaded;
};

G_DEFINE_FINAL_TYPE (PlxEntityList, plx_entity_list, PLX_TYPE_ITEM_LIST)

enum
{
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
plx_entity_list_dispose (GObject *object)
{
  PlxEntityList *self = PLX_ENTITY_LIST (object);

  if (self->refresher != NULL)
    plx_refresher_stop (self->refresher);
  g_clear_object (&self->refresher);
  G_OBJECT_CLASS (plx_entity_list_parent_class)->dispose (object);
}

static void
plx_entity_list_finalize (GObject *object)
{
  PlxEntityList *self = PLX_ENTITY_LIST (object);

  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  G_OBJECT_CLASS (plx_entity_list_parent_class)->finalize (object);
}

static void
plx_entity_list_class_init (PlxEntityListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_entity_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_entity_list_finalize;
  PLX_ITEM_LIST_CLASS (klass)->item_type = PLX_TYPE_ENTITY_ITEM;

  signals[UPDATED] = g_signal_new ("updated", PLX_TYPE_ENTITY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_entity_list_init (PlxEntityList *self)
{
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Following */

/* Returns: (transfer full): the item for @row, which it takes: the one that is
 *   there, if there is one */
static PlxEntityItem *
make_item (PlxEntityList *self,
           PlxEntityRow *row)
{
  PlxEntityItem *item = g_hash_table_lookup (self->by_id, &row->entity->id);

  item = item != NULL ? g_object_ref (item) : g_object_new (PLX_TYPE_ENTITY_ITEM, NULL);
  item_take_row (item, row);
  return item;
}

static char *
dup_key (PlxKind kind,
         const char *folded,
         gsize length)
{
  return g_strdup_printf ("%s/%.*s", plx_kind_to_string (kind), (int) length, folded);
}

/* The lines from the second on are other names, which count after all names. */
static void
index_names (PlxEntityList *self,
             PlxEntityItem *item,
             gboolean aliases)
{
  const PlxEntityRow *row = item->row;

  for (const char *line = row->folded; line != NULL; line = strchr (line, '\n'))
    {
      g_autofree char *key = NULL;

      line += *line == '\n' ? 1 : 0;
      if (aliases == (line == row->folded))
        continue;
      key = dup_key (row->entity->kind, line, strcspn (line, "\n"));
      if (!g_hash_table_contains (self->by_name, key))
        g_hash_table_insert (self->by_name, g_steal_pointer (&key), item);
    }
}

static void
index_items (PlxEntityList *self,
             GPtrArray *items)
{
  g_hash_table_remove_all (self->by_id);
  g_hash_table_remove_all (self->by_name);
  for (guint i = 0; i < items->len; i++)
    {
      PlxEntityItem *item = g_ptr_array_index (items, i);

      g_hash_table_insert (self->by_id, g_memdup2 (&item->row->entity->id, sizeof (PlxId)), item);
      index_names (self, item, FALSE);
    }
  for (guint i = 0; i < items->len; i++)
    index_names (self, g_ptr_array_index (items, i), TRUE);
}

static void
refreshed_cb (gpointer owner,
              gpointer answer)
{
  PlxEntityList *self = owner;
  g_autoptr (GPtrArray) rows = answer;
  GPtrArray *items = g_ptr_array_new_full (rows->len, g_object_unref);

  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (items, make_item (self, g_ptr_array_index (rows, i)));
  index_items (self, items);
  self->is_loaded = TRUE;
  plx_item_list_replace (PLX_ITEM_LIST (self), items);
  g_signal_emit (self, signals[UPDATED], 0);
}

static gpointer
read_rows (PlxConnection *connection,
           GCancellable *cancellable,
           GError **error)
{
  return plx_entity_rows_list (connection, error);
}

PlxEntityList *
plx_entity_list_new (PlxProject *project)
{
  PlxEntityList *self = g_object_new (PLX_TYPE_ENTITY_LIST, NULL);
  guint tables = 1 << PLX_TABLE_ENTITY | 1 << PLX_TABLE_ALIAS | 1 << PLX_TABLE_ANNOTATION | 1 << PLX_TABLE_DOCUMENT;

  self->refresher = plx_refresher_new (project, tables, read_rows, (GDestroyNotify) g_ptr_array_unref, refreshed_cb, self);
  return self;
}

void
plx_entity_list_set_active (PlxEntityList *self,
                            gboolean active)
{
  plx_refresher_set_active (self->refresher, active);
}

gboolean
plx_entity_list_is_loaded (PlxEntityList *self)
{
  return self->is_loaded;
}

PlxEntityItem *
plx_entity_list_find (PlxEntityList *self,
                      PlxId entity)
{
  return g_hash_table_lookup (self->by_id, &entity);
}

PlxEntityItem *
plx_entity_list_find_name (PlxEntityList *self,
                           PlxKind kind,
                           const char *folded)
{
  g_autofree char *key = dup_key (kind, folded, strlen (folded));

  return g_hash_table_lookup (self->by_name, key);
}

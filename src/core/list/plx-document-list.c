/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-document-list.h"

#include "list/plx-refresher.h"
#include "store/plx-documents.h"

/* Articles are read so many at a time. */
#define PAGE_ITEMS 64

/* Pages that are kept though nobody may hold an item of them any more. */
#define KEPT_PAGES 8

/* Changed articles are told one by one up to here. */
#define MAX_SINGLE 32

struct _PlxDocumentList
{
  GObject parent_instance;

  PlxProject *project;    /* (owned) */
  GArray *ids;            /* (owned) (element-type PlxId): of all articles, in order */
  PlxArticleOrder *order; /* (owned) */
  GHashTable *headings;   /* (owned) (element-type PlxId utf8): above the first article of each group */
  GHashTable *items;      /* (owned) (element-type PlxId PlxDocumentItem): unowned, those that somebody holds */
  GQueue pages;           /* (owned) (element-type GPtrArray): items read last, newest first */
  GHashTable *counts;     /* (owned) (element-type PlxId int): annotations of each article that has any */
  PlxRefresher *counter;  /* (owned) */
  guint n_annotations;    /* of all of them */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxDocumentList,
                               plx_document_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

typedef enum
{
  PROP_ALL_ANNOTATIONS = 1,
} PlxDocumentListProperty;

static GParamSpec *properties[PROP_ALL_ANNOTATIONS + 1];

/* Items */

/* What is forgotten has no weak reference any more, so it is the one that is
 * known; its memory is still there. */
static void
item_gone_cb (gpointer data,
              GObject *item)
{
  PlxId id = plx_document_item_get_id ((PlxDocumentItem *) item);

  g_hash_table_remove (data, &id);
}

static PlxId
get_id (PlxDocumentList *self,
        guint position)
{
  return g_array_index (self->ids, PlxId, position);
}

static void
forget (PlxDocumentList *self,
        PlxDocumentItem *item)
{
  g_object_weak_unref (G_OBJECT (item), item_gone_cb, self->items);
  g_hash_table_remove (self->items, &plx_document_item_get_document (item)->id);
}

static void
show_heading (PlxDocumentList *self,
              PlxDocumentItem *item)
{
  const char *heading = g_hash_table_lookup (self->headings, &plx_document_item_get_document (item)->id);

  plx_document_item_set_heading (item, heading != NULL ? heading : "");
}

/* Returns: (transfer full): a new item, which is known as long as it lives */
static PlxDocumentItem *
make_item (PlxDocumentList *self,
           const PlxDocument *document)
{
  PlxDocumentItem *item = plx_document_item_new (document);

  if (self->counts != NULL)
    plx_document_item_set_n_annotations (item, GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, &document->id)));
  show_heading (self, item);
  g_hash_table_insert (self->items, (gpointer) &plx_document_item_get_document (item)->id, item);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self->items);
  return item;
}

static void
keep_page (PlxDocumentList *self,
           GPtrArray *page)
{
  g_queue_push_head (&self->pages, page);
  if (g_queue_get_length (&self->pages) > KEPT_PAGES)
    g_ptr_array_unref (g_queue_pop_tail (&self->pages));
}

static void
read_page (PlxDocumentList *self,
           guint position)
{
  guint first = position - position % PAGE_ITEMS;
  guint n = MIN (PAGE_ITEMS, self->ids->len - first);
  g_autoptr (GPtrArray) documents = NULL;
  GPtrArray *page = g_ptr_array_new_full (n, g_object_unref);

  documents = plx_documents_get_some (plx_project_get_reader (self->project), &g_array_index (self->ids, PlxId, first), n, NULL);
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const PlxDocument *document = g_ptr_array_index (documents, i);
      PlxDocumentItem *item = g_hash_table_lookup (self->items, &document->id);

      g_ptr_array_add (page, item != NULL ? g_object_ref (item) : make_item (self, document));
    }
  keep_page (self, page);
}

/* Another process took the article away and the notice is still on its way:
 * what is asked for must be there until then. */
static PlxDocumentItem *
make_blank (PlxDocumentList *self,
            guint position)
{
  g_autoptr (PlxDocument) document = plx_document_new ();

  document->id = get_id (self, position);
  return make_item (self, document);
}

/* Model */

static GType
list_get_item_type (GListModel *model)
{
  return PLX_TYPE_DOCUMENT_ITEM;
}

static guint
list_get_n_items (GListModel *model)
{
  return PLX_DOCUMENT_LIST (model)->ids->len;
}

static gpointer
list_get_item (GListModel *model,
               guint position)
{
  PlxDocumentList *self = PLX_DOCUMENT_LIST (model);
  PlxDocumentItem *item;

  if (position >= self->ids->len)
    return NULL;
  item = g_hash_table_lookup (self->items, &g_array_index (self->ids, PlxId, position));
  if (item == NULL)
    {
      read_page (self, position);
      item = g_hash_table_lookup (self->items, &g_array_index (self->ids, PlxId, position));
    }
  return item != NULL ? g_object_ref (item) : make_blank (self, position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
plx_document_list_get_property (GObject *object,
                                guint id,
                                GValue *value,
                                GParamSpec *pspec)
{
  switch ((PlxDocumentListProperty) id)
    {
    case PROP_ALL_ANNOTATIONS:
      g_value_set_uint (value, PLX_DOCUMENT_LIST (object)->n_annotations);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_document_list_dispose (GObject *object)
{
  PlxDocumentList *self = PLX_DOCUMENT_LIST (object);

  if (self->counter != NULL)
    plx_refresher_stop (self->counter);
  g_clear_object (&self->counter);
  G_OBJECT_CLASS (plx_document_list_parent_class)->dispose (object);
}

static void
plx_document_list_finalize (GObject *object)
{
  PlxDocumentList *self = PLX_DOCUMENT_LIST (object);
  GHashTableIter iter;
  gpointer item;

  g_queue_clear_full (&self->pages, (GDestroyNotify) g_ptr_array_unref);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_object_weak_unref (item, item_gone_cb, self->items);
  g_hash_table_unref (self->items);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_array_unref (self->ids);
  plx_article_order_free (self->order);
  g_hash_table_unref (self->headings);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (plx_document_list_parent_class)->finalize (object);
}

static void
plx_document_list_class_init (PlxDocumentListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_document_list_get_property;
  object_class->dispose = plx_document_list_dispose;
  object_class->finalize = plx_document_list_finalize;

  properties[PROP_ALL_ANNOTATIONS] = g_param_spec_uint ("n-annotations", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
plx_document_list_init (PlxDocumentList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->order = plx_article_order_new ();
  self->headings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_queue_init (&self->pages);
}

/* Following the project */

/* The articles of items that somebody holds and that may have changed. */
static GArray *
list_suspects (PlxDocumentList *self,
               const PlxChanges *changes)
{
  GArray *suspects = g_array_new (FALSE, FALSE, sizeof (PlxId));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (plx_changes_touch_id (changes, *(PlxId *) id) || plx_changes_touch (changes, PLX_TABLE_OUTLET))
      g_array_append_val (suspects, *(PlxId *) id);
  return suspects;
}

/* Forgets items that show what is not so any more; returns their articles. */
static GHashTable *
drop_changed (PlxDocumentList *self,
              const PlxChanges *changes)
{
  GHashTable *changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) suspects = list_suspects (self, changes);
  g_autoptr (GPtrArray) documents = NULL;

  documents = plx_documents_get_some (plx_project_get_reader (self->project), (PlxId *) suspects->data, suspects->len, NULL);
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const PlxDocument *document = g_ptr_array_index (documents, i);
      PlxDocumentItem *item = g_hash_table_lookup (self->items, &document->id);

      if (plx_document_item_is_of (item, document))
        continue;
      forget (self, item);
      g_hash_table_add (changed, g_memdup2 (&document->id, sizeof document->id));
    }
  return changed;
}

/* Nothing moved: only what changed is told, so that lists keep their place. */
static void
tell_changed (PlxDocumentList *self,
              GHashTable *changed)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_hash_table_contains (changed, &g_array_index (self->ids, PlxId, i)))
      g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
}

static gboolean
is_same (GArray *old,
         guint i,
         GArray *new,
         guint j,
         GHashTable *changed)
{
  PlxId id = g_array_index (new, PlxId, j);

  return g_array_index (old, PlxId, i) == id && !g_hash_table_contains (changed, &id);
}

/* Tells only of what lies between the head and the tail that stay. */
static void
tell_between (PlxDocumentList *self,
              GArray *old,
              GHashTable *changed)
{
  guint shorter = MIN (old->len, self->ids->len);
  guint head = 0, tail = 0;

  while (head < shorter && is_same (old, head, self->ids, head, changed))
    head++;
  while (tail < shorter - head && is_same (old, old->len - 1 - tail, self->ids, self->ids->len - 1 - tail, changed))
    tail++;
  if (head + tail < MAX (old->len, self->ids->len))
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, self->ids->len - head - tail);
}

static gboolean
have_same_order (GArray *a,
                 GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (PlxId)) == 0);
}

/* The articles in their order, and the headings above them. */
static GArray *
list_ids (PlxDocumentList *self)
{
  PlxConnection *reader = plx_project_get_reader (self->project);
  g_autoptr (GHashTable) headings = NULL;
  GArray *ids;

  if (plx_article_order_is_plain (self->order))
    {
      g_hash_table_remove_all (self->headings);
      return plx_documents_list_ids (reader, NULL);
    }
  ids = plx_article_order_list (reader, self->order, &headings, NULL);
  if (ids == NULL)
    return NULL;
  g_hash_table_unref (self->headings);
  self->headings = g_steal_pointer (&headings);
  return ids;
}

static void
show_headings (PlxDocumentList *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    show_heading (self, item);
}

static void
follow (PlxDocumentList *self,
        const PlxChanges *changes)
{
  GArray *ids = list_ids (self);
  g_autoptr (GHashTable) changed = NULL;
  g_autoptr (GArray) old = NULL;

  if (ids == NULL)
    return;
  changed = changes != NULL ? drop_changed (self, changes) : g_hash_table_new (g_int64_hash, g_int64_equal);
  show_headings (self);
  old = g_steal_pointer (&self->ids);
  self->ids = ids;
  if (have_same_order (old, ids) && g_hash_table_size (changed) <= MAX_SINGLE)
    tell_changed (self, changed);
  else
    tell_between (self, old, changed);
}

/* Annotations, which are many: counted in the background */

static gpointer
read_counts (PlxConnection *connection,
             GCancellable *cancellable,
             GError **error)
{
  return plx_documents_count_annotations (connection, error);
}

static void
counted_cb (gpointer owner,
            gpointer answer)
{
  PlxDocumentList *self = owner;
  GHashTableIter iter;
  gpointer id, value;

  g_clear_pointer (&self->counts, g_hash_table_unref);
  self->counts = answer;
  self->n_annotations = 0;
  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    self->n_annotations += GPOINTER_TO_UINT (value);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &id, &value))
    plx_document_item_set_n_annotations (value, GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, id)));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALL_ANNOTATIONS]);
}

/* What the order depends on. */
static guint
get_tables (PlxDocumentList *self)
{
  guint tables = 1 << PLX_TABLE_DOCUMENT | 1 << PLX_TABLE_OUTLET;

  if (self->order->sort == PLX_ARTICLES_BY_ANNOTATIONS || self->order->unannotated)
    tables |= 1 << PLX_TABLE_ANNOTATION;
  if (self->order->sort == PLX_ARTICLES_BY_FIELD || self->order->group == PLX_ARTICLES_BY_FIELD || self->order->field != PLX_ID_NONE)
    tables |= 1 << PLX_TABLE_FIELD_VALUE | 1 << PLX_TABLE_FIELD;
  return tables;
}

void
plx_document_list_set_order (PlxDocumentList *self,
                             const PlxArticleOrder *order)
{
  PlxArticleOrder *old = self->order;

  g_return_if_fail (PLX_IS_DOCUMENT_LIST (self) && order != NULL);

  self->order = plx_article_order_copy (order);
  plx_article_order_free (old);
  follow (self, NULL);
}

const PlxArticleOrder *
plx_document_list_get_order (PlxDocumentList *self)
{
  return self->order;
}

static void
project_changed_cb (PlxProject *project,
                    PlxChanges *changes,
                    PlxDocumentList *self)
{
  if (plx_changes_touch_any (changes, get_tables (self)))
    follow (self, changes);
}

PlxDocumentList *
plx_document_list_new (PlxProject *project)
{
  PlxDocumentList *self = g_object_new (PLX_TYPE_DOCUMENT_LIST, NULL);
  GArray *ids = plx_documents_list_ids (plx_project_get_reader (project), NULL);

  self->project = g_object_ref (project);
  if (ids != NULL)
    {
      g_array_unref (self->ids);
      self->ids = ids;
    }
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, 0);
  self->counter = plx_refresher_new (project, 1 << PLX_TABLE_ANNOTATION | 1 << PLX_TABLE_DOCUMENT, read_counts,
                                     (GDestroyNotify) g_hash_table_unref, counted_cb, self);
  plx_refresher_set_active (self->counter, TRUE);
  return self;
}

guint
plx_document_list_find (PlxDocumentList *self,
                        PlxId document)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (get_id (self, i) == document)
      return i;
  return G_MAXUINT;
}

guint
plx_document_list_get_n_annotations (PlxDocumentList *self)
{
  return self->n_annotations;
}

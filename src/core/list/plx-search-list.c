/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-search-list.h"

/* Items */

struct _PlxSearchItem
{
  GObject parent_instance;

  GPtrArray *hits; /* (owned): that @index is in */
  guint index;     /* of the hit, or of the first that is named */
  guint n;         /* how many are named; 0 for a hit */
};

G_DEFINE_FINAL_TYPE (PlxSearchItem, plx_search_item, G_TYPE_OBJECT)

static void
plx_search_item_finalize (GObject *object)
{
  PlxSearchItem *self = PLX_SEARCH_ITEM (object);

  g_clear_pointer (&self->hits, g_ptr_array_unref);
  G_OBJECT_CLASS (plx_search_item_parent_class)->finalize (object);
}

static void
plx_search_item_class_init (PlxSearchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_search_item_finalize;
}

static void
plx_search_item_init (PlxSearchItem *self)
{
}

const PlxSearchHit *
plx_search_item_get_hit (PlxSearchItem *self)
{
  return self->n == 0 ? g_ptr_array_index (self->hits, self->index) : NULL;
}

const PlxSearchHit *
plx_search_item_get_first (PlxSearchItem *self)
{
  return g_ptr_array_index (self->hits, self->index);
}

guint
plx_search_item_get_n (PlxSearchItem *self)
{
  return self->n;
}

/* The list */

typedef struct
{
  guint index;
  guint n; /* 0 for a hit */
} Row;

struct _PlxSearchList
{
  GObject parent_instance;

  GPtrArray *hits; /* (owned) (element-type PlxSearchHit) */
  GArray *rows;    /* (owned) (element-type Row) */
};

static GType
get_item_type (GListModel *model)
{
  return PLX_TYPE_SEARCH_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return PLX_SEARCH_LIST (model)->rows->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  PlxSearchList *self = PLX_SEARCH_LIST (model);
  PlxSearchItem *item;

  if (position >= self->rows->len)
    return NULL;
  item = g_object_new (PLX_TYPE_SEARCH_ITEM, NULL);
  item->hits = g_ptr_array_ref (self->hits);
  item->index = g_array_index (self->rows, Row, position).index;
  item->n = g_array_index (self->rows, Row, position).n;
  return item;
}

static void
model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxSearchList, plx_search_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init))

/* Whether two hits stand under one name. */
static gboolean
belong_together (const PlxSearchHit *a,
                 const PlxSearchHit *b)
{
  return a->where == b->where && (a->where != PLX_SEARCH_TEXT || a->document == b->document);
}

static GArray *
make_rows (GPtrArray *hits,
           PlxSearchOrder order)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i < hits->len;)
    {
      guint end = i + 1;
      Row name = { .index = i };

      while (end < hits->len && belong_together (g_ptr_array_index (hits, i), g_ptr_array_index (hits, end)))
        end++;
      name.n = end - i;
      if (order == PLX_SEARCH_BY_ARTICLE)
        g_array_append_val (rows, name);
      for (; i < end; i++)
        {
          const Row row = { .index = i };

          g_array_append_val (rows, row);
        }
    }
  return rows;
}

static gboolean
is_same_row (const PlxSearchHit *a,
             const PlxSearchHit *b)
{
  return a->where == b->where && a->document == b->document && a->subject == b->subject &&
         a->span.start == b->span.start && a->span.end == b->span.end;
}

/* How many rows at the beginning are as they were. */
static guint
count_same (PlxSearchList *self,
            GPtrArray *hits,
            GArray *rows)
{
  guint i = 0;

  for (; i < rows->len && i < self->rows->len; i++)
    {
      const Row *before = &g_array_index (self->rows, Row, i);
      const Row *after = &g_array_index (rows, Row, i);

      if (before->n != after->n || !is_same_row (g_ptr_array_index (self->hits, before->index), g_ptr_array_index (hits, after->index)))
        break;
    }
  return i;
}

void
plx_search_list_set (PlxSearchList *self,
                     GPtrArray *hits,
                     PlxSearchOrder order)
{
  GArray *rows = make_rows (hits, order);
  guint n_same = count_same (self, hits, rows);
  guint n_before = self->rows->len;

  g_ptr_array_ref (hits);
  g_ptr_array_unref (self->hits);
  self->hits = hits;
  g_array_unref (self->rows);
  self->rows = rows;
  if (n_before > n_same || rows->len > n_same)
    g_list_model_items_changed (G_LIST_MODEL (self), n_same, n_before - n_same, rows->len - n_same);
}

GPtrArray *
plx_search_list_get_hits (PlxSearchList *self)
{
  return self->hits;
}

guint
plx_search_list_count_articles (PlxSearchList *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->hits->len; i++)
    {
      PlxSearchHit *hit = g_ptr_array_index (self->hits, i);

      if (hit->where == PLX_SEARCH_TEXT)
        g_hash_table_add (seen, &hit->document);
    }
  return g_hash_table_size (seen);
}

static void
plx_search_list_finalize (GObject *object)
{
  PlxSearchList *self = PLX_SEARCH_LIST (object);

  g_ptr_array_unref (self->hits);
  g_array_unref (self->rows);
  G_OBJECT_CLASS (plx_search_list_parent_class)->finalize (object);
}

static void
plx_search_list_class_init (PlxSearchListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_search_list_finalize;
}

static void
plx_search_list_init (PlxSearchList *self)
{
  self->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_search_hit_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
}

PlxSearchList *
plx_search_list_new (void)
{
  return g_object_new (PLX_TYPE_SEARCH_LIST, NULL);
}

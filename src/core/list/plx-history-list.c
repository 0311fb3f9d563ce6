/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-history-list.h"

/* Edits of one page.  Pages count from the oldest edit, so that they stay the
 * same when work goes on. */
#define PAGE 64

/* More than a list view looks at. */
#define MAX_PAGES 16

struct _PlxHistoryList
{
  GObject parent_instance;

  PlxProject *project;       /* (owned) */
  PlxHistoryItem *beginning; /* (owned) */
  GHashTable *pages;         /* (owned) (element-type guint GPtrArray of PlxHistoryItem), oldest first */
  guint n_edits;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxHistoryList,
                               plx_history_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Pages */

/* Counts days of the calendar that is on the wall. */
static gint64
get_day (gint64 moment)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (moment / 1000);

  return local != NULL ? g_date_time_get_year (local) * 366 + g_date_time_get_day_of_year (local) : 0;
}

static PlxId
get_here (PlxHistoryList *self)
{
  const PlxEdit *edit = plx_project_peek_undo (self->project);

  return edit != NULL ? edit->id : PLX_ID_NONE;
}

static void
reverse (GPtrArray *edits)
{
  for (guint i = 0; edits != NULL && i < edits->len / 2; i++)
    {
      gpointer first = edits->pdata[i];

      edits->pdata[i] = edits->pdata[edits->len - 1 - i];
      edits->pdata[edits->len - 1 - i] = first;
    }
}

static guint
count_edits (PlxHistoryList *self)
{
  PlxConnection *reader = plx_project_get_reader (self->project);
  gint64 n = reader != NULL ? plx_history_count (reader, NULL) : -1;

  return n >= 0 ? (guint) n : self->n_edits;
}

/* A page that nothing is known of, reached from the nearest place that is. */
static GPtrArray *
read_new_page (PlxHistoryList *self,
               PlxConnection *reader,
               guint number)
{
  GPtrArray *above = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number + 1));
  guint end = (number + 1) * PAGE + 1;
  guint n = count_edits (self); /* another process may have been here */
  GPtrArray *edits;

  if (above != NULL && above->len > 0)
    {
      edits = plx_history_list (reader, PAGE, plx_history_item_get_id (g_ptr_array_index (above, 0)), NULL);
      if (edits != NULL)
        g_ptr_array_insert (edits, 0, plx_edit_copy (plx_history_item_get_edit (g_ptr_array_index (above, 0))));
    }
  else if (number * PAGE < n / 2)
    return plx_history_list_from (reader, number * PAGE, PAGE + 1, NULL);
  else
    edits = plx_history_list_back (reader, n > end ? n - end : 0, (int) (MIN (end, n) - number * PAGE), NULL);
  reverse (edits);
  return edits;
}

/* The edits of page @number, and the one after it to compare days with. */
static GPtrArray *
read_page (PlxHistoryList *self,
           guint number,
           GPtrArray *items)
{
  PlxConnection *reader = plx_project_get_reader (self->project);

  if (reader == NULL)
    return NULL;
  if (items->len > 0)
    return plx_history_list_since (reader, plx_history_item_get_id (g_ptr_array_index (items, 0)), PAGE + 1, NULL);
  return read_new_page (self, reader, number);
}

/* Brings what is known of a page up to date and adds what is new in it. */
static void
update_page (PlxHistoryList *self,
             guint number,
             GPtrArray *items)
{
  g_autoptr (GPtrArray) edits = read_page (self, number, items);
  PlxId here = get_here (self);

  for (guint i = 0; edits != NULL && i < MIN (edits->len, PAGE); i++)
    {
      const PlxEdit *edit = g_ptr_array_index (edits, i);
      const PlxEdit *newer = i + 1 < edits->len ? g_ptr_array_index (edits, i + 1) : NULL;
      PlxHistoryItem *item;

      if (i >= items->len)
        g_ptr_array_add (items, plx_history_item_new (edit));
      item = g_ptr_array_index (items, i);
      plx_history_item_set_state (item, edit->state);
      plx_history_item_set_is_here (item, edit->id == here);
      plx_history_item_set_starts_day (item, newer == NULL || get_day (newer->created) != get_day (edit->created));
    }
}

/* Lets go of the page that is farthest from @number. */
static void
trim (PlxHistoryList *self,
      guint number)
{
  GHashTableIter iter;
  gpointer key;
  guint farthest = number;

  if (g_hash_table_size (self->pages) <= MAX_PAGES)
    return;
  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint other = GPOINTER_TO_UINT (key);

      if (ABS ((int) other - (int) number) > ABS ((int) farthest - (int) number))
        farthest = other;
    }
  g_hash_table_remove (self->pages, GUINT_TO_POINTER (farthest));
}

static GPtrArray *
ensure_page (PlxHistoryList *self,
             guint number)
{
  GPtrArray *items = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (items != NULL)
    return items;
  items = g_ptr_array_new_with_free_func (g_object_unref);
  update_page (self, number, items);
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), items);
  trim (self, number);
  return items;
}

/* List model */

static GType
list_get_item_type (GListModel *model)
{
  return PLX_TYPE_HISTORY_ITEM;
}

static guint
list_get_n_items (GListModel *model)
{
  PlxHistoryList *self = PLX_HISTORY_LIST (model);

  return self->n_edits > 0 ? self->n_edits + 1 : 0;
}

static gpointer
list_get_item (GListModel *model,
               guint position)
{
  PlxHistoryList *self = PLX_HISTORY_LIST (model);
  GPtrArray *items;
  guint age;

  if (position >= list_get_n_items (model))
    return NULL;
  if (position == self->n_edits)
    return g_object_ref (self->beginning);
  age = self->n_edits - 1 - position;
  items = ensure_page (self, age / PAGE);
  /* What cannot be read any more: the project was closed. */
  if (age % PAGE >= items->len)
    return g_object_ref (self->beginning);
  return g_object_ref (g_ptr_array_index (items, age % PAGE));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
plx_history_list_finalize (GObject *object)
{
  PlxHistoryList *self = PLX_HISTORY_LIST (object);

  g_clear_object (&self->project);
  g_clear_object (&self->beginning);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  G_OBJECT_CLASS (plx_history_list_parent_class)->finalize (object);
}

static void
plx_history_list_class_init (PlxHistoryListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_history_list_finalize;
}

static void
plx_history_list_init (PlxHistoryList *self)
{
  self->beginning = plx_history_item_new (NULL);
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/* Following the project */

static void
follow (PlxHistoryList *self)
{
  guint before = list_get_n_items (G_LIST_MODEL (self));
  GHashTableIter iter;
  gpointer key, items;

  self->n_edits = count_edits (self);
  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &key, &items))
    update_page (self, GPOINTER_TO_UINT (key), items);
  plx_history_item_set_is_here (self->beginning, get_here (self) == PLX_ID_NONE);
  if (list_get_n_items (G_LIST_MODEL (self)) > before)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, list_get_n_items (G_LIST_MODEL (self)) - before);
}

PlxHistoryList *
plx_history_list_new (PlxProject *project)
{
  PlxHistoryList *self = g_object_new (PLX_TYPE_HISTORY_LIST, NULL);

  self->project = g_object_ref (project);
  follow (self);
  g_signal_connect_object (project, "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  return self;
}

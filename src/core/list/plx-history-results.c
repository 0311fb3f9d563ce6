/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-history-results.h"

#include "store/plx-history-search.h"

/* Edits that are looked at between two looks at the clock. */
#define SLICE 16
#define SLICE_US 5000

struct _PlxHistoryResults
{
  GObject parent_instance;

  PlxProject *project; /* (owned) */
  char *words;         /* (owned) */
  char **verbs;        /* (owned) (nullable) */

  PlxHistorySearch *search; /* (owned) (nullable): while it runs */
  GPtrArray *items;         /* (owned) (element-type PlxHistoryItem) */
  guint n_edits;            /* of the history when it was looked at last */
  guint search_id;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxHistoryResults,
                               plx_history_results,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

typedef enum
{
  PROP_SEARCHING = 1,
} PlxHistoryResultsProperty;

static GParamSpec *properties[PROP_SEARCHING + 1];

static GType
list_get_item_type (GListModel *model)
{
  return PLX_TYPE_HISTORY_ITEM;
}

static guint
list_get_n_items (GListModel *model)
{
  return PLX_HISTORY_RESULTS (model)->items->len;
}

static gpointer
list_get_item (GListModel *model,
               guint position)
{
  PlxHistoryResults *self = PLX_HISTORY_RESULTS (model);

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
plx_history_results_get_property (GObject *object,
                                  guint id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  PlxHistoryResults *self = PLX_HISTORY_RESULTS (object);

  switch ((PlxHistoryResultsProperty) id)
    {
    case PROP_SEARCHING:
      g_value_set_boolean (value, self->search != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_history_results_finalize (GObject *object)
{
  PlxHistoryResults *self = PLX_HISTORY_RESULTS (object);

  g_clear_handle_id (&self->search_id, g_source_remove);
  g_clear_pointer (&self->search, plx_history_search_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->project);
  g_free (self->words);
  g_strfreev (self->verbs);
  G_OBJECT_CLASS (plx_history_results_parent_class)->finalize (object);
}

static void
plx_history_results_class_init (PlxHistoryResultsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_history_results_get_property;
  object_class->finalize = plx_history_results_finalize;

  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
plx_history_results_init (PlxHistoryResults *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Searching */

static void
insert (PlxHistoryResults *self,
        guint position,
        GPtrArray *edits)
{
  if (edits->len == 0)
    return;
  for (guint i = 0; i < edits->len; i++)
    g_ptr_array_insert (self->items, (int) (position + i), plx_history_item_new (g_ptr_array_index (edits, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, edits->len);
}

/* Looks on for a while.  Returns whether there is more to look at. */
static gboolean
look_on (PlxHistoryResults *self)
{
  gint64 until = g_get_monotonic_time () + SLICE_US;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_edit_free);
  gboolean ended = FALSE;

  while (!ended && self->items->len + found->len < PLX_HISTORY_RESULTS_MAX && g_get_monotonic_time () < until)
    {
      PlxConnection *reader = plx_project_get_reader (self->project);
      g_autoptr (GPtrArray) more = reader != NULL ? plx_history_search_next (self->search, reader, SLICE, &ended, NULL) : NULL;

      if (more == NULL)
        ended = TRUE;
      else
        g_ptr_array_extend_and_steal (found, g_steal_pointer (&more));
    }
  insert (self, self->items->len, found);
  return !ended && self->items->len < PLX_HISTORY_RESULTS_MAX;
}

static gboolean
search_cb (gpointer data)
{
  PlxHistoryResults *self = data;

  if (look_on (self))
    return G_SOURCE_CONTINUE;
  self->search_id = 0;
  g_clear_pointer (&self->search, plx_history_search_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
  return G_SOURCE_REMOVE;
}

/* The first look is taken at once: what is done after it is not found twice. */
static void
start (PlxHistoryResults *self)
{
  self->search = plx_history_search_new (self->words, (const char *const *) self->verbs);
  if (look_on (self))
    self->search_id = g_idle_add_full (G_PRIORITY_LOW, search_cb, self, NULL);
  else
    g_clear_pointer (&self->search, plx_history_search_free);
}

/* Following the project */

static void
update_states (PlxHistoryResults *self,
               PlxConnection *reader)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      PlxHistoryItem *item = g_ptr_array_index (self->items, i);
      PlxEditState state;

      if (plx_history_get_state (reader, plx_history_item_get_id (item), &state, NULL))
        plx_history_item_set_state (item, state);
    }
}

static void
project_changed_cb (PlxHistoryResults *self)
{
  PlxConnection *reader = plx_project_get_reader (self->project);
  gint64 n = reader != NULL ? plx_history_count (reader, NULL) : -1;
  g_autoptr (PlxHistorySearch) search = NULL;
  g_autoptr (GPtrArray) found = NULL;
  gboolean ended;

  if (n < 0)
    return;
  update_states (self, reader);
  if ((guint) n <= self->n_edits)
    return;
  search = plx_history_search_new (self->words, (const char *const *) self->verbs);
  found = plx_history_search_next (search, reader, (int) n - (int) self->n_edits, &ended, NULL);
  self->n_edits = (guint) n;
  if (found != NULL)
    insert (self, 0, found);
}

PlxHistoryResults *
plx_history_results_new (PlxProject *project,
                         const char *words,
                         const char *const *verbs)
{
  PlxHistoryResults *self = g_object_new (PLX_TYPE_HISTORY_RESULTS, NULL);
  PlxConnection *reader = plx_project_get_reader (project);
  gint64 n = reader != NULL ? plx_history_count (reader, NULL) : -1;

  self->project = g_object_ref (project);
  self->words = g_strdup (words);
  self->verbs = g_strdupv ((char **) verbs);
  self->n_edits = n > 0 ? (guint) n : 0;
  start (self);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

gboolean
plx_history_results_is_searching (PlxHistoryResults *self)
{
  return self->search != NULL;
}

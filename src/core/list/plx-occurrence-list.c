/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-occurrence-list.h"

struct _PlxOccurrenceItem
{
  GObject parent_instance;

  const PlxOccurrenceGroup *group; /* (nullable): of an article; belongs to the list */
  const PlxOccurrence *occurrence; /* (nullable): of a place; belongs to the list */
  PlxOccurrenceItem *article;      /* (unowned) (nullable): of a place */
  guint n_choices;                 /* places of an article with a choice; of a place 0 or 1 */
  guint n_ticked;
};

G_DEFINE_FINAL_TYPE (PlxOccurrenceItem, plx_occurrence_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_TICKED = 1,
  PROP_MIXED,
} PlxOccurrenceItemProperty;

static GParamSpec *properties[PROP_MIXED + 1];

static void
plx_occurrence_item_get_property (GObject *object,
                                  guint id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  PlxOccurrenceItem *self = PLX_OCCURRENCE_ITEM (object);

  switch ((PlxOccurrenceItemProperty) id)
    {
    case PROP_TICKED:
      g_value_set_boolean (value, plx_occurrence_item_get_ticked (self));
      break;
    case PROP_MIXED:
      g_value_set_boolean (value, plx_occurrence_item_get_mixed (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_occurrence_item_class_init (PlxOccurrenceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_occurrence_item_get_property;
  properties[PROP_TICKED] = g_param_spec_boolean ("ticked", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MIXED] = g_param_spec_boolean ("mixed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
plx_occurrence_item_init (PlxOccurrenceItem *self)
{
}

const PlxOccurrenceGroup *
plx_occurrence_item_get_group (PlxOccurrenceItem *self)
{
  return self->group;
}

const PlxOccurrence *
plx_occurrence_item_get_occurrence (PlxOccurrenceItem *self)
{
  return self->occurrence;
}

gboolean
plx_occurrence_item_can_tick (PlxOccurrenceItem *self)
{
  return self->n_choices > 0;
}

gboolean
plx_occurrence_item_get_ticked (PlxOccurrenceItem *self)
{
  return self->n_choices > 0 && self->n_ticked == self->n_choices;
}

gboolean
plx_occurrence_item_get_mixed (PlxOccurrenceItem *self)
{
  return self->n_ticked > 0 && self->n_ticked < self->n_choices;
}

static void
set_n_ticked (PlxOccurrenceItem *self,
              guint n_ticked)
{
  if (self->n_ticked == n_ticked)
    return;
  self->n_ticked = n_ticked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MIXED]);
}

/* The list */

struct _PlxOccurrenceList
{
  GObject parent_instance;

  PlxOccurrences *found; /* (owned) (nullable) */
  GPtrArray *items;      /* (owned) (element-type PlxOccurrenceItem) */
  guint n_choices;
  guint n_ticked;
};

enum
{
  TICKS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
plx_occurrence_list_get_item_type (GListModel *model)
{
  return PLX_TYPE_OCCURRENCE_ITEM;
}

static guint
plx_occurrence_list_get_n_items (GListModel *model)
{
  return PLX_OCCURRENCE_LIST (model)->items->len;
}

static gpointer
plx_occurrence_list_get_item (GListModel *model,
                              guint position)
{
  PlxOccurrenceList *self = PLX_OCCURRENCE_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = plx_occurrence_list_get_item_type;
  iface->get_n_items = plx_occurrence_list_get_n_items;
  iface->get_item = plx_occurrence_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxOccurrenceList, plx_occurrence_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
plx_occurrence_list_finalize (GObject *object)
{
  PlxOccurrenceList *self = PLX_OCCURRENCE_LIST (object);

  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->found, plx_occurrences_free);
  G_OBJECT_CLASS (plx_occurrence_list_parent_class)->finalize (object);
}

static void
plx_occurrence_list_class_init (PlxOccurrenceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_occurrence_list_finalize;
  signals[TICKS_CHANGED] = g_signal_new ("ticks-changed", PLX_TYPE_OCCURRENCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_occurrence_list_init (PlxOccurrenceList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

PlxOccurrenceList *
plx_occurrence_list_new (void)
{
  return g_object_new (PLX_TYPE_OCCURRENCE_LIST, NULL);
}

static void
add_place (PlxOccurrenceList *self,
           PlxOccurrenceItem *article,
           const PlxOccurrence *occurrence)
{
  PlxOccurrenceItem *item = g_object_new (PLX_TYPE_OCCURRENCE_ITEM, NULL);

  item->occurrence = occurrence;
  item->article = article;
  item->n_choices = occurrence->state != PLX_OCCURRENCE_TAGGED;
  item->n_ticked = occurrence->state == PLX_OCCURRENCE_FREE;
  article->n_choices += item->n_choices;
  article->n_ticked += item->n_ticked;
  g_ptr_array_add (self->items, item);
}

static void
add_article (PlxOccurrenceList *self,
             const PlxOccurrenceGroup *group)
{
  PlxOccurrenceItem *article = g_object_new (PLX_TYPE_OCCURRENCE_ITEM, NULL);

  article->group = group;
  g_ptr_array_add (self->items, article);
  for (guint i = 0; i < group->n; i++)
    add_place (self, article, &g_array_index (self->found->items, PlxOccurrence, group->first + i));
  self->n_choices += article->n_choices;
  self->n_ticked += article->n_ticked;
}

void
plx_occurrence_list_set (PlxOccurrenceList *self,
                         PlxOccurrences *found)
{
  guint n_removed = self->items->len;
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  PlxOccurrences *old_found = g_steal_pointer (&self->found);

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->found = found;
  self->n_choices = self->n_ticked = 0;
  for (guint i = 0; found != NULL && i < found->groups->len; i++)
    add_article (self, &g_array_index (found->groups, PlxOccurrenceGroup, i));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, self->items->len);
  /* Rows let go of the old items only now. */
  g_clear_pointer (&old_found, plx_occurrences_free);
  g_signal_emit (self, signals[TICKS_CHANGED], 0);
}

/* Ticks */

static void
tick (PlxOccurrenceList *self,
      PlxOccurrenceItem *place,
      gboolean ticked)
{
  guint n = ticked ? place->n_choices : 0;

  if (place->n_ticked == n)
    return;
  self->n_ticked += n - place->n_ticked;
  set_n_ticked (place->article, place->article->n_ticked + n - place->n_ticked);
  set_n_ticked (place, n);
}

static void
tick_article (PlxOccurrenceList *self,
              PlxOccurrenceItem *article,
              gboolean ticked)
{
  guint position;

  if (!g_ptr_array_find (self->items, article, &position))
    return;
  for (guint i = 1; i <= article->group->n; i++)
    tick (self, g_ptr_array_index (self->items, position + i), ticked);
}

void
plx_occurrence_list_toggle (PlxOccurrenceList *self,
                            PlxOccurrenceItem *item)
{
  gboolean ticked = !plx_occurrence_item_get_ticked (item);

  if (item->group != NULL)
    tick_article (self, item, ticked);
  else
    tick (self, item, ticked);
  g_signal_emit (self, signals[TICKS_CHANGED], 0);
}

void
plx_occurrence_list_tick_all (PlxOccurrenceList *self,
                              gboolean ticked)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      PlxOccurrenceItem *item = g_ptr_array_index (self->items, i);

      if (item->occurrence != NULL)
        tick (self, item, ticked);
    }
  g_signal_emit (self, signals[TICKS_CHANGED], 0);
}

/* Asking */

guint
plx_occurrence_list_get_n_places (PlxOccurrenceList *self)
{
  return self->found != NULL ? self->found->items->len : 0;
}

guint
plx_occurrence_list_get_n_articles (PlxOccurrenceList *self)
{
  return self->found != NULL ? self->found->groups->len : 0;
}

guint
plx_occurrence_list_get_n_choices (PlxOccurrenceList *self)
{
  return self->n_choices;
}

guint
plx_occurrence_list_get_n_ticked (PlxOccurrenceList *self)
{
  return self->n_ticked;
}

guint
plx_occurrence_list_get_n_ticked_articles (PlxOccurrenceList *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const PlxOccurrenceItem *item = g_ptr_array_index (self->items, i);

      n += item->group != NULL && item->n_ticked > 0;
    }
  return n;
}

static gboolean
is_ticked_place (const PlxOccurrenceItem *item)
{
  return item->occurrence != NULL && item->n_ticked > 0;
}

GArray *
plx_occurrence_list_dup_ticked (PlxOccurrenceList *self)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (PlxPlacement), self->n_ticked);

  for (guint i = 0; i < self->items->len; i++)
    {
      const PlxOccurrenceItem *item = g_ptr_array_index (self->items, i);

      if (is_ticked_place (item))
        g_array_append_val (places, item->occurrence->place);
    }
  return places;
}

GArray *
plx_occurrence_list_dup_ticked_annotations (PlxOccurrenceList *self)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (PlxId), self->n_ticked);

  for (guint i = 0; i < self->items->len; i++)
    {
      const PlxOccurrenceItem *item = g_ptr_array_index (self->items, i);

      if (is_ticked_place (item))
        g_array_append_val (ids, item->occurrence->annotation);
    }
  return ids;
}

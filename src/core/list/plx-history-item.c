/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-history-item.h"

struct _PlxHistoryItem
{
  GObject parent_instance;

  PlxEdit *edit; /* (owned) (nullable) */
  gboolean is_here;
  gboolean starts_day;
};

G_DEFINE_FINAL_TYPE (PlxHistoryItem, plx_history_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_STATE = 1,
  PROP_IS_HERE,
  PROP_STARTS_DAY,
} PlxHistoryItemProperty;

static GParamSpec *properties[PROP_STARTS_DAY + 1];

static void
plx_history_item_get_property (GObject *object,
                               guint id,
                               GValue *value,
                               GParamSpec *pspec)
{
  PlxHistoryItem *self = PLX_HISTORY_ITEM (object);

  switch ((PlxHistoryItemProperty) id)
    {
    case PROP_STATE:
      g_value_set_int (value, self->edit != NULL ? (int) self->edit->state : PLX_EDIT_DONE);
      break;
    case PROP_IS_HERE:
      g_value_set_boolean (value, self->is_here);
      break;
    case PROP_STARTS_DAY:
      g_value_set_boolean (value, self->starts_day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_history_item_finalize (GObject *object)
{
  g_clear_pointer (&PLX_HISTORY_ITEM (object)->edit, plx_edit_free);
  G_OBJECT_CLASS (plx_history_item_parent_class)->finalize (object);
}

static void
plx_history_item_class_init (PlxHistoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_history_item_get_property;
  object_class->finalize = plx_history_item_finalize;

  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, PLX_EDIT_DONE, PLX_EDIT_DROPPED, PLX_EDIT_DONE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_HERE] = g_param_spec_boolean ("is-here", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STARTS_DAY] = g_param_spec_boolean ("starts-day", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
plx_history_item_init (PlxHistoryItem *self)
{
}

PlxHistoryItem *
plx_history_item_new (const PlxEdit *edit)
{
  PlxHistoryItem *self = g_object_new (PLX_TYPE_HISTORY_ITEM, NULL);

  self->edit = edit != NULL ? plx_edit_copy (edit) : NULL;
  return self;
}

const PlxEdit *
plx_history_item_get_edit (PlxHistoryItem *self)
{
  return self->edit;
}

PlxId
plx_history_item_get_id (PlxHistoryItem *self)
{
  return self->edit != NULL ? self->edit->id : PLX_ID_NONE;
}

gboolean
plx_history_item_is_here (PlxHistoryItem *self)
{
  return self->is_here;
}

gboolean
plx_history_item_starts_day (PlxHistoryItem *self)
{
  return self->starts_day;
}

void
plx_history_item_set_state (PlxHistoryItem *self,
                            PlxEditState state)
{
  if (self->edit->state == state)
    return;
  self->edit->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
plx_history_item_set_is_here (PlxHistoryItem *self,
                              gboolean is_here)
{
  if (self->is_here == is_here)
    return;
  self->is_here = is_here;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_HERE]);
}

void
plx_history_item_set_starts_day (PlxHistoryItem *self,
                                 gboolean starts_day)
{
  if (self->starts_day == starts_day)
    return;
  self->starts_day = starts_day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STARTS_DAY]);
}

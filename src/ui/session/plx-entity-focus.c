/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session/plx-entity-focus.h"

struct _PlxEntityFocus
{
  GObject parent_instance;

  PlxProject *project; /* (owned) */
  PlxEntityList *list; /* (owned) (nullable) */
  PlxId entity;
};

G_DEFINE_FINAL_TYPE (PlxEntityFocus, plx_entity_focus, G_TYPE_OBJECT)

typedef enum
{
  PROP_ENTITY = 1,
} PlxEntityFocusProperty;

static GParamSpec *properties[PROP_ENTITY + 1];

static void
plx_entity_focus_get_property (GObject *object,
                               guint id,
                               GValue *value,
                               GParamSpec *pspec)
{
  switch ((PlxEntityFocusProperty) id)
    {
    case PROP_ENTITY:
      g_value_set_int64 (value, PLX_ENTITY_FOCUS (object)->entity);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_entity_focus_dispose (GObject *object)
{
  PlxEntityFocus *self = PLX_ENTITY_FOCUS (object);

  g_clear_object (&self->list);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (plx_entity_focus_parent_class)->dispose (object);
}

static void
plx_entity_focus_class_init (PlxEntityFocusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_entity_focus_get_property;
  object_class->dispose = plx_entity_focus_dispose;
  properties[PROP_ENTITY] = g_param_spec_int64 ("entity", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_signal_new ("shown", PLX_TYPE_ENTITY_FOCUS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_entity_focus_init (PlxEntityFocus *self)
{
}

PlxEntityFocus *
plx_entity_focus_new (PlxProject *project)
{
  PlxEntityFocus *self = g_object_new (PLX_TYPE_ENTITY_FOCUS, NULL);

  self->project = g_object_ref (project);
  return self;
}

PlxEntityList *
plx_entity_focus_get_list (PlxEntityFocus *self)
{
  if (self->list == NULL)
    self->list = plx_entity_list_new (self->project);
  return self->list;
}

PlxId
plx_entity_focus_get (PlxEntityFocus *self)
{
  return self->entity;
}

void
plx_entity_focus_set (PlxEntityFocus *self,
                      PlxId entity)
{
  if (self->entity == entity)
    return;
  self->entity = entity;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTITY]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-pick-row.h"

#include "compat/plx-isolate.h"

#include <glib/gi18n.h>

struct _PlxPickRow
{
  GObject parent_instance;

  PlxPickType type;
  PlxId tag;
  PlxId entity;
  char *name;     /* (owned) (nullable) */
  char *title;    /* (owned) */
  char *subtitle; /* (owned) (nullable) */
  char *key;      /* (owned) (nullable) */
  char *action;   /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PlxPickRow, plx_pick_row, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_KEY,
} PlxPickRowProperty;

static GParamSpec *properties[PROP_KEY + 1];

static void
plx_pick_row_get_property (GObject *object,
                           guint id,
                           GValue *value,
                           GParamSpec *pspec)
{
  PlxPickRow *self = PLX_PICK_ROW (object);

  switch ((PlxPickRowProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_pick_row_finalize (GObject *object)
{
  PlxPickRow *self = PLX_PICK_ROW (object);

  g_free (self->name);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->key);
  g_free (self->action);
  G_OBJECT_CLASS (plx_pick_row_parent_class)->finalize (object);
}

static void
plx_pick_row_class_init (PlxPickRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_pick_row_get_property;
  object_class->finalize = plx_pick_row_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
plx_pick_row_init (PlxPickRow *self)
{
}

/* Making */

static PlxPickRow *
row_new (PlxPickType type,
         PlxId tag)
{
  PlxPickRow *self = g_object_new (PLX_TYPE_PICK_ROW, NULL);

  self->type = type;
  self->tag = tag;
  return self;
}

PlxPickRow *
plx_pick_row_new_tag (const PlxTag *tag)
{
  PlxPickRow *self = row_new (PLX_PICK_TAG, tag->id);

  self->title = g_strdup (tag->path);
  self->key = g_strdup (tag->hotkey);
  return self;
}

static const char *
get_sort_word (const PlxNameHit *hit)
{
  if (hit->kind == PLX_KIND_PLACE)
    return _ ("Place");
  if (g_str_equal (hit->sort, "person"))
    return _ ("Person");
  return g_str_equal (hit->sort, "organisation") ? _ ("Organisation") : _ ("Actor");
}

static char *
dup_mentions (const PlxNameHit *hit)
{
  if (hit->n_mentions == 0)
    return g_strdup (_ ("not mentioned yet"));
  if (hit->n_documents == 1)
    return g_strdup_printf (ngettext ("%u mention in one article", "%u mentions in one article", hit->n_mentions), hit->n_mentions);
  /* Translators: how many mentions, in how many articles */
  return g_strdup_printf (ngettext ("%u mention in %u articles", "%u mentions in %u articles", hit->n_mentions),
                          hit->n_mentions, hit->n_documents);
}

PlxPickRow *
plx_pick_row_new_entity (PlxId tag,
                         const PlxNameHit *hit)
{
  PlxPickRow *self = row_new (PLX_PICK_ENTITY, tag);
  g_autofree char *mentions = dup_mentions (hit);
  g_autofree char *alias = hit->alias != NULL ? plx_isolate (hit->alias) : NULL;

  self->entity = hit->id;
  self->name = g_strdup (hit->name);
  self->title = g_strdup (hit->name);
  if (alias != NULL)
    self->subtitle = g_strdup_printf ("%s · %s · %s", get_sort_word (hit), mentions, alias);
  else
    self->subtitle = g_strdup_printf ("%s · %s", get_sort_word (hit), mentions);
  return self;
}

PlxPickRow *
plx_pick_row_new_new (PlxId tag,
                      PlxKind kind,
                      const char *name)
{
  PlxPickRow *self = row_new (PLX_PICK_NEW, tag);
  g_autofree char *isolated = plx_isolate (name);

  self->name = g_strdup (name);
  self->title = g_strdup_printf (kind == PLX_KIND_PLACE ? _ ("New place “%s”") : _ ("New actor “%s”"), isolated);
  return self;
}

PlxPickRow *
plx_pick_row_new_command (const char *title,
                          const char *key,
                          const char *action)
{
  PlxPickRow *self = row_new (PLX_PICK_COMMAND, PLX_ID_NONE);

  self->title = g_strdup (title);
  self->key = g_strdup (key);
  self->action = g_strdup (action);
  return self;
}

void
plx_pick_row_set_words (PlxPickRow *self,
                        const char *title,
                        const char *subtitle)
{
  g_free (self->title);
  g_free (self->subtitle);
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/* Asking */

PlxPickType
plx_pick_row_get_pick_type (PlxPickRow *self)
{
  return self->type;
}

PlxId
plx_pick_row_get_tag (PlxPickRow *self)
{
  return self->tag;
}

PlxId
plx_pick_row_get_entity (PlxPickRow *self)
{
  return self->entity;
}

const char *
plx_pick_row_get_name (PlxPickRow *self)
{
  return self->name;
}

const char *
plx_pick_row_get_action (PlxPickRow *self)
{
  return self->action;
}

gboolean
plx_pick_row_is_same (PlxPickRow *a,
                      PlxPickRow *b)
{
  return a->type == b->type && a->tag == b->tag && a->entity == b->entity && g_strcmp0 (a->action, b->action) == 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session/plx-making.h"

/* Of what was used lately, so many are remembered. */
#define MAX_RECENT 24

struct _PlxMaking
{
  GObject parent_instance;

  PlxReading *reading; /* (owned) (nullable): where passages are collected */
  GArray *fragments;   /* (owned) (element-type PlxSpan): normalized */
  GArray *nothing;     /* (owned) (element-type PlxSpan): for other readings */
  PlxPainting painting;
  PlxId tag; /* that is painted with */
  PlxId entity;
  char *name;     /* (owned) (nullable): of the entity */
  GArray *recent; /* (owned) (element-type PlxId) */
};

G_DEFINE_FINAL_TYPE (PlxMaking, plx_making, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
plx_making_finalize (GObject *object)
{
  PlxMaking *self = PLX_MAKING (object);

  g_clear_object (&self->reading);
  g_clear_pointer (&self->fragments, g_array_unref);
  g_clear_pointer (&self->nothing, g_array_unref);
  g_clear_pointer (&self->recent, g_array_unref);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (plx_making_parent_class)->finalize (object);
}

static void
plx_making_class_init (PlxMakingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_making_finalize;

  signals[CHANGED] = g_signal_new ("changed", PLX_TYPE_MAKING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_making_init (PlxMaking *self)
{
  self->fragments = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  self->nothing = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  self->recent = g_array_new (FALSE, FALSE, sizeof (PlxId));
}

PlxMaking *
plx_making_new (void)
{
  return g_object_new (PLX_TYPE_MAKING, NULL);
}

static void
changed (PlxMaking *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Fragments */

void
plx_making_collect (PlxMaking *self,
                    PlxReading *reading,
                    const PlxSpan *span)
{
  int length = plx_text_get_length (plx_reading_get_text (reading));

  g_return_if_fail (span->start >= 0 && span->start < span->end && span->end <= length);

  if (g_set_object (&self->reading, reading))
    g_array_set_size (self->fragments, 0);
  g_array_append_val (self->fragments, *span);
  plx_spans_normalize (self->fragments, length, NULL);
  changed (self);
}

gboolean
plx_making_give_back (PlxMaking *self,
                      PlxReading *reading,
                      int offset)
{
  int i = plx_spans_find (plx_making_get_fragments (self, reading), offset);

  if (i < 0)
    return FALSE;
  g_array_remove_index (self->fragments, (guint) i);
  changed (self);
  return TRUE;
}

void
plx_making_give_up (PlxMaking *self)
{
  if (self->fragments->len == 0)
    return;
  g_array_set_size (self->fragments, 0);
  g_clear_object (&self->reading);
  changed (self);
}

GArray *
plx_making_get_fragments (PlxMaking *self,
                          PlxReading *reading)
{
  return self->reading == reading ? self->fragments : self->nothing;
}

guint
plx_making_get_n_fragments (PlxMaking *self)
{
  return self->fragments->len;
}

/* Painting */

PlxPainting
plx_making_get_painting (PlxMaking *self)
{
  return self->painting;
}

void
plx_making_set_keep (PlxMaking *self,
                     gboolean keep)
{
  if (keep == (self->painting != PLX_PAINTING_OFF))
    return;
  self->painting = keep ? PLX_PAINTING_ARMED : PLX_PAINTING_OFF;
  self->tag = self->entity = PLX_ID_NONE;
  g_clear_pointer (&self->name, g_free);
  changed (self);
}

/* To the front, once. */
static void
remember (PlxMaking *self,
          PlxId id)
{
  if (id == PLX_ID_NONE)
    return;
  for (guint i = 0; i < self->recent->len; i++)
    if (g_array_index (self->recent, PlxId, i) == id)
      {
        g_array_remove_index (self->recent, i);
        break;
      }
  g_array_prepend_val (self->recent, id);
  g_array_set_size (self->recent, MIN (self->recent->len, MAX_RECENT));
}

void
plx_making_used (PlxMaking *self,
                 PlxId tag,
                 PlxId entity,
                 const char *name)
{
  remember (self, tag);
  remember (self, entity);
  if (self->painting != PLX_PAINTING_ARMED)
    return;
  self->painting = PLX_PAINTING_ON;
  self->tag = tag;
  self->entity = entity;
  self->name = g_strdup (name);
  changed (self);
}

PlxId
plx_making_get_tag (PlxMaking *self)
{
  return self->tag;
}

PlxId
plx_making_get_entity (PlxMaking *self)
{
  return self->entity;
}

const char *
plx_making_get_name (PlxMaking *self)
{
  return self->name != NULL ? self->name : "";
}

const PlxId *
plx_making_get_recent (PlxMaking *self,
                       gsize *n_recent)
{
  *n_recent = self->recent->len;
  return (const PlxId *) (gpointer) self->recent->data;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session/plx-relating.h"

/* One end. */
typedef struct
{
  PlxId annotation; /* or PLX_ID_NONE */
  char *quote;      /* (owned) */
} End;

struct _PlxRelating
{
  GObject parent_instance;

  End source;
  End target;
  PlxReading *place; /* (owned) (nullable): of what was aimed at */
  PlxId aimed;
};

G_DEFINE_FINAL_TYPE (PlxRelating, plx_relating, G_TYPE_OBJECT)

static guint changed_signal;

/* The words of the first passage: enough to know it again. */
static char *
dup_quote (PlxReading *reading,
           PlxId annotation)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  const PlxSpan *span;

  if (!plx_span_index_get_spans (plx_reading_get_index (reading), annotation, spans))
    return g_strdup ("");
  span = &g_array_index (spans, PlxSpan, 0);
  return plx_text_dup_slice (plx_reading_get_text (reading), span->start, span->end);
}

static void
set_end (End *end,
         PlxReading *reading,
         PlxId annotation)
{
  g_free (end->quote);
  end->annotation = annotation;
  end->quote = annotation != PLX_ID_NONE ? dup_quote (reading, annotation) : g_strdup ("");
}

static void
tell (PlxRelating *self)
{
  g_signal_emit (self, changed_signal, 0);
}

void
plx_relating_mark (PlxRelating *self,
                   PlxReading *reading,
                   PlxId annotation)
{
  set_end (&self->source, reading, annotation);
  set_end (&self->target, NULL, PLX_ID_NONE);
  self->aimed = PLX_ID_NONE;
  g_clear_object (&self->place);
  tell (self);
}

void
plx_relating_aim (PlxRelating *self,
                  PlxReading *reading,
                  PlxId annotation)
{
  set_end (&self->target, reading, annotation);
  g_set_object (&self->place, reading);
  self->aimed = annotation;
  tell (self);
}

void
plx_relating_turn (PlxRelating *self)
{
  End source = self->source;

  self->source = self->target;
  self->target = source;
  tell (self);
}

void
plx_relating_clear (PlxRelating *self)
{
  if (self->source.annotation != PLX_ID_NONE)
    plx_relating_mark (self, NULL, PLX_ID_NONE);
}

PlxId
plx_relating_get_source (PlxRelating *self)
{
  return self->source.annotation;
}

PlxId
plx_relating_get_target (PlxRelating *self)
{
  return self->target.annotation;
}

PlxReading *
plx_relating_get_place (PlxRelating *self)
{
  return self->place;
}

PlxId
plx_relating_get_aimed (PlxRelating *self)
{
  return self->aimed;
}

const char *
plx_relating_get_source_quote (PlxRelating *self)
{
  return self->source.quote;
}

const char *
plx_relating_get_target_quote (PlxRelating *self)
{
  return self->target.quote;
}

static void
plx_relating_finalize (GObject *object)
{
  PlxRelating *self = PLX_RELATING (object);

  g_free (self->source.quote);
  g_free (self->target.quote);
  g_clear_object (&self->place);
  G_OBJECT_CLASS (plx_relating_parent_class)->finalize (object);
}

static void
plx_relating_class_init (PlxRelatingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_relating_finalize;
  changed_signal = g_signal_new ("changed", PLX_TYPE_RELATING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_relating_init (PlxRelating *self)
{
  self->source.quote = g_strdup ("");
  self->target.quote = g_strdup ("");
}

PlxRelating *
plx_relating_new (void)
{
  return g_object_new (PLX_TYPE_RELATING, NULL);
}

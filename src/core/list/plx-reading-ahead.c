/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reading shows before it is stored: annotations on their way to the
 * store, and borders that one may get. */

#include "config.h"

#include "list/plx-reading-private.h"

#include "store/plx-annotations.h"

gboolean
plx_reading_is_ahead (PlxReading *self,
                      PlxId annotation)
{
  return plx_reading_is_saving (self, annotation) || self->previewed == annotation;
}

static void
forget_preview (PlxReading *self)
{
  self->previewed = PLX_ID_NONE;
  g_clear_pointer (&self->unmoved, g_array_unref);
}

void
plx_reading_drop_lost_preview (PlxReading *self)
{
  g_autoptr (PlxAnnotation) stored = NULL;
  PlxId id = self->previewed;

  if (id == PLX_ID_NONE || plx_reading_is_saving (self, id))
    return;
  stored = plx_annotations_get (plx_project_get_reader (self->project), id, NULL);
  if (stored != NULL)
    return;
  forget_preview (self);
  plx_reading_reload_annotation (self, id);
}

static void
carry (PlxReading *self,
       PlxSpanIndex *index,
       PlxId annotation)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  PlxSpanIndex *shown = plx_reading_get_index (self);
  PlxId tag = plx_span_index_get_tag (shown, annotation);

  if (plx_span_index_get_spans (shown, annotation, spans))
    plx_span_index_add (index, annotation, tag, (const PlxSpan *) spans->data, spans->len);
}

void
plx_reading_carry_ahead (PlxReading *self,
                         PlxSpanIndex *index)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->saving);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    carry (self, index, *(PlxId *) id);
  if (self->previewed != PLX_ID_NONE)
    carry (self, index, self->previewed);
}

void
plx_reading_show_saving (PlxReading *self,
                         PlxId annotation,
                         PlxId tag,
                         const PlxSpan *spans,
                         gsize n_spans)
{
  guint n_writes = GPOINTER_TO_UINT (g_hash_table_lookup (self->saving, &annotation));

  g_hash_table_insert (self->saving, g_memdup2 (&annotation, sizeof annotation), GUINT_TO_POINTER (n_writes + 1));
  plx_shown_spans_show (self->spans, annotation, tag, spans, n_spans);
  plx_reading_emit_spans_changed (self);
}

gboolean
plx_reading_is_saving (PlxReading *self,
                       PlxId annotation)
{
  return g_hash_table_contains (self->saving, &annotation);
}

void
plx_reading_settle (PlxReading *self,
                    PlxId annotation)
{
  guint n_writes = GPOINTER_TO_UINT (g_hash_table_lookup (self->saving, &annotation));

  if (n_writes > 1)
    {
      g_hash_table_insert (self->saving, g_memdup2 (&annotation, sizeof annotation), GUINT_TO_POINTER (n_writes - 1));
      return;
    }
  g_hash_table_remove (self->saving, &annotation);
  if (self->previewed != annotation)
    plx_reading_reload_annotation (self, annotation);
  else
    plx_reading_drop_lost_preview (self);
  plx_reading_emit_spans_changed (self);
}

void
plx_reading_show_preview (PlxReading *self,
                          PlxId annotation,
                          const PlxSpan *spans,
                          gsize n_spans)
{
  PlxSpanIndex *index = plx_reading_get_index (self);
  PlxId tag = plx_span_index_get_tag (index, annotation);

  if (tag == PLX_ID_NONE)
    return;
  if (self->previewed != annotation)
    {
      plx_reading_end_preview (self);
      self->previewed = annotation;
      self->unmoved = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
      plx_span_index_get_spans (index, annotation, self->unmoved);
    }
  plx_span_index_add (index, annotation, tag, spans, n_spans);
  plx_reading_emit_spans_changed (self);
}

void
plx_reading_end_preview (PlxReading *self)
{
  PlxSpanIndex *index = plx_reading_get_index (self);
  PlxId annotation = self->previewed;
  g_autoptr (GArray) unmoved = NULL;

  if (annotation == PLX_ID_NONE)
    return;
  unmoved = g_array_ref (self->unmoved);
  forget_preview (self);
  /* Of what is on its way to the store the store knows nothing yet. */
  if (plx_reading_is_saving (self, annotation))
    plx_span_index_add (index, annotation, plx_span_index_get_tag (index, annotation),
                        (const PlxSpan *) (gpointer) unmoved->data, unmoved->len);
  else
    plx_reading_reload_annotation (self, annotation);
  plx_reading_emit_spans_changed (self);
}

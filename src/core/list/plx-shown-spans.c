/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-shown-spans.h"

#include "store/plx-annotations.h"

struct _PlxShownSpans
{
  PlxSpanIndex *index;  /* (owned): what is shown */
  PlxSpanIndex *hidden; /* (owned): what the filter hides */
  PlxFilter *filter;    /* (owned) (nullable) */
  GHashTable *unwanted; /* (owned) (element-type PlxId): annotations of hidden annotators */
  GHashTable *kept;     /* (owned) (element-type PlxId gpointer): shown in any case */
};

PlxShownSpans *
plx_shown_spans_new (GHashTable *kept)
{
  PlxShownSpans *self = g_new0 (PlxShownSpans, 1);

  self->index = plx_span_index_new ();
  self->hidden = plx_span_index_new ();
  self->unwanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->kept = g_hash_table_ref (kept);
  return self;
}

void
plx_shown_spans_free (PlxShownSpans *self)
{
  plx_span_index_free (self->index);
  plx_span_index_free (self->hidden);
  g_clear_object (&self->filter);
  g_hash_table_unref (self->unwanted);
  g_hash_table_unref (self->kept);
  g_free (self);
}

PlxSpanIndex *
plx_shown_spans_get_index (PlxShownSpans *self)
{
  return self->index;
}

guint
plx_shown_spans_get_n_hidden (PlxShownSpans *self)
{
  return (guint) plx_span_index_get_n_annotations (self->hidden);
}

gboolean
plx_shown_spans_is_hidden (PlxShownSpans *self,
                           PlxId annotation)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  return plx_span_index_get_spans (self->hidden, annotation, spans);
}

void
plx_shown_spans_set_filter (PlxShownSpans *self,
                            PlxFilter *filter)
{
  g_set_object (&self->filter, filter);
}

static gboolean
is_wanted (PlxShownSpans *self,
           PlxId annotation,
           PlxId tag)
{
  if (self->filter == NULL || g_hash_table_contains (self->kept, &annotation))
    return TRUE;
  return plx_filter_shows (self->filter, tag) && !g_hash_table_contains (self->unwanted, &annotation);
}

static gboolean
is_filtering (PlxShownSpans *self)
{
  return self->filter != NULL && plx_filter_is_active (self->filter);
}

/* The store knows who made what; the index has no room for it. */
static void
find_unwanted (PlxShownSpans *self,
               PlxConnection *reader,
               PlxId document)
{
  g_autoptr (GArray) makers = NULL;

  g_hash_table_remove_all (self->unwanted);
  if (self->filter == NULL || !plx_filter_hides_annotators (self->filter))
    return;
  makers = plx_annotations_load_makers (reader, document, NULL);
  for (guint i = 0; makers != NULL && i < makers->len; i++)
    {
      const PlxMaker *maker = &g_array_index (makers, PlxMaker, i);

      if (!plx_filter_shows_annotator (self->filter, maker->annotator))
        g_hash_table_add (self->unwanted, g_memdup2 (&maker->annotation, sizeof maker->annotation));
    }
}

/* Moves what is not wanted out of @spans. */
static GArray *
take_hidden (PlxShownSpans *self,
             GArray *spans)
{
  GArray *hidden = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
  PlxIndexedSpan *span = (PlxIndexedSpan *) spans->data;
  guint n = 0;

  if (!is_filtering (self))
    return hidden;
  for (guint i = 0; i < spans->len; i++)
    if (is_wanted (self, span[i].annotation, span[i].tag))
      span[n++] = span[i];
    else
      g_array_append_val (hidden, span[i]);
  g_array_set_size (spans, n);
  return hidden;
}

void
plx_shown_spans_load (PlxShownSpans *self,
                      PlxConnection *reader,
                      PlxId document,
                      GArray *spans)
{
  g_autoptr (GArray) hidden = NULL;

  find_unwanted (self, reader, document);
  hidden = take_hidden (self, spans);
  plx_span_index_load (self->index, (const PlxIndexedSpan *) spans->data, spans->len);
  plx_span_index_load (self->hidden, (const PlxIndexedSpan *) hidden->data, hidden->len);
}

void
plx_shown_spans_take_index (PlxShownSpans *self,
                            PlxConnection *reader,
                            PlxId document,
                            PlxSpanIndex *index)
{
  plx_span_index_free (self->index);
  self->index = index;
  plx_span_index_load (self->hidden, NULL, 0);
  if (is_filtering (self))
    plx_shown_spans_part (self, reader, document);
}

static gboolean
is_before (const PlxIndexedSpan *one,
           const PlxIndexedSpan *other)
{
  int order = plx_span_compare (&one->span, &other->span);

  return order != 0 ? order < 0 : one->annotation < other->annotation;
}

/* All spans in order: what is shown and what is hidden are in order already. */
static GArray *
merge_spans (PlxShownSpans *self)
{
  gsize n = plx_span_index_get_n_spans (self->index) + plx_span_index_get_n_spans (self->hidden);
  GArray *spans = g_array_sized_new (FALSE, FALSE, sizeof (PlxIndexedSpan), (guint) n);
  gsize i = 0, j = 0;

  while (spans->len < n)
    {
      const PlxIndexedSpan *shown = plx_span_index_get (self->index, i);
      const PlxIndexedSpan *hidden = plx_span_index_get (self->hidden, j);
      gboolean take_shown = hidden == NULL || (shown != NULL && is_before (shown, hidden));

      g_array_append_vals (spans, take_shown ? shown : hidden, 1);
      i += take_shown;
      j += !take_shown;
    }
  return spans;
}

void
plx_shown_spans_part (PlxShownSpans *self,
                      PlxConnection *reader,
                      PlxId document)
{
  g_autoptr (GArray) spans = merge_spans (self);

  plx_shown_spans_load (self, reader, document, spans);
}

void
plx_shown_spans_set (PlxShownSpans *self,
                     const PlxAnnotation *annotation)
{
  const PlxSpan *spans = (const PlxSpan *) annotation->spans->data;
  gboolean wanted;

  g_hash_table_remove (self->unwanted, &annotation->id);
  if (self->filter != NULL && !plx_filter_shows_annotator (self->filter, annotation->annotator))
    g_hash_table_add (self->unwanted, g_memdup2 (&annotation->id, sizeof annotation->id));
  wanted = is_wanted (self, annotation->id, annotation->tag);
  plx_span_index_remove (wanted ? self->hidden : self->index, annotation->id);
  plx_span_index_add (wanted ? self->index : self->hidden, annotation->id, annotation->tag, spans, annotation->spans->len);
}

void
plx_shown_spans_remove (PlxShownSpans *self,
                        PlxId annotation)
{
  g_hash_table_remove (self->unwanted, &annotation);
  plx_span_index_remove (self->index, annotation);
  plx_span_index_remove (self->hidden, annotation);
}

void
plx_shown_spans_show (PlxShownSpans *self,
                      PlxId annotation,
                      PlxId tag,
                      const PlxSpan *spans,
                      gsize n_spans)
{
  plx_span_index_remove (self->hidden, annotation);
  plx_span_index_add (self->index, annotation, tag, spans, n_spans);
}

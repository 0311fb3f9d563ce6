/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The spans of an article parted by a filter: what it shows is in one index,
 * what it hides in another, so that lanes close up over what is hidden.
 */

#pragma once

#include "list/plx-filter.h"
#include "model/plx-annotation.h"
#include "model/plx-span-index.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef struct _PlxShownSpans PlxShownSpans;

/**
 * plx_shown_spans_new:
 * @kept: (element-type PlxId gpointer): annotations that are shown whatever the
 *   filter says; a reference is taken, the caller goes on changing it
 *
 * Returns: (transfer full): no spans, without a filter
 */
PlxShownSpans *plx_shown_spans_new (GHashTable *kept);
void plx_shown_spans_free (PlxShownSpans *self);

/**
 * plx_shown_spans_get_index:
 *
 * Returns: (transfer none): what is shown; another one after
 *   plx_shown_spans_take_index()
 */
PlxSpanIndex *plx_shown_spans_get_index (PlxShownSpans *self);

/* The number of annotations that are hidden. */
guint plx_shown_spans_get_n_hidden (PlxShownSpans *self);
gboolean plx_shown_spans_is_hidden (PlxShownSpans *self,
                                    PlxId annotation);

/**
 * plx_shown_spans_set_filter:
 * @filter: (nullable): is asked from now on; not followed, see
 *   plx_shown_spans_part()
 */
void plx_shown_spans_set_filter (PlxShownSpans *self,
                                 PlxFilter *filter);

/**
 * plx_shown_spans_load:
 * @spans: (element-type PlxIndexedSpan): in order; the hidden ones are taken out
 *
 * Shows @spans of @document instead of all before.
 */
void plx_shown_spans_load (PlxShownSpans *self,
                           PlxConnection *reader,
                           PlxId document,
                           GArray *spans);

/**
 * plx_shown_spans_take_index:
 * @index: (transfer full): all spans of @document
 */
void plx_shown_spans_take_index (PlxShownSpans *self,
                                 PlxConnection *reader,
                                 PlxId document,
                                 PlxSpanIndex *index);

/* Asks the filter again about every annotation of @document. */
void plx_shown_spans_part (PlxShownSpans *self,
                           PlxConnection *reader,
                           PlxId document);

/* @annotation as it is stored now, whether it was there before or not. */
void plx_shown_spans_set (PlxShownSpans *self,
                          const PlxAnnotation *annotation);
void plx_shown_spans_remove (PlxShownSpans *self,
                             PlxId annotation);

/* Shows @annotation with @spans, whatever the filter says. */
void plx_shown_spans_show (PlxShownSpans *self,
                           PlxId annotation,
                           PlxId tag,
                           const PlxSpan *spans,
                           gsize n_spans);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxShownSpans, plx_shown_spans_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One article as it is read: its text, and where it is annotated right now.
 *
 * Follows the project: after any commit the spans that changed are read again.
 * A new annotation can be shown before it is stored; it counts as *saving*
 * until the write has ended, and is withdrawn if that failed.
 *
 * What its filter hides is not in the index, so lanes close up.  Main thread.
 */

#pragma once

#include "base/plx-text.h"
#include "list/plx-filter.h"
#include "model/plx-annotation.h"
#include "model/plx-block.h"
#include "model/plx-document.h"
#include "model/plx-span-index.h"
#include "project/plx-project.h"

G_BEGIN_DECLS

#define PLX_TYPE_READING (plx_reading_get_type ())

G_DECLARE_FINAL_TYPE (PlxReading, plx_reading, PLX, READING, GObject)

/* Articles with more code points are loaded in the background. */
#define PLX_READING_LONG 300000

/**
 * plx_reading_new:
 *
 * Loads @document from @project, checking its text and every quote.  A long one
 * is not there yet, see plx_reading_is_loading().
 *
 * Returns: (transfer full): the reading, or %NULL with @error
 */
PlxReading *plx_reading_new (PlxProject *project,
                             PlxId document,
                             GError **error);

/**
 * plx_reading_is_loading:
 *
 * Whether text and spans are still on their way; then #PlxReading::loaded or
 * #PlxReading::failed is to come.
 */
gboolean plx_reading_is_loading (PlxReading *self);

PlxProject *plx_reading_get_project (PlxReading *self);
PlxId plx_reading_get_id (PlxReading *self);

/**
 * plx_reading_get_document:
 *
 * Returns: (transfer none): valid until #PlxReading::document-changed
 */
const PlxDocument *plx_reading_get_document (PlxReading *self);
PlxText *plx_reading_get_text (PlxReading *self);

/**
 * plx_reading_get_blocks:
 *
 * Returns: (transfer none) (element-type PlxBlock): how the text is built, in
 *   order; empty where all are plain paragraphs, or while it is loading
 */
const GArray *plx_reading_get_blocks (PlxReading *self);

/**
 * plx_reading_get_index:
 *
 * Returns: (transfer none): the spans that are shown, also those that are being
 *   saved; they change before #PlxReading::spans-changed is emitted
 */
PlxSpanIndex *plx_reading_get_index (PlxReading *self);

/**
 * plx_reading_set_filter:
 * @filter: (nullable): what to show from now on; followed when it changes
 */
void plx_reading_set_filter (PlxReading *self,
                             PlxFilter *filter);

/* The number of annotations that the filter hides. */
guint plx_reading_get_n_hidden (PlxReading *self);

/* Whether the filter hides @annotation of this article. */
gboolean plx_reading_is_hidden (PlxReading *self,
                                PlxId annotation);

/**
 * plx_reading_load_annotation:
 *
 * Returns: (transfer full): all that is stored of an annotation
 */
PlxAnnotation *plx_reading_load_annotation (PlxReading *self,
                                            PlxId annotation,
                                            GError **error);

/**
 * plx_reading_show_saving:
 * @spans: normalized
 *
 * Shows an annotation that is on its way to the store.
 */
void plx_reading_show_saving (PlxReading *self,
                              PlxId annotation,
                              PlxId tag,
                              const PlxSpan *spans,
                              gsize n_spans);
gboolean plx_reading_is_saving (PlxReading *self,
                                PlxId annotation);

/**
 * plx_reading_show_preview:
 * @spans: normalized
 *
 * Shows @annotation with borders that it may get, until
 * plx_reading_end_preview(); one annotation at a time.
 */
void plx_reading_show_preview (PlxReading *self,
                               PlxId annotation,
                               const PlxSpan *spans,
                               gsize n_spans);

/**
 * plx_reading_end_preview:
 *
 * Shows the annotation as it is again.
 */
void plx_reading_end_preview (PlxReading *self);

/**
 * plx_reading_settle:
 *
 * The write that plx_reading_show_saving() announced has ended, well or badly:
 * shows of @annotation what is really stored, as soon as no other write of it
 * is on its way.
 */
void plx_reading_settle (PlxReading *self,
                         PlxId annotation);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables annotation, span and claim. */

#pragma once

#include "base/plx-text.h"
#include "model/plx-annotation.h"
#include "model/plx-span-index.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_annotations_add:
 * @annotation: (inout): spans are normalized; id and moment are filled in where
 *   they are not set, quotes and context always, from @text
 * @text: the text of its document
 * @error: %PLX_STORE_ERROR_CONSTRAINT for spans outside the text, empty spans,
 *   a claim that is not in order, and for the same tag by the same annotator on
 *   exactly the same spans; %PLX_STORE_ERROR_NOT_FOUND for what it refers to
 *
 * Adds an annotation with its claim, if it has one.
 */
gboolean plx_annotations_add (PlxConnection *connection,
                              PlxAnnotation *annotation,
                              PlxText *text,
                              GError **error);
gboolean plx_annotations_remove (PlxConnection *connection,
                                 PlxId id,
                                 GError **error);

/**
 * plx_annotations_find_same:
 * @annotation: with normalized spans
 * @id: (out): another annotation with the same tag on exactly the same spans by
 *   the same annotator, or %PLX_ID_NONE
 */
gboolean plx_annotations_find_same (PlxConnection *connection,
                                    const PlxAnnotation *annotation,
                                    PlxId *id,
                                    GError **error);

/* Changes of one field; each sets the moment of modification, unless the field
 * is like that already: then nothing changes.  What add() refuses cannot be
 * reached by changing either. */
gboolean plx_annotations_set_tag (PlxConnection *connection,
                                  PlxId id,
                                  PlxId tag,
                                  GError **error);
gboolean plx_annotations_set_entity (PlxConnection *connection,
                                     PlxId id,
                                     PlxId entity,
                                     GError **error);
gboolean plx_annotations_set_note (PlxConnection *connection,
                                   PlxId id,
                                   const char *note,
                                   GError **error);

/**
 * plx_annotations_set_spans:
 * @spans: (element-type PlxSpan): the new borders, normalized here
 */
gboolean plx_annotations_set_spans (PlxConnection *connection,
                                    PlxId id,
                                    GArray *spans,
                                    PlxText *text,
                                    GError **error);

/**
 * plx_annotations_set_claim:
 * @claim: (nullable): an empty claim is removed
 */
gboolean plx_annotations_set_claim (PlxConnection *connection,
                                    PlxId id,
                                    const PlxClaim *claim,
                                    GError **error);

PlxAnnotation *plx_annotations_get (PlxConnection *connection,
                                    PlxId id,
                                    GError **error);

/**
 * PlxAnnotationFunc:
 * @annotation: (transfer none): valid during the call
 *
 * Returns: whether to go on; %FALSE with @error set stops with that error
 */
typedef gboolean (*PlxAnnotationFunc) (const PlxAnnotation *annotation,
                                       gpointer data,
                                       GError **error);

/**
 * plx_annotations_foreach:
 * @document: only its annotations, or %PLX_ID_NONE for all
 *
 * Streams whole annotations in the order of document, then id; memory does not
 * grow with their number.
 */
gboolean plx_annotations_foreach (PlxConnection *connection,
                                  PlxId document,
                                  PlxAnnotationFunc func,
                                  gpointer data,
                                  GError **error);

/**
 * plx_annotations_foreach_plain:
 *
 * The same of one document without prefix and suffix, which may be %NULL.
 */
gboolean plx_annotations_foreach_plain (PlxConnection *connection,
                                        PlxId document,
                                        PlxAnnotationFunc func,
                                        gpointer data,
                                        GError **error);

/**
 * plx_annotations_load_mentions:
 *
 * Returns: (transfer full) (element-type PlxId): the set of annotations that
 *   mention @entity
 */
GHashTable *plx_annotations_load_mentions (PlxConnection *connection,
                                           PlxId entity,
                                           GError **error);

/**
 * plx_annotations_load_spans:
 * @text: (nullable): if given, every span is checked against it
 * @error: %PLX_STORE_ERROR_CORRUPT if a quote is not what stands in @text
 *
 * Returns: (transfer full) (element-type PlxIndexedSpan): the spans of
 *   @document in order, with annotation and tag, for plx_span_index_load()
 */
GArray *plx_annotations_load_spans (PlxConnection *connection,
                                    PlxId document,
                                    PlxText *text,
                                    GError **error);

/* Who made an annotation. */
typedef struct
{
  PlxId annotation;
  PlxId annotator;
} PlxMaker;

/**
 * plx_annotations_load_makers:
 *
 * Returns: (transfer full) (element-type PlxMaker): of all annotations of
 *   @document, by annotation
 */
GArray *plx_annotations_load_makers (PlxConnection *connection,
                                     PlxId document,
                                     GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotations between the versions of an article. */

#pragma once

#include "base/plx-text.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_annotation_move:
 * @document: an article or one of its versions
 * @spans: (nullable) (element-type PlxSpan): its borders there, normalized;
 *   %NULL to leave spans, quotes and context as they are
 * @text: (nullable): of @document, for quotes and context; with @spans
 *
 * Puts an annotation on other words, or on the same words of another version.
 * That is nothing that its annotator did: the moment of modification stays.
 */
gboolean plx_annotation_move (PlxConnection *connection,
                              PlxId id,
                              PlxId document,
                              const GArray *spans,
                              PlxText *text,
                              GError **error);

G_END_DECLS

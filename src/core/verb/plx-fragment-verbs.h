/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people do with the fragments of a discontinuous annotation. */

#pragma once

#include "base/plx-text.h"
#include "model/plx-span.h"
#include "verb/plx-verb.h"

G_BEGIN_DECLS

/**
 * plx_verb_add_fragment:
 * @span: in code points; joined with the fragments that it touches
 * @text: the text of the annotation's document
 *
 * Fails with %PLX_STORE_ERROR_CONSTRAINT if the annotation covers @span already.
 *
 * Returns: (transfer full): adds a passage to an annotation
 */
PlxVerb *plx_verb_add_fragment (PlxId annotation,
                                const PlxSpan *span,
                                PlxText *text);

/**
 * plx_verb_remove_fragment:
 * @span: one of the annotation's fragments, exactly
 * @text: the text of the annotation's document
 *
 * Fails with %PLX_STORE_ERROR_CONSTRAINT if nothing would be left, with
 * %PLX_STORE_ERROR_NOT_FOUND if there is no such fragment.
 *
 * Returns: (transfer full): takes a passage away from an annotation
 */
PlxVerb *plx_verb_remove_fragment (PlxId annotation,
                                   const PlxSpan *span,
                                   PlxText *text);

G_END_DECLS

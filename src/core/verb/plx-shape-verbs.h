/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Splitting and joining annotations; moving their borders is
 * plx_verb_set_spans(). */

#pragma once

#include "base/plx-text.h"
#include "model/plx-annotation.h"
#include "model/plx-shape.h"
#include "verb/plx-verb.h"

G_BEGIN_DECLS

/**
 * plx_verb_split:
 * @ids: (array length=n_ids): ids for the parts that are new, from the second
 *   on; further parts get ids of their own
 * @text: the text of its document
 *
 * Makes an annotation of each part.  The first in the text stays the old one,
 * with its claim and its relations; the others have the same tag, entity, note
 * and annotator.  A claim is not doubled: its value would be counted twice.
 *
 * Returns: (transfer full): fails if a part would be empty
 */
PlxVerb *plx_verb_split (PlxId annotation,
                         const PlxSplit *split,
                         const PlxId *ids,
                         gsize n_ids,
                         PlxText *text);

/**
 * plx_verb_join:
 * @annotations: of one article, tag and annotator
 * @text: the text of their document
 *
 * Makes one annotation of several.  The first in the text stays and takes the
 * spans, notes and relations of the others, their entity and claim if it has
 * none itself.
 *
 * Returns: (transfer full): fails if they are mentions of different entities or
 *   have different claims
 */
PlxVerb *plx_verb_join (const PlxId *annotations,
                        gsize n_annotations,
                        PlxText *text);

G_END_DECLS

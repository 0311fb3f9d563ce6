/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people do with the versions of articles. */

#pragma once

#include "model/plx-document.h"
#include "verb/plx-revision.h"
#include "verb/plx-verb.h"

G_BEGIN_DECLS

/* What becomes of an annotation that waits. */
typedef struct
{
  PlxId annotation;
  GArray *spans; /* (owned) (nullable) (element-type PlxSpan): its place in the new text; %NULL to drop it */
} PlxDecision;

/**
 * plx_decision_new:
 * @spans: (nullable): copied
 */
PlxDecision *plx_decision_new (PlxId annotation,
                               const GArray *spans);
void plx_decision_free (PlxDecision *self);

/**
 * plx_verb_revise:
 * @document: what is known of the article from now on; its id says which
 * @text: its new text
 * @blocks: (nullable) (element-type PlxBlock): the structure of @text; for a
 *   correction that of the old text is carried over
 * @original: (nullable): the file that @text came from, to be kept
 * @corrects: whether only typos differ
 * @decisions: (nullable) (element-type PlxDecision): about annotations, before
 *   the rule; what it says of others is done
 *
 * Returns: (transfer full): makes @text the current version, see plx-revision.h
 */
PlxVerb *plx_verb_revise (const PlxDocument *document,
                          PlxText *text,
                          const GArray *blocks,
                          GBytes *original,
                          gboolean corrects,
                          GPtrArray *decisions);

/**
 * plx_verb_settle:
 * @document: the article, for the history
 * @decisions: (element-type PlxDecision)
 *
 * Returns: (transfer full): places or drops annotations that wait in earlier
 *   versions of @document
 */
PlxVerb *plx_verb_settle (const PlxDocument *document,
                          GPtrArray *decisions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxDecision, plx_decision_free)

G_END_DECLS

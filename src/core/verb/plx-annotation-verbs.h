/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people do with annotations. */

#pragma once

#include "base/plx-text.h"
#include "model/plx-annotation.h"
#include "model/plx-question.h"
#include "verb/plx-verb.h"

G_BEGIN_DECLS

/**
 * plx_verb_tag:
 * @annotation: what to add; its annotator is set when it is done
 * @text: the text of its document
 *
 * Returns: (transfer full): adds an annotation
 */
PlxVerb *plx_verb_tag (const PlxAnnotation *annotation,
                       PlxText *text);

/**
 * plx_verb_untag:
 *
 * Returns: (transfer full): removes annotations
 */
PlxVerb *plx_verb_untag (const PlxId *annotations,
                         gsize n_annotations,
                         const char *detail);

/**
 * plx_verb_retag:
 * @path: of the new tag, for the history
 */
PlxVerb *plx_verb_retag (const PlxId *annotations,
                         gsize n_annotations,
                         PlxId tag,
                         const char *path);
PlxVerb *plx_verb_set_note (PlxId annotation,
                            const char *note);

/**
 * plx_verb_set_spans:
 * @spans: (element-type PlxSpan): the new borders, copied
 */
PlxVerb *plx_verb_set_spans (PlxId annotation,
                             GArray *spans,
                             PlxText *text);

/**
 * plx_verb_silence:
 * @silence: what to add; its annotator is set when it is done
 */
PlxVerb *plx_verb_silence (const PlxSilence *silence);

/* Takes a silence back. */
PlxVerb *plx_verb_unsilence (PlxId silence,
                             const char *detail);

G_END_DECLS

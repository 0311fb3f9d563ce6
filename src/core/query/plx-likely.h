/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an article may speak of a question, for somebody who checks it, and
 * which article is to be checked next. */

#pragma once

#include "base/plx-text.h"
#include "model/plx-span.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_likely_find:
 * @document: whose text is @text
 * @language: BCP 47, of @text; may be empty
 * @limit: how many at most
 *
 * Looks for sentences with words of the question and of what is claimed on it,
 * numbers, and the actors and places that such claims name: by any of their
 * names, or where they are tagged as mentioned, whatever the words are there.
 * Bounded by the claims on the question and by one article.
 *
 * Returns: (transfer full) (element-type PlxSpan): sentences in @text, the
 *   likeliest first; empty if none is; %NULL with @error
 */
GArray *plx_likely_find (PlxConnection *connection,
                         PlxId question,
                         PlxId document,
                         PlxText *text,
                         const char *language,
                         guint limit,
                         GError **error);

/**
 * plx_likely_next_document:
 * @document: where somebody looked last
 *
 * Returns: the next article, round and round in the order of the list, that says
 *   nothing on @question and was not checked; %PLX_ID_NONE if @document is the
 *   last one
 */
PlxId plx_likely_next_document (PlxConnection *connection,
                                PlxId question,
                                PlxId document);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people do with articles that are in the project; how they come in is
 * the business of intake. */

#pragma once

#include "model/plx-document.h"
#include "verb/plx-verb.h"

G_BEGIN_DECLS

/**
 * plx_verb_update_document:
 *
 * Returns: (transfer full): stores title, outlet, author, url, published,
 *   language, direction and note of @document
 */
PlxVerb *plx_verb_update_document (const PlxDocument *document);

/**
 * plx_verb_set_direction:
 * @document: says which article, and its title for the history
 * @direction: of reading: `ltr`, `rtl` or empty
 *
 * Returns: (transfer full): stores only that
 */
PlxVerb *plx_verb_set_direction (const PlxDocument *document,
                                 const char *direction);

/**
 * plx_verb_remove_document:
 *
 * Returns: (transfer full): removes an article with its annotations
 */
PlxVerb *plx_verb_remove_document (const PlxDocument *document);

G_END_DECLS

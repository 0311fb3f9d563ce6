/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people do with many places at once: tagging all occurrences of a name,
 * taking tags away again, accepting and refusing suggestions.  However many
 * places, it is one edit, and all of it is done or nothing. */

#pragma once

#include "model/plx-placement.h"
#include "verb/plx-entity-verbs.h"
#include "verb/plx-verb.h"

G_BEGIN_DECLS

/**
 * plx_verb_tag_all:
 * @places: (array length=n_places): of one tag; those of one article stand
 *   together; their own entity does not matter if there is a @mention
 * @mention: (nullable): what all of them mention
 * @detail: what was looked for, for the history
 *
 * Places that carry the tag by the same annotator already are passed over.
 *
 * Returns: (transfer full): adds annotations
 */
PlxVerb *plx_verb_tag_all (const PlxPlacement *places,
                           gsize n_places,
                           const PlxMention *mention,
                           const char *detail);

/**
 * plx_verb_untag_all:
 *
 * Returns: (transfer full): removes annotations; those that are gone already
 *   are passed over
 */
PlxVerb *plx_verb_untag_all (const PlxId *annotations,
                             gsize n_annotations,
                             const char *detail);

/**
 * plx_verb_accept:
 * @places: suggestions
 * @detail: the name, for the history
 *
 * Returns: (transfer full): makes annotations of suggestions
 */
PlxVerb *plx_verb_accept (const PlxPlacement *places,
                          gsize n_places,
                          const char *detail);

/**
 * plx_verb_reject:
 *
 * Returns: (transfer full): remembers that suggestions were refused
 */
PlxVerb *plx_verb_reject (const PlxPlacement *places,
                          gsize n_places,
                          const char *detail);

G_END_DECLS

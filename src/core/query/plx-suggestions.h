/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names that are known already, where nobody has tagged them yet.
 *
 * Known are the names and aliases of all actors and places, and what mentions
 * of them say.  A name with capitals is suggested only where there are capitals
 * too, and a short one of nothing but capitals (US) only where it stands like
 * that.  Nothing is suggested where something of the same kind is tagged, or
 * where the same entity was refused.  Where a name is that of several, the one
 * with the most mentions is suggested, once that is refused the next.
 *
 * The tag is the one that most mentions of the entity carry, else the first of
 * its kind in the codebook.  No model, no network: names and nothing else.
 */

#pragma once

#include "base/plx-text.h"
#include "model/plx-placement.h"
#include "query/plx-occurrences.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/* The names of a project at one moment.  Immutable, and safe to share between
 * threads. */
typedef struct _PlxSuggestionNames PlxSuggestionNames;

/**
 * plx_suggestion_names_load:
 *
 * Returns: (transfer full): what is known now
 */
PlxSuggestionNames *plx_suggestion_names_load (PlxConnection *connection,
                                               GError **error);
void plx_suggestion_names_free (PlxSuggestionNames *self);

/**
 * plx_suggestion_names_get_name:
 *
 * Returns: (transfer none) (nullable): what @entity is called
 */
const char *plx_suggestion_names_get_name (PlxSuggestionNames *self,
                                           PlxId entity);

/**
 * plx_suggestions_find:
 * @text: of @document
 *
 * Returns: (transfer full) (element-type PlxPlacement): what can be suggested in
 *   @document, in order
 */
GArray *plx_suggestions_find (PlxSuggestionNames *names,
                              PlxConnection *connection,
                              PlxId document,
                              PlxText *text,
                              GError **error);

/**
 * plx_suggestions_find_all:
 * @document: only in this article, or %PLX_ID_NONE
 * @entity: only this one, or %PLX_ID_NONE
 * @cancellable: (nullable):
 *
 * Returns: (transfer full): suggestions in context
 */
PlxOccurrences *plx_suggestions_find_all (PlxSuggestionNames *names,
                                          PlxConnection *connection,
                                          PlxId document,
                                          PlxId entity,
                                          GCancellable *cancellable,
                                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSuggestionNames, plx_suggestion_names_free)

G_END_DECLS

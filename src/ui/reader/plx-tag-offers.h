/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the label bar offers for a selection and for what is typed: tags, actors
 * and places, best first.
 *
 * Names are ranked by plx_name_rank(); among equals, what was used lately comes
 * first, and tags before entities.  Bounded work: one pass over folded names. */

#pragma once

#include "reader/plx-pick-row.h"
#include "session/plx-session.h"

G_BEGIN_DECLS

typedef struct _PlxTagOffers PlxTagOffers;

PlxTagOffers *plx_tag_offers_new (PlxSession *session);
void plx_tag_offers_free (PlxTagOffers *self);

/* To be called when the codebook has changed. */
void plx_tag_offers_forget (PlxTagOffers *self);

/**
 * plx_tag_offers_suggest:
 * @selected: text
 *
 * Returns: (transfer full) (element-type PlxPickRow): the actors and places that
 *   are called just so
 */
GPtrArray *plx_tag_offers_suggest (PlxTagOffers *self,
                                   const char *selected);

/**
 * plx_tag_offers_find:
 * @query: what was typed, may be empty
 * @selected: text, the name of new entities unless something is typed
 *
 * Returns: (transfer full) (element-type PlxPickRow): what matches @query, or
 *   all tags and what was used lately; then entities to be made
 */
GPtrArray *plx_tag_offers_find (PlxTagOffers *self,
                                const char *query,
                                const char *selected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTagOffers, plx_tag_offers_free)

G_END_DECLS

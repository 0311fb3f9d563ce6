/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the words that are looked for stand in one text. */

#pragma once

#include "base/plx-text.h"
#include "model/plx-span.h"
#include "query/plx-search-query.h"

G_BEGIN_DECLS

/**
 * plx_search_find_places:
 * @places: (element-type PlxSpan): where the places of all terms are appended in
 *   order; where several begin at one place the longest counts
 *
 * Returns: whether every term is in @text
 */
gboolean plx_search_find_places (const PlxSearchQuery *query,
                                 PlxText *text,
                                 GArray *places);

G_END_DECLS

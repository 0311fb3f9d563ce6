/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a hit of a search is made; what it is stands in plx-search.h. */

#pragma once

#include "base/plx-text.h"
#include "query/plx-search.h"

G_BEGIN_DECLS

/**
 * plx_search_hit_new:
 * @text: in which it was found
 * @span: where
 *
 * Returns: (transfer full): the hit, with what stands around it
 */
PlxSearchHit *plx_search_hit_new (PlxSearchWhere where,
                                  PlxId document,
                                  PlxId subject,
                                  const char *title,
                                  PlxText *text,
                                  const PlxSpan *span);

G_END_DECLS

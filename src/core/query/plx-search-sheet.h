/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hits as a table: a concordance to export or print. */

#pragma once

#include "model/plx-sheet.h"
#include "query/plx-search.h"

G_BEGIN_DECLS

/**
 * plx_search_sheet_new:
 * @title: what was looked for
 * @hits: (element-type PlxSearchHit)
 *
 * Returns: (transfer full): one row for each hit, in their order
 */
PlxSheet *plx_search_sheet_new (const char *title,
                                const GPtrArray *hits);

G_END_DECLS

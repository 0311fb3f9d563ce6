/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each article speaks of and what it leaves out: actors, places and
 * questions, and how far into the text they first come. */

#pragma once

#include "query/plx-comparison.h"
#include "query/plx-naming.h"

G_BEGIN_DECLS

/**
 * plx_coverage_sheet_new:
 * @columns: (element-type guint): the articles, in order
 * @max_rows: how many actors and places there may be; 0: any number
 * @with_records: for JSON
 *
 * Both have to be of one state of the project.
 *
 * Returns: (transfer full): a row for each actor, place and question that some
 *   article speaks of; bars are the longer the earlier it comes
 */
PlxSheet *plx_coverage_sheet_new (const PlxComparison *comparison,
                                  const PlxNamings *namings,
                                  const GArray *columns,
                                  guint max_rows,
                                  gboolean with_records);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Claims in time: when what they say happened, and when it was published. */

#pragma once

#include "model/plx-sheet.h"
#include "query/plx-comparison.h"

G_BEGIN_DECLS

/**
 * plx_timeline_sheet_new:
 * @with_records: for JSON
 *
 * Returns: (transfer full): questions × days (months or years where there would
 *   be too many): claims by the time of the event, and in a row below by the date
 *   of their article; the last column holds those without a time
 */
PlxSheet *plx_timeline_sheet_new (const PlxComparison *comparison,
                                  gboolean with_records);

G_END_DECLS

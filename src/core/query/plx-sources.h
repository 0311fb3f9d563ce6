/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Outlets against each other, and claims by who stands behind them. */

#pragma once

#include "model/plx-sheet.h"
#include "query/plx-comparison.h"

G_BEGIN_DECLS

/**
 * plx_sources_sheet_new:
 *
 * Returns: (transfer full): outlets × outlets: on how many questions they agree,
 *   are compatible, contradict, and on how many only the one of the row speaks
 *   while somebody found the other one silent
 */
PlxSheet *plx_sources_sheet_new (const PlxComparison *comparison,
                                 gboolean with_records);

/**
 * plx_attribution_sheet_new:
 *
 * Returns: (transfer full): a row for each claim, also those on no question if
 *   they were read: question, value, speaker, outlet; those that nobody is named
 *   for come first
 */
PlxSheet *plx_attribution_sheet_new (const PlxComparison *comparison,
                                     gboolean with_records);

G_END_DECLS

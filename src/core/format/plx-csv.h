/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CSV after RFC 4180: one row for each annotation, without the texts.
 *
 * A spreadsheet must not take what somebody wrote for a formula: cells that
 * begin like one, or with an apostrophe, get an apostrophe in front, which is
 * taken away again when they are read.
 */

#pragma once

#include "format/plx-format.h"

G_BEGIN_DECLS

extern const PlxFormat plx_format_csv;

/**
 * plx_csv_append:
 * @row: where the cell is appended, with a comma before it unless it is the first
 */
void plx_csv_append (GString *row,
                     const char *value);

/**
 * plx_csv_split:
 * @record: a whole record, without the line end behind it
 *
 * Returns: (transfer full) (nullable): its cells, %NULL if quotes do not pair
 */
char **plx_csv_split (const char *record);

G_END_DECLS

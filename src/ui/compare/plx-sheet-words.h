/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell of a sheet in words, for those who hear it or want all of its text. */

#pragma once

#include "model/plx-sheet.h"

G_BEGIN_DECLS

/* Returns: (transfer none): what it says, in a word where that is a mere sign. */
const char *plx_sheet_cell_get_words (const PlxSheetCell *cell);

/**
 * plx_sheet_dup_name:
 * @column: -1 for the titles; the number of columns for the chip
 *
 * Returns: (transfer full): which question and article it is, and what it says
 */
char *plx_sheet_dup_name (const PlxSheet *self,
                          int row,
                          int column);

/* Returns: (transfer full): where it is, of how many rows and columns. */
char *plx_sheet_dup_position (const PlxSheet *self,
                              int row,
                              int column);

/* Returns: (transfer full): all of its text, of which a part may be cut; may be
 * empty. */
char *plx_sheet_dup_text (const PlxSheet *self,
                          int row,
                          int column);

G_END_DECLS

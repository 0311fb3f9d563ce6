/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One tag in the codebook: folds what is under it, is renamed in place, is
 * dragged, and shows where what is dragged over it would go.
 */

#pragma once

#include "plx-codebook-tree.h"

G_BEGIN_DECLS

#define PLX_TYPE_CODEBOOK_ROW (plx_codebook_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxCodebookRow, plx_codebook_row, PLX, CODEBOOK_ROW, GtkWidget)

/* Returns: (transfer none) (nullable): what the row shows now. */
PlxTagItem *plx_codebook_row_get_item (PlxCodebookRow *self);

/**
 * plx_codebook_row_rename:
 *
 * Opens the name for typing; Enter and leaving keep it, Escape does not.
 */
void plx_codebook_row_rename (PlxCodebookRow *self);

/**
 * plx_codebook_row_factory_new:
 *
 * Returns: (transfer full): makes rows for the list of @tree
 */
GtkListItemFactory *plx_codebook_row_factory_new (PlxCodebookTree *tree);

G_END_DECLS

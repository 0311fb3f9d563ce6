/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where in a document annotations are dense: what a strip beside the scrollbar
 * shows, however many annotations there are. */

#pragma once

#include "model/plx-span-index.h"

G_BEGIN_DECLS

/* The spans that start in one row and column; there is none without any. */
typedef struct
{
  guint row;
  guint column;
  PlxId tag;   /* of most of them; of several such tags the one that comes first */
  guint count; /* spans, whatever their tag */
} PlxDensityCell;

/* In which column the spans with @tag are counted. */
typedef guint (*PlxDensityFunc) (PlxId tag,
                                 gpointer data);

/**
 * plx_density_row:
 * @offset: code point
 * @length: code points of the document
 *
 * Returns: the row of @offset, less than @n_rows
 */
guint plx_density_row (int offset,
                       int length,
                       guint n_rows);

/**
 * plx_density_count:
 * @length: code points of the document
 * @n_rows: rows that the document is divided into, at least one
 *
 * Returns: (transfer full) (element-type PlxDensityCell): by row
 */
GArray *plx_density_count (PlxSpanIndex *index,
                           int length,
                           guint n_rows,
                           PlxDensityFunc column_of,
                           gpointer data);

G_END_DECLS

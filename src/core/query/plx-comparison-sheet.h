/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The comparison as a sheet: questions × articles. */

#pragma once

#include "model/plx-sheet.h"
#include "query/plx-comparison.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_COLUMNS_IN_ORDER,
  PLX_COLUMNS_BY_DATE,
  PLX_COLUMNS_BY_OUTLET,
} PlxColumnOrder;

typedef enum
{
  PLX_ROWS_IN_ORDER,
  PLX_ROWS_BY_TEXT,
  PLX_ROWS_BY_STATUS, /* contradictions first */
} PlxRowOrder;

typedef struct
{
  gboolean only_contradictions;
  gboolean only_unchecked; /* questions on which some article is not checked yet */
  GHashTable *tags;        /* (nullable) (element-type PlxId): claims with one of these tags only */
  PlxId entity;            /* claims said by it or about it only, or PLX_ID_NONE */
  PlxColumnOrder columns;
  PlxRowOrder rows;
  guint max_columns;     /* leave out articles beyond these; 0: none */
  gboolean with_records; /* for JSON */
} PlxComparisonOptions;

PlxSheet *plx_comparison_sheet_new (const PlxComparison *comparison,
                                    const PlxComparisonOptions *options);

/**
 * plx_comparison_list_columns:
 *
 * Returns: (transfer full) (element-type guint): numbers of the documents in
 *   the order of columns
 */
GArray *plx_comparison_list_columns (const PlxComparison *comparison,
                                     PlxColumnOrder order);

/* (transfer full): what is said: the value, or the passage if there is none; with
 * a word before it if it is denied. */
char *plx_said_dup_words (const PlxSaid *said);

/* (transfer none): what a status is called on the screen. */
const char *plx_status_get_word (PlxStatusKind kind);

/* (transfer full): who says it, in words. */
char *plx_comparison_dup_speaker (const PlxComparison *comparison,
                                  const PlxSaid *said);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which table is wanted, of what.  Making one may take longer than the main
 * thread may wait, so it is done on another. */

#pragma once

#include "format/plx-sheet-file.h"
#include "query/plx-comparison-sheet.h"
#include "query/plx-naming.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_COMPARE_ACCOUNTS,
  PLX_COMPARE_NAMES,
  PLX_COMPARE_COVERAGE,
  PLX_COMPARE_SOURCES,
  PLX_COMPARE_ATTRIBUTION,
  PLX_COMPARE_TIMELINE,
} PlxCompareTable;

typedef struct
{
  PlxCompareTable table;
  PlxComparison *comparison;    /* (owned) */
  PlxNamings *namings;          /* (owned) */
  PlxComparisonOptions options; /* its tags are owned */
  gboolean is_whole;            /* for a file, not to be looked at: leave nothing out */
} PlxSheetRequest;

PlxSheetRequest *plx_sheet_request_new (PlxCompareTable table,
                                        PlxComparison *comparison,
                                        PlxNamings *namings);
void plx_sheet_request_free (PlxSheetRequest *self);

/**
 * plx_sheet_request_make:
 *
 * On any thread.
 *
 * Returns: (transfer full): the table, no larger than can be looked at unless
 *   it has to be whole
 */
PlxSheet *plx_sheet_request_make (const PlxSheetRequest *self);

/**
 * plx_sheet_request_make_async:
 * @self: (transfer full)
 */
void plx_sheet_request_make_async (PlxSheetRequest *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/* Returns: (transfer full) */
PlxSheet *plx_sheet_request_make_finish (GAsyncResult *result);

/**
 * plx_sheet_request_save_async:
 * @self: (transfer full)
 *
 * Writes the whole table to a file.
 */
void plx_sheet_request_save_async (PlxSheetRequest *self,
                                   PlxSheetFormat format,
                                   const char *path,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean plx_sheet_request_save_finish (GAsyncResult *result,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetRequest, plx_sheet_request_free)

G_END_DECLS

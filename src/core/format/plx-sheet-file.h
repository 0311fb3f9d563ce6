/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets as text for other programs: CSV, a page of HTML, or JSON. */

#pragma once

#include "model/plx-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_SHEET_CSV,  /* RFC 4180; no cell is taken for a formula */
  PLX_SHEET_HTML, /* one file that needs no other, to look at and to print */
  PLX_SHEET_JSON, /* one object a line for each row that has a record */
} PlxSheetFormat;

/**
 * plx_sheet_format_parse:
 * @name: `csv`, `html` or `json`
 * @error: %PLX_FORMAT_ERROR_UNKNOWN, listing what there is
 */
gboolean plx_sheet_format_parse (const char *name,
                                 PlxSheetFormat *format,
                                 GError **error);

/* Returns: (transfer full): @sheet in UTF-8 */
char *plx_sheet_write (const PlxSheet *sheet,
                       PlxSheetFormat format);

/**
 * plx_sheet_save:
 *
 * Writes @sheet to a file, which is replaced only when the new one is whole.
 *
 * @error: %PLX_FORMAT_ERROR_WRITE naming the file and what to do
 */
gboolean plx_sheet_save (const PlxSheet *sheet,
                         PlxSheetFormat format,
                         const char *path,
                         GError **error);

G_END_DECLS

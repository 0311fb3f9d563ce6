/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-sheet-html.h"

#include "model/plx-direction.h"

#include <string.h>

static const char style[] =
    "body{font:14px/1.4 system-ui,sans-serif;margin:1.5rem;color:#1e1e1e;background:#fff}\n"
    "h1{font-size:1.3rem}\n"
    "table{border-collapse:collapse}\n"
    "th,td{border:1px solid #c8c8c8;padding:.4rem .6rem;text-align:start;vertical-align:top;min-width:7rem;max-width:22rem}\n"
    "thead th{background:#f2f2f2}\n"
    "tbody th{font-weight:600}\n"
    "tr.part th{font-weight:400;padding-inline-start:1.6rem}\n"
    "small{display:block;color:#5c5c5c;font-weight:400;white-space:pre-line;unicode-bidi:plaintext;text-align:-webkit-match-parent;text-align:match-parent}\n"
    "td{white-space:pre-line}\n"
    "td.said{background:#e8f5ec}\n"
    "td.clash,td.alert{background:#fdeaea;border-inline-start:3px solid #b3151f}\n"
    "td.disputed{background:#fdf5f5;border-inline-start:3px dashed #b3151f}\n"
    "td.said,td.words,td.disputed,td.clash,td.alert{font-weight:600}\n"
    "td.silent{font-style:italic;color:#5c5c5c}\n"
    "td.unchecked{color:#8a8a8a}\n"
    ".chip{display:inline-block;border-radius:1rem;padding:0 .6rem;border:1px solid currentColor;font-weight:600}\n"
    ".contradict{color:#b3151f}.agree{color:#1a7f42}.compatible{color:#7a5600}.developing{color:#1a5fb4}\n"
    ".bar{display:block;height:.45rem;background:#1c71d8;margin:.2rem 0;print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"
    "@media print{body{margin:0}thead{display:table-header-group}tr{break-inside:avoid}td,th{print-color-adjust:exact;"
    "-webkit-print-color-adjust:exact}}\n";

static void
put_text (GString *out,
          const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

/* What runs one way or the other stands where it begins.  Numbers, which run
 * neither way, stand where the table begins, and yet go from left to right. */
static const char *
get_direction (const char *text,
               const char *detail)
{
  return plx_direction_find (text, -1) == PLX_DIRECTION_NONE && plx_direction_find (detail, -1) == PLX_DIRECTION_NONE ? "" : " dir=\"auto\"";
}

static void
put_line (GString *out,
          const char *text)
{
  gboolean is_number = *text != '\0' && plx_direction_find (text, -1) == PLX_DIRECTION_NONE;

  g_string_append (out, is_number ? "<bdi dir=\"ltr\">" : "");
  put_text (out, text);
  g_string_append (out, is_number ? "</bdi>" : "");
}

static void
put_detail (GString *out,
            const char *detail)
{
  if (*detail == '\0')
    return;
  g_string_append (out, "<small>");
  put_text (out, detail);
  g_string_append (out, "</small>");
}

/* A header cell of a column or row. */
static void
put_header (GString *out,
            const char *scope,
            const char *title,
            const char *detail)
{
  g_string_append_printf (out, "<th scope=\"%s\"%s>", scope, get_direction (title, detail));
  put_line (out, title);
  put_detail (out, detail);
  g_string_append (out, "</th>");
}

static void
put_cell (GString *out,
          const PlxSheetCell *cell,
          const PlxSheetColumn *column)
{
  g_string_append_printf (out, "<td class=\"%s\"%s", plx_cell_state_to_string (cell->state), get_direction (cell->text, cell->detail));
  if (*column->language != '\0')
    {
      g_string_append (out, " lang=\"");
      put_text (out, column->language);
      g_string_append_c (out, '"');
    }
  g_string_append_c (out, '>');
  if (cell->share >= 0)
    g_string_append_printf (out, "<span class=\"bar\" style=\"width:%d%%\"></span>", (int) (cell->share * 100 + 0.5));
  put_line (out, cell->text);
  put_detail (out, cell->detail);
  g_string_append (out, "</td>");
}

static void
put_row (GString *out,
         const PlxSheet *sheet,
         const PlxSheetRow *row)
{
  g_string_append (out, row->is_part ? "<tr class=\"part\">" : "<tr>");
  put_header (out, "row", row->title, row->detail);
  for (guint i = 0; i < sheet->columns->len; i++)
    put_cell (out, &row->cells[i], &g_array_index (sheet->columns, PlxSheetColumn, i));
  if (sheet->chip_title != NULL)
    {
      g_string_append (out, "<td dir=\"auto\">");
      if (row->chip != NULL)
        {
          g_string_append_printf (out, "<span class=\"chip %s\">", row->chip_class);
          put_text (out, row->chip);
          g_string_append (out, "</span>");
        }
      put_detail (out, row->reason);
      g_string_append (out, "</td>");
    }
  g_string_append (out, "</tr>\n");
}

static const char *
get_page_direction (void)
{
  /* GTK’s translators say which way their language is written. */
  return strcmp (g_dgettext ("gtk40", "default:LTR"), "default:RTL") == 0 ? "rtl" : "ltr";
}

void
plx_sheet_put_html (GString *out,
                    const PlxSheet *sheet)
{
  g_string_append_printf (out, "<!DOCTYPE html>\n<html dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<title>", get_page_direction ());
  put_text (out, sheet->title);
  g_string_append_printf (out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<h1>", style);
  put_text (out, sheet->title);
  g_string_append (out, "</h1>\n<table>\n<thead><tr>");
  put_header (out, "col", sheet->row_title, sheet->detail_title);
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const PlxSheetColumn *column = &g_array_index (sheet->columns, PlxSheetColumn, i);

      put_header (out, "col", column->title, column->detail);
    }
  if (sheet->chip_title != NULL)
    put_header (out, "col", sheet->chip_title, "");
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < sheet->rows->len; i++)
    put_row (out, sheet, g_ptr_array_index (sheet->rows, i));
  g_string_append (out, "</tbody>\n</table>\n</body>\n</html>\n");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-sheet.h"

#include <string.h>

/* A row and how many cells it has. */
typedef struct
{
  PlxSheetRow row;
  guint n_cells;
} Row;

static void
row_free (gpointer data)
{
  Row *self = data;

  for (guint i = 0; i < self->n_cells; i++)
    g_clear_pointer (&self->row.cells[i].records, g_variant_unref);
  g_clear_pointer (&self->row.record, g_variant_unref);
  g_free (self->row.cells);
  g_free (self);
}

PlxSheet *
plx_sheet_new (const char *title,
               const char *row_title,
               const char *detail_title,
               const char *chip_title)
{
  PlxSheet *self = g_new0 (PlxSheet, 1);

  g_atomic_ref_count_init (&self->n_references);
  self->title = g_strdup (title);
  self->row_title = g_strdup (row_title);
  self->detail_title = g_strdup (detail_title);
  self->chip_title = g_strdup (chip_title);
  self->columns = g_array_new (FALSE, FALSE, sizeof (PlxSheetColumn));
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->strings = g_string_chunk_new (4096);
  return self;
}

PlxSheet *
plx_sheet_ref (PlxSheet *self)
{
  g_atomic_ref_count_inc (&self->n_references);
  return self;
}

void
plx_sheet_unref (PlxSheet *self)
{
  if (!g_atomic_ref_count_dec (&self->n_references))
    return;
  g_free (self->title);
  g_free (self->row_title);
  g_free (self->detail_title);
  g_free (self->chip_title);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_string_chunk_free (self->strings);
  g_free (self);
}

const char *
plx_sheet_keep (PlxSheet *self,
                const char *string)
{
  return *string != '\0' ? g_string_chunk_insert (self->strings, string) : "";
}

void
plx_sheet_add_column (PlxSheet *self,
                      const char *title,
                      const char *detail,
                      PlxId document,
                      const char *language)
{
  PlxSheetColumn column = { plx_sheet_keep (self, title), plx_sheet_keep (self, detail), document, plx_sheet_keep (self, language), "" };

  g_assert (self->rows->len == 0);
  g_array_append_val (self->columns, column);
}

static void
append_line (GString *lines,
             const char *line,
             int length)
{
  if (*line != '\0')
    g_string_append_printf (lines, "%s%.*s", lines->len > 0 ? "\n" : "", length, line);
}

void
plx_sheet_add_document (PlxSheet *self,
                        const PlxDocument *document,
                        const char *remark)
{
  gboolean has_outlet = *document->outlet != '\0';
  g_autoptr (GString) detail = g_string_new (NULL);

  /* The title may be long and is cut first. */
  append_line (detail, document->published, (int) strlen ("2024-11-28"));
  append_line (detail, remark, -1);
  if (has_outlet)
    append_line (detail, document->title, -1);
  plx_sheet_add_column (self, *document->outlet_brief != '\0' ? document->outlet_brief : has_outlet ? document->outlet
                                                                                                    : document->title,
                        detail->str, document->id, document->language);
  plx_sheet_colour_column (self, document->outlet_colour);
}

void
plx_sheet_colour_column (PlxSheet *self,
                         const char *colour)
{
  g_array_index (self->columns, PlxSheetColumn, self->columns->len - 1).colour = plx_sheet_keep (self, colour);
}

PlxSheetRow *
plx_sheet_add_row (PlxSheet *self,
                   PlxId id,
                   const char *title,
                   const char *detail)
{
  Row *row = g_new0 (Row, 1);

  row->n_cells = self->columns->len;
  row->row.id = id;
  row->row.title = plx_sheet_keep (self, title);
  row->row.detail = plx_sheet_keep (self, detail);
  row->row.reason = row->row.colour = "";
  row->row.cells = g_new0 (PlxSheetCell, MAX (row->n_cells, 1));
  for (guint i = 0; i < row->n_cells; i++)
    {
      row->row.cells[i].state = PLX_CELL_NONE;
      row->row.cells[i].text = row->row.cells[i].detail = "";
      row->row.cells[i].share = -1;
    }
  g_ptr_array_add (self->rows, row);
  return &row->row;
}

char *
plx_sheet_dup_plain (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x2066 || c > 0x2069)
        g_string_append_unichar (plain, c);
    }
  return g_string_free (plain, FALSE);
}

const char *
plx_cell_state_to_string (PlxCellState state)
{
  switch (state)
    {
    case PLX_CELL_SAID:
      return "said";
    case PLX_CELL_WORDS:
      return "words";
    case PLX_CELL_DISPUTED:
      return "disputed";
    case PLX_CELL_CLASH:
      return "clash";
    case PLX_CELL_ALERT:
      return "alert";
    case PLX_CELL_SILENT:
      return "silent";
    case PLX_CELL_UNCHECKED:
      return "unchecked";
    case PLX_CELL_PLAIN:
    case PLX_CELL_NONE:
    default:
      return "";
    }
}

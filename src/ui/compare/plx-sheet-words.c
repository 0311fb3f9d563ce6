/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-sheet-words.h"

#include <glib/gi18n.h>

static const PlxSheetRow *
get_row (const PlxSheet *self,
         int row)
{
  return g_ptr_array_index (self->rows, row);
}

const char *
plx_sheet_cell_get_words (const PlxSheetCell *cell)
{
  return cell->state == PLX_CELL_UNCHECKED ? _ ("not checked") : cell->text;
}

static const char *
get_stand (const PlxSheetCell *cell)
{
  if (cell->state == PLX_CELL_CLASH)
    /* Translators: said of a cell that contradicts more of the others than it goes with */
    return _ (", stands out against the others");
  if (cell->state == PLX_CELL_DISPUTED)
    /* Translators: said of a cell that some of the others contradict */
    return _ (", contradicted by some");
  return "";
}

char *
plx_sheet_dup_name (const PlxSheet *self,
                    int row,
                    int column)
{
  const PlxSheetRow *sheet_row = get_row (self, row);
  const PlxSheetCell *cell;

  if (column < 0)
    return g_strconcat (sheet_row->title, *sheet_row->detail != '\0' ? ", " : "", sheet_row->detail, NULL);
  if (column >= (int) self->columns->len)
    return g_strdup_printf ("%s: %s. %s", sheet_row->title, sheet_row->chip != NULL ? sheet_row->chip : "", sheet_row->reason);
  cell = &sheet_row->cells[column];
  return g_strconcat (sheet_row->title, ", ", g_array_index (self->columns, PlxSheetColumn, column).title, ": ", plx_sheet_cell_get_words (cell),
                      *cell->detail != '\0' ? ", " : "", cell->detail,
                      get_stand (cell), NULL);
}

char *
plx_sheet_dup_position (const PlxSheet *self,
                        int row,
                        int column)
{
  /* Translators: read aloud: where in the table the cell is */
  return g_strdup_printf (_ ("Row %d of %u, column %d of %u"), row + 1, self->rows->len, column + 2,
                          self->columns->len + (self->chip_title != NULL ? 2 : 1));
}

char *
plx_sheet_dup_text (const PlxSheet *self,
                    int row,
                    int column)
{
  const PlxSheetRow *sheet_row = get_row (self, row);
  const PlxSheetCell *cell;

  if (column < 0)
    return g_strdup (sheet_row->title);
  if (column >= (int) self->columns->len)
    return g_strdup (sheet_row->reason);
  cell = &sheet_row->cells[column];
  return g_strconcat (plx_sheet_cell_get_words (cell), *cell->detail != '\0' ? "\n" : "", cell->detail, NULL);
}

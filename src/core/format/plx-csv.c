/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-csv.h"

#include <string.h>

/* What spreadsheets take for the beginning of a formula, and the apostrophe. */
static gboolean
needs_apostrophe (char c)
{
  return c != '\0' && strchr ("=+-@\t\r'", c) != NULL;
}

void
plx_csv_append (GString *row,
                const char *value)
{
  if (row->len > 0)
    g_string_append_c (row, ',');
  g_string_append_c (row, '"');
  if (needs_apostrophe (*value))
    g_string_append_c (row, '\'');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *p);
    }
  g_string_append_c (row, '"');
}

/* The cell at *p; afterwards *p stands behind it. */
static char *
take_cell (const char **p)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = **p == '"';

  if (quoted)
    (*p)++;
  for (; **p != '\0' && (quoted || **p != ','); (*p)++)
    {
      if (quoted && **p == '"' && (*p)[1] != '"')
        break;
      if (quoted && **p == '"')
        (*p)++;
      g_string_append_c (cell, **p);
    }
  if (quoted && **p != '"')
    return NULL;
  if (quoted)
    (*p)++;
  if (cell->str[0] == '\'' && needs_apostrophe (cell->str[1]))
    g_string_erase (cell, 0, 1);
  return g_strdup (cell->str);
}

char **
plx_csv_split (const char *record)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const char *p = record;

  for (;; p++)
    {
      char *cell = take_cell (&p);

      if (cell == NULL)
        return NULL;
      g_ptr_array_add (cells, cell);
      if (*p != ',')
        break;
    }
  if (*p != '\0')
    return NULL;
  g_ptr_array_add (cells, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&cells), FALSE);
}

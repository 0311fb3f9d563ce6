/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-block.h"

static const char *const names[] = {
  [PLX_BLOCK_HEADING] = "heading",
  [PLX_BLOCK_ITEM] = "item",
  [PLX_BLOCK_QUOTATION] = "quotation",
};

const char *
plx_block_kind_get_name (PlxBlockKind kind)
{
  return names[kind];
}

gboolean
plx_block_kind_from_name (const char *name,
                          PlxBlockKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *kind = (PlxBlockKind) i;
        return TRUE;
      }
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-changes.h"

PlxChanges *
plx_changes_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (PlxChange));
}

gboolean
plx_changes_touch (const PlxChanges *self,
                   PlxTable table)
{
  for (guint i = 0; i < self->len; i++)
    if (g_array_index (self, PlxChange, i).table == table)
      return TRUE;
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-column-scroll.h"

gboolean
plx_column_scroll_is_from_left (void)
{
  return gtk_get_minor_version () < 18;
}

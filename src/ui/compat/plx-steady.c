/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-steady.h"

void
plx_steady_focus_changed (GtkWindow *window)
{
  gboolean in_menu = FALSE;

  for (GtkWidget *at = gtk_window_get_focus (window); at != NULL; at = gtk_widget_get_parent (at))
    {
      if (GTK_IS_POPOVER (at))
        in_menu = TRUE;
      else if (GTK_IS_VIEWPORT (at))
        gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (at), !in_menu);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-shortcuts.h"

void
plx_shortcuts_show (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/parallaxworkbench/Parallax/ui/plx-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));

  /* Only now that they are there; the last one would be shown first. */
  g_object_set (window, "section-name", "text", NULL);
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-shortcuts.h"

/* GTK makes it as wide as its longest line, whatever the screen has. */
static gboolean
is_too_wide (GtkWindow *window,
             GtkWindow *parent)
{
  GdkMonitor *monitor = gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (parent)),
                                                            gtk_native_get_surface (GTK_NATIVE (parent)));
  GdkRectangle area;
  int least;

  if (monitor == NULL)
    return FALSE;
  gdk_monitor_get_geometry (monitor, &area);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least > area.width;
}

gboolean
plx_shortcuts_show (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/parallaxworkbench/Parallax/ui/plx-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));

  /* Only now that they are there; the last one would be shown first. */
  g_object_set (window, "section-name", "text", NULL);
  gtk_window_set_transient_for (window, parent);
  if (is_too_wide (window, parent))
    {
      gtk_window_destroy (window);
      return FALSE;
    }
  gtk_window_present (window);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-opaque.h"

/* The strip beside the arrow of a popover is the popover's own. */
static const char sheet[] =
    "tooltip, tooltip.background { margin: 0; border-radius: 0; box-shadow: none; background-color: #2e2e32; }"
    "popover, popover.background { background-color: @popover_bg_color; }"
    "popover > contents { margin: 0; border-radius: 0; box-shadow: none; border: 1px solid @borders; }";

static void
composited_changed_cb (GdkDisplay *display,
                       GParamSpec *pspec,
                       GtkStyleProvider *provider)
{
  if (gdk_display_is_composited (display))
    gtk_style_context_remove_provider_for_display (display, provider);
  else
    gtk_style_context_add_provider_for_display (display, provider, GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
plx_opaque_init (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  g_return_if_fail (GDK_IS_DISPLAY (display));

  gtk_css_provider_load_from_data (provider, sheet, -1);
  g_object_set_data_full (G_OBJECT (display), "plx-opaque", g_object_ref (provider), g_object_unref);
  g_signal_connect (display, "notify::composited", G_CALLBACK (composited_changed_cb), provider);
  composited_changed_cb (display, NULL, GTK_STYLE_PROVIDER (provider));
}

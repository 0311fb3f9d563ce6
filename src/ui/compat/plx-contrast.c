/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-contrast.h"

#include <adwaita.h>

#define CLASS "plx-high-contrast"

static void
contrast_changed_cb (GtkWidget *widget)
{
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    gtk_widget_add_css_class (widget, CLASS);
  else
    gtk_widget_remove_css_class (widget, CLASS);
}

void
plx_contrast_follow (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (contrast_changed_cb), widget, G_CONNECT_SWAPPED);
  contrast_changed_cb (widget);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-filter-button.h"

#include "panels/plx-filter-panel.h"

#include <glib/gi18n.h>

GtkWidget *
plx_filter_popover_new (PlxSession *session)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_widget_add_css_class (popover, "plx-filter");
  gtk_popover_set_child (GTK_POPOVER (popover), plx_filter_panel_new (session));
  return popover;
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, plx_filter_popover_new (data));
}

static void
filter_changed_cb (GtkWidget *button)
{
  PlxFilter *filter = g_object_get_data (G_OBJECT (button), "filter");
  GtkWidget *badge = gtk_widget_get_last_child (gtk_menu_button_get_child (GTK_MENU_BUTTON (button)));
  gboolean active = plx_filter_is_active (filter);

  gtk_widget_set_visible (badge, active);
  gtk_widget_set_tooltip_text (button, active ? _ ("Filter: Some Annotations Are Hidden (Ctrl+Shift+F)") : _ ("Filter Annotations (Ctrl+Shift+F)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  active ? _ ("Filter, some annotations are hidden") : _ ("Filter"), -1);
}

static GtkWidget *
icon_new (void)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_overlay_set_child (GTK_OVERLAY (overlay), gtk_image_new_from_icon_name ("plx-filter-symbolic"));
  gtk_widget_add_css_class (badge, "plx-badge");
  gtk_widget_set_halign (badge, GTK_ALIGN_END);
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), badge);
  return overlay;
}

GtkWidget *
plx_filter_button_new (PlxSession *session)
{
  GtkWidget *button = gtk_menu_button_new ();
  PlxFilter *filter = plx_session_get_filter (session);

  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), icon_new ());
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popover_cb, g_object_ref (session), g_object_unref);
  gtk_widget_set_name (button, "filter_button");
  g_object_set_data (G_OBJECT (button), "filter", filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), button, G_CONNECT_SWAPPED);
  filter_changed_cb (button);
  return button;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-snap-button.h"

#include "compat/plx-tooltip.h"

#include <glib/gi18n.h>

/* In the order of PlxSnap. */
static const struct
{
  const char *unit;
  const char *label;
} units[] = {
  { N_ ("_Characters"), N_ ("Snap to characters") },
  { N_ ("_Words"), N_ ("Snap to words") },
  { N_ ("_Sentences"), N_ ("Snap to sentences") },
  { N_ ("_Paragraphs"), N_ ("Snap to paragraphs") },
};

static void
show (GtkMenuButton *button)
{
  PlxSession *session = g_object_get_data (G_OBJECT (button), "session");
  GSimpleAction *action = g_object_get_data (G_OBJECT (button), "action");
  int snap = (int) plx_session_get_snap (session);

  gtk_menu_button_set_label (button, _ (units[snap].label));
  g_simple_action_set_state (action, g_variant_new_int32 (snap));
}

static void
change_state_cb (GSimpleAction *action,
                 GVariant *value,
                 PlxSession *session)
{
  plx_session_set_snap (session, (PlxSnap) CLAMP (g_variant_get_int32 (value), PLX_SNAP_CHARACTER, PLX_SNAP_PARAGRAPH));
}

static GMenuModel *
menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (int i = 0; i < (int) G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (units[i].unit), NULL);

      g_menu_item_set_action_and_target (item, "snap.unit", "i", i);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, _ ("Hold Alt for exact characters"), G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}

GtkWidget *
plx_snap_button_new (PlxSession *session)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = menu_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GSimpleAction *action = g_simple_action_new_stateful ("unit", G_VARIANT_TYPE_INT32, g_variant_new_int32 (PLX_SNAP_WORD));

  g_signal_connect_object (action, "change-state", G_CALLBACK (change_state_cb), session, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (button, "snap", G_ACTION_GROUP (group));
  g_object_set_data_full (G_OBJECT (button), "action", action, g_object_unref);
  g_object_set_data_full (G_OBJECT (button), "session", g_object_ref (session), g_object_unref);
  gtk_widget_set_name (button, "snap-button");
  gtk_widget_add_css_class (button, "flat");
  plx_tooltip_set (button, _ ("What Selections Snap To"));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  g_signal_connect_object (session, "notify::snap", G_CALLBACK (show), button, G_CONNECT_SWAPPED);
  show (GTK_MENU_BUTTON (button));
  return button;
}

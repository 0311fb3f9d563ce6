/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-view-actions.h"

static void
zoom_in_cb (GSimpleAction *action,
            GVariant *parameter,
            gpointer look)
{
  plx_look_step_zoom (look, 1);
}

static void
zoom_out_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer look)
{
  plx_look_step_zoom (look, -1);
}

static void
zoom_reset_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer look)
{
  plx_look_set_zoom (look, PLX_ZOOM_DEFAULT);
}

static void
set_enabled (GActionMap *map,
             const char *name,
             gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, name)), enabled);
}

static void
zoom_changed_cb (PlxLook *look,
                 GParamSpec *pspec,
                 GActionMap *map)
{
  set_enabled (map, "zoom-in", plx_look_get_zoom (look) < PLX_ZOOM_MAX);
  set_enabled (map, "zoom-out", plx_look_get_zoom (look) > PLX_ZOOM_MIN);
  set_enabled (map, "zoom-reset", plx_look_get_zoom (look) != PLX_ZOOM_DEFAULT);
}

GSimpleActionGroup *
plx_view_actions_new (PlxLook *look)
{
  static const GActionEntry entries[] = {
    { .name = "zoom-in", .activate = zoom_in_cb },
    { .name = "zoom-out", .activate = zoom_out_cb },
    { .name = "zoom-reset", .activate = zoom_reset_cb },
  };
  static const char *const states[] = { "font", "line-height", "line-width", "captions", "sync", "follow" };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), look);
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (states[i], look, states[i]);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  g_signal_connect_object (look, "notify::zoom", G_CALLBACK (zoom_changed_cb), group, 0);
  zoom_changed_cb (look, NULL, G_ACTION_MAP (group));
  return group;
}

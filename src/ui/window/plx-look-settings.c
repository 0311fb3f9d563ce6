/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-look-settings.h"

#include "compat/plx-settings.h"

static const char *const user_keys[] = { "font", "line-height", "line-width", "captions", "palette", "content-follows", NULL };

/* Also when another window or the preferences changed it.  Key by key: the others
 * may be about to be written. */
static void
restore_key (PlxLook *look,
             GSettings *user,
             const char *key)
{
  g_autofree char *font = plx_settings_dup_string (user, "font");

  if (g_str_equal (key, "font"))
    plx_look_set_font (look, font);
  else if (g_str_equal (key, "line-height"))
    g_object_set (look, "line-height", plx_settings_get_enum (user, key, PLX_LINE_HEIGHT_NORMAL), NULL);
  else if (g_str_equal (key, "line-width"))
    g_object_set (look, "line-width", plx_settings_get_enum (user, key, PLX_LINE_WIDTH_NORMAL), NULL);
  else if (g_str_equal (key, "captions"))
    g_object_set (look, "captions", plx_settings_get_boolean (user, key, FALSE), NULL);
  else if (g_str_equal (key, "palette"))
    g_object_set (look, "palette", plx_settings_get_enum (user, key, PLX_PALETTE_OWN), NULL);
  else if (g_str_equal (key, "content-follows"))
    g_object_set (look, "follow", plx_settings_get_boolean (user, key, TRUE), NULL);
}

static void
restore (PlxLook *look,
         GSettings *user,
         GSettings *project)
{
  for (guint i = 0; user_keys[i] != NULL; i++)
    restore_key (look, user, user_keys[i]);
  g_object_set (look, "sync", plx_settings_get_boolean (project, "sync-scrolling", FALSE), NULL);
  plx_look_set_zoom (look, plx_settings_get_int (project, "zoom", PLX_ZOOM_DEFAULT));
}

static void
write_user_cb (PlxLook *look,
               GParamSpec *pspec,
               GSettings *user)
{
  plx_settings_set_value (user, "font", g_variant_new_string (plx_look_get_font (look)));
  plx_settings_set_enum (user, "line-height", (int) plx_look_get_line_height (look));
  plx_settings_set_value (user, "captions", g_variant_new_boolean (plx_look_get_captions (look)));
  plx_settings_set_value (user, "content-follows", g_variant_new_boolean (plx_look_get_follow (look)));
  plx_settings_set_enum (user, "line-width", (int) plx_look_get_line_width (look));
}

static void
write_project_cb (PlxLook *look,
                  GParamSpec *pspec,
                  GSettings *project)
{
  plx_settings_set_value (project, "zoom", g_variant_new_int32 (plx_look_get_zoom (look)));
  plx_settings_set_value (project, "sync-scrolling", g_variant_new_boolean (plx_look_get_sync (look)));
}

static void
user_changed_cb (GSettings *user,
                 const char *key,
                 PlxLook *look)
{
  if (g_strv_contains (user_keys, key))
    restore_key (look, user, key);
}

static void
follow (PlxLook *look,
        const char *property,
        GCallback callback,
        GSettings *settings)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  if (settings != NULL)
    g_signal_connect_object (look, signal, callback, settings, 0);
}

void
plx_look_settings_bind (PlxLook *look,
                        GSettings *user,
                        GSettings *project)
{
  restore (look, user, project);
  if (user != NULL)
    g_signal_connect_object (user, "changed", G_CALLBACK (user_changed_cb), look, 0);
  follow (look, "font", G_CALLBACK (write_user_cb), user);
  follow (look, "line-height", G_CALLBACK (write_user_cb), user);
  follow (look, "line-width", G_CALLBACK (write_user_cb), user);
  follow (look, "captions", G_CALLBACK (write_user_cb), user);
  follow (look, "follow", G_CALLBACK (write_user_cb), user);
  follow (look, "zoom", G_CALLBACK (write_project_cb), project);
  follow (look, "sync", G_CALLBACK (write_project_cb), project);
}

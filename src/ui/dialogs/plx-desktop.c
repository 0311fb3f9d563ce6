/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-desktop.h"

#define DOCK_PATH "/org/parallaxworkbench/Parallax/dock"
#define DOCK_INTERFACE "com.canonical.Unity.LauncherEntry"

/* One notification takes the place of the one before. */
#define NOTIFICATION "work-done"

void
plx_desktop_show_progress (double part)
{
  GApplication *application = g_application_get_default ();
  GDBusConnection *bus = application != NULL ? g_application_get_dbus_connection (application) : NULL;
  GVariantBuilder state;

  if (bus == NULL)
    return;
  g_variant_builder_init (&state, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&state, "{sv}", "progress", g_variant_new_double (CLAMP (part, 0, 1)));
  g_variant_builder_add (&state, "{sv}", "progress-visible", g_variant_new_boolean (part >= 0));
  g_dbus_connection_emit_signal (bus, NULL, DOCK_PATH, DOCK_INTERFACE, "Update",
                                 g_variant_new ("(sa{sv})", "application://" PLX_APP_ID ".desktop", &state), NULL);
}

static gboolean
is_looked_at (GApplication *application)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (gtk_window_is_active (l->data))
      return TRUE;
  return FALSE;
}

gboolean
plx_desktop_tell_done (gint64 since,
                       const char *message)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GNotification) notification = NULL;

  g_return_val_if_fail (message != NULL, FALSE);

  if (g_get_monotonic_time () - since < PLX_DESKTOP_PATIENCE_SECONDS * G_USEC_PER_SEC)
    return FALSE;
  if (!GTK_IS_APPLICATION (application) || !g_application_get_is_registered (application) || is_looked_at (application))
    return FALSE;
  notification = g_notification_new (message);
  g_application_send_notification (application, NOTIFICATION, notification);
  return TRUE;
}

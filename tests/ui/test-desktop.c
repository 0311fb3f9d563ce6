/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Long work is told to the dock while it runs, and notified of when it is done
 * and nobody looks. */

#include "config.h"

#include "dialogs/plx-desktop.h"
#include "dialogs/plx-progress.h"

static const char notifications[] =
    "<node><interface name='org.freedesktop.Notifications'>"
    "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
    "</interface></node>";

/* The desktop: a connection of its own. */
typedef struct
{
  GDBusConnection *bus;
  GPtrArray *notified; /* (element-type utf8) */
  double part;
  gboolean visible;
  guint n_updates;
} Desktop;

static void
notify_cb (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  Desktop *self = data;
  const char *summary;

  g_variant_get_child (parameters, 3, "&s", &summary);
  g_ptr_array_add (self->notified, g_strdup (summary));
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", self->notified->len));
}

static void
update_cb (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *interface,
           const char *signal,
           GVariant *parameters,
           gpointer data)
{
  Desktop *self = data;
  const char *uri;
  g_autoptr (GVariant) state = NULL;

  g_variant_get (parameters, "(&s@a{sv})", &uri, &state);
  g_assert_cmpstr (uri, ==, "application://" PLX_APP_ID ".desktop");
  g_assert_true (g_variant_lookup (state, "progress", "d", &self->part));
  g_assert_true (g_variant_lookup (state, "progress-visible", "b", &self->visible));
  self->n_updates++;
}

static void
named_cb (GDBusConnection *bus,
          const char *name,
          gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
desktop_init (Desktop *self)
{
  static const GDBusInterfaceVTable table = { .method_call = notify_cb };
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (notifications, NULL);
  gboolean named = FALSE;
  GError *error = NULL;

  *self = (Desktop){ .notified = g_ptr_array_new_with_free_func (g_free) };
  self->bus = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                      NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (self->bus, "/org/freedesktop/Notifications", node->interfaces[0], &table, self, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_signal_subscribe (self->bus, NULL, "com.canonical.Unity.LauncherEntry", "Update", NULL, NULL,
                                      G_DBUS_SIGNAL_FLAGS_NONE, update_cb, self, NULL);
  g_bus_own_name_on_connection (self->bus, "org.freedesktop.Notifications", G_BUS_NAME_OWNER_FLAGS_REPLACE, named_cb, NULL, &named, NULL);
  while (!named)
    g_main_context_iteration (NULL, TRUE);
}

static gint64
long_ago (void)
{
  return g_get_monotonic_time () - (PLX_DESKTOP_PATIENCE_SECONDS + 1) * G_USEC_PER_SEC;
}

static void
test_notification (Desktop *desktop)
{
  /* What was quick is not told. */
  g_assert_false (plx_desktop_tell_done (g_get_monotonic_time (), "Quick"));
  g_assert_true (plx_desktop_tell_done (long_ago (), "Exported as “flood.xml”"));
  while (desktop->notified->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (g_ptr_array_index (desktop->notified, 0), ==, "Exported as “flood.xml”");
  g_assert_cmpuint (desktop->notified->len, ==, 1);
}

static void
test_dock (Desktop *desktop)
{
  GtkWidget *bar = g_object_ref_sink (gtk_progress_bar_new ());
  PlxProgress progress = { 0 };

  plx_progress_note (1, 4, &progress);
  plx_progress_show (&progress, GTK_PROGRESS_BAR (bar));
  while (desktop->n_updates < 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (desktop->part, ==, 0.25);
  g_assert_true (desktop->visible);
  plx_progress_end (&progress, "Done");
  while (desktop->n_updates < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (desktop->visible);
  /* Whatever was not begun has no end. */
  plx_progress_end (&progress, "Done");
  g_assert_cmpuint (desktop->notified->len, ==, 1);
  g_object_unref (bar);
}

/* Nobody is there who could be told. */
static void
test_alone (void)
{
  g_assert_null (g_application_get_default ());
  plx_desktop_show_progress (0.5);
  g_assert_false (plx_desktop_tell_done (long_ago (), "Done"));
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GtkApplication) application = NULL;
  Desktop desktop;
  GError *error = NULL;

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  test_alone ();
  desktop_init (&desktop);
  application = gtk_application_new (PLX_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_test_add_data_func ("/desktop/notification", &desktop, (GTestDataFunc) test_notification);
  g_test_add_data_func ("/desktop/dock", &desktop, (GTestDataFunc) test_dock);
  return g_test_run ();
}

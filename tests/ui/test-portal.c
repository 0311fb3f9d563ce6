/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A desktop without portals, or whose portals end: what cannot be asked of it is said. */

#include "config.h"

#include "compat/plx-portal.h"

#include <adwaita.h>
#include <string.h>

#define ADDRESS "https://example.org/?a&b"

static const char files[] =
    "<node><interface name='org.freedesktop.portal.FileChooser'>"
    "<property name='version' type='u' access='read'/>"
    "<method name='OpenFile'>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/>"
    "</method>"
    "</interface></node>";

static GTestDBus *private_bus; /* (owned), to the end: it would wait for the program to let go of it */

static GtkWindow *
window_new (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_present (window);
  return window;
}

/* Waits for a message. */
static AdwMessageDialog *
wait_told (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  while (TRUE)
    {
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

          if (ADW_IS_MESSAGE_DIALOG (window))
            return ADW_MESSAGE_DIALOG (window);
        }
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
response_cb (GtkNativeDialog *chooser,
             int response,
             int *got)
{
  *got = response;
}

static void
test_no_files (void)
{
  GtkWindow *window = window_new ();
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new ("Open", window, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  AdwMessageDialog *told;
  gpointer left = chooser;
  int response = 0;

  g_object_add_weak_pointer (G_OBJECT (chooser), &left);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), &response);
  plx_portal_show_chooser (chooser);
  told = wait_told ();
  g_assert_cmpint (response, ==, GTK_RESPONSE_CANCEL);
  g_assert_false (gtk_native_dialog_get_visible (GTK_NATIVE_DIALOG (chooser)));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (told), "xdg-desktop-portal"));
  /* GTK may still be reading folders for it. */
  g_object_unref (chooser);
  g_assert_nonnull (left);
  gtk_window_destroy (GTK_WINDOW (told));
  while (left != NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (window);
}

/* Nobody waits for an answer any more. */
static void
test_closed (void)
{
  GtkWindow *window = window_new ();
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new ("Open", window, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  GWeakRef left;

  g_weak_ref_init (&left, chooser);
  plx_portal_show_chooser (chooser);
  gtk_window_destroy (window);
  g_object_unref (chooser);
  while ((chooser = g_weak_ref_get (&left)) != NULL)
    {
      g_object_unref (chooser);
      g_main_context_iteration (NULL, TRUE);
    }
  g_weak_ref_clear (&left);
}

static void
test_no_links (void)
{
  GtkWindow *window = window_new ();
  AdwMessageDialog *told;

  plx_portal_open_link (window, ADDRESS);
  told = wait_told ();
  g_assert_cmpstr (adw_message_dialog_get_body (told), ==, ADDRESS);
  gtk_window_destroy (GTK_WINDOW (told));
  gtk_window_destroy (window);
}

static void
answer_cb (gboolean can,
           gpointer data)
{
  *(int *) data = can;
}

static gboolean
ask (PlxPortal portal)
{
  int can = -1;

  plx_portal_ask (portal, answer_cb, &can);
  /* Never before the desktop was asked. */
  g_assert_cmpint (can, ==, -1);
  while (can < 0)
    g_main_context_iteration (NULL, TRUE);
  return can;
}

/* A desktop that shows files, in a thread of its own: GTK waits for its answers. */
typedef struct
{
  GMainContext *context; /* (owned) */
  GThread *thread;
  gboolean named; /* these three are atomic */
  gboolean asked;
  gboolean over;
} Desktop;

static void
set (Desktop *self,
     gboolean *what)
{
  g_atomic_int_set (what, TRUE);
  g_main_context_wakeup (self->context);
  g_main_context_wakeup (NULL);
}

static GVariant *
get_cb (GDBusConnection *bus,
        const char *sender,
        const char *path,
        const char *interface,
        const char *property,
        GError **error,
        gpointer data)
{
  return g_variant_new_uint32 (3);
}

/* The files are shown for ever. */
static void
call_cb (GDBusConnection *bus,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  Desktop *self = data;

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", "/org/freedesktop/portal/desktop/request/files"));
  set (self, &self->asked);
}

static void
named_cb (GDBusConnection *bus,
          const char *name,
          gpointer data)
{
  Desktop *self = data;

  set (self, &self->named);
}

static gpointer
run_desktop (gpointer data)
{
  static const GDBusInterfaceVTable table = { .method_call = call_cb, .get_property = get_cb };
  Desktop *self = data;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (files, NULL);
  g_autoptr (GDBusConnection) bus = NULL;
  GError *error = NULL;
  guint name;

  g_main_context_push_thread_default (self->context);
  bus = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (private_bus),
                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (bus, "/org/freedesktop/portal/desktop", node->interfaces[0], &table, self, NULL, &error);
  g_assert_no_error (error);
  name = g_bus_own_name_on_connection (bus, "org.freedesktop.portal.Desktop", G_BUS_NAME_OWNER_FLAGS_NONE, named_cb, NULL, self, NULL);
  while (!g_atomic_int_get (&self->over))
    g_main_context_iteration (self->context, TRUE);
  g_bus_unown_name (name);
  g_dbus_connection_close_sync (bus, NULL, NULL);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static void
desktop_begin (Desktop *self)
{
  *self = (Desktop){ .context = g_main_context_new () };
  self->thread = g_thread_new ("desktop", run_desktop, self);
  while (!g_atomic_int_get (&self->named))
    g_main_context_iteration (NULL, TRUE);
}

static void
desktop_end (Desktop *self)
{
  set (self, &self->over);
  g_thread_join (self->thread);
  g_main_context_unref (self->context);
}

/* A desktop that has a part of it. */
static void
test_some (void)
{
  Desktop desktop;

  g_assert_false (ask (PLX_PORTAL_FILES));
  desktop_begin (&desktop);
  g_assert_true (ask (PLX_PORTAL_FILES));
  g_assert_false (ask (PLX_PORTAL_PRINTERS));
  desktop_end (&desktop);
}

/* One that ends while somebody looks for a file: the window does not wait for ever. */
static void
test_ends (void)
{
  GtkWindow *window = window_new ();
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new ("Open", window, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  Desktop desktop;
  AdwMessageDialog *told;
  int response = 0;

  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), &response);
  desktop_begin (&desktop);
  plx_portal_show_chooser (chooser);
  while (!g_atomic_int_get (&desktop.asked))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_native_dialog_get_visible (GTK_NATIVE_DIALOG (chooser)));
  g_assert_cmpint (response, ==, 0);
  desktop_end (&desktop);
  told = wait_told ();
  g_assert_cmpint (response, ==, GTK_RESPONSE_CANCEL);
  g_assert_false (gtk_native_dialog_get_visible (GTK_NATIVE_DIALOG (chooser)));
  g_object_unref (chooser);
  gtk_window_destroy (GTK_WINDOW (told));
  gtk_window_destroy (window);
}

/* Who is in no sandbox needs nobody. */
static void
test_free (void)
{
  int can = -1;

  g_unsetenv ("GTK_USE_PORTAL");
  plx_portal_ask (PLX_PORTAL_FILES, answer_cb, &can);
  g_assert_cmpint (can, ==, TRUE);
}

int
main (int argc,
      char **argv)
{
  g_autofree char *display = g_strdup (g_getenv ("DISPLAY"));
  int status;

  g_test_init (&argc, &argv, NULL);
  private_bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  /* Forgets the screen. */
  g_test_dbus_up (private_bus);
  g_setenv ("DISPLAY", display, TRUE);
  g_setenv ("GDK_DEBUG", "gl-disable,portals", TRUE);
  gtk_init ();
  adw_init ();
  g_setenv ("GTK_USE_PORTAL", "1", TRUE);
  g_test_add_func ("/portal/no-files", test_no_files);
  g_test_add_func ("/portal/closed", test_closed);
  g_test_add_func ("/portal/no-links", test_no_links);
  g_test_add_func ("/portal/some", test_some);
  g_test_add_func ("/portal/ends", test_ends);
  g_test_add_func ("/portal/free", test_free);
  status = g_test_run ();
  g_test_dbus_stop (private_bus);
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-portal.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define SANDBOX "/.flatpak-info"
#define NAME "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"

/* A portal may have to be started first. */
#define PATIENCE_MS 5000

static GtkWidget *
tell (GtkWindow *parent,
      const char *heading,
      const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* Finding */

typedef struct
{
  PlxPortal portal;
  PlxPortalCallback answer;
  gpointer data;
} Question;

static gboolean
is_needed (void)
{
  /* GTK takes this for a wish to be treated as if in a sandbox. */
  return g_file_test (SANDBOX, G_FILE_TEST_EXISTS) || g_strcmp0 (g_getenv ("GTK_USE_PORTAL"), "1") == 0;
}

static void
answered_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) version = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  /* One that is slow is there. */
  question->answer (version != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT), question->data);
}

static void
connected_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  static const char *const interfaces[] = {
    [PLX_PORTAL_FILES] = "org.freedesktop.portal.FileChooser",
    [PLX_PORTAL_PRINTERS] = "org.freedesktop.portal.Print",
    [PLX_PORTAL_LINKS] = "org.freedesktop.portal.OpenURI",
  };
  g_autofree Question *question = data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  const char *interface = interfaces[question->portal];

  if (bus != NULL)
    g_dbus_connection_call (bus, NAME, PATH, "org.freedesktop.DBus.Properties", "Get", g_variant_new ("(ss)", interface, "version"),
                            G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, NULL, answered_cb, g_steal_pointer (&question));
  else
    question->answer (FALSE, question->data);
}

void
plx_portal_ask (PlxPortal portal,
                PlxPortalCallback answer,
                gpointer data)
{
  Question *question;

  if (!is_needed ())
    {
      answer (TRUE, data);
      return;
    }
  question = g_new (Question, 1);
  *question = (Question){ portal, answer, data };
  g_bus_get (G_BUS_TYPE_SESSION, NULL, connected_cb, question);
}

GtkWidget *
plx_portal_tell_missing (GtkWindow *parent)
{
  return tell (parent, _ ("The Desktop Does Not Answer"),
               _ ("In its sandbox Parallax asks the desktop for files and printers, and no portal answers. Install xdg-desktop-portal and what belongs to your desktop, such as xdg-desktop-portal-gtk, and log in again. Your work is stored all the same."));
}

/* Files */

/* Answers @chooser, of which nothing is to be expected, and keeps it as long as
 * @told is there: GTK still reads a folder for it, and stumbles (4.24) if it is gone
 * by then. */
static void
give_up (GtkNativeDialog *chooser,
         GtkWidget *told)
{
  g_object_set_data_full (G_OBJECT (told), "plx-chooser", g_object_ref (chooser), g_object_unref);
  g_signal_emit_by_name (chooser, "response", GTK_RESPONSE_CANCEL);
}

/* The portal that @chooser waits for. */
typedef struct
{
  GtkNativeDialog *chooser; /* has this */
  guint id;
  gboolean seen;
} Watch;

static void
watch_free (Watch *watch)
{
  g_bus_unwatch_name (watch->id);
  g_free (watch);
}

/* Where there are no portals GTK has a dialog of its own. */
static gboolean
is_shown_by_gtk (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window) && gtk_window_get_transient_for (window) == parent && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return TRUE;
    }
  return FALSE;
}

static void
appeared_cb (GDBusConnection *bus,
             const char *name,
             const char *owner,
             gpointer data)
{
  ((Watch *) data)->seen = TRUE;
}

/* GTK would wait for ever, and so would the window. */
static void
vanished_cb (GDBusConnection *bus,
             const char *name,
             gpointer data)
{
  Watch *watch = data;
  g_autoptr (GtkNativeDialog) chooser = g_object_ref (watch->chooser);
  GtkWindow *parent = gtk_native_dialog_get_transient_for (chooser);

  if (!watch->seen || parent == NULL || !gtk_native_dialog_get_visible (chooser) || is_shown_by_gtk (parent))
    return;
  gtk_native_dialog_hide (chooser);
  give_up (chooser, tell (parent, _ ("The Desktop Does Not Answer"),
                          _ ("What shows files for Parallax ended before one was chosen. Try again; if it ends again, log in again. Your work is stored all the same.")));
}

static void
watch_portal (GtkNativeDialog *chooser)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->chooser = chooser;
  watch->id = g_bus_watch_name (G_BUS_TYPE_SESSION, NAME, G_BUS_NAME_WATCHER_FLAGS_NONE, appeared_cb, vanished_cb, watch, NULL);
  g_object_set_data_full (G_OBJECT (chooser), "plx-watch", watch, (GDestroyNotify) watch_free);
}

static void
show_chooser_cb (gboolean can,
                 gpointer data)
{
  g_autoptr (GtkNativeDialog) chooser = data;
  GtkWindow *parent = gtk_native_dialog_get_transient_for (chooser);

  /* Its window is gone. */
  if (parent == NULL)
    return;
  if (can)
    {
      watch_portal (chooser);
      gtk_native_dialog_show (chooser);
    }
  else
    give_up (chooser, plx_portal_tell_missing (parent));
}

void
plx_portal_show_chooser (GtkFileChooserNative *chooser)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  plx_portal_ask (PLX_PORTAL_FILES, show_chooser_cb, g_object_ref (chooser));
}

/* Links */

typedef struct
{
  GtkWindow *parent; /* (owned) */
  char *address;     /* (owned) */
} Link;

static void
link_free (Link *link)
{
  g_object_unref (link->parent);
  g_free (link->address);
  g_free (link);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Link, link_free)

static void
tell_address (Link *link)
{
  tell (gtk_widget_get_mapped (GTK_WIDGET (link->parent)) ? link->parent : NULL, _ ("The Link Cannot Be Opened"), link->address);
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (Link) link = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (link->parent, result, &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_address (link);
}

static void
open_link_cb (gboolean can,
              gpointer data)
{
  g_autoptr (Link) link = data;

  if (can)
    {
      GtkWindow *parent = link->parent;
      const char *address = link->address;

      gtk_show_uri_full (parent, address, GDK_CURRENT_TIME, NULL, opened_cb, g_steal_pointer (&link));
    }
  else
    tell_address (link);
}

void
plx_portal_open_link (GtkWindow *parent,
                      const char *address)
{
  Link *link = g_new0 (Link, 1);

  link->parent = g_object_ref (parent);
  link->address = g_strdup (address);
  plx_portal_ask (PLX_PORTAL_LINKS, open_link_cb, link);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-about.h"

#include "compat/plx-portal.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static gboolean
link_cb (AdwAboutWindow *about,
         const char *address)
{
  plx_portal_open_link (GTK_WINDOW (about), address);
  return GDK_EVENT_STOP;
}

/* Without whom there would be no Parallax. */
static const char *const libraries[] = {
  "GTK https://gtk.org",
  "libadwaita https://gnome.pages.gitlab.gnome.org/libadwaita",
  "GLib https://gitlab.gnome.org/GNOME/glib",
  "Pango https://gitlab.gnome.org/GNOME/pango",
  "cairo https://cairographics.org",
  "SQLite https://sqlite.org",
  "libxml2 https://gitlab.gnome.org/GNOME/libxml2",
  "JSON-GLib https://gitlab.gnome.org/GNOME/json-glib",
  "libarchive https://libarchive.org",
  "libunistring https://www.gnu.org/software/libunistring",
#ifdef PLX_HAVE_PDF
  "Poppler https://poppler.freedesktop.org",
#endif
  NULL,
};

/* What has a licence of its own. */
static void
add_guide (AdwAboutWindow *about)
{
  adw_about_window_add_legal_section (about, _ ("User Guide"), _ ("© 2026 The Parallax developers"), GTK_LICENSE_CUSTOM,
                                      "<a href=\"https://creativecommons.org/licenses/by-sa/4.0/\">Creative Commons Attribution-ShareAlike 4.0</a>");
}

void
plx_about_show (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about,
                "transient-for", parent,
                "application-name", "Parallax",
                "application-icon", PLX_APP_ID,
                "version", PLX_VERSION,
                "developer-name", _ ("The Parallax developers"),
                "comments", _ ("A workbench for people who read several accounts of one event and must know who says what."),
                "website", "https://parallaxworkbench.org/",
                "issue-url", "https://parallaxworkbench.org/issues",
                "copyright", _ ("© 2026 The Parallax developers"),
                "license-type", GTK_LICENSE_GPL_3_0,
                /* Translators: your names, one a line; they appear in the credits */
                "translator-credits", _ ("translator-credits"),
                NULL);
  adw_about_window_add_credit_section (ADW_ABOUT_WINDOW (about), _ ("Libraries"), (const char **) libraries);
  add_guide (ADW_ABOUT_WINDOW (about));
  g_signal_connect (about, "activate-link", G_CALLBACK (link_cb), NULL);
  gtk_window_present (GTK_WINDOW (about));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the desktop does for a program that is kept in a sandbox: it shows files,
 * printers and links.
 *
 * Where the desktop has no such portal, GTK does nothing and says nothing, and
 * GLib ends the program over a link; so it is asked for first.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_PORTAL_FILES,
  PLX_PORTAL_PRINTERS,
  PLX_PORTAL_LINKS,
} PlxPortal;

typedef void (*PlxPortalCallback) (gboolean can,
                                   gpointer data);

/**
 * plx_portal_ask:
 *
 * Tells @answer whether what @portal shows can be shown: at once where the program is
 * not kept in a sandbox, and else when the desktop said whether it has that portal.
 */
void plx_portal_ask (PlxPortal portal,
                     PlxPortalCallback answer,
                     gpointer data);

/* Tells that a portal is missing, and how to mend that.
 *
 * Returns: (transfer none): what tells it */
GtkWidget *plx_portal_tell_missing (GtkWindow *parent);

/**
 * plx_portal_show_chooser:
 *
 * Shows @chooser above its window, which waits for it.  Where no portal shows files,
 * or it goes away meanwhile, says so, and @chooser is answered with %GTK_RESPONSE_CANCEL.
 */
void plx_portal_show_chooser (GtkFileChooserNative *chooser);

/**
 * plx_portal_open_link:
 *
 * Opens @address outside of the program.  Where there is no browser, or no portal
 * that asks for one, the address is told.
 */
void plx_portal_open_link (GtkWindow *parent,
                           const char *address);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

void
plx_about_show (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", "Parallax",
                         "application-icon", PLX_APP_ID,
                         "version", PLX_VERSION,
                         "developer-name", _ ("The Parallax developers"),
                         "comments", _ ("A workbench for people who read several accounts of one event and must know who says what."),
                         "website", "https://parallaxworkbench.org/",
                         "issue-url", "https://parallaxworkbench.org/issues",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one a line; they appear in the credits */
                         "translator-credits", _ ("translator-credits"),
                         NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plx-application.h"
#include "base/plx-locale.h"
#include "intake/plx-intake.h"

#include <gtk/gtk.h>

int
main (int argc,
      char *argv[])
{
  g_autoptr (PlxApplication) application = NULL;

  plx_intake_init (argc, argv);

  /* GTK would set it back. */
  gtk_disable_setlocale ();
  plx_locale_init ();

  application = plx_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}

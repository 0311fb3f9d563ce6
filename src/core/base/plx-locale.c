/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/plx-locale.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>

void
plx_locale_init (void)
{
  const char *folder = g_getenv ("PARALLAX_LOCALE_DIR");

  /* A locale that is not installed leaves "C": the program speaks English.  Plain
   * "C" knows no letters but English ones, not even in names inside of zips. */
  if (setlocale (LC_ALL, "") == NULL || g_str_has_prefix (nl_langinfo (CODESET), "ANSI"))
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL && *folder != '\0' ? folder : PLX_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

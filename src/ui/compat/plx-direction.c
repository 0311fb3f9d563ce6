/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-direction.h"

#include "base/plx-locale.h"

static gboolean
runs_right_to_left (PangoLanguage *language)
{
  int n_scripts;
  const PangoScript *scripts = pango_language_get_scripts (language, &n_scripts);

  return scripts != NULL && n_scripts > 0 && (scripts[0] == PANGO_SCRIPT_ARABIC || scripts[0] == PANGO_SCRIPT_HEBREW);
}

void
plx_direction_init (void)
{
  g_autofree char *language = plx_locale_dup_language ();

  gtk_widget_set_default_direction (runs_right_to_left (pango_language_from_string (language)) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

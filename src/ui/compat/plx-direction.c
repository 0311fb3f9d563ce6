/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-direction.h"

#include <glib/gi18n.h>
#include <string.h>

#define FIELD "\nLanguage: "

/* Returns: (transfer full): of the catalogue */
static char *
dup_language (void)
{
  /* What stands for no words is the head of the catalogue. */
  const char *head = gettext ("");
  const char *field = strstr (head, FIELD);

  if (field == NULL)
    return g_strdup ("en");
  field += strlen (FIELD);
  return g_strndup (field, strcspn (field, "\n"));
}

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
  g_autofree char *language = dup_language ();

  gtk_widget_set_default_direction (runs_right_to_left (pango_language_from_string (language)) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

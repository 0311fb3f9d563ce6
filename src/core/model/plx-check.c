/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-check.h"

#include "base/plx-error.h"

#include <glib/gi18n-lib.h>

gboolean
plx_string_is_blank (const char *string)
{
  for (const char *p = string; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

gboolean
plx_check_choice (const char *field,
                  const char *value,
                  const char *const *choices,
                  GError **error)
{
  g_autofree char *list = NULL;

  if (value == NULL || *value == '\0' || g_strv_contains (choices, value))
    return TRUE;
  list = g_strjoinv (", ", (char **) choices);
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               /* Translators: what was entered, the name of a field, the values that it may have */
               _ ("“%s” is not a value of %s. Use one of: %s, or leave it empty."), value, field, list);
  return FALSE;
}

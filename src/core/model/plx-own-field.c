/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-own-field.h"

#include "base/plx-error.h"
#include "base/plx-time.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const kinds[] = {
  [PLX_FIELD_KIND_TEXT] = "text",
  [PLX_FIELD_KIND_NUMBER] = "number",
  [PLX_FIELD_KIND_DATE] = "date",
};

const char *
plx_field_kind_to_string (PlxFieldKind kind)
{
  return kinds[kind];
}

gboolean
plx_field_kind_from_string (const char *string,
                            PlxFieldKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (string, kinds[i]) == 0)
      {
        *kind = (PlxFieldKind) i;
        return TRUE;
      }
  return FALSE;
}

PlxOwnField *
plx_own_field_new (const char *name,
                   PlxFieldKind kind)
{
  PlxOwnField *self = g_new0 (PlxOwnField, 1);

  self->name = g_strdup (name);
  self->kind = kind;
  return self;
}

void
plx_own_field_free (PlxOwnField *self)
{
  g_free (self->name);
  g_free (self);
}

static gboolean
is_number (const char *value)
{
  char *end;

  errno = 0;
  g_ascii_strtod (value, &end);
  return end != value && *end == '\0' && errno == 0 && strspn (value, "+-.0123456789eE") == strlen (value);
}

gboolean
plx_own_field_check_value (const PlxOwnField *self,
                           const char *value,
                           GError **error)
{
  if (self->kind == PLX_FIELD_KIND_NUMBER && *value != '\0' && !is_number (value))
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                 /* Translators: the second %s is the name of a field */
                 _ ("“%s” is not a number, and “%s” takes numbers. Write it as 12 or 0.5."), value, self->name);
  else if (self->kind == PLX_FIELD_KIND_DATE && !plx_date_is_valid (value))
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                 /* Translators: what was entered, the name of a field */
                 _ ("“%s” is not a date, and “%s” takes dates. Write it as 2024-11-28, 2024-11 or 2024."), value, self->name);
  else
    return TRUE;
  return FALSE;
}

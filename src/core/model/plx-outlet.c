/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-outlet.h"

#include "base/plx-error.h"
#include "model/plx-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

PlxOutlet *
plx_outlet_new (const char *name)
{
  PlxOutlet *self = g_new0 (PlxOutlet, 1);

  self->name = g_strdup (name);
  self->brief = g_strdup ("");
  self->colour = g_strdup ("");
  self->note = g_strdup ("");
  return self;
}

PlxOutlet *
plx_outlet_copy (const PlxOutlet *self)
{
  PlxOutlet *copy = g_new (PlxOutlet, 1);

  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->brief = g_strdup (self->brief);
  copy->colour = g_strdup (self->colour);
  copy->note = g_strdup (self->note);
  return copy;
}

void
plx_outlet_free (PlxOutlet *self)
{
  g_free (self->name);
  g_free (self->brief);
  g_free (self->colour);
  g_free (self->note);
  g_free (self);
}

static gboolean
is_colour (const char *colour)
{
  return strlen (colour) == 7 && colour[0] == '#' && strspn (colour + 1, "0123456789abcdef") == 6;
}

gboolean
plx_outlet_check (const PlxOutlet *self,
                  GError **error)
{
  if (plx_string_is_blank (self->name))
    g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT, _ ("The outlet has no name. Give it one."));
  else if (*self->colour != '\0' && !is_colour (self->colour))
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                 _ ("“%s” is not a colour. Write it as #1a5fb4, or leave it empty."), self->colour);
  else
    return TRUE;
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-entity.h"

#include "base/plx-error.h"
#include "model/plx-check.h"

#include <glib/gi18n-lib.h>

PlxEntity *
plx_entity_new (void)
{
  PlxEntity *self = g_new0 (PlxEntity, 1);

  self->sort = g_strdup ("");
  self->name = g_strdup ("");
  self->aliases = g_new0 (char *, 1);
  self->uri = g_strdup ("");
  self->note = g_strdup ("");
  return self;
}

PlxEntity *
plx_entity_copy (const PlxEntity *self)
{
  PlxEntity *copy = g_new (PlxEntity, 1);

  *copy = *self;
  copy->sort = g_strdup (self->sort);
  copy->name = g_strdup (self->name);
  copy->aliases = g_strdupv (self->aliases);
  copy->uri = g_strdup (self->uri);
  copy->note = g_strdup (self->note);
  return copy;
}

void
plx_entity_free (PlxEntity *self)
{
  g_free (self->sort);
  g_free (self->name);
  g_strfreev (self->aliases);
  g_free (self->uri);
  g_free (self->note);
  g_free (self);
}

static gboolean
check_sort (const PlxEntity *self,
            GError **error)
{
  static const char *const sorts[] = { "person", "organisation", NULL };

  if (!plx_check_choice ("sort", self->sort, sorts, error))
    return FALSE;
  if (self->kind == PLX_KIND_ACTOR || self->sort == NULL || *self->sort == '\0')
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               /* Translators: the name of a place, a sort of actors as “person” */
               _ ("“%s” is a place and so cannot be a %s. Leave its sort empty, or make it an actor."), self->name, self->sort);
  return FALSE;
}

/* Written so that NaN fails too. */
static gboolean
check_coordinates (const PlxEntity *self,
                   GError **error)
{
  if (!self->has_coordinates)
    return TRUE;
  if (self->latitude >= -90 && self->latitude <= 90 && self->longitude >= -180 && self->longitude <= 180)
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               /* Translators: the name of a place, its latitude, its longitude */
               _ ("“%s” cannot lie at %g, %g. Latitudes go from -90 to 90, longitudes from -180 to 180."),
               self->name, self->latitude, self->longitude);
  return FALSE;
}

gboolean
plx_entity_check (const PlxEntity *self,
                  GError **error)
{
  if (plx_string_is_blank (self->name))
    {
      g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                           _ ("The actor or place has no name. Give it one."));
      return FALSE;
    }
  if (self->kind != PLX_KIND_ACTOR && self->kind != PLX_KIND_PLACE)
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                   _ ("“%s” must be an actor or a place."), self->name);
      return FALSE;
    }
  return check_sort (self, error) && check_coordinates (self, error);
}

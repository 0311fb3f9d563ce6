/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An entity: an actor or place that the whole project shares. */

#pragma once

#include "base/plx-id.h"
#include "model/plx-tag.h"

G_BEGIN_DECLS

/* Strings are owned and never %NULL in an entity that came from the store. */
typedef struct
{
  PlxId id;
  PlxKind kind; /* actor or place */
  char *sort;   /* of actors: person, organisation, or empty */
  char *name;
  char **aliases; /* sorted */
  char *uri;
  gboolean has_coordinates;
  double latitude;
  double longitude;
  char *note;
  gint64 created;
} PlxEntity;

PlxEntity *plx_entity_new (void);
PlxEntity *plx_entity_copy (const PlxEntity *self);
void plx_entity_free (PlxEntity *self);

/**
 * plx_entity_check:
 *
 * Whether name, kind, sort and coordinates are in order.
 *
 * @error: %PLX_STORE_ERROR_CONSTRAINT naming field, value and remedy
 */
gboolean plx_entity_check (const PlxEntity *self,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxEntity, plx_entity_free)

G_END_DECLS

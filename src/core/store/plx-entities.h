/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables entity and alias. */

#pragma once

#include "model/plx-entity.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_entities_add:
 * @entity: (inout): id and moment are filled in where they are not set
 *
 * Two entities may have the same name.  Aliases are stored once, without blank
 * ones and the name itself; coordinates to nine decimals.
 */
gboolean plx_entities_add (PlxConnection *connection,
                           PlxEntity *entity,
                           GError **error);

/**
 * plx_entities_update:
 *
 * Stores all fields but kind and moment, and the list of aliases.
 */
gboolean plx_entities_update (PlxConnection *connection,
                              const PlxEntity *entity,
                              GError **error);
gboolean plx_entities_remove (PlxConnection *connection,
                              PlxId id,
                              GError **error);
PlxEntity *plx_entities_get (PlxConnection *connection,
                             PlxId id,
                             GError **error);

/**
 * plx_entities_list:
 *
 * Returns: (transfer container) (element-type PlxEntity): by name, then id
 */
GPtrArray *plx_entities_list (PlxConnection *connection,
                              GError **error);

/**
 * plx_entities_find:
 * @kind: actor or place
 * @name: a name or alias, exactly
 * @id: (out): the entity, or %PLX_ID_NONE
 */
gboolean plx_entities_find (PlxConnection *connection,
                            PlxKind kind,
                            const char *name,
                            PlxId *id,
                            GError **error);

/**
 * plx_entities_ensure:
 * @id: (out): the entity of that name or alias, added if need be
 */
gboolean plx_entities_ensure (PlxConnection *connection,
                              PlxKind kind,
                              const char *name,
                              PlxId *id,
                              GError **error);

/**
 * plx_entities_count_mentions:
 *
 * Returns: (transfer full) (element-type PlxId int): number of mentions of each
 *   entity that has any; keys are allocated #PlxId
 */
GHashTable *plx_entities_count_mentions (PlxConnection *connection,
                                         GError **error);

/**
 * plx_entities_count_documents:
 *
 * Returns: (transfer full) (element-type PlxId int): in how many articles each
 *   entity is mentioned
 */
GHashTable *plx_entities_count_documents (PlxConnection *connection,
                                          GError **error);

/**
 * plx_entities_learn:
 * @texts: (element-type utf8): marked as mentions of the entity
 *
 * Adds as aliases what is fit and new (model/plx-alias.h).
 */
gboolean plx_entities_learn (PlxConnection *connection,
                             PlxId id,
                             GPtrArray *texts,
                             GError **error);

/**
 * plx_entities_merge:
 * @from: goes
 * @into: stays, and gets what belonged to the other: mentions, claims, what was
 *   said of it or placed there; its name and aliases, as aliases; its note below
 *   the own one; ids from elsewhere; sort, URI and coordinates where there are
 *   none yet
 * @error: %PLX_STORE_ERROR_CONSTRAINT if both are the same, or of different kinds
 */
gboolean plx_entities_merge (PlxConnection *connection,
                             PlxId from,
                             PlxId into,
                             GError **error);

G_END_DECLS

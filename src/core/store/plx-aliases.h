/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Table alias, for the functions of plx-entities.h. */

#pragma once

#include "model/plx-entity.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_aliases_load:
 * @entity: (inout): its aliases are replaced by those that are stored
 */
gboolean plx_aliases_load (PlxConnection *connection,
                           PlxEntity *entity,
                           GError **error);

/**
 * plx_aliases_attach:
 * @entities: (element-type PlxEntity): all of the project; their aliases are
 *   filled in
 */
gboolean plx_aliases_attach (PlxConnection *connection,
                             GPtrArray *entities,
                             GError **error);

/**
 * plx_aliases_store:
 *
 * Makes what is stored be the aliases of @entity: once each, without blank ones
 * and the name itself.
 */
gboolean plx_aliases_store (PlxConnection *connection,
                            const PlxEntity *entity,
                            GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Table outlet. */

#pragma once

#include "model/plx-outlet.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_outlets_list:
 *
 * Returns: (transfer container) (element-type PlxOutlet): all that articles name
 *   or that somebody described, by name
 */
GPtrArray *plx_outlets_list (PlxConnection *connection,
                             GError **error);

/**
 * plx_outlets_find:
 *
 * Returns: (transfer full) (nullable): what is known of the outlet called @name,
 *   blank if nothing is
 */
PlxOutlet *plx_outlets_find (PlxConnection *connection,
                             const char *name,
                             GError **error);

/**
 * plx_outlets_add:
 * @outlet: described for the first time; with %PLX_ID_NONE it gets an id
 */
gboolean plx_outlets_add (PlxConnection *connection,
                          PlxOutlet *outlet,
                          GError **error);

/**
 * plx_outlets_set:
 * @old_name: as it is called now
 *
 * Stores what is known of an outlet.  Another name is given to all its articles;
 * where that name is taken, the two outlets become one.
 */
gboolean plx_outlets_set (PlxConnection *connection,
                          const char *old_name,
                          const PlxOutlet *outlet,
                          GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables outlet, field and field_value, and which articles were read. */

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

/**
 * plx_own_fields_list:
 *
 * Returns: (transfer container) (element-type PlxOwnField): in order
 */
GPtrArray *plx_own_fields_list (PlxConnection *connection,
                                GError **error);

/**
 * plx_own_fields_set:
 * @field: (inout): with %PLX_ID_NONE a new one
 */
gboolean plx_own_fields_set (PlxConnection *connection,
                             PlxOwnField *field,
                             GError **error);

/* Removes a field with all its values. */
gboolean plx_own_fields_remove (PlxConnection *connection,
                                PlxId id,
                                GError **error);

/**
 * plx_own_fields_find:
 * @id: (out): of the field called @name, or %PLX_ID_NONE
 */
gboolean plx_own_fields_find (PlxConnection *connection,
                              const char *name,
                              PlxId *id,
                              GError **error);

/**
 * plx_own_fields_load_values:
 * @document: an article
 *
 * Returns: (transfer full) (element-type PlxId utf8): its values by field; keys
 *   are allocated
 */
GHashTable *plx_own_fields_load_values (PlxConnection *connection,
                                        PlxId document,
                                        GError **error);

/**
 * plx_own_fields_set_value:
 * @value: empty for none
 */
gboolean plx_own_fields_set_value (PlxConnection *connection,
                                   PlxId document,
                                   PlxId field,
                                   const char *value,
                                   GError **error);

/**
 * plx_seen_mark:
 *
 * Remembers that somebody read an article.  No edit, and nothing to undo.
 */
gboolean plx_seen_mark (PlxConnection *connection,
                        PlxId document,
                        gboolean seen,
                        GError **error);

G_END_DECLS

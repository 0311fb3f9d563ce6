/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables field and field_value. */

#pragma once

#include "model/plx-own-field.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

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

/**
 * plx_own_fields_add:
 * @field: (inout): with %PLX_ID_NONE it gets an id
 */
gboolean plx_own_fields_add (PlxConnection *connection,
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

G_END_DECLS

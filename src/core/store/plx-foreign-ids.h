/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Table foreign_id: ids under which rows were known elsewhere. */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_foreign_ids_add:
 * @scheme: `uuid` for UUIDs that are not ours (stored in lower case), else the
 *   name of the format
 */
gboolean plx_foreign_ids_add (PlxConnection *connection,
                              PlxId subject,
                              const char *scheme,
                              const char *value,
                              GError **error);

/**
 * plx_foreign_ids_find:
 * @subject: (out): the row known as @value that is in the project, the newest if
 *   there are several, or %PLX_ID_NONE
 */
gboolean plx_foreign_ids_find (PlxConnection *connection,
                               const char *scheme,
                               const char *value,
                               PlxId *subject,
                               GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the history of a project still knows of rows that are lost. */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_salvage_history:
 * @connection: inside a transaction, without foreign keys
 * @n_restored: (out):
 *
 * Puts back each row of a journaled table that is missing although the last of
 * the edits that are done left it there.
 */
gboolean plx_salvage_history (PlxConnection *connection,
                              gint64 *n_restored,
                              GError **error);

G_END_DECLS

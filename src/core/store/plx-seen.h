/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Table seen: which articles were read. */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

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

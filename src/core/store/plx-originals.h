/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Table original: files that articles were read from, kept as they were. */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_originals_add:
 * @sha256: of @bytes, lower-case hexadecimal
 *
 * Keeps a file, compressed.  The same file is kept once, and as long as the
 * project.
 */
gboolean plx_originals_add (PlxConnection *connection,
                            const char *sha256,
                            GBytes *bytes,
                            GError **error);

/**
 * plx_originals_load:
 * @sha256: as it stands in the article
 *
 * Returns: (transfer full): the file, checked against its hash, or %NULL with
 *   %PLX_STORE_ERROR_NOT_FOUND where it was not kept
 */
GBytes *plx_originals_load (PlxConnection *connection,
                            const char *sha256,
                            GError **error);

G_END_DECLS

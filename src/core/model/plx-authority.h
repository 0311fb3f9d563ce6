/* SPDX-License-Identifier: GPL-3.0-or-later */

/* URIs of authority files, by which others know the same actor or place. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_authority_check:
 * @uri: `http:` and `https:` with a host, `urn:` with a name space, or any other
 *   scheme that names something and runs nothing
 * @error: %PLX_STORE_ERROR_CONSTRAINT telling what is wrong with it
 */
gboolean plx_authority_check (const char *uri,
                              GError **error);

G_END_DECLS

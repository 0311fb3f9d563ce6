/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A look at JSON before any parser sees it. */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define PLX_JSON_MAX_DEPTH 64

/**
 * plx_json_guard:
 * @error: %G_IO_ERROR_INVALID_DATA telling the place
 *
 * Whether @bytes are UTF-8 without U+0000, also where it is escaped, and nest
 * at most %PLX_JSON_MAX_DEPTH deep: deep nesting overflows the stack of old
 * versions of json-glib, and a NUL would cut a string short in silence.
 */
gboolean plx_json_guard (const char *bytes,
                         gsize length,
                         GError **error);

/**
 * plx_json_parse:
 * @error: why not, in UTF-8: json-glib cites what it met, which it may cut inside
 *   of a character
 *
 * Returns: whether @bytes pass plx_json_guard() and @parser has read them
 */
gboolean plx_json_parse (JsonParser *parser,
                         const char *bytes,
                         gsize length,
                         GError **error);

G_END_DECLS

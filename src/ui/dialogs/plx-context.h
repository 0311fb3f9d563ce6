/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words around a passage in a list: what was cut begins and ends with a whole
 * word, and says so. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_context_dup_before:
 * @length: code points at which context is cut
 *
 * Returns: (transfer full): @before, or “…” and its whole words
 */
char *plx_context_dup_before (const char *before,
                              glong length);

/* The same for what comes after: its whole words and “…”. */
char *plx_context_dup_after (const char *after,
                             glong length);

G_END_DECLS

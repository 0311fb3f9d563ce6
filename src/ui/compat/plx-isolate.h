/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of the user inside a sentence of ours. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_isolate:
 *
 * Returns: (transfer full): @words between marks that keep their direction of
 *   writing to themselves
 */
char *plx_isolate (const char *words);

G_END_DECLS

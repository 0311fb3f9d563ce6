/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history in words for the screen. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_verb_dup_label:
 * @verb: key, see #PlxVerb
 * @detail: to what, in the user's words; shortened here
 *
 * Returns: (transfer full): what was done, translated: `Tag “Aleppo”`
 */
char *plx_verb_dup_label (const char *verb,
                          const char *detail);

G_END_DECLS

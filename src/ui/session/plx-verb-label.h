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

/**
 * plx_verb_list_matching:
 *
 * Returns: (transfer full): the keys of the verbs whose name on the screen has
 *   @words
 */
char **plx_verb_list_matching (const char *words);

G_END_DECLS

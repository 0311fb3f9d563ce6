/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one or two letters by which a tag is known where there is no room for its
 * name, so that colour is never the only thing that tells tags apart. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_tag_code_choose:
 * @name: of a tag
 * @taken: (element-type utf8): a set of codes of other tags
 *
 * The first letter of @name; where that is taken, the first letter with the next
 * one of the name that makes the pair unique, or with a digit.
 *
 * Returns: (transfer full): the code; one that is taken if there is no other
 */
char *plx_tag_code_choose (const char *name,
                           GHashTable *taken);

G_END_DECLS

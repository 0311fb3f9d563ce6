/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which marked texts an entity learns as other names of its own.
 *
 * The rule.  A text is fit to be an alias if it
 *   - stands in one line and is at most %PLX_ALIAS_MAX code points long,
 *   - holds two letters, digits or symbols at least,
 *   - is no pronoun (`they`, `Il`, `هو`): those stand for everybody.  Pronouns
 *     are told by the lists in plx-alias.c, in lower case or with a first
 *     capital, so that `US` is a name and `us` is none.
 * Fit or not, it is not learned if it folds (plx-fold.h) to the name of the
 * entity or to one of its aliases.
 */

#pragma once

#include "model/plx-entity.h"

G_BEGIN_DECLS

/* Code points. */
#define PLX_ALIAS_MAX 60

/**
 * plx_alias_is_fit:
 *
 * Returns: whether @text may be learned as a name of anything
 */
gboolean plx_alias_is_fit (const char *text);

/**
 * plx_entity_learn:
 * @texts: (element-type utf8): what was marked
 *
 * Appends to the aliases of @self those of @texts that are fit and new to it.
 *
 * Returns: whether there were any
 */
gboolean plx_entity_learn (PlxEntity *self,
                           GPtrArray *texts);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which language a text is in, by its script and its most common words.
 *
 * The letters say which script prevails.  Where a script belongs to one language
 * among those known here, that is it; Han with some Kana is Japanese.  Otherwise
 * the words of the text are looked up among the most common words of the languages
 * that use the script (model/common-words.txt): the language with the most of them
 * is taken, if they are at least a twelfth of the words and a quarter more than
 * those of the next one.  Else nothing is said: a wrong language is worse than
 * none.
 */

#pragma once

#include "base/plx-text.h"

G_BEGIN_DECLS

/**
 * plx_language_guess:
 *
 * Looks at the first twenty thousand characters.
 *
 * Returns: (transfer none): BCP 47, or empty
 */
const char *plx_language_guess (PlxText *text);

G_END_DECLS

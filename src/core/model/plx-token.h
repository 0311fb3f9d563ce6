/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words by which texts are found.
 *
 * A text is folded (plx-fold.h: case, diacritics and apostrophes), so that Hay’at,
 * Hay'at and Hayat are one word, and حَلَب is حلب.  A run of letters, digits and marks
 * is a word; what elision made of an article (d’Alep,
 * l’été) is one of its own, and so is the s of Aleppo’s.  Scripts that put no blanks between words (Han,
 * Kana, Thai, Lao, Khmer, Myanmar) give one word for each letter: what is
 * looked for is a row of them, so any part of a run is found.
 *
 * The index of the project and the search for places in a text use the same
 * words, so that what one finds the other finds.
 */

#pragma once

#include "base/plx-text.h"

G_BEGIN_DECLS

typedef struct
{
  const char *word; /* folded UTF-8, borrowed from the #PlxTokens */
  int start;        /* in code points of the text */
  int end;
} PlxToken;

typedef struct _PlxTokens PlxTokens;

/**
 * plx_tokens_new:
 *
 * Returns: (transfer full): the words of @text, in order
 */
PlxTokens *plx_tokens_new (PlxText *text);
void plx_tokens_free (PlxTokens *self);

guint plx_tokens_get_length (const PlxTokens *self);

/**
 * plx_tokens_get:
 *
 * Returns: (transfer none): the word at @index, valid as long as @self
 */
const PlxToken *plx_tokens_get (const PlxTokens *self,
                                guint index);

/**
 * plx_tokens_dup_row:
 *
 * Returns: (transfer full): all words with one blank between them
 */
char *plx_tokens_dup_row (const PlxTokens *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTokens, plx_tokens_free)

G_END_DECLS

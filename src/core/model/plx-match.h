/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding names in a text: all places of one name, or of thousands at once.
 *
 * A matcher is made of names that are folded alike (plx-fold.h) and then goes
 * through any number of texts.  Names are kept in a tree by their characters,
 * so a text costs the same whether one name is looked for or five thousand.
 * Where several begin at one place the longest is found, and places never
 * overlap.
 *
 * A whole word is one by our word rule (plx-snap.h): no border of a place lies
 * inside a word.  The possessive ’s may follow a name and is no part of its
 * place.  Scripts that put no blanks between words have no borders to respect.
 * Without whole words, borders are still those of characters: emoji and letters
 * with marks are never cut.
 *
 * Immutable once it is searched with, and then safe to share between threads.
 */

#pragma once

#include "model/plx-fold.h"
#include "model/plx-span.h"

G_BEGIN_DECLS

typedef struct
{
  PlxSpan span;
  guint name; /* as plx_matcher_add() gave it */
} PlxMatch;

typedef struct _PlxMatcher PlxMatcher;

#define PLX_MATCHER_NO_NAME G_MAXUINT

PlxMatcher *plx_matcher_new (PlxFold fold,
                             gboolean whole_words);
void plx_matcher_free (PlxMatcher *self);

/**
 * plx_matcher_is_searchable:
 *
 * Returns: whether @name holds a letter, digit or symbol: blanks and
 *   punctuation alone are no name
 */
gboolean plx_matcher_is_searchable (const char *name);

/**
 * plx_matcher_add:
 *
 * Returns: the number of @name, from 0; names that fold alike have the same.
 *   %PLX_MATCHER_NO_NAME if there is nothing in it to look for
 */
guint plx_matcher_add (PlxMatcher *self,
                       const char *name);
guint plx_matcher_get_n_names (PlxMatcher *self);

/**
 * plx_matcher_find:
 * @matches: (element-type PlxMatch): where all places of names in @text are
 *   appended, in order
 */
void plx_matcher_find (PlxMatcher *self,
                       PlxText *text,
                       GArray *matches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxMatcher, plx_matcher_free)

G_END_DECLS

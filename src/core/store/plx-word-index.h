/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Table words: which texts hold which words. */

#pragma once

#include "base/plx-text.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef struct sqlite3 sqlite3;

/**
 * plx_word_index_register:
 *
 * Gives @db the function plx_words (text), which folds a text to a row of words
 * (model/plx-token.h).
 */
void plx_word_index_register (sqlite3 *db);

/**
 * plx_word_index_add:
 *
 * Puts the words of a new text into the index.  Texts are only ever added, so
 * this is all that keeps it; a trigger may not write to FTS5 while the schema is
 * not trusted.
 */
gboolean plx_word_index_add (PlxConnection *connection,
                             PlxId id,
                             PlxText *text,
                             GError **error);

/**
 * plx_word_index_defer:
 *
 * Until plx_word_index_settle() texts are only remembered by plx_word_index_add().
 * SQLite writes the index out before each further statement that could fail, so
 * that many texts among other rows cost twice the time.  What asks for words does not find them
 * meanwhile.
 */
void plx_word_index_defer (PlxConnection *connection);

/**
 * plx_word_index_settle:
 * @keep: whether to put in what was remembered; if not, the transaction is given up
 */
gboolean plx_word_index_settle (PlxConnection *connection,
                                gboolean keep,
                                GError **error);

/**
 * plx_word_index_holds:
 * @found: (out): whether the words at the beginning and the end of the text are
 *   in the index
 */
gboolean plx_word_index_holds (PlxConnection *connection,
                               PlxId id,
                               PlxText *text,
                               gboolean *found,
                               GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody types above the list of articles: beginnings of words of the
 * title or outlet, `after:2024-05`, `before:2024-06-15`.  Words are folded as those
 * of texts are, see plx-token.h. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlxArticleWords PlxArticleWords;

/* Returns: (transfer full) (nullable): %NULL if @typed asks for nothing */
PlxArticleWords *plx_article_words_new (const char *typed);
void plx_article_words_free (PlxArticleWords *self);

/**
 * plx_article_words_match:
 * @published: the date, as precise as it is known; empty matches no date
 *
 * Dates compare as far as they go: an article of 2024 is neither before 2024-06
 * nor, as every part of 2024 is after 2023, left out by `after:2023`.  The date
 * after `after:` itself is included, that after `before:` is not.
 */
gboolean plx_article_words_match (const PlxArticleWords *self,
                                  const char *title,
                                  const char *outlet,
                                  const char *published);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxArticleWords, plx_article_words_free)

G_END_DECLS

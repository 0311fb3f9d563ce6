/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shadows of the visible paragraphs of a view.
 *
 * It has to be cleared when width, font, margins or text change.  Main thread.
 */

#pragma once

#include "reader/plx-shadow.h"

G_BEGIN_DECLS

typedef struct _PlxParagraphCache PlxParagraphCache;

/**
 * plx_paragraph_cache_new:
 * @view: the view, which has to live longer than the cache
 */
PlxParagraphCache *plx_paragraph_cache_new (GtkTextView *view);
void plx_paragraph_cache_free (PlxParagraphCache *self);
void plx_paragraph_cache_clear (PlxParagraphCache *self);

/* For a paragraph whose text changed, and no other. */
void plx_paragraph_cache_forget (PlxParagraphCache *self,
                                 int paragraph);

/**
 * plx_paragraph_cache_get:
 * @paragraph: any place in the paragraph
 *
 * Returns: (transfer none): its shadow, valid until the next call of a function
 *   of the cache other than this one
 */
PlxShadow *plx_paragraph_cache_get (PlxParagraphCache *self,
                                    const GtkTextIter *paragraph);

/**
 * plx_paragraph_cache_trim:
 *
 * Forgets what is far from the paragraphs @first to @last.
 */
void plx_paragraph_cache_trim (PlxParagraphCache *self,
                               int first,
                               int last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxParagraphCache, plx_paragraph_cache_free)

G_END_DECLS

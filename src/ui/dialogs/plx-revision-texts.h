/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two versions of a text in two text views: what went, what came, and where the
 * annotations are.  What went is struck out, what came is underlined, so that hue
 * is never the only carrier. */

#pragma once

#include "list/plx-codebook.h"
#include "verb/plx-revision.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes the text tags of both buffers; once. */
void plx_revision_texts_prepare (GtkTextView *before,
                                 GtkTextView *after);

/**
 * plx_revision_texts_show:
 * @with_text: whether to put the text into @after too, not only its marks
 */
void plx_revision_texts_show (GtkTextView *before,
                              GtkTextView *after,
                              const PlxRevision *revision,
                              PlxCodebook *codebook,
                              gboolean with_text);

/* Marks @spans as the place of what waited; %NULL for none. */
void plx_revision_texts_point_out (GtkTextView *view,
                                   const GArray *spans);

/**
 * plx_revision_texts_dup_selection:
 *
 * Returns: (transfer full) (nullable) (element-type PlxSpan): the selected words
 *   of @view without blanks around them
 */
GArray *plx_revision_texts_dup_selection (GtkTextView *view);

G_END_DECLS

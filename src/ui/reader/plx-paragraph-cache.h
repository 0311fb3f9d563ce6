/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the characters of visible paragraphs stand.
 *
 * GtkTextView tells the place of one character at a time, which is 20 times too
 * slow for a screen of highlights.  So each visible paragraph is laid out a
 * second time, exactly as the view does it, and that shadow answers at once.
 * A shadow whose first character or height is not where the view has it is
 * replaced by one that asks the view for every character: slower, still right.
 *
 * Coordinates are pixels from the left edge and the first line of the
 * paragraph; offsets are code points from its start.  The cache has to be
 * cleared when width, font, margins or text change.  Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PlxParagraphCache PlxParagraphCache;
typedef struct _PlxShadow PlxShadow;

/* One line of a paragraph as it is wrapped. */
typedef struct
{
  int start;
  int end;      /* of what is visible: without blanks at the end */
  int next;     /* start of the next line */
  float top;    /* of the text, without spacing */
  float bottom; /* of the text, without spacing */
} PlxShadowLine;

/* A stretch of a line from left to right. */
typedef struct
{
  float left;
  float right;
} PlxShadowRun;

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

/* Whether the view had to be asked for every character. */
gboolean plx_shadow_is_slow (PlxShadow *self);

gsize plx_shadow_get_n_lines (PlxShadow *self);
const PlxShadowLine *plx_shadow_get_line (PlxShadow *self,
                                          gsize line);

/**
 * plx_shadow_get_height:
 *
 * Returns: from the top of the first line to the bottom of the last one
 */
float plx_shadow_get_height (PlxShadow *self);

/**
 * plx_shadow_is_rtl:
 *
 * Returns: whether the paragraph as a whole runs from right to left
 */
gboolean plx_shadow_is_rtl (PlxShadow *self);

/**
 * plx_shadow_find_line:
 *
 * Returns: the line on which the character at @offset stands
 */
gsize plx_shadow_find_line (PlxShadow *self,
                            int offset);

/**
 * plx_shadow_get_runs:
 * @runs: (element-type PlxShadowRun): where the stretches that the characters
 *   [@start, @end) take on @line are appended; several where directions mix
 */
void plx_shadow_get_runs (PlxShadow *self,
                          gsize line,
                          int start,
                          int end,
                          GArray *runs);

/**
 * plx_shadow_get_edges:
 * @offset: a character, or the end of the paragraph, where both edges are one
 * @leading: (out): the x of the side where reading the character starts
 * @trailing: (out): the x of the side where it ends
 */
void plx_shadow_get_edges (PlxShadow *self,
                           int offset,
                           float *leading,
                           float *trailing);

/**
 * plx_shadow_find_char:
 * @line: a line
 * @offset: (out): the character at @x
 *
 * Returns: whether there is a character at @x, not just the blank beside the line
 */
gboolean plx_shadow_find_char (PlxShadow *self,
                               gsize line,
                               float x,
                               int *offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxParagraphCache, plx_paragraph_cache_free)

G_END_DECLS

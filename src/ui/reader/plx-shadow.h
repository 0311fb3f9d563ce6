/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the characters of one paragraph stand.
 *
 * GtkTextView tells the place of one character at a time, which is 20 times too
 * slow for a screen of highlights.  So the paragraph is laid out a second time,
 * exactly as the view does it, and that shadow answers at once.  A shadow whose
 * first character or height is not where the view has it asks the view for every
 * character instead: slower, still right.
 *
 * Coordinates are pixels from the left edge and the first line of the paragraph;
 * offsets are code points from its start.  Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

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
 * plx_shadow_new:
 * @start: where the paragraph starts, whose text is copied
 *
 * It knows nothing before plx_shadow_build().
 */
PlxShadow *plx_shadow_new (const GtkTextIter *start);
void plx_shadow_free (PlxShadow *self);

/**
 * plx_shadow_build:
 * @ltr: (transfer none): the fonts of @view, for text that runs from left to right
 * @rtl: (transfer none): the same from right to left
 *
 * Looks anew where @view has its lines.
 */
void plx_shadow_build (PlxShadow *self,
                       GtkTextView *view,
                       PangoContext *ltr,
                       PangoContext *rtl,
                       const GtkTextIter *start);

/* Whether @view still has the paragraph as it was when this was built. */
gboolean plx_shadow_is_current (PlxShadow *self,
                                GtkTextView *view,
                                const GtkTextIter *start);

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

G_END_DECLS

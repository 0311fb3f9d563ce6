/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The word rule: which grapheme clusters of a text belong together.
 *
 * The rule is a question about a cluster boundary, "does a word go on here?",
 * answered from the few clusters around it.  All words of a text follow from
 * it, and none of them depends on where one begins to ask.  It is told in
 * full in plx-snap.h.
 */

#pragma once

#include "base/plx-text.h"

G_BEGIN_DECLS

/* What a cluster is, by its first visible character. */
typedef enum
{
  PLX_CLUSTER_BLANK,
  PLX_CLUSTER_WORD,        /* letters, digits, marks and _ */
  PLX_CLUSTER_SYMBOL,      /* a word of its own: flags, emoji, $, + */
  PLX_CLUSTER_PUNCTUATION, /* in a word only where the rule joins it */
} PlxClusterKind;

/**
 * plx_char_is_blank:
 *
 * Whether @c shows nothing: blanks, line ends, controls, directional marks.
 */
gboolean plx_char_is_blank (gunichar c);

/**
 * plx_char_is_ideographic:
 *
 * Whether @c belongs to a script that puts no blanks between words and whose
 * runs count as words: Han, Kana, Bopomofo.
 */
gboolean plx_char_is_ideographic (gunichar c);

/**
 * plx_cluster_get_kind:
 * @start: a cluster boundary before the end of the text
 */
PlxClusterKind plx_cluster_get_kind (PlxText *text,
                                     int start);

/**
 * plx_word_joins:
 * @boundary: a cluster boundary
 *
 * Returns: whether the clusters on both sides of @boundary are in one word
 */
gboolean plx_word_joins (PlxText *text,
                         int boundary);

/**
 * plx_word_starts:
 * @boundary: a cluster boundary
 *
 * Returns: whether a word begins at @boundary
 */
gboolean plx_word_starts (PlxText *text,
                          int boundary);

/**
 * plx_word_get_start:
 * @boundary: a cluster boundary
 *
 * Returns: the start of the word around @boundary, or @boundary outside words
 */
int plx_word_get_start (PlxText *text,
                        int boundary);

/**
 * plx_word_get_end:
 * @boundary: a cluster boundary
 *
 * Returns: the end of the word around @boundary, or @boundary outside words
 */
int plx_word_get_end (PlxText *text,
                      int boundary);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Folding: the same name, however it is written.
 *
 * A text becomes a row of folded characters, each of which knows where it came
 * from.  Always folded: canonically equal spellings, runs of blanks and line
 * ends (one blank, unless an empty line is among them), format characters,
 * Arabic tatweel.  By choice:
 *
 *   case        full Unicode case folding: ß is ss, Σ and ς are σ
 *   diacritics  é is e, ł is l; Arabic vowel signs go, the forms of alef are one.
 *               й and the voicing marks of Kana make letters and stay, and so do
 *               the vowel signs of scripts that write vowels with them
 *   apostrophes ’ ' ‘ ` ´ between letters go (Hay’at, Hay'at, Hayat), and so do the
 *               half rings of transliteration; all double quotes are one
 *   hyphens     - U+2010 U+2011 – and maqaf between letters go
 */

#pragma once

#include "base/plx-text.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_FOLD_NONE = 0,
  PLX_FOLD_CASE = 1 << 0,
  PLX_FOLD_DIACRITICS = 1 << 1,
  PLX_FOLD_APOSTROPHES = 1 << 2,
  PLX_FOLD_HYPHENS = 1 << 3,
  PLX_FOLD_ALL = PLX_FOLD_CASE | PLX_FOLD_DIACRITICS | PLX_FOLD_APOSTROPHES | PLX_FOLD_HYPHENS,
} PlxFold;

/* One character of the folded row.  Several come from one place where a
 * character unfolds (ß); what was left out counts to the one before it, or, at
 * the start of a word, to the one after it, but for format characters. */
typedef struct
{
  gunichar c;
  int start; /* in code points of the text */
  int end;
} PlxFolded;

/**
 * plx_fold_text:
 * @start: code point
 * @end: code point
 *
 * Returns: (transfer full) (element-type PlxFolded): [@start, @end) of @text
 *   folded
 */
GArray *plx_fold_text (PlxText *text,
                       int start,
                       int end,
                       PlxFold fold);

/**
 * plx_fold_string:
 *
 * Returns: (transfer full): @string folded, without blanks at the ends: equal
 *   for strings that are the same name
 */
char *plx_fold_string (const char *string,
                       PlxFold fold);

/**
 * plx_fold_is_apostrophe:
 *
 * Returns: whether @c is ’ or what is typed instead of it
 */
gboolean plx_fold_is_apostrophe (gunichar c);

G_END_DECLS

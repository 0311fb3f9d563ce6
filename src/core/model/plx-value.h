/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values of claims: an interval with a unit, or words.
 *
 * One grammar for the screen, the command line and every format:
 *
 *   18   >=18   >15   <=20   <20   ~12   5..7   7,000   2 million
 *   none   dozens   tens   hundreds   thousands   millions   several   many
 *
 * each optionally followed by a unit (`>=40 homes`), or free words.  The signs
 * that plx_value_format() shows (≥ ≤ ≈ –) are read as well, and so are the
 * digits of other scripts.  Commas group digits by three; the decimal sign is
 * a point.
 *
 * Whole numbers are counts: `>15` is [16, ∞), `<15` is (-∞, 14].  About means
 * ten per cent more or less.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_VALUE_WORDS,    /* free, or the name of an interval such as `hundreds` */
  PLX_VALUE_EXACT,    /* 18 */
  PLX_VALUE_AT_LEAST, /* >=18 */
  PLX_VALUE_OVER,     /* >15 */
  PLX_VALUE_AT_MOST,  /* <=18 */
  PLX_VALUE_UNDER,    /* <15 */
  PLX_VALUE_ABOUT,    /* ~12 */
  PLX_VALUE_BETWEEN,  /* 5..7 */
} PlxValueForm;

/* Strings are owned, never %NULL, and empty where there is nothing. */
typedef struct
{
  PlxValueForm form;
  gboolean has_range; /* otherwise it is words only */
  double low;         /* inclusive, -INFINITY if open */
  double high;        /* inclusive, INFINITY if open */
  char *unit;
  char *words;
  char *first;  /* the number or name as it was written */
  char *second; /* of `5..7`: the other number */
} PlxValue;

/**
 * plx_value_parse:
 * @error: %PLX_STORE_ERROR_CONSTRAINT for a malformed number or interval; the
 *   message names the expression, what is wrong, and an example.  Words never
 *   fail.
 *
 * Returns: (transfer full) (nullable): what @expression says
 */
PlxValue *plx_value_parse (const char *expression,
                           GError **error);

/* Returns: (transfer full): a value that is @words, whatever they are */
PlxValue *plx_value_new_words (const char *words);
void plx_value_free (PlxValue *self);

/**
 * plx_value_format:
 *
 * Returns: (transfer full): the value for the screen: `≥ 18 homes`, `> 15`,
 *   `≈ 12`, `5–7`; reading it gives the same value again
 */
char *plx_value_format (const PlxValue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxValue, plx_value_free)

G_END_DECLS

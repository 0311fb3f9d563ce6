/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as people write them, and the little that reading them takes: each
 * function reads at *p and moves it on if it found what it looks for.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double value;
  gboolean whole; /* counts something: 18, 7,000, 2 million */
  double factor;  /* what the word behind it stands for, 1 if there is none */
  char *literal;  /* (owned) (nullable): as it was written */
} PlxNumber;

void plx_number_clear (PlxNumber *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxNumber, plx_number_clear)

/**
 * plx_number_read:
 *
 * Reads a number: digits of any script, grouped by three or not, a fraction,
 * and `hundred`, `thousand`, `million`, `billion` or `dozen` behind it.
 *
 * Returns: whether there was one
 */
gboolean plx_number_read (const char **p,
                          PlxNumber *number);

/**
 * plx_number_multiply:
 *
 * Gives a number without such a word the @factor of another one.
 */
void plx_number_multiply (PlxNumber *self,
                          double factor);

/**
 * plx_number_read_digits:
 * @ascii: where they are appended as ASCII
 *
 * Returns: how many there were
 */
int plx_number_read_digits (const char **p,
                            GString *ascii);

/**
 * plx_number_read_scale:
 * @plural: whether `thousands` is looked for, rather than `thousand`
 *
 * Returns: the factor, or 0
 */
double plx_number_read_scale (const char **p,
                              gboolean plural);

/**
 * plx_number_read_word:
 * @word: in ASCII; case does not matter
 */
gboolean plx_number_read_word (const char **p,
                               const char *word);

void plx_number_skip_blanks (const char **p);
gboolean plx_number_at_digit (const char *p);

/* Whether @p is where a word is over: at a blank or the end. */
gboolean plx_number_at_border (const char *p);

G_END_DECLS

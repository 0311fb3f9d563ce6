/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From wordings to values: what a passage says about a number, as an expression
 * of plx-value.h.  The rules are those of plx-wording-rules.h. */

#pragma once

#include "model/plx-value.h"

G_BEGIN_DECLS

/**
 * plx_value_propose:
 * @passage: the marked text
 * @language: BCP 47, of the article; may be empty
 * @unit: what the question asks for, such as `villages`; may be empty
 *
 * Looks for what the passage counts or measures: `more than 15 villages` gives
 * `>15 villages`, `a dozen towns and villages` gives `~12 towns and villages`.
 * Of several numbers the one with @unit is taken, then the one with a hedge,
 * then the first.
 *
 * Returns: (transfer full) (nullable): an expression that plx_value_parse()
 *   reads, or %NULL if the passage counts nothing
 */
char *plx_value_propose (const char *passage,
                         const char *language,
                         const char *unit);

/**
 * plx_value_understand:
 *
 * What @expression says, for comparing: like plx_value_parse(), but words that
 * speak of nothing but a number, such as `more than 300 people`, are that number,
 * and what is malformed is words.
 *
 * Returns: (transfer full)
 */
PlxValue *plx_value_understand (const char *expression);

G_END_DECLS

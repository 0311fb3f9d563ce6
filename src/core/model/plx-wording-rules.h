/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The phrases in which a language speaks of numbers: one table for each
 * language, values-LANGUAGE.txt, read once and never changed. */

#pragma once

#include "model/plx-wording.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_WORDING_NUMBER,         /* argument: the number */
  PLX_WORDING_SCALE,          /* argument: what it multiplies by */
  PLX_WORDING_SHORT_SCALE,    /* the same, where it cannot be a unit */
  PLX_WORDING_ARTICLE,        /* may stand for one before a scale */
  PLX_WORDING_NUMBER_AND,     /* between hundreds and tens */
  PLX_WORDING_PREFIX,         /* the same, written with the word */
  PLX_WORDING_OVER,           /* hedges */
  PLX_WORDING_AT_LEAST,       /* */
  PLX_WORDING_UNDER,          /* */
  PLX_WORDING_AT_MOST,        /* */
  PLX_WORDING_ABOUT,          /* */
  PLX_WORDING_EXACTLY,        /* says nothing new */
  PLX_WORDING_BETWEEN,        /* opens an interval */
  PLX_WORDING_BETWEEN_AND,    /* parts the two numbers of an opened one */
  PLX_WORDING_RANGE_TO,       /* parts two numbers */
  PLX_WORDING_SKIP,           /* a number behind it counts nothing */
  PLX_WORDING_AT_LEAST_AFTER, /* hedges behind the number */
  PLX_WORDING_AT_MOST_AFTER,  /* */
  PLX_WORDING_ABOUT_AFTER,    /* */
  PLX_WORDING_STRONG,         /* behind the number of those who make up what follows */
  PLX_WORDING_PERCENT,        /* */
  PLX_WORDING_CLOCK,          /* a number before it counts nothing */
  PLX_WORDING_NAME,           /* argument: an expression */
  PLX_WORDING_SHARE,          /* argument: per cent */
  PLX_WORDING_OUT_OF,         /* between the two numbers of a share */
  PLX_WORDING_NONE_OF,        /* no, before what is counted */
  PLX_WORDING_WORDS,          /* no number, yet a value */
  PLX_WORDING_OF,             /* between number and what is counted */
  PLX_WORDING_STOP,           /* ends what is counted */
  PLX_WORDING_VERB,           /* ends it too, unless it is its first word */
  PLX_WORDING_MORE,           /* before what is counted, says nothing of it */
  PLX_WORDING_JOIN,           /* goes on with it */
  PLX_WORDING_DETERMINER,     /* before what is counted, no part of it */
  PLX_WORDING_COUNTED,        /* is counted, never measured */
  PLX_WORDING_UNIT,           /* argument: its name in plx-unit.c */
  PLX_WORDING_N_KINDS
} PlxWordingKind;

typedef struct _PlxWordingRules PlxWordingRules;

/**
 * plx_wording_rules_get:
 * @language: BCP 47; may be empty
 *
 * Returns: (transfer none) (nullable): the table of @language, if there is one
 */
const PlxWordingRules *plx_wording_rules_get (const char *language);

/**
 * plx_wording_rules_list:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): all tables
 */
const PlxWordingRules *const *plx_wording_rules_list (guint *n);

/**
 * plx_wording_rules_match:
 * @words: (element-type PlxWordingWord): a passage
 * @at: where the phrase shall begin
 * @argument: (out) (optional) (transfer none): what the rule says of it
 *
 * Returns: how many words the longest phrase of @kind takes, 0 if none does
 */
guint plx_wording_rules_match (const PlxWordingRules *self,
                               PlxWordingKind kind,
                               const GArray *words,
                               guint at,
                               const char **argument);

/**
 * plx_wording_rules_match_behind_prefix:
 *
 * Like plx_wording_rules_match() for a phrase whose first word has an ‘and’
 * written in front of it.
 */
guint plx_wording_rules_match_behind_prefix (const PlxWordingRules *self,
                                             PlxWordingKind kind,
                                             const GArray *words,
                                             guint at,
                                             const char **argument);

G_END_DECLS

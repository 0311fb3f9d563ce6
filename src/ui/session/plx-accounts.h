/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all articles say on the question of the selected claim, and what each
 * says to the others.
 *
 * One for each session.  Read in the background, and anew when it changes. */

#pragma once

#include "project/plx-project.h"
#include "query/plx-comparison.h"

G_BEGIN_DECLS

#define PLX_TYPE_ACCOUNTS (plx_accounts_get_type ())

/* Signal "changed" (): something else is known. */
G_DECLARE_FINAL_TYPE (PlxAccounts, plx_accounts, PLX, ACCOUNTS, GObject)

PlxAccounts *plx_accounts_new (PlxProject *project);

/* What is selected now, or %PLX_ID_NONE. */
void plx_accounts_set_annotation (PlxAccounts *self,
                                  PlxId annotation);

/**
 * plx_accounts_get_comparison:
 *
 * Returns: (transfer none) (nullable): of one question, number 0; %NULL as long as
 *   it is not known, or if what is selected answers none
 */
const PlxComparison *plx_accounts_get_comparison (PlxAccounts *self);

/* What a claim is to the selected one. */
typedef enum
{
  PLX_STANCE_NONE,  /* not known */
  PLX_STANCE_WORDS, /* words that nobody has compared */
  PLX_STANCE_GOES,  /* the same, or compatible */
  PLX_STANCE_DEVELOPS,
  PLX_STANCE_CLASHES,
} PlxStance;

/**
 * plx_accounts_get_stance:
 * @words: (out) (optional) (transfer none): how to call it on the screen
 */
PlxStance plx_accounts_get_stance (PlxAccounts *self,
                                   PlxId other,
                                   const char **words);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers in a passage, in digits and in words. */

#pragma once

#include "model/plx-wording-rules.h"

G_BEGIN_DECLS

typedef struct
{
  double value;
  char *expression;  /* (owned) (nullable): as plx-value.h reads it */
  gboolean is_year;  /* four digits that look like one */
  gboolean is_one;   /* `one`, which counts only where something follows */
  gboolean is_rough; /* in dozens */
} PlxWordingNumber;

void plx_wording_number_clear (PlxWordingNumber *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxWordingNumber, plx_wording_number_clear)

/**
 * plx_wording_number_read:
 * @at: (inout): a word; moved behind the number
 *
 * Returns: whether a number that may count something begins there
 */
gboolean plx_wording_number_read (PlxWordingNumber *self,
                                  const PlxWordingRules *rules,
                                  const GArray *words,
                                  guint *at);

G_END_DECLS

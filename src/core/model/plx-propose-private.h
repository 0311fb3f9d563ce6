/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a value is read from a passage. */

#pragma once

#include "model/plx-propose.h"
#include "model/plx-unit.h"
#include "model/plx-wording-rules.h"

G_BEGIN_DECLS

typedef struct
{
  const PlxWordingRules *rules;
  const GArray *words;  /* (element-type PlxWordingWord): of the passage */
  const GArray *unit;   /* (element-type PlxWordingWord): of the question */
  PlxUnitFamily family; /* of the question */
} PlxProposeScan;

/* What was read from one place. */
typedef struct
{
  PlxWordingKind sign;  /* a hedge, or PLX_WORDING_EXACTLY */
  GString *expression;  /* (owned): without sign and unit */
  const char *currency; /* (nullable): in the passage, a single character */
  guint counted;        /* what is counted: words from here … */
  guint end;            /* … to here; also where the reading ends */
  gboolean is_words;
  gboolean is_name;
  gboolean counts_nothing; /* `nobody` */
  gboolean fits;           /* the question's unit */
} PlxProposeFound;

/* Returns: (nullable): the word at @at of the passage */
const PlxWordingWord *plx_propose_get (const PlxProposeScan *self,
                                       guint at);

/* How many words from @at on are a phrase of that kind. */
guint plx_propose_match (const PlxProposeScan *self,
                         PlxWordingKind kind,
                         guint at);

/* plx-propose-counted.c */

/* Whether the word is a form of one of the question's unit. */
gboolean plx_propose_is_wanted (const PlxProposeScan *self,
                                guint at);

/* Whether the word may be of what is counted. */
gboolean plx_propose_goes_on (const PlxProposeScan *self,
                              guint at);

/* Whether a number begins at @at, so that something else is counted from there. */
gboolean plx_propose_is_number (const PlxProposeScan *self,
                                guint at);

/**
 * plx_propose_skip_counted:
 * @fits: (out): set if it is what the question counts
 *
 * Returns: where what is counted from @at on ends
 */
guint plx_propose_skip_counted (const PlxProposeScan *self,
                                guint at,
                                gboolean *fits);

/* Reads what is counted from @at on. */
void plx_propose_read_counted (const PlxProposeScan *self,
                               PlxProposeFound *found,
                               guint at);

/* plx-propose-read.c */

/* Reads the value that begins at @at, if one does. */
gboolean plx_propose_read (const PlxProposeScan *self,
                           PlxProposeFound *found,
                           guint at);

G_END_DECLS

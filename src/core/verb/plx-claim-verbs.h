/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people do with claims, field by field and by the names that they type,
 * and with the questions that claims answer. */

#pragma once

#include "model/plx-annotation.h"
#include "model/plx-question.h"
#include "verb/plx-verb.h"

G_BEGIN_DECLS

/* Fields of a claim. */
typedef enum
{
  PLX_CLAIM_QUESTION = 1 << 0,
  PLX_CLAIM_VALUE = 1 << 1,
  PLX_CLAIM_SAID_BY = 1 << 2, /* also that the outlet itself says it */
  PLX_CLAIM_ATTRIBUTION = 1 << 3,
  PLX_CLAIM_POLARITY = 1 << 4,
  PLX_CLAIM_CERTAINTY = 1 << 5,
  PLX_CLAIM_EVENT_TIME = 1 << 6,
  PLX_CLAIM_PLACE = 1 << 7,
} PlxClaimParts;

/* A claim as people type it.  What is named and not there is made; empty for
 * none. */
typedef struct
{
  const PlxClaim *fields; /* its ids do not matter */
  const char *question;   /* text of the question */
  const char *said_by;    /* name of the actor */
  const char *place;      /* name of the place */
} PlxTypedClaim;

/**
 * plx_verb_edit_claims:
 * @parts: which fields of @claim are stored; the others stay as they are
 *
 * Returns: (transfer full): sets the same fields of several claims
 */
PlxVerb *plx_verb_edit_claims (const PlxId *annotations,
                               gsize n_annotations,
                               PlxClaimParts parts,
                               const PlxTypedClaim *claim);

/**
 * plx_verb_update_question:
 * @question: its text, unit, answer and note are stored
 */
PlxVerb *plx_verb_update_question (const PlxQuestion *question);

/**
 * plx_verb_merge_questions:
 * @from: goes away
 * @into: see plx_questions_merge()
 */
PlxVerb *plx_verb_merge_questions (const PlxQuestion *from,
                                   PlxId into);

/**
 * plx_verb_remove_question:
 *
 * Returns: (transfer full): removes a question; its claims stay, without one
 */
PlxVerb *plx_verb_remove_question (const PlxQuestion *question);

G_END_DECLS

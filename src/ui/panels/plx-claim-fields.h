/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an annotation of kind claim says, as a form.
 *
 * Each field is handed on by itself, as a change of the claim that is stored,
 * so that a field which is not in order holds up no other.
 */

#pragma once

#include "model/plx-annotation.h"
#include "project/plx-project.h"
#include "verb/plx-claim-verbs.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_CLAIM_FIELDS (plx_claim_fields_get_type ())

/* Signals:
 *   "edited" (guint parts)                  a person changed #PlxClaimParts;
 *                                           plx_claim_fields_make_verb() is what to do
 *   "question-edited" (const PlxQuestion *) a person changed the question itself
 *   "finished"                              Enter was pressed in the last field
 */
G_DECLARE_FINAL_TYPE (PlxClaimFields, plx_claim_fields, PLX, CLAIM_FIELDS, GtkWidget)

/**
 * plx_claim_fields_show:
 * @project: (nullable): whose names are offered
 * @claim: (nullable): what is stored
 * @is_new: whether it is another claim; otherwise what is being typed stays
 */
void plx_claim_fields_show (PlxClaimFields *self,
                            PlxProject *project,
                            const PlxClaim *claim,
                            gboolean is_new);

/**
 * plx_claim_fields_propose:
 * @passage: the words of the claim
 * @language: BCP 47, of the article; may be empty
 *
 * Proposes a value, as long as there is none.
 */
void plx_claim_fields_propose (PlxClaimFields *self,
                               const char *passage,
                               const char *language);

/* Only question, value and speaker. */
void plx_claim_fields_set_brief (PlxClaimFields *self);

/**
 * plx_claim_fields_make_verb:
 *
 * Returns: (transfer full): stores @parts of the claim as they were edited
 */
PlxVerb *plx_claim_fields_make_verb (PlxClaimFields *self,
                                     PlxClaimParts parts,
                                     const PlxId *annotations,
                                     gsize n_annotations);

/**
 * plx_claim_fields_get_question_entry:
 *
 * Returns: (transfer none): where the question is typed
 */
GtkWidget *plx_claim_fields_get_question_entry (PlxClaimFields *self);

/* Has what is typed handed on now. */
void plx_claim_fields_flush (PlxClaimFields *self);

G_END_DECLS

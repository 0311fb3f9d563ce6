/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables question and silence. */

#pragma once

#include "model/plx-question.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_questions_add:
 * @question: (inout): id, position and moment are filled in where not set
 */
gboolean plx_questions_add (PlxConnection *connection,
                            PlxQuestion *question,
                            GError **error);

/**
 * plx_questions_update:
 *
 * Stores text, unit, answer and note.
 */
gboolean plx_questions_update (PlxConnection *connection,
                               const PlxQuestion *question,
                               GError **error);
gboolean plx_questions_remove (PlxConnection *connection,
                               PlxId id,
                               GError **error);
PlxQuestion *plx_questions_get (PlxConnection *connection,
                                PlxId id,
                                GError **error);

/**
 * plx_questions_list:
 *
 * Returns: (transfer container) (element-type PlxQuestion): in order
 */
GPtrArray *plx_questions_list (PlxConnection *connection,
                               GError **error);

/**
 * plx_questions_ensure:
 * @id: (out): the question with exactly that text, added if need be
 */
gboolean plx_questions_ensure (PlxConnection *connection,
                               const char *text,
                               PlxId *id,
                               GError **error);

/**
 * plx_questions_merge:
 * @from: goes away
 * @into: gets its claims, and who found articles to be silent on it
 */
gboolean plx_questions_merge (PlxConnection *connection,
                              PlxId from,
                              PlxId into,
                              GError **error);

/**
 * plx_questions_count_claims:
 *
 * Returns: (transfer full) (element-type PlxId int): the number of claims on each
 *   question that has any
 */
GHashTable *plx_questions_count_claims (PlxConnection *connection,
                                        GError **error);

/**
 * plx_silences_add:
 * @silence: (inout): id and moment are filled in where not set
 * @error: %PLX_STORE_ERROR_CONSTRAINT if the annotator noted it already
 */
gboolean plx_silences_add (PlxConnection *connection,
                           PlxSilence *silence,
                           GError **error);
gboolean plx_silences_remove (PlxConnection *connection,
                              PlxId id,
                              GError **error);

/**
 * plx_silences_list:
 * @document: only of this document, or %PLX_ID_NONE for all
 *
 * Returns: (transfer container) (element-type PlxSilence): by document, then id
 */
GPtrArray *plx_silences_list (PlxConnection *connection,
                              PlxId document,
                              GError **error);

G_END_DECLS

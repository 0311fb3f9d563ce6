/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an annotation has in common with passages of other articles: the question
 * that a claim answers, or the entity that it mentions. */

#pragma once

#include "model/plx-question.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_SUBJECT_NONE,
  PLX_SUBJECT_QUESTION,
  PLX_SUBJECT_ENTITY,
} PlxSubjectKind;

/* What is followed from column to column. */
typedef struct
{
  PlxSubjectKind kind;
  PlxId id; /* of question or entity */
} PlxSubject;

/**
 * plx_subject_load:
 *
 * A claim on a question stands for the question, any other mention for its
 * entity.
 *
 * Returns: what @annotation is about; nothing if that is not known
 */
PlxSubject plx_subject_load (PlxConnection *connection,
                             PlxId annotation);

typedef struct
{
  PlxId annotation;
  int start; /* of its first span, code points */
} PlxCounterpart;

/**
 * plx_counterparts_list:
 *
 * Bounded by the annotations of one document.
 *
 * Returns: (transfer full) (element-type PlxCounterpart): what @document has on
 *   @subject, in the order of the text; %NULL with @error
 */
GArray *plx_counterparts_list (PlxConnection *connection,
                               const PlxSubject *subject,
                               PlxId document,
                               GError **error);

/**
 * plx_counterparts_find_silence:
 * @silence: (out) (nullable) (transfer full): the first note that @document says
 *   nothing on @question, %NULL if there is none
 */
gboolean plx_counterparts_find_silence (PlxConnection *connection,
                                        PlxId question,
                                        PlxId document,
                                        PlxSilence **silence,
                                        GError **error);

G_END_DECLS

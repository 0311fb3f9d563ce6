/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a question is about, for all its claims: the unit of the answers, and how
 * they go with time.
 */

#pragma once

#include "model/plx-question.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_QUESTION_DETAILS (plx_question_details_get_type ())

/* Signals:
 *   "edited" (const PlxQuestion *) a person changed it */
G_DECLARE_FINAL_TYPE (PlxQuestionDetails, plx_question_details, PLX, QUESTION_DETAILS, GtkBox)

/**
 * plx_question_details_show:
 * @question: (nullable): as it is stored
 * @is_new: whether it is another one; otherwise what is being typed stays
 */
void plx_question_details_show (PlxQuestionDetails *self,
                                const PlxQuestion *question,
                                gboolean is_new);

/* Has what is typed stored now. */
void plx_question_details_flush (PlxQuestionDetails *self);

G_END_DECLS

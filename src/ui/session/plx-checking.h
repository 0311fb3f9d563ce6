/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody looks through an article for what it says on a question: the likely
 * passages, and which of them is shown.
 *
 * One for each session.  It ends by itself when the question goes away, or a
 * claim on it is tagged there. */

#pragma once

#include "list/plx-reading.h"

G_BEGIN_DECLS

#define PLX_TYPE_CHECKING (plx_checking_get_type ())

/* Signal "changed" (): another article, question or passage, or none. */
G_DECLARE_FINAL_TYPE (PlxChecking, plx_checking, PLX, CHECKING, GObject)

PlxChecking *plx_checking_new (PlxProject *project);

/**
 * plx_checking_start:
 * @goes_on: whether articles that are not open come afterwards
 *
 * Looks for the passages, and shows the likeliest one.  Reads one article and
 * the claims on one question, on the main thread.
 */
gboolean plx_checking_start (PlxChecking *self,
                             PlxReading *reading,
                             PlxId question,
                             gboolean goes_on,
                             GError **error);
void plx_checking_stop (PlxChecking *self);

/**
 * plx_checking_get_reading:
 *
 * Returns: (transfer none) (nullable): where somebody looks
 */
PlxReading *plx_checking_get_reading (PlxChecking *self);
PlxId plx_checking_get_question (PlxChecking *self);
gboolean plx_checking_goes_on (PlxChecking *self);

/**
 * plx_checking_get_words:
 *
 * Returns: (transfer none): the question in words, or empty
 */
const char *plx_checking_get_words (PlxChecking *self);

/**
 * plx_checking_get_n:
 * @position: (out) (optional): which passage is shown, from 0
 *
 * Returns: how many likely passages there are
 */
guint plx_checking_get_n (PlxChecking *self,
                          guint *position);

/**
 * plx_checking_get_passage:
 *
 * Returns: (transfer none) (nullable): the passage that is shown, if somebody
 *   looks through @reading and there is one
 */
const PlxSpan *plx_checking_get_passage (PlxChecking *self,
                                         PlxReading *reading);

/**
 * plx_checking_step:
 *
 * Goes to the next passage or the one before, round and round.
 *
 * Returns: whether there is another one
 */
gboolean plx_checking_step (PlxChecking *self,
                            gboolean forward);

G_END_DECLS

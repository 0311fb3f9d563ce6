/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions that claims answer, and silences: somebody checked and found that
 * a document says nothing on a question. */

#pragma once

#include "base/plx-id.h"

G_BEGIN_DECLS

/* Strings are owned and never %NULL in values that came from the store. */
typedef struct
{
  PlxId id;
  char *text;
  char *unit;
  char *answer; /* fixed, grows or varies with time */
  char *note;
  int position; /* negative: at the end, once it is added */
  gint64 created;
} PlxQuestion;

PlxQuestion *plx_question_new (void);
PlxQuestion *plx_question_copy (const PlxQuestion *self);
void plx_question_free (PlxQuestion *self);

/**
 * plx_question_check:
 *
 * Whether it has a text and a known way in which its answer goes with time.
 *
 * @error: %PLX_STORE_ERROR_CONSTRAINT naming field, value and remedy
 */
gboolean plx_question_check (const PlxQuestion *self,
                             GError **error);

typedef struct
{
  PlxId id;
  PlxId question;
  PlxId document;
  PlxId annotator;
  char *note;
  gint64 created;
} PlxSilence;

PlxSilence *plx_silence_new (void);
void plx_silence_free (PlxSilence *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxQuestion, plx_question_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSilence, plx_silence_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-question.h"

#include "base/plx-error.h"
#include "model/plx-check.h"

#include <glib/gi18n-lib.h>

PlxQuestion *
plx_question_new (void)
{
  PlxQuestion *self = g_new0 (PlxQuestion, 1);

  self->text = g_strdup ("");
  self->unit = g_strdup ("");
  self->answer = g_strdup ("fixed");
  self->note = g_strdup ("");
  self->position = -1;
  return self;
}

PlxQuestion *
plx_question_copy (const PlxQuestion *self)
{
  PlxQuestion *copy = g_new (PlxQuestion, 1);

  *copy = *self;
  copy->text = g_strdup (self->text);
  copy->unit = g_strdup (self->unit);
  copy->answer = g_strdup (self->answer);
  copy->note = g_strdup (self->note);
  return copy;
}

void
plx_question_free (PlxQuestion *self)
{
  g_free (self->text);
  g_free (self->unit);
  g_free (self->answer);
  g_free (self->note);
  g_free (self);
}

gboolean
plx_question_check (const PlxQuestion *self,
                    GError **error)
{
  static const char *const answers[] = { "fixed", "grows", "varies", NULL };

  if (plx_string_is_blank (self->text))
    {
      g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                           _ ("The question has no text. Write what several claims speak about."));
      return FALSE;
    }
  if (self->answer == NULL || !g_strv_contains (answers, self->answer))
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                   /* Translators: the name of a question, what was entered; do not translate the three words */
                   _ ("The answer to “%s” cannot be “%s”. Use one of: fixed, grows, varies."),
                   self->text, self->answer != NULL ? self->answer : "");
      return FALSE;
    }
  return TRUE;
}

PlxSilence *
plx_silence_new (void)
{
  PlxSilence *self = g_new0 (PlxSilence, 1);

  self->note = g_strdup ("");
  return self;
}

void
plx_silence_free (PlxSilence *self)
{
  g_free (self->note);
  g_free (self);
}

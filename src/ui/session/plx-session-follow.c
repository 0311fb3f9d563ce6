/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What other columns have on what is selected, and noting that they have
 * nothing. */

#include "config.h"

#include "session/plx-session-private.h"

#include "verb/plx-annotation-verbs.h"

#include <glib/gi18n.h>

PlxFollow *
plx_session_get_follow (PlxSession *self)
{
  return self->follow;
}

PlxAccounts *
plx_session_get_accounts (PlxSession *self)
{
  return self->accounts;
}

void
plx_session_note_silence (PlxSession *self,
                          PlxReading *reading,
                          PlxId question)
{
  g_autoptr (PlxSilence) silence = plx_silence_new ();

  silence->question = question;
  silence->document = plx_reading_get_id (reading);
  plx_session_send (self, plx_verb_silence (silence), NULL, PLX_ID_NONE, _ ("Checked: says nothing"));
}

void
plx_session_remove_silence (PlxSession *self,
                            const PlxSilence *silence)
{
  plx_session_send (self, plx_verb_unsilence (silence->id, NULL), NULL, PLX_ID_NONE, NULL);
}

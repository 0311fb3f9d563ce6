/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From article to article and from passage to passage, until it is known of each
 * what it says on a question. */

#include "config.h"

#include "session/plx-session-private.h"

#include "query/plx-likely.h"

#include <glib/gi18n.h>

PlxChecking *
plx_session_get_checking (PlxSession *self)
{
  return self->checking;
}

/* Moving */

/* The caret goes there too, so that the keyboard can mark what is said. */
static void
show_passage (PlxSession *self)
{
  PlxReading *reading = plx_checking_get_reading (self->checking);
  const PlxSpan *passage = plx_checking_get_passage (self->checking, reading);
  int offset = passage != NULL ? passage->start : 0;

  plx_session_set_current (self, reading);
  plx_session_reveal (self, reading, offset);
  g_signal_emit_by_name (self, "entered", reading, offset);
}

static void
check (PlxSession *self,
       PlxReading *reading,
       PlxId question,
       gboolean goes_on)
{
  g_autoptr (GError) error = NULL;

  if (plx_checking_start (self->checking, reading, question, goes_on, &error))
    show_passage (self);
  else
    plx_session_fail (self, error->message);
}

void
plx_session_check (PlxSession *self,
                   PlxReading *reading,
                   PlxId question)
{
  check (self, reading, question, FALSE);
}

void
plx_session_check_document (PlxSession *self,
                            PlxId document,
                            PlxId question)
{
  PlxReading *reading = plx_session_open_document (self, document);

  if (reading != NULL)
    check (self, reading, question, TRUE);
}

gboolean
plx_session_check_step (PlxSession *self,
                        gboolean forward)
{
  if (!plx_checking_step (self->checking, forward))
    return FALSE;
  show_passage (self);
  return TRUE;
}

/* Going on */

/* (transfer full) (nullable): the next column after @from, round and round, where
 * nobody looked yet. */
static PlxReading *
find_unchecked (PlxSession *self,
                PlxReading *from,
                PlxId question)
{
  GListModel *model = G_LIST_MODEL (self->readings);
  guint n = g_list_model_get_n_items (model), start = 0;

  if (from != NULL)
    g_list_store_find (self->readings, from, &start);
  for (guint i = from != NULL ? 1 : 0; i < n; i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (model, (start + i) % n);

      if (plx_follow_is_unchecked (self->follow, reading, question))
        return g_steal_pointer (&reading);
    }
  return NULL;
}

/* Where all columns are taken, the one that is done with makes room. */
static gboolean
check_elsewhere (PlxSession *self,
                 PlxReading *done,
                 PlxId question)
{
  PlxId next = plx_likely_next_document (plx_project_get_reader (self->project), question, plx_reading_get_id (done));

  if (next == PLX_ID_NONE)
    return FALSE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->readings)) >= PLX_SESSION_MAX_READINGS && !plx_session_is_pinned (self, done))
    plx_session_close_reading (self, done);
  plx_session_check_document (self, next, question);
  return TRUE;
}

gboolean
plx_session_check_next (PlxSession *self)
{
  PlxReading *held = plx_checking_get_reading (self->checking);
  g_autoptr (PlxReading) from = held != NULL ? g_object_ref (held) : NULL;
  PlxSubject subject = plx_follow_get_subject (self->follow);
  PlxId question = from != NULL                           ? plx_checking_get_question (self->checking)
                   : subject.kind == PLX_SUBJECT_QUESTION ? subject.id
                                                          : PLX_ID_NONE;
  gboolean goes_on = plx_checking_goes_on (self->checking);
  g_autoptr (PlxReading) next = NULL;

  if (question == PLX_ID_NONE)
    return FALSE;
  next = find_unchecked (self, from != NULL ? from : plx_session_get_selected_reading (self), question);
  if (next != NULL)
    {
      check (self, next, question, goes_on);
      return TRUE;
    }
  return from != NULL && goes_on && check_elsewhere (self, from, question);
}

void
plx_session_check_silent (PlxSession *self)
{
  PlxReading *reading = plx_checking_get_reading (self->checking);

  if (reading == NULL || plx_project_is_read_only (self->project))
    return;
  plx_session_note_silence (self, reading, plx_checking_get_question (self->checking));
  if (!plx_session_check_next (self))
    plx_checking_stop (self->checking);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session/plx-checking.h"

#include "query/plx-counterparts.h"
#include "query/plx-likely.h"
#include "store/plx-documents.h"
#include "store/plx-questions.h"

/* More than that is reading the article. */
#define MAX_PASSAGES 12

struct _PlxChecking
{
  GObject parent_instance;

  PlxProject *project; /* (owned) */

  PlxReading *reading; /* (owned) (nullable) */
  PlxQuestion *asked;  /* (owned) (nullable) */
  GArray *passages;    /* (owned) (nullable) (element-type PlxSpan): the likeliest first */
  guint position;      /* among them */
  gboolean goes_on;    /* afterwards to articles that are not open */
};

G_DEFINE_FINAL_TYPE (PlxChecking, plx_checking, G_TYPE_OBJECT)

static guint changed_signal;

static void
clear (PlxChecking *self)
{
  g_clear_object (&self->reading);
  g_clear_pointer (&self->asked, plx_question_free);
  g_clear_pointer (&self->passages, g_array_unref);
  self->position = 0;
}

static GArray *
find_passages (PlxConnection *connection,
               PlxReading *reading,
               PlxId question,
               GError **error)
{
  PlxId document = plx_reading_get_id (reading);
  g_autoptr (PlxText) text = plx_documents_load_text (connection, document, error);

  if (text == NULL)
    return NULL;
  return plx_likely_find (connection, question, document, text, plx_reading_get_document (reading)->language, MAX_PASSAGES, error);
}

gboolean
plx_checking_start (PlxChecking *self,
                    PlxReading *reading,
                    PlxId question,
                    gboolean goes_on,
                    GError **error)
{
  PlxConnection *connection = plx_project_get_reader (self->project);
  g_autoptr (PlxQuestion) asked = NULL;
  g_autoptr (GArray) passages = NULL;

  g_return_val_if_fail (PLX_IS_CHECKING (self), FALSE);

  asked = plx_questions_get (connection, question, error);
  passages = asked != NULL ? find_passages (connection, reading, question, error) : NULL;
  if (passages == NULL)
    return FALSE;
  clear (self);
  self->reading = g_object_ref (reading);
  self->asked = g_steal_pointer (&asked);
  self->passages = g_steal_pointer (&passages);
  self->goes_on = goes_on;
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

void
plx_checking_stop (PlxChecking *self)
{
  g_return_if_fail (PLX_IS_CHECKING (self));

  if (self->reading == NULL)
    return;
  clear (self);
  g_signal_emit (self, changed_signal, 0);
}

PlxReading *
plx_checking_get_reading (PlxChecking *self)
{
  return self->reading;
}

PlxId
plx_checking_get_question (PlxChecking *self)
{
  return self->asked != NULL ? self->asked->id : PLX_ID_NONE;
}

gboolean
plx_checking_goes_on (PlxChecking *self)
{
  return self->goes_on;
}

const char *
plx_checking_get_words (PlxChecking *self)
{
  return self->asked != NULL ? self->asked->text : "";
}

guint
plx_checking_get_n (PlxChecking *self,
                    guint *position)
{
  if (position != NULL)
    *position = self->position;
  return self->passages != NULL ? self->passages->len : 0;
}

const PlxSpan *
plx_checking_get_passage (PlxChecking *self,
                          PlxReading *reading)
{
  if (self->reading == NULL || self->reading != reading || self->passages->len == 0)
    return NULL;
  return &g_array_index (self->passages, PlxSpan, self->position);
}

gboolean
plx_checking_step (PlxChecking *self,
                   gboolean forward)
{
  guint n = plx_checking_get_n (self, NULL);

  if (n < 2)
    return FALSE;
  self->position = (self->position + (forward ? 1 : n - 1)) % n;
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

/* Following the project */

static gboolean
is_answered (PlxChecking *self)
{
  const PlxSubject subject = { PLX_SUBJECT_QUESTION, self->asked->id };
  g_autoptr (GArray) claims = plx_counterparts_list (plx_project_get_reader (self->project), &subject, plx_reading_get_id (self->reading), NULL);

  return claims != NULL && claims->len > 0;
}

static void
project_changed_cb (PlxChecking *self,
                    PlxChanges *changes)
{
  PlxQuestion *asked;

  if (self->reading == NULL)
    return;
  if (plx_changes_touch (changes, PLX_TABLE_QUESTION))
    {
      asked = plx_questions_get (plx_project_get_reader (self->project), self->asked->id, NULL);
      if (asked == NULL)
        {
          plx_checking_stop (self);
          return;
        }
      plx_question_free (self->asked);
      self->asked = asked;
      g_signal_emit (self, changed_signal, 0);
    }
  if (plx_changes_touch (changes, PLX_TABLE_CLAIM) && is_answered (self))
    plx_checking_stop (self);
}

/* Life */

static void
plx_checking_dispose (GObject *object)
{
  PlxChecking *self = PLX_CHECKING (object);

  clear (self);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (plx_checking_parent_class)->dispose (object);
}

static void
plx_checking_class_init (PlxCheckingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_checking_dispose;
  changed_signal = g_signal_new ("changed", PLX_TYPE_CHECKING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_checking_init (PlxChecking *self)
{
}

PlxChecking *
plx_checking_new (PlxProject *project)
{
  PlxChecking *self = g_object_new (PLX_TYPE_CHECKING, NULL);

  self->project = g_object_ref (project);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}

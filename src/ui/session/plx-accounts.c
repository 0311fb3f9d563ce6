/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session/plx-accounts.h"

#include "query/plx-counterparts.h"

#include <glib/gi18n.h>

struct _PlxAccounts
{
  GObject parent_instance;

  PlxProject *project; /* (owned) */
  PlxId annotation;
  PlxId question;
  PlxComparison *comparison; /* (owned) (nullable) */
  GCancellable *reading;     /* (owned) (nullable): what is on its way */
};

G_DEFINE_FINAL_TYPE (PlxAccounts, plx_accounts, G_TYPE_OBJECT)

static guint changed_signal;

/* Question and answer. */
typedef struct
{
  PlxId question;
  PlxComparison *comparison; /* (owned) (nullable) */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_clear_pointer (&asked->comparison, plx_comparison_unref);
  g_free (asked);
}

/* On the worker's thread. */
static gboolean
read_question (PlxConnection *connection,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  Asked *asked = data;

  asked->comparison = plx_comparison_load_question (connection, asked->question, error);
  return asked->comparison != NULL;
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (PlxAccounts) self = data;
  g_autoptr (GError) error = NULL;
  Asked *asked = plx_project_read_finish (PLX_PROJECT (source), result, &error);

  /* What was asked before something else was selected; a question that is gone by
   * now leaves nothing to tell. */
  if (asked == NULL || asked->question != self->question)
    return;
  g_clear_pointer (&self->comparison, plx_comparison_unref);
  self->comparison = g_steal_pointer (&asked->comparison);
  g_signal_emit (self, changed_signal, 0);
}

static void
stop (PlxAccounts *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
start (PlxAccounts *self)
{
  Asked *asked;

  stop (self);
  if (self->question == PLX_ID_NONE)
    return;
  asked = g_new0 (Asked, 1);
  asked->question = self->question;
  self->reading = g_cancellable_new ();
  plx_project_read_async (self->project, read_question, asked, asked_free, self->reading, read_cb, g_object_ref (self));
}

static void
set_question (PlxAccounts *self,
              PlxId question)
{
  if (question == self->question)
    return;
  self->question = question;
  if (self->comparison != NULL)
    {
      g_clear_pointer (&self->comparison, plx_comparison_unref);
      g_signal_emit (self, changed_signal, 0);
    }
  start (self);
}

static PlxId
find_question (PlxAccounts *self)
{
  PlxConnection *connection = plx_project_get_reader (self->project);
  PlxSubject subject = { PLX_SUBJECT_NONE, PLX_ID_NONE };

  if (connection != NULL && self->annotation != PLX_ID_NONE)
    subject = plx_subject_load (connection, self->annotation);
  return subject.kind == PLX_SUBJECT_QUESTION ? subject.id : PLX_ID_NONE;
}

void
plx_accounts_set_annotation (PlxAccounts *self,
                             PlxId annotation)
{
  PlxId question;

  if (annotation == self->annotation)
    return;
  self->annotation = annotation;
  question = find_question (self);
  if (question != self->question)
    set_question (self, question);
  else if (self->comparison != NULL)
    /* Seen from elsewhere. */
    g_signal_emit (self, changed_signal, 0);
}

static void
project_changed_cb (PlxAccounts *self,
                    PlxChanges *changes)
{
  static const PlxTable tables[] = { PLX_TABLE_ANNOTATION, PLX_TABLE_CLAIM, PLX_TABLE_SPAN, PLX_TABLE_SILENCE, PLX_TABLE_QUESTION,
                                     PLX_TABLE_RELATION, PLX_TABLE_RELATION_KIND, PLX_TABLE_DOCUMENT, PLX_TABLE_ENTITY };
  PlxId question = self->annotation != PLX_ID_NONE ? find_question (self) : PLX_ID_NONE;

  if (question != self->question)
    {
      set_question (self, question);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (plx_changes_touch (changes, tables[i]))
      {
        start (self);
        return;
      }
}

/* Asking */

const PlxComparison *
plx_accounts_get_comparison (PlxAccounts *self)
{
  return self->comparison;
}

static PlxStance
judge (PlxPair pair,
       const char **words)
{
  switch (pair)
    {
    case PLX_PAIR_SAME:
      /* Translators: what one account is to another, also the two below */
      *words = C_ ("account", "agrees");
      return PLX_STANCE_GOES;
    case PLX_PAIR_COMPATIBLE:
      *words = C_ ("account", "compatible");
      return PLX_STANCE_GOES;
    case PLX_PAIR_DEVELOPING:
      *words = C_ ("account", "developing");
      return PLX_STANCE_DEVELOPS;
    case PLX_PAIR_CONTRADICT:
      *words = C_ ("account", "contradicts");
      return PLX_STANCE_CLASHES;
    case PLX_PAIR_APART:
    default:
      /* Translators: an account in words, which nobody compared with another */
      *words = C_ ("account", "words");
      return PLX_STANCE_WORDS;
    }
}

PlxStance
plx_accounts_get_stance (PlxAccounts *self,
                         PlxId other,
                         const char **words)
{
  const PlxSaid *own = self->comparison != NULL ? plx_comparison_find (self->comparison, self->annotation) : NULL;
  const PlxSaid *said = self->comparison != NULL ? plx_comparison_find (self->comparison, other) : NULL;
  const char *name = NULL;
  PlxStance stance = PLX_STANCE_NONE;
  PlxPair pair;

  if (own != NULL && said != NULL && own != said)
    {
      pair = plx_comparison_relate (self->comparison, own, said, NULL);
      /* Two values that are not held against each other are no words. */
      if (pair != PLX_PAIR_APART || !own->account.has_quantity || !said->account.has_quantity)
        stance = judge (pair, &name);
    }
  if (words != NULL)
    *words = name;
  return stance;
}

/* Life */

static void
plx_accounts_dispose (GObject *object)
{
  PlxAccounts *self = PLX_ACCOUNTS (object);

  stop (self);
  g_clear_object (&self->project);
  g_clear_pointer (&self->comparison, plx_comparison_unref);
  G_OBJECT_CLASS (plx_accounts_parent_class)->dispose (object);
}

static void
plx_accounts_class_init (PlxAccountsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_accounts_dispose;
  changed_signal = g_signal_new ("changed", PLX_TYPE_ACCOUNTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_accounts_init (PlxAccounts *self)
{
}

PlxAccounts *
plx_accounts_new (PlxProject *project)
{
  PlxAccounts *self = g_object_new (PLX_TYPE_ACCOUNTS, NULL);

  self->project = g_object_ref (project);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}

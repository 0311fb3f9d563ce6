/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-edits.h"

struct _PlxEdits
{
  GObject parent_instance;

  PlxSession *session; /* (owned) */
  GHashTable *notes;   /* (owned) (element-type PlxId char*): that could not be stored */
  guint n_pending;
};

G_DEFINE_FINAL_TYPE (PlxEdits, plx_edits, G_TYPE_OBJECT)

enum
{
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
plx_edits_finalize (GObject *object)
{
  PlxEdits *self = PLX_EDITS (object);

  g_object_unref (self->session);
  g_hash_table_unref (self->notes);
  G_OBJECT_CLASS (plx_edits_parent_class)->finalize (object);
}

static void
plx_edits_class_init (PlxEditsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_edits_finalize;
  signals[SETTLED] = g_signal_new ("settled", PLX_TYPE_EDITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_edits_init (PlxEdits *self)
{
  self->notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

PlxEdits *
plx_edits_new (PlxSession *session)
{
  PlxEdits *self = g_object_new (PLX_TYPE_EDITS, NULL);

  self->session = g_object_ref (session);
  return self;
}

typedef struct
{
  PlxEdits *edits; /* (owned) */
  PlxId annotation;
  char *note; /* (owned) (nullable) */
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->edits);
  g_free (errand->note);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (Errand) errand = data;
  PlxEdits *self = errand->edits;
  g_autoptr (GError) error = NULL;

  self->n_pending--;
  if (!plx_project_do_finish (PLX_PROJECT (source), result, &error))
    {
      if (errand->note != NULL)
        g_hash_table_insert (self->notes, g_memdup2 (&errand->annotation, sizeof (PlxId)), g_steal_pointer (&errand->note));
      plx_session_fail (self->session, error->message);
    }
  if (self->n_pending == 0)
    g_signal_emit (self, signals[SETTLED], 0);
}

void
plx_edits_do (PlxEdits *self,
              PlxId annotation,
              PlxVerb *verb,
              const char *note)
{
  PlxProject *project;
  Errand *errand;

  g_return_if_fail (PLX_IS_EDITS (self));

  project = plx_session_get_project (self->session);
  if (plx_project_get_reader (project) == NULL)
    {
      plx_verb_free (verb);
      return;
    }
  errand = g_new0 (Errand, 1);
  errand->edits = g_object_ref (self);
  errand->annotation = annotation;
  errand->note = g_strdup (note);
  self->n_pending++;
  plx_project_do_async (project, verb, NULL, done_cb, errand);
}

gboolean
plx_edits_is_pending (PlxEdits *self)
{
  g_return_val_if_fail (PLX_IS_EDITS (self), FALSE);

  return self->n_pending > 0;
}

char *
plx_edits_take_unstored (PlxEdits *self,
                         PlxId annotation)
{
  gpointer key = NULL, note = NULL;

  g_return_val_if_fail (PLX_IS_EDITS (self), NULL);

  if (g_hash_table_steal_extended (self->notes, &annotation, &key, &note))
    g_free (key);
  return note;
}

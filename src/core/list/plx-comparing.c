/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-comparing.h"

#include "list/plx-refresher.h"

/* What is read at once. */
typedef struct
{
  PlxComparison *comparison; /* (owned) */
  PlxNamings *namings;       /* (owned) */
} Answer;

struct _PlxComparing
{
  GObject parent_instance;

  PlxRefresher *refresher; /* (owned) */
  Answer *answer;          /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PlxComparing, plx_comparing, G_TYPE_OBJECT)

enum
{
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
answer_free (Answer *self)
{
  g_clear_pointer (&self->comparison, plx_comparison_unref);
  g_clear_pointer (&self->namings, plx_namings_unref);
  g_free (self);
}

static void
plx_comparing_dispose (GObject *object)
{
  PlxComparing *self = PLX_COMPARING (object);

  if (self->refresher != NULL)
    plx_refresher_stop (self->refresher);
  g_clear_object (&self->refresher);
  G_OBJECT_CLASS (plx_comparing_parent_class)->dispose (object);
}

static void
plx_comparing_finalize (GObject *object)
{
  PlxComparing *self = PLX_COMPARING (object);

  g_clear_pointer (&self->answer, answer_free);
  G_OBJECT_CLASS (plx_comparing_parent_class)->finalize (object);
}

static void
plx_comparing_class_init (PlxComparingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_comparing_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_comparing_finalize;

  signals[UPDATED] = g_signal_new ("updated", PLX_TYPE_COMPARING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_comparing_init (PlxComparing *self)
{
}

static gpointer
read_both (PlxConnection *connection,
           GCancellable *cancellable,
           GError **error)
{
  Answer *answer = g_new0 (Answer, 1);
  gboolean read = (answer->comparison = plx_comparison_load (connection, error)) != NULL &&
                  plx_comparison_load_loose (answer->comparison, connection, error) &&
                  (answer->namings = plx_namings_load (connection, error)) != NULL;
  if (!read)
    g_clear_pointer (&answer, answer_free);
  return answer;
}

static void
refreshed_cb (gpointer owner,
              gpointer answer)
{
  PlxComparing *self = owner;

  g_clear_pointer (&self->answer, answer_free);
  self->answer = answer;
  g_signal_emit (self, signals[UPDATED], 0);
}

PlxComparing *
plx_comparing_new (PlxProject *project)
{
  PlxComparing *self = g_object_new (PLX_TYPE_COMPARING, NULL);
  guint tables = 1 << PLX_TABLE_ANNOTATOR | 1 << PLX_TABLE_DOCUMENT | 1 << PLX_TABLE_TAG | 1 << PLX_TABLE_ENTITY |
                 1 << PLX_TABLE_QUESTION | 1 << PLX_TABLE_ANNOTATION | 1 << PLX_TABLE_SPAN | 1 << PLX_TABLE_CLAIM |
                 1 << PLX_TABLE_SILENCE | 1 << PLX_TABLE_RELATION_KIND | 1 << PLX_TABLE_RELATION;

  self->refresher = plx_refresher_new (project, tables, read_both, (GDestroyNotify) answer_free, refreshed_cb, self);
  return self;
}

void
plx_comparing_set_active (PlxComparing *self,
                          gboolean active)
{
  plx_refresher_set_active (self->refresher, active);
}

PlxComparison *
plx_comparing_get_comparison (PlxComparing *self)
{
  return self->answer != NULL ? self->answer->comparison : NULL;
}

PlxNamings *
plx_comparing_get_namings (PlxComparing *self)
{
  return self->answer != NULL ? self->answer->namings : NULL;
}

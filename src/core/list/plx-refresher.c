/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-refresher.h"

/* How often reading is tried again, and when. */
#define MAX_FAILURES 5
#define RETRY_MS 500

struct _PlxRefresher
{
  GObject parent_instance;

  PlxProject *project; /* (owned) */
  guint tables;
  PlxRefresherRead read;
  GDestroyNotify destroy_answer;
  PlxRefreshed refreshed;
  gpointer owner;            /* (unowned) (nullable): none when stopped */
  GCancellable *cancellable; /* (owned) */
  guint n_watching;
  guint n_failures; /* in a row */
  gboolean is_stale;
  gboolean is_reading;
};

G_DEFINE_FINAL_TYPE (PlxRefresher, plx_refresher, G_TYPE_OBJECT)

static void refresh (PlxRefresher *self);

static void
plx_refresher_finalize (GObject *object)
{
  PlxRefresher *self = PLX_REFRESHER (object);

  g_clear_object (&self->project);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (plx_refresher_parent_class)->finalize (object);
}

static void
plx_refresher_class_init (PlxRefresherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_refresher_finalize;
}

static void
plx_refresher_init (PlxRefresher *self)
{
  self->is_stale = TRUE;
  self->cancellable = g_cancellable_new ();
}

/* Reading */

typedef struct
{
  PlxRefresherRead read;
  gpointer answer; /* (owned) (nullable) */
  GDestroyNotify destroy_answer;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  if (question->answer != NULL)
    question->destroy_answer (question->answer);
  g_free (question);
}

static gboolean
ask (PlxConnection *connection,
     gpointer data,
     GCancellable *cancellable,
     GError **error)
{
  Question *question = data;

  question->answer = question->read (connection, cancellable, error);
  return question->answer != NULL;
}

static gboolean
retry_cb (gpointer data)
{
  refresh (data);
  return G_SOURCE_REMOVE;
}

/* Another program may hold the file for a moment.  What cannot be read stays as it
 * was: whoever changes it hears why. */
static void
try_again_later (PlxRefresher *self,
                 const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || ++self->n_failures > MAX_FAILURES)
    return;
  g_debug ("A list was not read: %s", error->message);
  self->is_stale = TRUE;
  g_timeout_add_full (G_PRIORITY_DEFAULT, RETRY_MS, retry_cb, g_object_ref (self), g_object_unref);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (PlxRefresher) self = data;
  g_autoptr (GError) error = NULL;
  Question *question = plx_project_read_finish (PLX_PROJECT (source), result, &error);

  self->is_reading = FALSE;
  if (question == NULL)
    {
      try_again_later (self, error);
      return;
    }
  self->n_failures = 0;
  if (self->owner != NULL)
    self->refreshed (self->owner, g_steal_pointer (&question->answer));
  refresh (self);
}

static void
refresh (PlxRefresher *self)
{
  Question *question;

  if (self->n_watching == 0 || !self->is_stale || self->is_reading || self->owner == NULL)
    return;
  self->is_stale = FALSE;
  self->is_reading = TRUE;
  question = g_new0 (Question, 1);
  question->read = self->read;
  question->destroy_answer = self->destroy_answer;
  plx_project_read_async (self->project, ask, question, question_free, self->cancellable, read_cb, g_object_ref (self));
}

static void
project_changed_cb (PlxProject *project,
                    PlxChanges *changes,
                    PlxRefresher *self)
{
  if (plx_changes_touch_any (changes, self->tables))
    self->is_stale = TRUE;
  self->n_failures = 0;
  refresh (self);
}

PlxRefresher *
plx_refresher_new (PlxProject *project,
                   guint tables,
                   PlxRefresherRead read,
                   GDestroyNotify destroy_answer,
                   PlxRefreshed refreshed,
                   gpointer owner)
{
  PlxRefresher *self = g_object_new (PLX_TYPE_REFRESHER, NULL);

  self->project = g_object_ref (project);
  self->tables = tables;
  self->read = read;
  self->destroy_answer = destroy_answer;
  self->refreshed = refreshed;
  self->owner = owner;
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, 0);
  return self;
}

void
plx_refresher_set_active (PlxRefresher *self,
                          gboolean active)
{
  g_return_if_fail (active || self->n_watching > 0);

  self->n_watching = active ? self->n_watching + 1 : self->n_watching - 1;
  refresh (self);
}

void
plx_refresher_stop (PlxRefresher *self)
{
  self->owner = NULL;
  g_cancellable_cancel (self->cancellable);
}

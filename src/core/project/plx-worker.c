/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "project/plx-worker.h"

struct _PlxWorker
{
  GAsyncQueue *queue;        /* (owned) (element-type GTask) */
  GCancellable *closing;     /* (owned) */
  gboolean started;          /* whether there is a thread: not before the first job */
  PlxConnection *connection; /* (owned) (nullable): only on the thread */
  char *path;                /* (owned) */
  PlxOpenMode mode;
};

typedef struct
{
  PlxWorkerFunc func; /* (nullable): none closes */
  gpointer data;      /* (owned) */
  GDestroyNotify destroy;
  GCancellable *cancellable; /* (owned): of the caller and of closing */
  gulong caller_id;
  gulong closing_id;
  GCancellable *caller;  /* (owned) (nullable) */
  GCancellable *closing; /* (owned) (nullable) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->destroy != NULL)
    job->destroy (job->data);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->caller);
  g_clear_object (&job->closing);
  g_free (job);
}

/* Not in job_free(): waits for a handler that runs, on whatever thread. */
static void
job_disconnect (Job *job)
{
  g_cancellable_disconnect (job->caller, job->caller_id);
  g_cancellable_disconnect (job->closing, job->closing_id);
  job->caller_id = job->closing_id = 0;
}

static void
worker_free (PlxWorker *self)
{
  g_async_queue_unref (self->queue);
  g_object_unref (self->closing);
  g_free (self->path);
  g_free (self);
}

/* On the thread */

static gboolean
ensure_connection (PlxWorker *self,
                   GError **error)
{
  if (self->connection == NULL)
    self->connection = plx_connection_open (self->path, self->mode, error);
  return self->connection != NULL;
}

/* One transaction: the job sees one state of the project. */
static gboolean
run_job (PlxWorker *self,
         Job *job,
         GError **error)
{
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, error) || !ensure_connection (self, error) ||
      !plx_connection_execute (self->connection, "BEGIN", error))
    return FALSE;
  done = job->func (self->connection, job->data, job->cancellable, error);
  plx_connection_execute (self->connection, "COMMIT", NULL);
  return done;
}

static void
complete_job (PlxWorker *self,
              GTask *task,
              Job *job)
{
  GError *error = NULL;
  gboolean done = run_job (self, job, &error);

  job_disconnect (job);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gpointer
work (gpointer data)
{
  PlxWorker *self = data;
  gboolean ended = FALSE;

  while (!ended)
    {
      g_autoptr (GTask) task = g_async_queue_pop (self->queue);
      Job *job = g_task_get_task_data (task);

      ended = job->func == NULL;
      if (!ended)
        {
          complete_job (self, task, job);
          continue;
        }
      g_clear_pointer (&self->connection, plx_connection_close);
      g_task_return_boolean (task, TRUE);
    }
  worker_free (self);
  return NULL;
}

/* On the caller's side */

PlxWorker *
plx_worker_new (const char *path,
                PlxOpenMode mode)
{
  PlxWorker *self = g_new0 (PlxWorker, 1);

  self->queue = g_async_queue_new ();
  self->closing = g_cancellable_new ();
  self->path = g_strdup (path);
  self->mode = mode;
  return self;
}

static void
cancelled_cb (GCancellable *cancellable,
              GCancellable *both)
{
  g_cancellable_cancel (both);
}

static void
push (PlxWorker *self,
      GTask *task,
      Job *job)
{
  g_task_set_task_data (task, job, job_free);
  if (!self->started)
    g_thread_unref (g_thread_new ("parallax-worker", work, self));
  self->started = TRUE;
  /* Last: the job that closes frees @self as soon as it is there. */
  g_async_queue_push (self->queue, task);
}

void
plx_worker_run_async (PlxWorker *self,
                      gpointer source,
                      PlxWorkerFunc func,
                      gpointer data,
                      GDestroyNotify destroy,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, plx_worker_run_async);
  job->func = func;
  job->data = data;
  job->destroy = destroy;
  job->cancellable = g_cancellable_new ();
  job->closing = g_object_ref (self->closing);
  job->closing_id = g_cancellable_connect (self->closing, G_CALLBACK (cancelled_cb), g_object_ref (job->cancellable), g_object_unref);
  if (cancellable != NULL)
    {
      job->caller = g_object_ref (cancellable);
      job->caller_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), g_object_ref (job->cancellable), g_object_unref);
    }
  push (self, task, job);
}

gpointer
plx_worker_run_finish (GAsyncResult *result,
                       GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  return g_task_propagate_boolean (G_TASK (result), error) ? job->data : NULL;
}

void
plx_worker_close_async (PlxWorker *self,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, plx_worker_close_async);
  g_cancellable_cancel (self->closing);
  if (self->started)
    {
      push (self, task, g_new0 (Job, 1));
      return;
    }
  worker_free (self);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

void
plx_worker_close_finish (GAsyncResult *result)
{
  g_task_propagate_boolean (G_TASK (result), NULL);
}

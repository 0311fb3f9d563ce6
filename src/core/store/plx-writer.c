/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-writer.h"

/* How long nothing must happen before the log is written back. */
#define IDLE_US (2 * G_USEC_PER_SEC)

/* The thread ends on its own and frees this; nobody else needs to know it. */
struct _PlxWriter
{
  GAsyncQueue *queue; /* (owned) (element-type GTask) */

  /* Only on the thread. */
  PlxConnection *connection; /* (owned) (nullable) */
  char *path;                /* (owned) */
  PlxOpenMode mode;
};

typedef enum
{
  JOB_OPEN,
  JOB_RUN,
  JOB_CLOSE,
} JobKind;

typedef struct
{
  JobKind kind;
  PlxWriter *writer; /* (unowned) */
  PlxWriterFunc func;
  gpointer data; /* (owned) */
  GDestroyNotify destroy;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->destroy != NULL)
    job->destroy (job->data);
  g_free (job);
}

static void
writer_free (PlxWriter *self)
{
  g_async_queue_unref (self->queue);
  g_free (self->path);
  g_free (self);
}

/* On the thread */

static void
run_open (PlxWriter *self,
          GTask *task)
{
  GError *error = NULL;

  self->connection = plx_connection_open (self->path, self->mode, &error);
  if (self->connection != NULL)
    g_task_return_pointer (task, self, NULL);
  else
    g_task_return_error (task, error);
}

static void
run_job (PlxWriter *self,
         GTask *task,
         Job *job)
{
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (job->func (self->connection, job->data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_close (PlxWriter *self,
           GTask *task,
           Job *job)
{
  GError *error = NULL;
  gboolean done = job->func == NULL || job->func (self->connection, job->data, &error);

  g_clear_pointer (&self->connection, plx_connection_close);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static GTask *
next_task (PlxWriter *self,
           gboolean *dirty)
{
  GTask *task = *dirty ? g_async_queue_timeout_pop (self->queue, IDLE_US) : g_async_queue_pop (self->queue);

  if (task != NULL)
    return task;
  plx_connection_checkpoint (self->connection);
  *dirty = FALSE;
  return g_async_queue_pop (self->queue);
}

static gpointer
work (gpointer data)
{
  PlxWriter *self = data;
  gboolean dirty = FALSE;
  gboolean ended = FALSE;

  while (!ended)
    {
      g_autoptr (GTask) task = next_task (self, &dirty);
      Job *job = g_task_get_task_data (task);

      switch (job->kind)
        {
        case JOB_OPEN:
          run_open (self, task);
          ended = self->connection == NULL;
          break;
        case JOB_RUN:
          run_job (self, task, job);
          dirty = TRUE;
          break;
        case JOB_CLOSE:
          run_close (self, task, job);
          ended = TRUE;
          break;
        default:
          g_assert_not_reached ();
        }
    }
  writer_free (self);
  return NULL;
}

/* On the caller's side */

static void
push (PlxWriter *self,
      GTask *task,
      JobKind kind,
      PlxWriterFunc func,
      gpointer data,
      GDestroyNotify destroy)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->writer = self;
  job->func = func;
  job->data = data;
  job->destroy = destroy;
  g_task_set_task_data (task, job, job_free);
  g_async_queue_push (self->queue, task);
}

void
plx_writer_open_async (const char *path,
                       PlxOpenMode mode,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  PlxWriter *self = g_new0 (PlxWriter, 1);
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, plx_writer_open_async);
  self->path = g_strdup (path);
  self->mode = mode;
  self->queue = g_async_queue_new ();
  push (self, task, JOB_OPEN, NULL, NULL, NULL);
  /* From here on @self is the thread's, which is gone already if the file was refused. */
  g_thread_unref (g_thread_new ("parallax-writer", work, self));
}

PlxWriter *
plx_writer_open_finish (GAsyncResult *result,
                        GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
plx_writer_run_async (PlxWriter *self,
                      gpointer source,
                      PlxWriterFunc func,
                      gpointer data,
                      GDestroyNotify destroy,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_source_tag (task, plx_writer_run_async);
  /* Committed work is reported as done even if it was cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  push (self, task, JOB_RUN, func, data, destroy);
}

gboolean
plx_writer_run_finish (GAsyncResult *result,
                       GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
plx_writer_close_async (PlxWriter *self,
                        PlxWriterFunc func,
                        gpointer data,
                        GDestroyNotify destroy,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, plx_writer_close_async);
  push (self, task, JOB_CLOSE, func, data, destroy);
}

gboolean
plx_writer_close_finish (GAsyncResult *result,
                         GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "project/plx-reads.h"

struct _PlxReads
{
  char *path; /* (owned) */
  PlxOpenMode mode;
  GPtrArray *running; /* (owned) (element-type GCancellable): one for each question */
  void (*stopped) (gpointer data);
  gpointer stopped_data;
};

/* One question. */
typedef struct
{
  PlxReads *reads; /* (unowned): lives until all have ended */
  char *path;      /* (owned) */
  PlxOpenMode mode;
  PlxProjectQuestion func;
  gpointer data; /* (owned) */
  GDestroyNotify destroy;
  GDestroyNotify destroy_answer;
  GCancellable *cancellable; /* (owned): its own */
  GCancellable *asker;       /* (owned) (nullable) */
  gulong asker_id;
} Read;

static void
read_free (gpointer data)
{
  Read *one = data;

  if (one->asker != NULL)
    g_cancellable_disconnect (one->asker, one->asker_id);
  g_clear_object (&one->asker);
  g_clear_object (&one->cancellable);
  if (one->destroy != NULL)
    one->destroy (one->data);
  g_free (one->path);
  g_free (one);
}

PlxReads *
plx_reads_new (const char *path,
               PlxOpenMode mode)
{
  PlxReads *self = g_new0 (PlxReads, 1);

  self->path = g_strdup (path);
  self->mode = mode;
  self->running = g_ptr_array_new ();
  return self;
}

void
plx_reads_free (PlxReads *self)
{
  g_assert (self->running->len == 0);

  g_ptr_array_unref (self->running);
  g_free (self->path);
  g_free (self);
}

/* On the thread */

static void
interrupt_cb (GCancellable *cancellable,
              gpointer data)
{
  plx_connection_interrupt (data);
}

static gpointer
ask (Read *one,
     PlxConnection *connection,
     GError **error)
{
  gulong id = g_cancellable_connect (one->cancellable, G_CALLBACK (interrupt_cb), connection, NULL);
  gpointer answer = one->func (connection, one->data, one->cancellable, error);

  g_cancellable_disconnect (one->cancellable, id);
  return answer;
}

static void
run (GTask *task,
     gpointer source,
     gpointer data,
     GCancellable *cancellable)
{
  Read *one = data;
  g_autoptr (PlxConnection) connection = NULL;
  GError *error = NULL;
  gpointer answer = NULL;

  if (!g_cancellable_set_error_if_cancelled (one->cancellable, &error))
    connection = plx_connection_open (one->path, one->mode, &error);
  if (connection != NULL)
    answer = ask (one, connection, &error);
  /* Before the answer: who hears it may close the project. */
  g_clear_pointer (&connection, plx_connection_close);
  if (answer != NULL)
    g_task_return_pointer (task, answer, one->destroy_answer);
  else
    g_task_return_error (task, error);
}

/* On the main thread */

static void
ended_cb (GTask *task,
          GParamSpec *pspec,
          Read *one)
{
  PlxReads *self = one->reads;

  g_ptr_array_remove_fast (self->running, one->cancellable);
  if (self->running->len == 0 && self->stopped != NULL)
    self->stopped (self->stopped_data);
}

static void
cancelled_cb (GCancellable *asker,
              gpointer data)
{
  g_cancellable_cancel (data);
}

static Read *
read_new (PlxReads *self,
          GCancellable *asker)
{
  Read *one = g_new0 (Read, 1);

  one->reads = self;
  one->path = g_strdup (self->path);
  one->mode = self->mode;
  one->cancellable = g_cancellable_new ();
  if (asker == NULL)
    return one;
  one->asker = g_object_ref (asker);
  one->asker_id = g_cancellable_connect (asker, G_CALLBACK (cancelled_cb), g_object_ref (one->cancellable), g_object_unref);
  return one;
}

void
plx_reads_run_async (PlxReads *self,
                     gpointer source,
                     PlxProjectQuestion func,
                     gpointer data,
                     GDestroyNotify destroy,
                     GDestroyNotify destroy_answer,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Read *one = read_new (self, cancellable);

  one->func = func;
  one->data = data;
  one->destroy = destroy;
  one->destroy_answer = destroy_answer;
  g_task_set_source_tag (task, plx_reads_run_async);
  g_task_set_task_data (task, one, read_free);
  g_ptr_array_add (self->running, one->cancellable);
  /* Emitted after the callback was called, whether or not it is cancelled. */
  g_signal_connect (task, "notify::completed", G_CALLBACK (ended_cb), one);
  if (self->stopped != NULL)
    g_cancellable_cancel (one->cancellable);
  g_task_run_in_thread (task, run);
}

gpointer
plx_reads_run_finish (GAsyncResult *result,
                      GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
plx_reads_stop (PlxReads *self,
                void (*func) (gpointer data),
                gpointer data)
{
  if (self->running->len == 0)
    {
      func (data);
      return;
    }
  self->stopped = func;
  self->stopped_data = data;
  for (guint i = 0; i < self->running->len; i++)
    g_cancellable_cancel (g_ptr_array_index (self->running, i));
}

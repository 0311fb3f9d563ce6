/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "project/plx-reads.h"

struct _PlxReads
{
  char *path; /* (owned) */
  PlxOpenMode mode;
  GPtrArray *running; /* (owned) (element-type Read): they live until they have ended */
  void (*stopped) (gpointer data);
  gpointer stopped_data;
};

/* One question. */
typedef struct
{
  PlxReads *reads; /* (unowned): lives until all have ended */
  char *path;      /* (owned) */
  PlxOpenMode mode;
  PlxReadPurpose purpose;
  PlxReadFunc func;
  gpointer data; /* (owned) (nullable) */
  GDestroyNotify destroy;
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

/* An answer is of one state of the project; what writes a file sees to that by
 * itself. */
static gboolean
ask (Read *one,
     PlxConnection *connection,
     GError **error)
{
  gulong id = g_cancellable_connect (one->cancellable, G_CALLBACK (interrupt_cb), connection, NULL);
  gboolean done = (one->purpose == PLX_READ_OUTCOME || plx_connection_execute (connection, "BEGIN", error)) &&
                  one->func (connection, one->data, one->cancellable, error);

  g_cancellable_disconnect (one->cancellable, id);
  return done;
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
  gboolean done = FALSE;

  if (!g_cancellable_set_error_if_cancelled (one->cancellable, &error))
    connection = plx_connection_open (one->path, one->mode, &error);
  if (connection != NULL)
    done = ask (one, connection, &error);
  /* Before the answer: who hears it may close the project. */
  g_clear_pointer (&connection, plx_connection_close);
  if (done)
    g_task_return_boolean (task, TRUE);
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

  g_ptr_array_remove_fast (self->running, one);
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
                     PlxReadPurpose purpose,
                     PlxReadFunc func,
                     gpointer data,
                     GDestroyNotify destroy,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Read *one = read_new (self, cancellable);

  one->purpose = purpose;
  one->func = func;
  one->data = data;
  one->destroy = destroy;
  g_task_set_source_tag (task, plx_reads_run_async);
  g_task_set_task_data (task, one, read_free);
  g_ptr_array_add (self->running, one);
  /* Emitted after the callback was called, whether or not it is cancelled. */
  g_signal_connect (task, "notify::completed", G_CALLBACK (ended_cb), one);
  g_task_run_in_thread (task, run);
}

gboolean
plx_reads_run_finish (GAsyncResult *result,
                      gpointer *data,
                      GError **error)
{
  Read *one = g_task_get_task_data (G_TASK (result));

  if (data != NULL)
    *data = one->data;
  return g_task_propagate_boolean (G_TASK (result), error);
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
    {
      Read *one = g_ptr_array_index (self->running, i);

      if (one->purpose == PLX_READ_ANSWER)
        g_cancellable_cancel (one->cancellable);
    }
}

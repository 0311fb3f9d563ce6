/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-read-job.h"

typedef struct
{
  GApplication *application; /* (owned) (nullable), held */
  char *path;                /* (owned) */
  PlxOpenMode mode;
  PlxReadFunc func;
  gpointer data;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->application != NULL)
    g_application_release (job->application);
  g_clear_object (&job->application);
  g_free (job->path);
  g_free (job);
}

static void
work (GTask *task,
      gpointer source,
      gpointer task_data,
      GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (PlxConnection) connection = plx_connection_open (job->path, job->mode, &error);

  if (connection != NULL && job->func (connection, job->data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
nothing (PlxConnection *connection,
         gpointer data,
         GError **error)
{
  return TRUE;
}

static void
drained_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (plx_project_run_finish (PLX_PROJECT (source), result, &error))
    g_task_run_in_thread (task, work);
  else
    g_task_return_error (task, error);
}

void
plx_read_job_run_async (PlxProject *project,
                        PlxReadFunc func,
                        gpointer data,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (project, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->application = g_application_get_default ();
  if (job->application != NULL)
    {
      g_object_ref (job->application);
      g_application_hold (job->application);
    }
  job->path = g_strdup (plx_project_get_path (project));
  job->mode = plx_project_is_read_only (project) ? PLX_OPEN_FROZEN : PLX_OPEN_READ;
  job->func = func;
  job->data = data;
  g_task_set_source_tag (task, plx_read_job_run_async);
  g_task_set_task_data (task, job, job_free);
  if (plx_project_is_read_only (project))
    g_task_run_in_thread (task, work);
  else
    plx_project_run_async (project, nothing, NULL, NULL, drained_cb, g_steal_pointer (&task));
}

gboolean
plx_read_job_run_finish (GAsyncResult *result,
                         GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

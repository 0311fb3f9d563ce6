/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a project in the background. */

#include "config.h"

#include "project/plx-project-private.h"

#include <glib/gi18n-lib.h>

static void
refuse_closed (PlxProject *self,
               gpointer tag,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_task_report_new_error (self, callback, user_data, tag, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The project is closed."));
}

void
plx_project_read_async (PlxProject *self,
                        PlxReadFunc func,
                        gpointer data,
                        GDestroyNotify destroy,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  if (self->reader != NULL)
    {
      plx_reads_run_async (self->reads, self, PLX_READ_ANSWER, func, data, destroy, cancellable, callback, user_data);
      return;
    }
  if (destroy != NULL)
    destroy (data);
  refuse_closed (self, plx_project_read_async, callback, user_data);
}

gpointer
plx_project_read_finish (PlxProject *self,
                         GAsyncResult *result,
                         GError **error)
{
  gpointer data = NULL;

  if (g_async_result_is_tagged (result, plx_project_read_async))
    return g_task_propagate_pointer (G_TASK (result), error);
  return plx_reads_run_finish (result, &data, error) ? data : NULL;
}

/* What is exported. */
typedef struct
{
  PlxReadFunc func;
  gpointer data; /* (unowned) */
} Export;

static void
exported_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (plx_reads_run_finish (result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Consumes @task. */
static void
export_now (PlxProject *self,
            GTask *task)
{
  const Export *export = g_task_get_task_data (task);

  plx_reads_run_async (self->reads, self, PLX_READ_OUTCOME, export->func, export->data, NULL,
                       g_task_get_cancellable (task), exported_cb, task);
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
  PlxProject *self = PLX_PROJECT (source);
  GError *error = NULL;

  if (!plx_project_run_finish (self, result, &error))
    g_task_return_error (task, error);
  else if (self->reads == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("The project is closed."));
  else
    export_now (self, g_steal_pointer (&task));
}

void
plx_project_export_async (PlxProject *self,
                          PlxReadFunc func,
                          gpointer data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Export *export = NULL;

  if (self->reader == NULL)
    {
      refuse_closed (self, plx_project_export_async, callback, user_data);
      return;
    }
  task = g_task_new (self, cancellable, callback, user_data);
  export = g_new0 (Export, 1);
  export->func = func;
  export->data = data;
  g_task_set_source_tag (task, plx_project_export_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, export, g_free);
  if (plx_project_is_read_only (self))
    export_now (self, g_steal_pointer (&task));
  else
    plx_project_run_async (self, nothing, NULL, NULL, drained_cb, g_steal_pointer (&task));
}

gboolean
plx_project_export_finish (PlxProject *self,
                           GAsyncResult *result,
                           GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

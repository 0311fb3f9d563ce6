/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening and closing a project. */

#include "config.h"

#include "project/plx-project-private.h"

#include "store/plx-backup.h"
#include "store/plx-place.h"

/* How often other processes are asked after. */
#define POLL_SECONDS 1

static gboolean
poll_cb (gpointer data)
{
  plx_project_refresh (data);
  return G_SOURCE_CONTINUE;
}

/* Opening */

static gboolean
read_uuid (PlxProject *self,
           GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (self->reader, "SELECT value FROM project WHERE key = 'uuid'");

  if (plx_statement_step (statement, error) == PLX_STEP_ERROR)
    return FALSE;
  self->uuid = plx_statement_dup_text (statement, 0);
  return TRUE;
}

static gboolean
open_reader (PlxProject *self,
             PlxOpenMode mode,
             GError **error)
{
  self->reader = plx_connection_open (self->path, mode, error);
  if (self->reader == NULL || !read_uuid (self, error))
    return FALSE;
  self->data_version = plx_connection_get_data_version (self->reader);
  self->serial = plx_history_get_serial (self->reader, error);
  if (self->serial < 0)
    return FALSE;
  self->first_serial = self->serial;
  self->reads = plx_reads_new (self->path, mode);
  plx_project_look_up_history (self);
  if (mode == PLX_OPEN_READ)
    self->poll_id = g_timeout_add_seconds (POLL_SECONDS, poll_cb, self);
  return TRUE;
}

static void
let_go_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  plx_writer_close_finish (result, NULL);
}

/* Ends an opening that failed half-way. */
static void
give_up (PlxProject *self)
{
  g_clear_pointer (&self->reads, plx_reads_free);
  g_clear_pointer (&self->reader, plx_connection_close);
  if (self->writer != NULL)
    plx_writer_close_async (g_steal_pointer (&self->writer), NULL, NULL, NULL, let_go_cb, NULL);
}

static void
writer_opened_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer data)
{
  g_autoptr (GTask) task = data;
  PlxProject *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->writer = plx_writer_open_finish (result, &error);
  if (self->writer != NULL && open_reader (self, PLX_OPEN_READ, &error))
    {
      g_task_return_pointer (task, g_object_ref (self), g_object_unref);
      return;
    }
  give_up (self);
  g_task_return_error (task, error);
}

static void
open_frozen (PlxProject *self,
             GTask *task)
{
  GError *error = NULL;

  if (open_reader (self, PLX_OPEN_FROZEN, &error))
    {
      g_task_return_pointer (task, g_object_ref (self), g_object_unref);
      return;
    }
  give_up (self);
  g_task_return_error (task, error);
}

void
plx_project_open_async (const char *path,
                        gboolean create,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  PlxProject *self = g_object_new (PLX_TYPE_PROJECT, NULL);

  g_task_set_source_tag (task, plx_project_open_async);
  g_task_set_task_data (task, self, g_object_unref);
  self->path = plx_place_resolve (path);
  if (g_file_test (self->path, G_FILE_TEST_IS_REGULAR) && !plx_place_is_writable (self->path))
    open_frozen (self, task);
  else
    plx_writer_open_async (self->path, create ? PLX_OPEN_CREATE : PLX_OPEN_WRITE, writer_opened_cb, g_steal_pointer (&task));
}

PlxProject *
plx_project_open_finish (GAsyncResult *result,
                         GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Closing */

static gboolean
back_up (PlxConnection *connection,
         gpointer data,
         GError **error)
{
  return plx_backup_rotate (connection, data, error);
}

static void
closed_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (plx_writer_close_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What is left to close when nothing reads any more. */
typedef struct
{
  GTask *task;       /* (owned) */
  PlxWriter *writer; /* (owned) (nullable) */
  gboolean changed;
} Closing;

static void
reads_stopped (gpointer data)
{
  g_autofree Closing *closing = data;
  PlxProject *self = g_task_get_source_object (closing->task);

  g_clear_pointer (&self->reads, plx_reads_free);
  if (closing->writer != NULL)
    {
      plx_writer_close_async (closing->writer, closing->changed ? back_up : NULL, g_strdup (self->uuid), g_free, closed_cb, closing->task);
      return;
    }
  g_task_return_boolean (closing->task, TRUE);
  g_object_unref (closing->task);
}

void
plx_project_close_async (PlxProject *self,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Closing *closing = g_new0 (Closing, 1);

  closing->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (closing->task, plx_project_close_async);
  closing->changed = self->serial > self->first_serial || self->n_pending > 0;
  closing->writer = g_steal_pointer (&self->writer);
  g_clear_handle_id (&self->poll_id, g_source_remove);
  g_clear_pointer (&self->reader, plx_connection_close);
  if (self->reads != NULL)
    plx_reads_stop (self->reads, reads_stopped, closing);
  else
    reads_stopped (closing);
}

gboolean
plx_project_close_finish (PlxProject *self,
                          GAsyncResult *result,
                          GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

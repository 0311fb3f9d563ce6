/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to a project goes to its writer. */

#include "config.h"

#include "project/plx-project-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PlxVerb *verb;   /* (owned) (nullable) */
  char *annotator; /* (owned) */
  gboolean redo;
  PlxEdit *edit; /* (owned) (nullable): what was undone or redone */
  PlxId goal;
  PlxTravel travel;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_clear_pointer (&errand->verb, plx_verb_free);
  g_clear_pointer (&errand->edit, plx_edit_free);
  g_free (errand->annotator);
  g_free (errand);
}

static gboolean
run_verb (PlxConnection *connection,
          gpointer data,
          GError **error)
{
  Errand *errand = data;

  return plx_verb_run (errand->verb, connection, errand->annotator, NULL, error);
}

static gboolean
run_travel (PlxConnection *connection,
            gpointer data,
            GError **error)
{
  Errand *errand = data;

  return errand->redo ? plx_history_redo (connection, &errand->edit, error)
                      : plx_history_undo (connection, &errand->edit, error);
}

static gboolean
run_go_to (PlxConnection *connection,
           gpointer data,
           GError **error)
{
  Errand *errand = data;

  return plx_history_go_to (connection, errand->goal, &errand->travel, error);
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GTask) task = data;
  PlxProject *self = PLX_PROJECT (source);
  GError *error = NULL;
  gboolean done = plx_writer_run_finish (result, &error);

  plx_project_add_pending (self, -1);
  plx_project_refresh (self);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
refuse_read_only (PlxProject *self,
                  GTask *task)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_task_return_new_error (task, PLX_STORE_ERROR, PLX_STORE_ERROR_READ_ONLY,
                           _ ("“%s” is open for reading only. Copy it to a folder of your own to work on it."), name);
}

/* Gives @func to the writer; @data stays with the task of the caller, which
 * outlives the job. */
static void
send (PlxProject *self,
      GTask *task,
      PlxWriterFunc func,
      gpointer data,
      GDestroyNotify destroy,
      GCancellable *cancellable)
{
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, data, destroy);
  if (self->writer == NULL)
    {
      refuse_read_only (self, task);
      g_object_unref (task);
      return;
    }
  plx_project_add_pending (self, 1);
  plx_writer_run_async (self->writer, self, func, data, NULL, cancellable, written_cb, task);
}

void
plx_project_do_async (PlxProject *self,
                      PlxVerb *verb,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  g_task_set_source_tag (task, plx_project_do_async);
  errand->verb = verb;
  errand->annotator = g_strdup (self->annotator);
  send (self, task, run_verb, errand, errand_free, cancellable);
}

gboolean
plx_project_do_finish (PlxProject *self,
                       GAsyncResult *result,
                       GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
plx_project_undo_async (PlxProject *self,
                        gboolean redo,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  g_task_set_source_tag (task, plx_project_undo_async);
  errand->redo = redo;
  send (self, task, run_travel, errand, errand_free, NULL);
}

PlxEdit *
plx_project_undo_finish (PlxProject *self,
                         GAsyncResult *result,
                         GError **error)
{
  Errand *errand = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_steal_pointer (&errand->edit);
}

void
plx_project_go_to_async (PlxProject *self,
                         PlxId edit,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  g_task_set_source_tag (task, plx_project_go_to_async);
  errand->goal = edit;
  send (self, task, run_go_to, errand, errand_free, NULL);
}

gboolean
plx_project_go_to_finish (PlxProject *self,
                          GAsyncResult *result,
                          PlxTravel *travel,
                          GError **error)
{
  const Errand *errand = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *travel = errand->travel;
  return TRUE;
}

void
plx_project_run_async (PlxProject *self,
                       gboolean (*func) (PlxConnection *connection, gpointer data, GError **error),
                       gpointer data,
                       GDestroyNotify destroy,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, plx_project_run_async);
  send (self, task, func, data, destroy, NULL);
}

gboolean
plx_project_run_finish (PlxProject *self,
                        GAsyncResult *result,
                        GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

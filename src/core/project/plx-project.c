/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "project/plx-project.h"

#include "store/plx-backup.h"
#include "store/plx-place.h"
#include "store/plx-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How often other processes are asked after. */
#define POLL_SECONDS 1

struct _PlxProject
{
  GObject parent_instance;

  char *path;            /* (owned) */
  char *uuid;            /* (owned) */
  char *annotator;       /* (owned) */
  PlxWriter *writer;     /* (owned) (nullable): none if read-only or closed */
  PlxConnection *reader; /* (owned) (nullable): none when closed */
  PlxReads *reads;       /* (owned) (nullable): none when closed */
  PlxEdit *undo;         /* (owned) (nullable) */
  PlxEdit *redo;         /* (owned) (nullable) */
  gint64 serial;         /* the last step seen */
  gint64 first_serial;   /* the last step when it was opened */
  gint64 data_version;
  guint poll_id;
  guint n_pending; /* jobs at the writer */
};

G_DEFINE_FINAL_TYPE (PlxProject, plx_project, G_TYPE_OBJECT)

typedef enum
{
  PROP_SAVING = 1,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_READ_ONLY,
} PlxProjectProperty;

static GParamSpec *properties[PROP_READ_ONLY + 1];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
plx_project_get_property (GObject *object,
                          guint id,
                          GValue *value,
                          GParamSpec *pspec)
{
  PlxProject *self = PLX_PROJECT (object);

  switch ((PlxProjectProperty) id)
    {
    case PROP_SAVING:
      g_value_set_boolean (value, self->n_pending > 0);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo != NULL && !plx_project_is_read_only (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo != NULL && !plx_project_is_read_only (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, plx_project_is_read_only (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_project_finalize (GObject *object)
{
  PlxProject *self = PLX_PROJECT (object);

  g_assert (self->writer == NULL);
  g_assert (self->reader == NULL);
  g_assert (self->reads == NULL);

  g_clear_pointer (&self->undo, plx_edit_free);
  g_clear_pointer (&self->redo, plx_edit_free);
  g_free (self->path);
  g_free (self->uuid);
  g_free (self->annotator);
  G_OBJECT_CLASS (plx_project_parent_class)->finalize (object);
}

static void
plx_project_class_init (PlxProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_project_get_property;
  object_class->finalize = plx_project_finalize;

  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * PlxProject::changed:
   * @changes: what changed, in order
   */
  signals[CHANGED] = g_signal_new ("changed", PLX_TYPE_PROJECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, PLX_TYPE_CHANGES | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
plx_project_init (PlxProject *self)
{
  self->annotator = g_strdup (_ ("Analyst"));
}

/* Following the journal */

static void
look_up_history (PlxProject *self)
{
  g_clear_pointer (&self->undo, plx_edit_free);
  g_clear_pointer (&self->redo, plx_edit_free);
  plx_history_peek (self->reader, &self->undo, &self->redo, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

void
plx_project_refresh (PlxProject *self)
{
  g_autoptr (PlxChanges) changes = NULL;
  gint64 version;

  if (self->reader == NULL)
    return;
  version = plx_connection_get_data_version (self->reader);
  if (version == self->data_version)
    return;
  changes = plx_history_read_changes (self->reader, &self->serial, NULL);
  /* A lock that passes: the next look finds the changes. */
  if (changes == NULL)
    return;
  self->data_version = version;
  if (plx_changes_are_nothing (changes))
    return;
  look_up_history (self);
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

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
  look_up_history (self);
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

/* Facts */

const char *
plx_project_get_path (PlxProject *self)
{
  return self->path;
}

const char *
plx_project_get_uuid (PlxProject *self)
{
  return self->uuid;
}

char *
plx_project_dup_title (PlxProject *self)
{
  g_autofree char *title = g_filename_display_basename (self->path);

  if (g_str_has_suffix (title, ".parallax"))
    title[strlen (title) - strlen (".parallax")] = '\0';
  return g_steal_pointer (&title);
}

gboolean
plx_project_is_read_only (PlxProject *self)
{
  return self->writer == NULL;
}

PlxConnection *
plx_project_get_reader (PlxProject *self)
{
  return self->reader;
}

const char *
plx_project_get_annotator (PlxProject *self)
{
  return self->annotator;
}

void
plx_project_set_annotator (PlxProject *self,
                           const char *name)
{
  g_return_if_fail (name != NULL && *name != '\0');

  if (g_strcmp0 (self->annotator, name) == 0)
    return;
  g_free (self->annotator);
  self->annotator = g_strdup (name);
}

const PlxEdit *
plx_project_peek_undo (PlxProject *self)
{
  return self->undo;
}

const PlxEdit *
plx_project_peek_redo (PlxProject *self)
{
  return self->redo;
}

/* Doing */

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
set_pending (PlxProject *self,
             int difference)
{
  guint before = self->n_pending;

  self->n_pending = (guint) ((int) self->n_pending + difference);
  if ((before == 0) != (self->n_pending == 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
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

  set_pending (self, -1);
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
  set_pending (self, 1);
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

/* Reading in the background */

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

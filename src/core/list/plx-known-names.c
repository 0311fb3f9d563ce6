/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-known-names.h"

struct _PlxKnownNames
{
  GObject parent_instance;

  PlxProject *project; /* (owned) */
  PlxNameIndex *index; /* (owned) (nullable) */
  gboolean is_stale;
  gboolean is_loading;
};

G_DEFINE_FINAL_TYPE (PlxKnownNames, plx_known_names, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
plx_known_names_finalize (GObject *object)
{
  PlxKnownNames *self = PLX_KNOWN_NAMES (object);

  g_clear_object (&self->project);
  g_clear_pointer (&self->index, plx_name_index_unref);
  G_OBJECT_CLASS (plx_known_names_parent_class)->finalize (object);
}

static void
plx_known_names_class_init (PlxKnownNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_known_names_finalize;

  signals[CHANGED] = g_signal_new ("changed", PLX_TYPE_KNOWN_NAMES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_known_names_init (PlxKnownNames *self)
{
  self->is_stale = TRUE;
}

/* Loading */

/* On the thread. */
static void
load (GTask *task,
      gpointer source,
      gpointer task_data,
      GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (PlxConnection) connection = plx_connection_open (task_data, PLX_OPEN_READ, &error);
  PlxNameIndex *index = connection != NULL ? plx_name_index_load (connection, &error) : NULL;

  if (index != NULL)
    g_task_return_pointer (task, index, (GDestroyNotify) plx_name_index_unref);
  else
    g_task_return_error (task, error);
}

/* A failure leaves what was known: the store will tell when it is asked to link
 * what is gone. */
static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  PlxKnownNames *self = PLX_KNOWN_NAMES (source);
  PlxNameIndex *index = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_loading = FALSE;
  if (index == NULL)
    return;
  g_clear_pointer (&self->index, plx_name_index_unref);
  self->index = index;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* In a project that can only be read nothing is tagged. */
static void
refresh (PlxKnownNames *self)
{
  g_autoptr (GTask) task = NULL;

  if (!self->is_stale || self->is_loading || plx_project_is_read_only (self->project))
    return;
  self->is_stale = FALSE;
  self->is_loading = TRUE;
  task = g_task_new (self, NULL, loaded_cb, NULL);
  g_task_set_source_tag (task, refresh);
  g_task_set_task_data (task, g_strdup (plx_project_get_path (self->project)), g_free);
  g_task_run_in_thread (task, load);
}

static void
project_changed_cb (PlxProject *project,
                    PlxChanges *changes,
                    PlxKnownNames *self)
{
  if (plx_changes_touch (changes, PLX_TABLE_ENTITY) || plx_changes_touch (changes, PLX_TABLE_ALIAS) ||
      plx_changes_touch (changes, PLX_TABLE_ANNOTATION))
    self->is_stale = TRUE;
}

PlxKnownNames *
plx_known_names_new (PlxProject *project)
{
  PlxKnownNames *self = g_object_new (PLX_TYPE_KNOWN_NAMES, NULL);

  self->project = g_object_ref (project);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, 0);
  return self;
}

PlxNameIndex *
plx_known_names_get_index (PlxKnownNames *self)
{
  refresh (self);
  return self->index;
}

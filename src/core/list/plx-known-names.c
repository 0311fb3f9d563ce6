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
  g_clear_pointer (&self->index, plx_name_index_free);
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

static void
answer_free (gpointer data)
{
  PlxNameIndex **index = data;

  g_clear_pointer (index, plx_name_index_free);
  g_free (index);
}

/* On a thread of its own. */
static gboolean
load (PlxConnection *connection,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  PlxNameIndex **index = data;

  *index = plx_name_index_load (connection, error);
  return *index != NULL;
}

/* A failure leaves what was known: the store will tell when it is asked to link
 * what is gone. */
static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (PlxKnownNames) self = data;
  PlxNameIndex **index = plx_project_read_finish (PLX_PROJECT (source), result, NULL);

  self->is_loading = FALSE;
  if (index == NULL)
    return;
  g_clear_pointer (&self->index, plx_name_index_free);
  self->index = g_steal_pointer (index);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* In a project that can only be read nothing is tagged. */
static void
refresh (PlxKnownNames *self)
{
  if (!self->is_stale || self->is_loading || plx_project_is_read_only (self->project))
    return;
  self->is_stale = FALSE;
  self->is_loading = TRUE;
  plx_project_read_async (self->project, load, g_new0 (PlxNameIndex *, 1), answer_free, NULL, loaded_cb, g_object_ref (self));
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

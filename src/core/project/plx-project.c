/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "project/plx-project-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (PlxProject, plx_project, G_TYPE_OBJECT)

typedef enum
{
  PROP_SAVING = 1,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_READ_ONLY,
  PROP_ANNOTATOR,
} PlxProjectProperty;

static GParamSpec *properties[PROP_ANNOTATOR + 1];

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
    case PROP_ANNOTATOR:
      g_value_set_string (value, self->annotator);
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
  properties[PROP_ANNOTATOR] = g_param_spec_string ("annotator", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
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

void
plx_project_look_up_history (PlxProject *self)
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
  plx_project_look_up_history (self);
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

/* Jobs at the writer */

void
plx_project_add_pending (PlxProject *self,
                         int difference)
{
  guint before = self->n_pending;

  self->n_pending = (guint) ((int) self->n_pending + difference);
  if ((before == 0) != (self->n_pending == 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANNOTATOR]);
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

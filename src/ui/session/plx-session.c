/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session/plx-session-private.h"
#include "store/plx-documents.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlxSession, plx_session, G_TYPE_OBJECT)

typedef enum
{
  PROP_CURRENT = 1,
  PROP_N_PINNED,
  PROP_SELECTED,
  PROP_SNAP,
  PROP_LAST_TAG,
} PlxSessionProperty;

static GParamSpec *properties[PROP_LAST_TAG + 1];

enum
{
  FAILED,
  DONE,
  REVEAL,
  ENTERED,
  TRAVELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
plx_session_get_property (GObject *object,
                          guint id,
                          GValue *value,
                          GParamSpec *pspec)
{
  PlxSession *self = PLX_SESSION (object);

  switch ((PlxSessionProperty) id)
    {
    case PROP_CURRENT:
      g_value_set_object (value, self->current);
      break;
    case PROP_N_PINNED:
      g_value_set_uint (value, self->n_pinned);
      break;
    case PROP_SELECTED:
      g_value_set_int64 (value, plx_session_get_selected (self));
      break;
    case PROP_SNAP:
      g_value_set_int (value, (int) self->snap);
      break;
    case PROP_LAST_TAG:
      g_value_set_int64 (value, self->last_tag);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_session_dispose (GObject *object)
{
  PlxSession *self = PLX_SESSION (object);

  g_clear_object (&self->current);
  plx_selection_clear (self->selection);
  g_clear_object (&self->readings);
  g_clear_object (&self->filter);
  g_clear_object (&self->focus);
  g_clear_object (&self->making);
  g_clear_object (&self->relating);
  g_clear_object (&self->follow);
  g_clear_object (&self->checking);
  g_clear_object (&self->accounts);
  g_clear_object (&self->names);
  g_clear_object (&self->codebook);
  g_clear_object (&self->look);
  g_clear_object (&self->suggester);
  g_clear_object (&self->documents);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (plx_session_parent_class)->dispose (object);
}

static void
plx_session_finalize (GObject *object)
{
  plx_selection_free (PLX_SESSION (object)->selection);
  G_OBJECT_CLASS (plx_session_parent_class)->finalize (object);
}

static void
plx_session_class_init (PlxSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_session_get_property;
  object_class->dispose = plx_session_dispose;
  object_class->finalize = plx_session_finalize;

  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, PLX_TYPE_READING, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_PINNED] = g_param_spec_uint ("n-pinned", NULL, NULL, 0, PLX_SESSION_MAX_READINGS, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SNAP] = g_param_spec_int ("snap", NULL, NULL, PLX_SNAP_CHARACTER, PLX_SNAP_PARAGRAPH, PLX_SNAP_WORD, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LAST_TAG] = g_param_spec_int64 ("last-tag", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FAILED] = g_signal_new ("failed", PLX_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DONE] = g_signal_new ("done", PLX_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[REVEAL] = g_signal_new ("reveal", PLX_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, PLX_TYPE_READING, G_TYPE_INT);
  signals[ENTERED] = g_signal_new ("entered", PLX_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, PLX_TYPE_READING, G_TYPE_INT);
  signals[TRAVELLED] = g_signal_new ("travelled", PLX_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
plx_session_init (PlxSession *self)
{
  self->readings = g_list_store_new (PLX_TYPE_READING);
  self->selection = plx_selection_new ();
  self->making = plx_making_new ();
  self->relating = plx_relating_new ();
  self->look = plx_look_new ();
  self->snap = PLX_SNAP_WORD;
}

/* Following the project */

gboolean
plx_session_has_document (PlxSession *self,
                          PlxId document)
{
  g_autoptr (PlxDocument) found = plx_documents_get (plx_project_get_reader (self->project), document, NULL);

  return found != NULL;
}

/* Somebody took the tag away that is painted with. */
static void
stop_lost_painting (PlxSession *self)
{
  if (plx_making_get_painting (self->making) != PLX_PAINTING_ON ||
      plx_codebook_get_tag (self->codebook, plx_making_get_tag (self->making)) != NULL)
    return;
  plx_making_set_keep (self->making, FALSE);
  plx_session_fail (self, _ ("Painting has ended: its tag is not in the codebook any more."));
}

static void
project_changed_cb (PlxProject *project,
                    PlxChanges *changes,
                    PlxSession *self)
{
  plx_session_close_removed (self, changes);
  plx_session_drop_lost_selection (self);
  if (plx_changes_touch (changes, PLX_TABLE_ANNOTATION))
    plx_session_drop_lost_relation (self);
  stop_lost_painting (self);
}

static void
follow_changed_cb (PlxSession *self)
{
  plx_follow_set_active (self->follow, plx_look_get_follow (self->look));
}

static void
palette_changed_cb (PlxSession *self)
{
  plx_codebook_set_palette (self->codebook, plx_look_get_palette (self->look));
}

PlxSession *
plx_session_new (PlxProject *project)
{
  PlxSession *self = g_object_new (PLX_TYPE_SESSION, NULL);

  self->project = g_object_ref (project);
  self->documents = plx_document_list_new (project);
  self->codebook = plx_codebook_new (project);
  self->names = plx_known_names_new (project);
  self->filter = plx_filter_new (self->codebook);
  self->focus = plx_entity_focus_new (project);
  self->suggester = plx_suggester_new (project, G_LIST_MODEL (self->readings));
  self->follow = plx_follow_new (project, G_LIST_MODEL (self->readings));
  self->checking = plx_checking_new (project);
  self->accounts = plx_accounts_new (project);
  g_signal_connect_object (self->look, "notify::follow", G_CALLBACK (follow_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->look, "notify::palette", G_CALLBACK (palette_changed_cb), self, G_CONNECT_SWAPPED);
  /* After the lists and readings, so that they are up to date. */
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (plx_session_drop_lost_selection), self, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  return self;
}

PlxProject *
plx_session_get_project (PlxSession *self)
{
  return self->project;
}

PlxDocumentList *
plx_session_get_documents (PlxSession *self)
{
  return self->documents;
}

PlxCodebook *
plx_session_get_codebook (PlxSession *self)
{
  return self->codebook;
}

PlxSuggester *
plx_session_get_suggester (PlxSession *self)
{
  return self->suggester;
}

PlxLook *
plx_session_get_look (PlxSession *self)
{
  return self->look;
}

PlxEntityFocus *
plx_session_get_focus (PlxSession *self)
{
  return self->focus;
}

PlxFilter *
plx_session_get_filter (PlxSession *self)
{
  return self->filter;
}

PlxKnownNames *
plx_session_get_names (PlxSession *self)
{
  return self->names;
}

PlxMaking *
plx_session_get_making (PlxSession *self)
{
  return self->making;
}

/* Places and tags */

void
plx_session_reveal (PlxSession *self,
                    PlxReading *reading,
                    int offset)
{
  g_signal_emit (self, signals[REVEAL], 0, reading, offset);
}

PlxSnap
plx_session_get_snap (PlxSession *self)
{
  return self->snap;
}

void
plx_session_set_snap (PlxSession *self,
                      PlxSnap snap)
{
  if (self->snap == snap)
    return;
  self->snap = snap;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SNAP]);
}

PlxId
plx_session_get_last_tag (PlxSession *self)
{
  return self->last_tag;
}

void
plx_session_set_last_tag (PlxSession *self,
                          PlxId tag)
{
  if (self->last_tag == tag)
    return;
  self->last_tag = tag;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_TAG]);
}

/* Messages */

void
plx_session_say (PlxSession *self,
                 const char *message,
                 gboolean can_undo)
{
  g_signal_emit (self, signals[DONE], 0, message, can_undo);
}

void
plx_session_fail (PlxSession *self,
                  const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

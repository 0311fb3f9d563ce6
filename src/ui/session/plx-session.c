/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session/plx-session-private.h"
#include "store/plx-documents.h"
#include "store/plx-seen.h"

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

/* Columns of articles that are gone close. */
static void
close_removed (PlxSession *self,
               const PlxChanges *changes)
{
  GListModel *model = G_LIST_MODEL (self->readings);

  if (!plx_changes_touch (changes, PLX_TABLE_DOCUMENT))
    return;
  for (guint i = g_list_model_get_n_items (model); i-- > 0;)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (model, i);

      if (!plx_session_has_document (self, plx_reading_get_id (reading)))
        plx_session_close_reading (self, reading);
    }
}

static void
selection_changed (PlxSession *self)
{
  plx_follow_set_annotation (self->follow, plx_session_get_selected_reading (self), plx_session_get_selected (self));
  plx_accounts_set_annotation (self->accounts, plx_session_get_selected (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* Who selects looks at annotations, not at an actor or place any more. */
static void
selected (PlxSession *self)
{
  if (plx_selection_get_n (self->selection) > 0)
    plx_entity_focus_set (self->focus, PLX_ID_NONE);
  selection_changed (self);
}

void
plx_session_drop_lost_selection (PlxSession *self)
{
  if (plx_selection_drop (self->selection, NULL))
    selection_changed (self);
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
  close_removed (self, changes);
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

/* Columns */

GListModel *
plx_session_get_readings (PlxSession *self)
{
  return G_LIST_MODEL (self->readings);
}

guint
plx_session_get_n_pinned (PlxSession *self)
{
  return self->n_pinned;
}

static void
set_n_pinned (PlxSession *self,
              guint n_pinned)
{
  self->n_pinned = n_pinned;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PINNED]);
}

gboolean
plx_session_is_pinned (PlxSession *self,
                       PlxReading *reading)
{
  guint position;

  return g_list_store_find (self->readings, reading, &position) && position < self->n_pinned;
}

void
plx_session_set_pinned (PlxSession *self,
                        PlxReading *reading,
                        gboolean pinned)
{
  g_autoptr (PlxReading) held = g_object_ref (reading);
  guint position;

  if (!g_list_store_find (self->readings, reading, &position) || (position < self->n_pinned) == pinned)
    return;
  /* It goes to the border between the two groups, which then moves over it. */
  plx_session_move_reading (self, reading, pinned ? self->n_pinned : self->n_pinned - 1);
  set_n_pinned (self, pinned ? self->n_pinned + 1 : self->n_pinned - 1);
}

static PlxReading *
find_reading (PlxSession *self,
              PlxId document)
{
  GListModel *model = G_LIST_MODEL (self->readings);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (model, i);

      if (plx_reading_get_id (reading) == document)
        return reading;
    }
  return NULL;
}

/* Nothing is selected or under way in @reading any more. */
static void
leave_reading (PlxSession *self,
               PlxReading *reading)
{
  if (plx_selection_drop (self->selection, reading))
    selection_changed (self);
  if (plx_making_get_fragments (self->making, reading)->len > 0)
    plx_making_give_up (self->making);
  if (plx_relating_get_place (self->relating) == reading)
    plx_relating_clear (self->relating);
  if (plx_checking_get_reading (self->checking) == reading)
    plx_checking_stop (self->checking);
}

/* A long article that cannot be shown is told of when its column is there. */
static void
reading_failed_cb (PlxReading *reading,
                   const char *message,
                   PlxSession *self)
{
  plx_session_fail (self, message);
  plx_session_close_reading (self, reading);
}

static PlxReading *make_reading (PlxSession *self,
                                 PlxId document);

/* The text was revised: the column shows the new one from now on. */
static void
text_changed_cb (PlxReading *reading,
                 PlxSession *self)
{
  g_autoptr (PlxReading) held = g_object_ref (reading);
  g_autoptr (PlxReading) other = make_reading (self, plx_reading_get_id (reading));
  gboolean is_current = self->current == reading;
  guint position;

  if (other == NULL || !g_list_store_find (self->readings, reading, &position))
    {
      plx_session_close_reading (self, reading);
      return;
    }
  leave_reading (self, reading);
  if (is_current)
    plx_session_set_current (self, NULL);
  g_list_store_splice (self->readings, position, 1, (gpointer *) &other, 1);
  if (is_current)
    plx_session_set_current (self, other);
}

/* Returns: (transfer full) (nullable): a reading that is followed; a failure is told */
static PlxReading *
make_reading (PlxSession *self,
              PlxId document)
{
  g_autoptr (GError) error = NULL;
  PlxReading *reading = plx_reading_new (self->project, document, &error);

  if (reading == NULL)
    {
      plx_session_fail (self, error->message);
      return NULL;
    }
  plx_reading_set_filter (reading, self->filter);
  g_signal_connect_object (reading, "failed", G_CALLBACK (reading_failed_cb), self, 0);
  g_signal_connect_object (reading, "text-changed", G_CALLBACK (text_changed_cb), self, 0);
  /* After much changed, spans come later than what is told by the project. */
  g_signal_connect_object (reading, "spans-changed", G_CALLBACK (plx_session_drop_lost_selection), self, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  return reading;
}

static gboolean
mark_seen (PlxConnection *connection,
           gpointer data,
           GError **error)
{
  return plx_seen_mark (connection, *(const PlxId *) data, TRUE, error);
}

/* Who opens an article reads it.  That is no edit. */
static void
remember_seen (PlxSession *self,
               PlxId document)
{
  if (!plx_project_is_read_only (self->project))
    plx_project_run_async (self->project, mark_seen, g_memdup2 (&document, sizeof document), g_free, NULL, NULL);
}

PlxReading *
plx_session_open_document (PlxSession *self,
                           PlxId document)
{
  PlxReading *open = find_reading (self, document);
  g_autoptr (PlxReading) reading = NULL;

  if (open != NULL)
    {
      plx_session_set_current (self, open);
      return open;
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (self->readings)) >= PLX_SESSION_MAX_READINGS)
    {
      plx_session_fail (self, _ ("Eight articles are open, which is the most. Close a column first."));
      return NULL;
    }
  reading = make_reading (self, document);
  if (reading == NULL)
    return NULL;
  remember_seen (self, document);
  g_list_store_append (self->readings, reading);
  plx_session_set_current (self, reading);
  return reading;
}

void
plx_session_close_reading (PlxSession *self,
                           PlxReading *reading)
{
  g_autoptr (PlxReading) neighbour = NULL;
  GListModel *model = G_LIST_MODEL (self->readings);
  guint position;

  if (!g_list_store_find (self->readings, reading, &position))
    return;
  leave_reading (self, reading);
  if (self->current == reading)
    {
      neighbour = g_list_model_get_item (model, position + 1 < g_list_model_get_n_items (model) ? position + 1 : position - 1);
      plx_session_set_current (self, neighbour);
    }
  g_list_store_remove (self->readings, position);
  if (position < self->n_pinned)
    set_n_pinned (self, self->n_pinned - 1);
}

void
plx_session_close_others (PlxSession *self,
                          PlxReading *reading)
{
  GListModel *model = G_LIST_MODEL (self->readings);

  for (guint i = g_list_model_get_n_items (model); i-- > self->n_pinned;)
    {
      g_autoptr (PlxReading) other = g_list_model_get_item (model, i);

      if (other != reading)
        plx_session_close_reading (self, other);
    }
}

void
plx_session_move_reading (PlxSession *self,
                          PlxReading *reading,
                          guint position)
{
  g_autoptr (PlxReading) held = g_object_ref (reading);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->readings));
  guint old;

  if (!g_list_store_find (self->readings, reading, &old) || position >= n)
    return;
  position = old < self->n_pinned ? MIN (position, self->n_pinned - 1) : MAX (position, self->n_pinned);
  if (old == position)
    return;
  g_list_store_remove (self->readings, old);
  g_list_store_insert (self->readings, position, reading);
}

PlxReading *
plx_session_get_current (PlxSession *self)
{
  return self->current;
}

void
plx_session_set_current (PlxSession *self,
                         PlxReading *reading)
{
  if (g_set_object (&self->current, reading))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

/* Selection */

PlxSelection *
plx_session_get_selection (PlxSession *self)
{
  return self->selection;
}

PlxId
plx_session_get_selected (PlxSession *self)
{
  const PlxSelected *primary = plx_selection_get_primary (self->selection);

  return primary != NULL ? primary->annotation : PLX_ID_NONE;
}

PlxReading *
plx_session_get_selected_reading (PlxSession *self)
{
  const PlxSelected *primary = plx_selection_get_primary (self->selection);

  return primary != NULL ? primary->reading : NULL;
}

void
plx_session_select (PlxSession *self,
                    PlxReading *reading,
                    PlxId annotation)
{
  if (annotation != PLX_ID_NONE)
    plx_session_show_annotation (self, reading, annotation);
  if (annotation != PLX_ID_NONE ? plx_selection_set (self->selection, reading, annotation) : plx_selection_clear (self->selection))
    selected (self);
}

void
plx_session_toggle (PlxSession *self,
                    PlxReading *reading,
                    PlxId annotation)
{
  if (!plx_selection_remove (self->selection, annotation))
    plx_selection_add (self->selection, reading, annotation);
  selected (self);
}

void
plx_session_select_all (PlxSession *self,
                        GArray *items)
{
  plx_selection_clear (self->selection);
  for (guint i = 0; i < items->len; i++)
    {
      const PlxSelected *item = &g_array_index (items, PlxSelected, i);

      plx_selection_add (self->selection, item->reading, item->annotation);
    }
  selected (self);
}

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

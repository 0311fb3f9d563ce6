/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The session and its columns: which articles are open, in which order. */

#include "config.h"

#include "session/plx-session-private.h"

#include "store/plx-seen.h"

#include <glib/gi18n.h>

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
  g_object_notify (G_OBJECT (self), "n-pinned");
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
  plx_session_drop_selection (self, reading);
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
    g_object_notify (G_OBJECT (self), "current");
}

void
plx_session_close_removed (PlxSession *self,
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

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The session and the annotations that are selected. */

#include "config.h"

#include "session/plx-session-private.h"

static void
selection_changed (PlxSession *self)
{
  plx_follow_set_annotation (self->follow, plx_session_get_selected_reading (self), plx_session_get_selected (self));
  plx_accounts_set_annotation (self->accounts, plx_session_get_selected (self));
  g_object_notify (G_OBJECT (self), "selected");
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
plx_session_drop_selection (PlxSession *self,
                            PlxReading *reading)
{
  if (plx_selection_drop (self->selection, reading))
    selection_changed (self);
}

void
plx_session_drop_lost_selection (PlxSession *self)
{
  plx_session_drop_selection (self, NULL);
}

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

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The session and the actors and places that are looked at. */

#include "config.h"

#include "session/plx-session.h"

PlxEntityList *
plx_session_get_entities (PlxSession *self)
{
  return plx_entity_focus_get_list (plx_session_get_focus (self));
}

PlxId
plx_session_get_entity (PlxSession *self)
{
  return plx_entity_focus_get (plx_session_get_focus (self));
}

void
plx_session_set_entity (PlxSession *self,
                        PlxId entity)
{
  plx_entity_focus_set (plx_session_get_focus (self), entity);
}

void
plx_session_show_entity (PlxSession *self,
                         PlxId entity)
{
  plx_session_set_entity (self, entity);
  if (entity != PLX_ID_NONE)
    g_signal_emit_by_name (plx_session_get_focus (self), "shown");
}

void
plx_session_show_mention (PlxSession *self,
                          PlxId document,
                          PlxId annotation,
                          int offset)
{
  PlxId entity = plx_session_get_entity (self);
  PlxReading *reading = plx_session_open_document (self, document);

  if (reading == NULL)
    return;
  plx_session_show_annotation (self, reading, annotation);
  plx_session_select (self, reading, annotation);
  plx_session_reveal (self, reading, offset);
  /* One looks at the mentions of one entity one after the other. */
  plx_session_set_entity (self, entity);
}

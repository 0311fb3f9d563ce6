/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that is known of an actor or place, to see and to change: its fields, its
 * other names, and where it is mentioned.
 *
 * Everything is stored as it is entered.
 */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_ENTITY_FORM (plx_entity_form_get_type ())

G_DECLARE_FINAL_TYPE (PlxEntityForm, plx_entity_form, PLX, ENTITY_FORM, GtkWidget)

/**
 * plx_entity_form_set_session:
 * @session: (nullable): of the entities that are shown
 */
void plx_entity_form_set_session (PlxEntityForm *self,
                                  PlxSession *session);

/**
 * plx_entity_form_show:
 * @entity: what to show, or %PLX_ID_NONE
 *
 * Another entity replaces whatever was typed for the one before.
 *
 * Returns: whether there is such an entity
 */
gboolean plx_entity_form_show (PlxEntityForm *self,
                               PlxId entity);

/* The project has changed. */
void plx_entity_form_follow (PlxEntityForm *self,
                             const PlxChanges *changes);

/* Has what is typed stored now. */
void plx_entity_form_flush (PlxEntityForm *self);

G_END_DECLS

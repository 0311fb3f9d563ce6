/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which actor or place is looked at, and the list of all of them.
 *
 * Selecting an annotation takes the look back to the text. */

#pragma once

#include "list/plx-entity-list.h"

G_BEGIN_DECLS

#define PLX_TYPE_ENTITY_FOCUS (plx_entity_focus_get_type ())

/* Property "entity" (gint64), or PLX_ID_NONE.
 * Signal "shown" (): by a person who wants to see it among the others. */
G_DECLARE_FINAL_TYPE (PlxEntityFocus, plx_entity_focus, PLX, ENTITY_FOCUS, GObject)

PlxEntityFocus *plx_entity_focus_new (PlxProject *project);

/* Returns: (transfer none): made when it is asked for first */
PlxEntityList *plx_entity_focus_get_list (PlxEntityFocus *self);
PlxId plx_entity_focus_get (PlxEntityFocus *self);
void plx_entity_focus_set (PlxEntityFocus *self,
                           PlxId entity);

G_END_DECLS

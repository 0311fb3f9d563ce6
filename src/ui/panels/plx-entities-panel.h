/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actors and places of a project, and before them what is tagged as one and
 * linked to none.
 *
 * What is selected here is shown in the details.  A text that is not linked yet
 * is linked with all its mentions by one click.
 */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_ENTITIES_PANEL (plx_entities_panel_get_type ())

/* Properties:
 *   "show"  string  "all", "actors", "places" or "unlinked"
 *   "sort"  string  "name" or "mentions"
 */
G_DECLARE_FINAL_TYPE (PlxEntitiesPanel, plx_entities_panel, PLX, ENTITIES_PANEL, GtkWidget)

GtkWidget *plx_entities_panel_new (void);

/**
 * plx_entities_panel_set_session:
 * @session: (nullable): what to show
 */
void plx_entities_panel_set_session (PlxEntitiesPanel *self,
                                     PlxSession *session);

G_END_DECLS

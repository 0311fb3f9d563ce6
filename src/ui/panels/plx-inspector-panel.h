/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that is known of the selected annotation, to see and to change.
 *
 * Everything is stored as it is entered.  What others change, and what is
 * undone, shows at once, but never disturbs what is being typed.
 */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_INSPECTOR_PANEL (plx_inspector_panel_get_type ())

G_DECLARE_FINAL_TYPE (PlxInspectorPanel, plx_inspector_panel, PLX, INSPECTOR_PANEL, GtkWidget)

GtkWidget *plx_inspector_panel_new (void);

/**
 * plx_inspector_panel_set_session:
 * @session: (nullable): what to show
 *
 * What is typed for the session before is stored first.
 */
void plx_inspector_panel_set_session (PlxInspectorPanel *self,
                                      PlxSession *session);

/**
 * plx_inspector_panel_flush:
 *
 * Gives what is being typed to the project.  To be called before undo and redo,
 * and before the project is closed.
 */
void plx_inspector_panel_flush (PlxInspectorPanel *self);

G_END_DECLS

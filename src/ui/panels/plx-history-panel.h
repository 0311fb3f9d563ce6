/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history of the project: every edit, the newest on top; a line shows where
 * in it one is.  Choosing an edit tells its places; Enter goes there, and a
 * button undoes back to it or redoes up to it.  A double click does neither.
 */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_HISTORY_PANEL (plx_history_panel_get_type ())

G_DECLARE_FINAL_TYPE (PlxHistoryPanel, plx_history_panel, PLX, HISTORY_PANEL, GtkWidget)

GtkWidget *plx_history_panel_new (PlxSession *session);

G_END_DECLS

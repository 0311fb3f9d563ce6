/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pane on the far side of the articles, with a switch: details of what is
 * selected, or the history.  The history is made when it is shown first. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_RIGHT_PANE (plx_right_pane_get_type ())

G_DECLARE_FINAL_TYPE (PlxRightPane, plx_right_pane, PLX, RIGHT_PANE, GtkWidget)

void plx_right_pane_set_session (PlxRightPane *self,
                                 PlxSession *session);

/* Gives what is being typed to the project, see plx_inspector_panel_flush(). */
void plx_right_pane_flush (PlxRightPane *self);

/* Shows the history, if @history, and gives it the focus; else the details. */
void plx_right_pane_show_history (PlxRightPane *self,
                                  gboolean history);
gboolean plx_right_pane_is_history_shown (PlxRightPane *self);

G_END_DECLS

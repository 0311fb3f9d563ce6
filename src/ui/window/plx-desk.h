/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where articles are read: articles and codebook, the board, the inspector, side
 * by side; in little room one of them at a time. */

#pragma once

#include "session/plx-session.h"
#include "window/plx-room.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_DESK (plx_desk_get_type ())

/* Properties:
 *   "sidebar-visible"    gboolean
 *   "inspector-visible"  gboolean
 */
G_DECLARE_FINAL_TYPE (PlxDesk, plx_desk, PLX, DESK, GtkWidget)

/* To be called once. */
void plx_desk_set_session (PlxDesk *self,
                           PlxSession *session);

/* Returns: (transfer none): the #PlxBoard */
GtkWidget *plx_desk_get_board (PlxDesk *self);

/* What has no room steps aside and comes back when there is. */
void plx_desk_set_room (PlxDesk *self,
                        PlxRoom room);

/* Returns: whether the inspector is shown, or would be if there was room */
gboolean plx_desk_wants_inspector (PlxDesk *self);

/* The same of the lists beside the text. */
gboolean plx_desk_wants_sidebar (PlxDesk *self);

/**
 * plx_desk_enter:
 *
 * Gives the focus to the text that is read, also before it is on the screen.
 *
 * Returns: whether there is one
 */
gboolean plx_desk_enter (PlxDesk *self);

/* Gives the focus to the board. */
void plx_desk_focus_board (PlxDesk *self);

/* Gives the focus to the next part that takes it; @step is 1, or -1 for the one before. */
void plx_desk_focus_next (PlxDesk *self,
                          int step);

/* Opens the find bar of the column that has, or had, the focus.
 *
 * Returns: whether there is one */
gboolean plx_desk_find (PlxDesk *self);

/* Shows the history; again, from within it, goes back to the text. */
void plx_desk_toggle_history (PlxDesk *self);

/* Shows the list named @page beside the text: codebook or entities. */
void plx_desk_show_list (PlxDesk *self,
                         const char *page);

/* Gives what is being typed to the project. */
void plx_desk_flush (PlxDesk *self);

G_END_DECLS

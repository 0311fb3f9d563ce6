/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's content while a project is open: header bar, articles and
 * codebook, reading board, inspector, status bar.
 *
 * Made for one session and gone with it.  Where there is little room the
 * inspector gives way to the text.
 */

#pragma once

#include "compat/plx-banner.h"
#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_WORKBENCH (plx_workbench_get_type ())

G_DECLARE_FINAL_TYPE (PlxWorkbench, plx_workbench, PLX, WORKBENCH, GtkWidget)

/* Properties:
 *   "sidebar-visible"    gboolean
 *   "inspector-visible"  gboolean
 *   "view"               string    reading or comparison
 *
 * Signals:
 *   "layout-changed" ()  what plx_workbench_save_layout() tells is different
 */

GtkWidget *plx_workbench_new (PlxSession *session);

PlxBanner *plx_workbench_get_banner (PlxWorkbench *self);

/**
 * plx_workbench_save_layout:
 *
 * Returns: (transfer full): the columns, as plx_board_restore_layout() takes
 *   them
 */
GVariant *plx_workbench_save_layout (PlxWorkbench *self);
void plx_workbench_restore_layout (PlxWorkbench *self,
                                   GVariant *layout);

/**
 * plx_workbench_flush:
 *
 * Gives what is being typed to the project, so that undo, copies and the end
 * know of it.
 */
void plx_workbench_flush (PlxWorkbench *self);

/**
 * plx_workbench_wants_inspector:
 *
 * Returns: whether the inspector is shown, or would be if there was room
 */
gboolean plx_workbench_wants_inspector (PlxWorkbench *self);

/* The same of the lists beside the text. */
gboolean plx_workbench_wants_sidebar (PlxWorkbench *self);

/**
 * plx_workbench_enter:
 *
 * Gives the focus to the text that is read, or to what adds one, before the
 * window gives it to its first button.
 */
void plx_workbench_enter (PlxWorkbench *self);

G_END_DECLS

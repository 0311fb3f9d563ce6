/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window: the start page, or one project.
 *
 * There is one window for each project; asking for a project that is open
 * raises its window.  Closing a window closes its project.
 */

#pragma once

#include "session/plx-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_WINDOW (plx_window_get_type ())

G_DECLARE_FINAL_TYPE (PlxWindow, plx_window, PLX, WINDOW, AdwApplicationWindow)

/**
 * plx_window_open:
 * @create: whether to make the project if there is none
 *
 * Raises the window that has @file open, or opens it in a window that has no
 * project, or in a new one.
 *
 * Returns: (transfer none): the window
 */
PlxWindow *plx_window_open (GtkApplication *application,
                            GFile *file,
                            gboolean create);

/**
 * plx_window_show_start:
 *
 * Raises a window with the start page, a new one if there is none.
 *
 * Returns: (transfer none): the window
 */
PlxWindow *plx_window_show_start (GtkApplication *application);

/**
 * plx_window_get_session:
 *
 * Returns: (transfer none) (nullable): what the window is about
 */
PlxSession *plx_window_get_session (PlxWindow *self);

/* Tells that settings are not kept; why stands in the preferences. */
void plx_window_tell_forgetful (PlxWindow *self);

G_END_DECLS

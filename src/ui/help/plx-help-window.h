/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The user guide, in a window of its own.
 *
 * It is built in, so that it opens in the Flatpak and on desktops that have no
 * help browser, and needs no network.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_HELP_WINDOW (plx_help_window_get_type ())

G_DECLARE_FINAL_TYPE (PlxHelpWindow, plx_help_window, PLX, HELP_WINDOW, AdwWindow)

/**
 * plx_help_window_show:
 * @page: id of a page, such as `index`
 *
 * Shows the guide, beside the work and not above it; one that is open already
 * turns to @page.  It does not keep the program running.
 */
void plx_help_window_show (const char *page);

/* Turns to a page; one that is not there leaves what is shown. */
void plx_help_window_turn (PlxHelpWindow *self,
                           const char *page);

G_END_DECLS

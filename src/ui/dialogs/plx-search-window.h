/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Searching the whole project: one field, and what was found in context, article
 * by article or sorted by the words around.
 *
 * The search runs on a thread of its own; the first hits are shown before the
 * others were looked for.  A window of its own, so that articles can be read
 * beside it.
 */

#pragma once

#include "session/plx-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_SEARCH_WINDOW (plx_search_window_get_type ())

G_DECLARE_FINAL_TYPE (PlxSearchWindow, plx_search_window, PLX, SEARCH_WINDOW, AdwWindow)

/* Actions: search.save, search.tag. */

/**
 * plx_search_window_show:
 * @text: (nullable): what to look for; %NULL leaves what was looked for last
 *
 * Returns: (transfer none): the search window of @parent, which is on screen
 */
PlxSearchWindow *plx_search_window_show (GtkWindow *parent,
                                         PlxSession *session,
                                         const char *text);

/**
 * plx_search_window_forget:
 *
 * Closes the search window of @parent, which shows another project soon.
 */
void plx_search_window_forget (GtkWindow *parent);

G_END_DECLS

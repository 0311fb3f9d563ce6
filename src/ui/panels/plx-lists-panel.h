/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lower part of the side bar: the codebook or the actors and places, and a
 * switch between them.
 *
 * The actors and places are made when they are looked at first.
 */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_LISTS_PANEL (plx_lists_panel_get_type ())

/* Property "page" (string): "codebook" or "entities". */
G_DECLARE_FINAL_TYPE (PlxListsPanel, plx_lists_panel, PLX, LISTS_PANEL, GtkWidget)

/**
 * plx_lists_panel_set_session:
 * @session: (nullable): what to show
 */
void plx_lists_panel_set_session (PlxListsPanel *self,
                                  PlxSession *session);

/**
 * plx_lists_panel_show:
 * @page: "codebook" or "entities"
 *
 * Shows @page and takes the focus there.
 */
void plx_lists_panel_show (PlxListsPanel *self,
                           const char *page);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window shows before it has a project: make one, open one, or go on with
 * one of the library.  Acts through the actions app.new-project,
 * app.open-project and win.open-path. */

#pragma once

#include "store/plx-card.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_START_PAGE (plx_start_page_get_type ())

G_DECLARE_FINAL_TYPE (PlxStartPage, plx_start_page, PLX, START_PAGE, GtkWidget)

/**
 * plx_start_page_refresh:
 *
 * Looks into the library again.
 */
void plx_start_page_refresh (PlxStartPage *self);

/**
 * plx_start_page_get_card:
 *
 * Returns: (transfer none) (nullable): what is known of the project at @path,
 *   until the list is read again
 */
const PlxCard *plx_start_page_get_card (PlxStartPage *self,
                                        const char *path);

G_END_DECLS

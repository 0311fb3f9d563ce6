/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line below everything: whether all is stored, how much there is, who
 * works. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_STATUS_BAR (plx_status_bar_get_type ())

G_DECLARE_FINAL_TYPE (PlxStatusBar, plx_status_bar, PLX, STATUS_BAR, GtkWidget)

GtkWidget *plx_status_bar_new (PlxSession *session);

/**
 * plx_status_bar_set_brief:
 *
 * Whether only the icon tells that all is stored, for there is little room.
 */
void plx_status_bar_set_brief (PlxStatusBar *self,
                               gboolean brief);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells and changes what selections snap to, also when no label bar is shown. */

#pragma once

#include <gtk/gtk.h>

#include "session/plx-session.h"

G_BEGIN_DECLS

/**
 * plx_snap_button_new:
 *
 * Returns: a #GtkMenuButton that follows @session
 */
GtkWidget *plx_snap_button_new (PlxSession *session);

G_END_DECLS

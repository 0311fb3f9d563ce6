/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window for all outlets of the project: renamed, given a short name and a
 * colour.  Everything is stored at once. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_outlets_dialog_show:
 * @widget: in whose window it opens
 */
void plx_outlets_dialog_show (GtkWidget *widget,
                              PlxSession *session);

G_END_DECLS

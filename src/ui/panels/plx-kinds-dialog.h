/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window for the kinds of relations: added, renamed, described, made symmetric
 * or directed, deleted.  Everything is stored at once. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_kinds_dialog_show:
 * @widget: in whose window it opens
 */
void plx_kinds_dialog_show (GtkWidget *widget,
                            PlxSession *session);

G_END_DECLS

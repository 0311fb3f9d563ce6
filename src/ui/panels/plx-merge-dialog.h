/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chooses the tag into which another one is merged. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*PlxMergeFunc) (PlxId from,
                              PlxId into,
                              gpointer data);

/**
 * plx_merge_dialog_show:
 * @widget: in whose window it is asked
 * @func: called with what was chosen
 * @data: (transfer full): freed with @destroy in any case
 */
void plx_merge_dialog_show (GtkWidget *widget,
                            PlxSession *session,
                            PlxId from,
                            PlxMergeFunc func,
                            gpointer data,
                            GDestroyNotify destroy);

G_END_DECLS

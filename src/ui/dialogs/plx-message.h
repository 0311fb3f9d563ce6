/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Messages that must not pass unread. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_message_show:
 * @parent: (nullable):
 * @heading: what happened, in a few words
 * @body: the whole message; shown literally, like @heading
 *
 * Returns: (transfer none): the dialog, which is on screen
 */
GtkWidget *plx_message_show (GtkWindow *parent,
                             const char *heading,
                             const char *body);

/**
 * plx_message_show_error:
 * @file: what could not be opened
 * @error: why; its code gives the heading, its message the rest
 *
 * Returns: (transfer none): the dialog, which is on screen
 */
GtkWidget *plx_message_show_error (GtkWindow *parent,
                                   GFile *file,
                                   const GError *error);

G_END_DECLS

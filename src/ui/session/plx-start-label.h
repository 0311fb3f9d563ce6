/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Labels in lists: Pango puts a line that runs against the window at its own start,
 * which is the other side of the list, where its neighbours end. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_start_label_follow:
 *
 * Keeps what @label shows at the side where lines of the window start, whichever way it runs.
 */
void plx_start_label_follow (GtkLabel *label);

/**
 * plx_start_label_dup_words:
 * @label: where they will be shown
 *
 * Returns: (transfer full): @words, whose lines follow the window, also if they begin
 *   with a name that runs the other way
 */
char *plx_start_label_dup_words (GtkLabel *label,
                                 const char *words);

G_END_DECLS

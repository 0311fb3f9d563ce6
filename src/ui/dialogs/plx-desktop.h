/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Long work as the desktop sees it: how far it is, on the icon in the dock, and
 * that it is done, for somebody who looks at something else meanwhile.
 *
 * Docks that show progress (Ubuntu's, Plasma's, Dash to Dock) listen to a signal
 * on the session bus; others do not mind.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is over sooner was waited for. */
#define PLX_DESKTOP_PATIENCE_SECONDS 3

/**
 * plx_desktop_show_progress:
 * @part: from 0 to 1; less than 0: nothing is being done any more
 */
void plx_desktop_show_progress (double part);

/**
 * plx_desktop_tell_done:
 * @since: when the work began, in microseconds of the monotonic clock
 * @message: a sentence
 *
 * Notifies, unless it was quick or a window of the program has the attention.
 * The notification leads back to the window.
 *
 * Returns: whether it did
 */
gboolean plx_desktop_tell_done (gint64 since,
                                const char *message);

G_END_DECLS

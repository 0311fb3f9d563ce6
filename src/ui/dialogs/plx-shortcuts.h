/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All keys in a window of their own. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_shortcuts_show:
 *
 * The window is made when it is asked for.
 *
 * Returns: FALSE if the screen is too narrow for it, as with very large text
 */
gboolean plx_shortcuts_show (GtkWindow *parent);

G_END_DECLS

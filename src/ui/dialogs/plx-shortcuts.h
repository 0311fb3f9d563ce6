/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All keys in a window of their own. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Made when it is asked for. */
void plx_shortcuts_show (GtkWindow *parent);

G_END_DECLS

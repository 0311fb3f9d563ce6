/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From where GTK counts the columns of a list that is scrolled sideways. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether from the left, also where the first column is on the right: GTK 4.8 does,
 * 4.18 counts from the first one. */
gboolean plx_column_scroll_is_from_left (void);

G_END_DECLS

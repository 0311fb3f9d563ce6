/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What Parallax is, who made it, under which licence. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_about_show:
 * @parent: (nullable):
 */
void plx_about_show (GtkWindow *parent);

G_END_DECLS

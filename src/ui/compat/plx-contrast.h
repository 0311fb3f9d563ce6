/* SPDX-License-Identifier: GPL-3.0-or-later */

/* High contrast as a style class.
 *
 * libadwaita loads a sheet of its own for it only in old versions, and newer
 * ones ask for media queries that old ones do not know.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_contrast_follow:
 *
 * Gives @widget the class `plx-high-contrast` as long as the system wants it.
 */
void plx_contrast_follow (GtkWidget *widget);

G_END_DECLS

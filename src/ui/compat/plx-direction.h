/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_direction_init:
 *
 * Windows run the way of the language that the program speaks, which is English
 * where the user's has no catalogue.  Before GTK 4.10 they do so by themselves;
 * later they run the way of the locale, whatever stands in them.  Once, when GTK
 * has been initialized.
 */
void plx_direction_init (void);

G_END_DECLS

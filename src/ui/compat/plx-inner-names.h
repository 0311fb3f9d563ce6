/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_inner_names_init:
 *
 * From now on the buttons inside of menu buttons, drop-downs and colour buttons,
 * which are what has the focus, are called to a screen reader as the whole is.
 * GTK before 4.10 leaves them without a name, and says labels with a mnemonic
 * twice; later ones leave the items of menus without.  Once, at the start.
 */
void plx_inner_names_init (void);

/**
 * plx_inner_names_set:
 * @widget: a menu button or a drop-down
 *
 * Calls it, and the button inside, @name.
 */
void plx_inner_names_set (GtkWidget *widget,
                          const char *name);

G_END_DECLS

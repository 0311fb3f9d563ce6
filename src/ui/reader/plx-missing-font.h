/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters that no font of this computer has. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_missing_font_find:
 * @widget: what shows the text, with its fonts
 * @text: looked at at its beginning
 *
 * Returns: (transfer none) (nullable): the name of a font family that would show
 *   what is now boxes, or %NULL if all letters can be read
 */
const char *plx_missing_font_find (GtkWidget *widget,
                                   const char *text);

G_END_DECLS

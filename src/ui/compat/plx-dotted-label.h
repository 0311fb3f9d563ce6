/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A label with a dot of a colour before its words. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_dotted_label_set:
 * @colour: `#rrggbb`, or empty for no dot
 *
 * The dot is not read out.
 */
void plx_dotted_label_set (GtkLabel *label,
                           const char *text,
                           const char *colour);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Children side by side as long as there is room, the rest in further lines:
 * what AdwWrapBox is from libadwaita 1.7 on.
 *
 * A child that expands takes what is left of its line, and stays there as long as
 * that is not too little to read. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_WRAP_BOX (plx_wrap_box_get_type ())

G_DECLARE_FINAL_TYPE (PlxWrapBox, plx_wrap_box, PLX, WRAP_BOX, GtkWidget)

/* Property "spacing": between children and between lines, in pixels. */

G_END_DECLS

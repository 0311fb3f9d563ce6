/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Zooming with Ctrl and the wheel, or with two fingers. */

#pragma once

#include "session/plx-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes what is done on @widget and its children zoom @look. */
void plx_zoom_gesture_add (GtkWidget *widget,
                           PlxLook *look);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The popover of the button “View”: how articles are shown.
 *
 * Works with the actions of the group "view", see plx-view-actions.h. */

#pragma once

#include "session/plx-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_VIEW_MENU (plx_view_menu_get_type ())

G_DECLARE_FINAL_TYPE (PlxViewMenu, plx_view_menu, PLX, VIEW_MENU, GtkPopover)

GtkWidget *plx_view_menu_new (PlxLook *look);

G_END_DECLS

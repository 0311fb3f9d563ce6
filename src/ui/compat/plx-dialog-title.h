/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The title of a window between the buttons of its header bar, on two lines where
 * one is too short, and left out rather than cut: the first words of a title say
 * nothing, and the buttons and fields tell what the window is for. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_DIALOG_TITLE (plx_dialog_title_get_type ())

G_DECLARE_FINAL_TYPE (PlxDialogTitle, plx_dialog_title, PLX, DIALOG_TITLE, GtkWidget)

G_END_DECLS

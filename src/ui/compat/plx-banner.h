/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line across the window about its state, with one remedy.
 *
 * libadwaita has such a widget from 1.3; this is as much of it as we need.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_BANNER (plx_banner_get_type ())

G_DECLARE_FINAL_TYPE (PlxBanner, plx_banner, PLX, BANNER, GtkWidget)

/**
 * plx_banner_show:
 * @title: what to say, shown literally
 * @button_label: (nullable): the remedy, or %NULL for no button
 * @action: (nullable): the name of the action behind the button
 */
void plx_banner_show (PlxBanner *self,
                      const char *title,
                      const char *button_label,
                      const char *action);

/* Slides it away. */
void plx_banner_hide (PlxBanner *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar on top of the workbench.  What has no room in it is in its menu, or has
 * a key. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_HEADER (plx_header_get_type ())

/* Takes the focus where articles are added. */
G_DECLARE_FINAL_TYPE (PlxHeader, plx_header, PLX, HEADER, GtkWidget)

/* To be called once. */
void plx_header_set_session (PlxHeader *self,
                             PlxSession *session);

/* Leaves out what has no room in a window of @width pixels; not to be called
 * in the middle of an allocation. */
void plx_header_adapt (PlxHeader *self,
                       int width);

/* Opens the filter, at the menu where its button has no room. */
void plx_header_open_filter (PlxHeader *self);

/* Opens the menu on how articles look, at the main menu where its button has no room. */
void plx_header_open_view_menu (PlxHeader *self);

G_END_DECLS

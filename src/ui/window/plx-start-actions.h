/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a project of the library from the start page.  */

#pragma once

#include "window/plx-start-page.h"

G_BEGIN_DECLS

/* The actions "library.…", which take a path. */
void plx_start_page_class_install_actions (GtkWidgetClass *widget_class);

/**
 * plx_start_salvage:
 * @widget: in whose window it is told what came of it
 * @path: of a damaged project
 *
 * Salvages what can be read of it into a new project of the library and tells
 * how much that is.
 */
void plx_start_salvage (GtkWidget *widget,
                        const char *path);

G_END_DECLS

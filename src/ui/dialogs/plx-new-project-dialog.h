/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks what a new project shall be called. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlxNewProjectFunc:
 * @file: where the project goes; there is no file yet
 */
typedef void (*PlxNewProjectFunc) (GFile *file,
                                   gpointer data);

/**
 * plx_new_project_dialog_show:
 * @suggestion: (nullable): a name that need only be confirmed
 * @func: called when the user agrees
 * @destroy: (nullable): called with @data when the dialog is gone
 *
 * The project goes into the library under a name that is still free.
 */
void plx_new_project_dialog_show (GtkWindow *parent,
                                  const char *suggestion,
                                  PlxNewProjectFunc func,
                                  gpointer data,
                                  GDestroyNotify destroy);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings articles into the project of a window and says what came of it: a
 * toast if all went as expected, else a list of every file.
 *
 * Reading happens on a thread; all articles are one edit.
 */

#pragma once

#include "intake/plx-intake.h"
#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_importer_add_files:
 * @files: (element-type GFile): files and folders
 */
void plx_importer_add_files (GtkWindow *parent,
                             PlxSession *session,
                             GPtrArray *files);

/**
 * plx_importer_add_items:
 * @items: (element-type PlxIntakeItem): with a free function; kept
 */
void plx_importer_add_items (GtkWindow *parent,
                             PlxSession *session,
                             GPtrArray *items);

G_END_DECLS

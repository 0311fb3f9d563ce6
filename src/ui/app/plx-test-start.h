/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What starting costs, for tests of speed. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlxTestStartFunc:
 * @what: `first-frame-cpu` or `idle-memory`
 * @number: the processor seconds that were used, or the bytes of memory that the
 *   program has of its own
 *
 * Called once; the application quits after it.
 */
typedef void (*PlxTestStartFunc) (const char *what,
                                  double number,
                                  gpointer data);

/**
 * plx_test_start_watch:
 * @until: `first-frame`, the first one that shows a project, or the start page
 *   without one; or `idle`, some seconds after it when all is at rest
 */
void plx_test_start_watch (GtkApplication *application,
                           const char *until,
                           PlxTestStartFunc func,
                           gpointer data);

G_END_DECLS

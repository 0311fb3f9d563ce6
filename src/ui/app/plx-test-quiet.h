/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the windows have come to rest: what the mouse and the keyboard did is
 * taken in, nothing is being laid out, measured, animated, loaded or saved.
 * What is asked then stays true until somebody acts. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlxTestQuietFunc:
 * @busy: (nullable): what still goes on, %NULL when all is at rest
 */
typedef void (*PlxTestQuietFunc) (const char *busy,
                                  gpointer data);

/**
 * plx_test_quiet_wait:
 * @patience: milliseconds
 * @done: called once, when all is at rest or patience is at its end
 */
void plx_test_quiet_wait (guint patience,
                          PlxTestQuietFunc done,
                          gpointer data);

G_END_DECLS

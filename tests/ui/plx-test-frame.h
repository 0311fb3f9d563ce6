/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A widget on the screen at an exact size, for tests of what is laid out and
 * drawn. */

#pragma once

#include "plx-test-session.h"

G_BEGIN_DECLS

/* To be called before all others: GTK, libadwaita and the font of the reader. */
void plx_test_frame_init (int *argc,
                          char ***argv);

/**
 * plx_test_frame_show:
 * @child: (transfer floating): what to show
 *
 * Returns: (transfer none): the frame around it
 */
GtkWidget *plx_test_frame_show (PlxTestSession *session,
                                GtkWidget *child,
                                int width,
                                int height);
void plx_test_frame_resize (GtkWidget *frame,
                            int width,
                            int height);

/* Runs the main loop until nothing is left to do, drawing included. */
void plx_test_frame_settle (void);

/**
 * plx_test_frame_end:
 * @session: (transfer full): is freed
 *
 * Asserts that no widget held on to the session.
 */
void plx_test_frame_end (PlxTestSession *session);

/**
 * plx_test_frame_open:
 *
 * Returns: (transfer none): article @i, open in the session
 */
PlxReading *plx_test_frame_open (PlxTestSession *session,
                                 guint i);

G_END_DECLS

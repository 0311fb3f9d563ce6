/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a test wants to know of the words on the screen, and ways to come to a
 * view that need no words: they work in every language. */

#pragma once

#include <gtk/gtk.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * plx_test_words_build:
 *
 * Returns: (transfer full): an array of all labels, tooltips and placeholders that
 *   are on the screen, see app/plx-test-hook.h
 */
JsonBuilder *plx_test_words_build (void);

/**
 * plx_test_words_act:
 * @action: detailed name, such as `workbench.view::comparison`
 *
 * Returns: whether some widget on the screen, or the application, has it and can
 *   do it
 */
gboolean plx_test_words_act (GtkApplication *application,
                             const char *action);

/* Gives the window of the project that size. */
gboolean plx_test_words_resize (GtkApplication *application,
                                int width,
                                int height);

G_END_DECLS

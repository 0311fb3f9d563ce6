/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the test hook tells about the windows. */

#pragma once

#include <gtk/gtk.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * plx_test_state_find_widget:
 * @name: its name, its id in a template, or `label:` and how a label begins
 *
 * Returns: (transfer none) (nullable): a widget that is on the screen
 */
GtkWidget *plx_test_state_find_widget (const char *name);

/* (transfer none) (nullable): the table that is shown. */
GtkWidget *plx_test_state_find_sheet (void);

/* (transfer none) (nullable): the timeline that is shown. */
GtkWidget *plx_test_state_find_timeline (void);

/**
 * plx_test_state_find_reader:
 * @which: part of a title, or an id in decimal
 *
 * Returns: (transfer none) (nullable): the reader of an open article
 */
GtkWidget *plx_test_state_find_reader (const char *which);

/**
 * plx_test_state_has_content:
 *
 * Returns: whether a project or the start page is on the screen
 */
gboolean plx_test_state_has_content (void);

/**
 * plx_test_state_get_busy:
 *
 * Returns: (nullable): what goes on besides drawing in a window with a project,
 *   %NULL if nothing does
 */
const char *plx_test_state_get_busy (void);

/**
 * plx_test_state_build:
 *
 * Returns: (transfer full): the state as plx-test-hook.h describes it
 */
JsonBuilder *plx_test_state_build (GtkApplication *application);

G_END_DECLS

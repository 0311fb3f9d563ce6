/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why what is set does not outlive the program.
 *
 * GSettings takes every value, and says nothing where it cannot be stored.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * plx_settings_trouble_find:
 * @settings: (nullable): of plx_settings_new()
 *
 * Looks where they are stored.
 *
 * Returns: (transfer full) (nullable): in the language of the user, what is missing
 *   and how to mend it, or %NULL if settings are kept
 */
char *plx_settings_trouble_find (GSettings *settings);

G_END_DECLS

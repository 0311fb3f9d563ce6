/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is set once for all projects.
 *
 * Works on the settings alone; windows follow those.  Where settings cannot be
 * kept, the window says so.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_PREFERENCES (plx_preferences_get_type ())

G_DECLARE_FINAL_TYPE (PlxPreferences, plx_preferences, PLX, PREFERENCES, AdwPreferencesWindow)

/* Shows the preferences above @parent. */
void plx_preferences_show (GtkWindow *parent);

G_END_DECLS

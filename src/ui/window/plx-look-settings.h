/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Remembers how articles are shown: font and distances for the user, zoom and
 * scrolling together for the project. */

#pragma once

#include "session/plx-look.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * plx_look_settings_bind:
 * @user: (nullable): settings of the application
 * @project: (nullable): settings of the project
 *
 * Makes @look as it was, and writes down each change of it from then on, for as
 * long as it lives.
 */
void plx_look_settings_bind (PlxLook *look,
                             GSettings *user,
                             GSettings *project);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The end of a window's project, after the window is gone.
 *
 * Everything that was done is still on its way to the disk; the application
 * lives until it has arrived, and says so if it has not.
 */

#pragma once

#include "session/plx-session.h"

G_BEGIN_DECLS

/**
 * plx_closing_start:
 * @application: (nullable): kept alive until then
 * @session: (transfer full): nobody else may use it any more
 */
void plx_closing_start (GApplication *application,
                        PlxSession *session);

G_END_DECLS

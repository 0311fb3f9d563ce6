/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done about how articles are shown, as actions of the group
 * "view": zoom-in, zoom-out, zoom-reset, and as states font (s), line-height (s),
 * line-width (s), sync (b), follow (b). */

#pragma once

#include "session/plx-look.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * plx_view_actions_new:
 *
 * Returns: (transfer full): the group
 */
GSimpleActionGroup *plx_view_actions_new (PlxLook *look);

G_END_DECLS

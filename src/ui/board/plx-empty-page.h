/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands on the board while no article is open: how to open one, or how to get
 * the first ones into the project. */

#pragma once

#include "session/plx-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *plx_empty_page_new (PlxSession *session);

G_END_DECLS

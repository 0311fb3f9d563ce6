/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A note over the text that says, while the keys move a border, which one it is
 * and which keys do what. */

#pragma once

#include "reader/plx-reader.h"

G_BEGIN_DECLS

/**
 * plx_border_hint_new:
 *
 * Returns: a widget that shows itself while @reader is in border mode
 */
GtkWidget *plx_border_hint_new (PlxReader *reader);

G_END_DECLS

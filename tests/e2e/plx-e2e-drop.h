/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Another program from which something is dragged onto the window: the source of a
 * drag as the XDND protocol has it, version 5. */

#pragma once

#include "plx-e2e.h"

G_BEGIN_DECLS

/**
 * plx_e2e_drop:
 * @type: of the data, `text/uri-list` or `text/plain;charset=utf-8`
 * @data: handed out byte for byte
 *
 * Moves the pointer to that place of the screen, offers the data to the window that
 * is there, and lets go.
 *
 * Returns: whether the window took it
 */
gboolean plx_e2e_drop (PlxE2e *self,
                       const char *type,
                       const char *data,
                       int x,
                       int y);

/* The same for a file or folder. */
gboolean plx_e2e_drop_file (PlxE2e *self,
                            const char *path,
                            int x,
                            int y);

G_END_DECLS

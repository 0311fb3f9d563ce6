/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The projects that were opened last, as the desktop remembers them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Remembers that the project at @path is opened now. */
void plx_recent_add (const char *path);

/**
 * plx_recent_get_opened:
 *
 * Returns: seconds since 1970, 0 if that is not known
 */
gint64 plx_recent_get_opened (const char *path);

/**
 * plx_recent_list:
 *
 * Returns: (transfer full) (element-type filename): projects that are still
 *   there, the one opened last first
 */
GPtrArray *plx_recent_list (void);

G_END_DECLS

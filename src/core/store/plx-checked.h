/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Projects that were found whole, so that large ones open at once.
 *
 * Looking through a project for damage means reading all of it.  What was whole
 * when Parallax put it to rest, and was not touched since, needs no look before
 * it is opened again; after some days it gets one all the same, since disks
 * forget.  Only the cache of the user knows: without it everything is looked
 * through.
 *
 * Thread-safe.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_checked_get:
 * @path: of a project, absolute, links resolved
 *
 * Returns: when the file was looked through last, in seconds since 1970; 0 if it
 * is not known, is too long ago, or something touched the file or left a log
 */
gint64 plx_checked_get (const char *path);

/**
 * plx_checked_set:
 * @when: when it was looked through, or 0 to forget it
 *
 * Remembers the file as it is now.  Small ones are not: they are looked through
 * in no time.
 */
void plx_checked_set (const char *path,
                      gint64 when);

G_END_DECLS

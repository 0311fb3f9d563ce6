/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the locks of an open project alive.
 *
 * SQLite's locks are POSIX locks, which a process loses as soon as it closes
 * any descriptor of the same file: ours, when the header is looked at, or one
 * that a file chooser opens to sniff at a type.  Without them another process
 * would take itself for the last one, and remove the log under our feet.  So
 * there is one guard for each project file that this process has open, however
 * many connections it has: the file is looked at only when there is none yet,
 * and locks that belong to the guard's own descriptors stand in for SQLite's.
 *
 * Thread-safe.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _PlxGuard PlxGuard;

/**
 * PlxGuardLook:
 * @fd: the project, open for reading; stays open if the look is good
 *
 * Decides whether a file may be opened.
 */
typedef gboolean (*PlxGuardLook) (const char *path,
                                  int fd,
                                  GError **error);

/**
 * plx_guard_enter:
 * @look: called if this process does not have @path open
 *
 * Returns: (transfer full) (nullable): the guard, or %NULL with @error
 */
PlxGuard *plx_guard_enter (const char *path,
                           PlxGuardLook look,
                           GError **error);

/**
 * plx_guard_lock:
 *
 * From now on no other process may take itself for the only one.  Called when
 * the connection has its log.
 */
void plx_guard_lock (PlxGuard *self);

/**
 * plx_guard_unlock:
 *
 * Lets the last connection of this process put the file to rest.
 */
void plx_guard_unlock (PlxGuard *self);

/**
 * plx_guard_leave:
 *
 * Called after the connection has been closed.
 */
void plx_guard_leave (PlxGuard *self);

G_END_DECLS
